// The form of any action, made from its catalogue entry: fields, price, what stands against it, and the way it is asked for.
import { CircleAlert, Send, UsersRound, Zap } from 'lucide-react';
import { useMemo, useState } from 'react';
import { ACTIONS } from '../../shared/rules/actions/catalogue.ts';
import { capOf } from '../../shared/rules/legality.ts';
import type { Action } from '../../shared/rules/actions/action.ts';
import type { DraftCommand } from '../../shared/model/commands.ts';
import type { Refusal } from '../../shared/rules/refusals.ts';
import type { Sight } from '../../shared/view/view.ts';
import { Button, TextField, announce } from '../design/index.ts';
import { refusalText, t, tOr } from '../locales/text.ts';
import { addOrder } from '../orders/sheet.ts';
import { useReadOnly, useSight, useStore } from '../store.ts';
import { ask, releaserKey, told, useReleaser, type AskAnswer } from '../team/ask.ts';
import { DraftButton } from '../team/draft-button.tsx';
import { inTeam } from '../team/standing.ts';
import { pointsLeft, timesUsed } from './availability.ts';
import { judge, wayOf, type Judgement, type Way } from './judgement.ts';
import { ParameterField, hasControl } from './parameter-field.tsx';
import { matters, startValues, type Choosing, type Values } from './parameters.ts';
import { PriceLine } from './price-line.tsx';
import './actions.css';

export interface ActionFormProps {
  code: string;
  /** Parameters known from the thing it was opened on; they are not asked for again. */
  given?: Values;
  /** Parameters that are preset but may be changed. */
  preset?: Values;
  onDone?: () => void;
  onCancel?: () => void;
}

const WAYS: Record<Way, (see: Sight, action: Action, params: Values, words: string) => Promise<AskAnswer>> = {
  act: (_see, { code }, params, note) => ask({ type: 'act', action: code, params }, note),
  invite: (_see, { code }, params, note) => ask({ type: 'invite', action: code, params }, note),
  order: (see, { code }, params, intent) => addOrder(see, code, params, intent),
};
const TIMING: Record<Way, 'immediate' | 'joint' | 'order'> = { act: 'immediate', invite: 'joint', order: 'order' };

/** What the catalogue says of an action, as sentences. */
export function ActionHelp({ action }: { action: Action }) {
  const consent = action.timing !== 'joint' ? 'none' : action.partial ? 'partial' : 'all';
  return (
    <div className="action-help">
      <p>{tOr(`action.${action.code}.does`, '')}</p>
      <ul className="soft small">
        <li>{t(`timing.${action.timing}`)}</li>
        {action.timing === 'joint' && <li>{t(`consent.${consent}`)}</li>}
        <li>{t(`visibility.${action.visibility}`)}</li>
      </ul>
    </div>
  );
}

/** The refusal that belongs beside one field. */
function errorFor(name: string, refusal: Refusal | null): string | null {
  return refusal && refusal.subject?.split('/')[0] === name ? refusalText(refusal) : null;
}

/** The same where the field is a clause and the fault lies in one of its own parameters: `clause/minimum`. */
function errorWithin(name: string, refusal: Refusal | null): { parameter: string; error: string } | null {
  const [outer, parameter] = refusal?.subject?.split('/') ?? [];
  return refusal && outer === name && parameter !== undefined ? { parameter, error: refusalText({ ...refusal, subject: parameter }) } : null;
}

function Summary({ see, action, judged, way }: { see: Sight; action: Action; judged: Judgement; way: Way }) {
  const cap = capOf(see, action);
  return (
    <dl className="form-summary">
      <div>
        <dt>{t('form.price')}</dt>
        <dd>
          <PriceLine price={judged.price} points={action.points} each={way === 'invite' && action.partial} />
        </dd>
      </div>
      <div className="soft small">
        <dt className="visually-hidden">{t('form.otherThings')}</dt>
        <dd>
          {action.points > 0 && <span>{t('form.pointsLeft', { left: Math.max(0, pointsLeft(see)) })}</span>}
          {cap !== null && <span>{t('form.capUsed', { used: timesUsed(see, action), cap })}</span>}
        </dd>
      </div>
    </dl>
  );
}

export function ActionForm({ code, given = {}, preset = {}, onDone, onCancel }: ActionFormProps) {
  const see = useSight();
  return see && ACTIONS[code] ? <Form key={code} see={see} action={ACTIONS[code]} given={given} preset={preset} onDone={onDone} onCancel={onCancel} /> : null;
}

function Form({ see, action, given, preset, onDone, onCancel }: { see: Sight; action: Action; given: Values; preset: Values } & Pick<ActionFormProps, 'onDone' | 'onCancel'>) {
  const readOnly = useReadOnly();
  const seats = useMemo(() => see.public.exercise.seats.filter((seat) => seat !== see.own.seat.id), [see.public.exercise.seats, see.own.seat.id]);
  const choosing: Omit<Choosing, 'values'> = { sight: see, owner: action.code, seats };
  const [values, setValues] = useState<Values>(() => startValues(action.parameters.shape, choosing, { ...preset, ...given }));
  const [intent, setIntent] = useState('');
  const [tried, setTried] = useState(false);
  const [answered, setAnswered] = useState<Refusal | null>(null);
  const [busy, setBusy] = useState(false);

  const judged = judge(see, action, values);
  const way = wayOf(action, judged.partners);
  // What is merely not filled in yet is no error before someone tries.
  const shown = answered ?? (judged.incomplete && !tried ? null : judged.refusal);
  const fields = Object.entries(action.parameters.shape).filter(([name, schema]) => !(name in given) && hasControl(schema) && matters(schema, values));
  const beside = fields.some(([name]) => errorFor(name, shown) !== null);
  const name = tOr(`action.${action.code}`, action.code);

  const team = useStore(inTeam) && way !== 'order';
  const releaser = useReleaser({ type: way === 'invite' ? 'invite' : 'act', action: action.code, params: values });
  const drafted = team ? releaser : null;
  /** What would be asked for; null, with the reason shown, where that is not possible yet. */
  const complete = (): DraftCommand | null => {
    setTried(true);
    if (judged.refusal) announce(refusalText(judged.refusal));
    return judged.refusal || !judged.params ? null : { type: way === 'invite' ? 'invite' : 'act', action: action.code, params: judged.params };
  };
  const change = (field: string, value: unknown) => {
    setAnswered(null);
    setValues((held) => ({ ...held, [field]: value, ...(field === 'threat' ? { claim: undefined, source: undefined } : {}) }));
  };
  const submit = async () => {
    if (!complete()) return;
    setBusy(true);
    const answer = await WAYS[way](see, action, judged.params!, intent.trim());
    setBusy(false);
    if (answer.accepted) {
      told(answer, t(`form.done.${TIMING[way]}`, { action: name }));
      onDone?.();
    } else {
      setAnswered(answer.refusal);
      announce(refusalText(answer.refusal));
    }
  };

  return (
    <form
      className="action-form"
      aria-label={name}
      onSubmit={(event) => {
        event.preventDefault();
        void submit();
      }}
    >
      <ActionHelp action={action} />
      {fields.map(([field, schema]) => (
        <ParameterField key={field} name={field} schema={schema} choosing={{ ...choosing, values }} value={values[field]} error={errorWithin(field, shown) ? null : errorFor(field, shown)} within={errorWithin(field, shown)} onChange={(value) => change(field, value)} />
      ))}
      {team && <TextField label={t('team.note')} hint={t('team.noteHint')} value={intent} maxLength={500} onChange={setIntent} />}
      {way === 'order' && <TextField label={t('form.intent')} hint={t('form.intentHint')} value={intent} maxLength={200} onChange={setIntent} />}
      <Summary see={see} action={action} judged={judged} way={way} />
      {shown && !beside && (
        <p className="field-error" role="alert">
          <CircleAlert size={16} aria-hidden />
          <span>{refusalText(shown)}</span>
        </p>
      )}
      <div className="row-wrap form-buttons">
        {onCancel && <Button onPress={onCancel}>{t('dialog.cancel')}</Button>}
        {drafted === null && team && !readOnly && <DraftButton command={complete} note={intent} onAnswer={(answer) => (answer.accepted ? onDone?.() : setAnswered(answer.refusal))} />}
        <Button kind="primary" type="submit" isDisabled={readOnly || busy}>
          {drafted !== null ? <UsersRound size={16} aria-hidden /> : way === 'act' ? <Zap size={16} aria-hidden /> : <Send size={16} aria-hidden />}
          {drafted === null ? t(`form.submit.${TIMING[way]}`) : t('team.draftFor', { releaser: t(releaserKey(drafted)) })}
        </Button>
      </div>
    </form>
  );
}
