// Ideas of one's own on the order sheet: the form that puts one forward, and the list of all with a place to argue.
import { Lightbulb, Undo2 } from 'lucide-react';
import { useState } from 'react';
import type { MatrixOrder } from '../../../shared/model/state.ts';
import type { Sight } from '../../../shared/view/view.ts';
import { pointsLeft } from '../../actions/availability.ts';
import { Button, ConfirmButton, TextField, announce } from '../../design/index.ts';
import { refusalText, t } from '../../locales/text.ts';
import { useReadOnly } from '../../store.ts';
import { ask as asked, told } from '../../team/ask.ts';
import type { DraftCommand } from '../../../shared/model/commands.ts';
import { IdeaCard } from './idea-card.tsx';
import { ideasOf, proposing, sidesLeft, type Side } from './ideas.ts';

/** Longest texts, as the rules have them. */
const MOST = { act: 300, effect: 300, reason: 200, argument: 300 };

function useAsking(): { busy: boolean; error: string | null; ask: (command: DraftCommand, done: string) => Promise<boolean> } {
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<string | null>(null);
  return {
    busy,
    error,
    ask: async (command, done) => {
      setBusy(true);
      const answer = await asked(command);
      setBusy(false);
      setError(answer.accepted ? null : refusalText(answer.refusal));
      if (answer.accepted) told(answer, done);
      else announce(refusalText(answer.refusal));
      return answer.accepted;
    },
  };
}

function Counted({ label, hint, value, most, rows, onChange }: { label: string; hint?: string; value: string; most: number; rows?: number; onChange: (value: string) => void }) {
  return <TextField label={label} hint={[hint, value === '' ? undefined : t('idea.characters', { count: value.length, most })].filter((part) => part !== undefined).join(' ') || undefined} value={value} rows={rows} maxLength={most} onChange={onChange} />;
}

function Proposal({ onDone }: { onDone: () => void }) {
  const { busy, error, ask } = useAsking();
  const [act, setAct] = useState('');
  const [effect, setEffect] = useState('');
  const [reasons, setReasons] = useState(['', '', '']);
  const complete = [act, effect, ...reasons].every((text) => text.trim() !== '');
  const submit = async () => {
    if (await ask({ type: 'proposeMatrix', act: act.trim(), effect: effect.trim(), reasons: reasons.map((reason) => reason.trim()) }, t('idea.proposed'))) onDone();
  };
  return (
    <form
      className="stack idea-form"
      onSubmit={(event) => {
        event.preventDefault();
        void submit();
      }}
    >
      <Counted label={t('idea.actLabel')} hint={t('idea.actHint')} value={act} most={MOST.act} rows={2} onChange={setAct} />
      <Counted label={t('idea.effectLabel')} hint={t('idea.effectHint')} value={effect} most={MOST.effect} rows={2} onChange={setEffect} />
      {reasons.map((reason, index) => (
        <Counted key={index} label={t('idea.reason', { number: index + 1 })} value={reason} most={MOST.reason} onChange={(text) => setReasons(reasons.map((old, place) => (place === index ? text : old)))} />
      ))}
      <p className="small soft">{t('idea.next')}</p>
      {error && <p className="field-error" role="alert">{error}</p>}
      <div className="row-wrap form-buttons">
        <Button onPress={onDone}>{t('dialog.cancel')}</Button>
        <Button kind="primary" type="submit" isDisabled={busy || !complete}>
          <Lightbulb size={16} aria-hidden /> {t('idea.propose')}
        </Button>
      </div>
    </form>
  );
}

function Argue({ idea, sides }: { idea: MatrixOrder; sides: Side[] }) {
  const { busy, error, ask } = useAsking();
  const [side, setSide] = useState<Side | null>(null);
  const [text, setText] = useState('');
  if (side === null || !sides.includes(side)) {
    return (
      <div className="row-wrap">
        {sides.map((one) => <Button key={one} size="small" onPress={() => setSide(one)}>{t(`idea.argue.${one}`)}</Button>)}
      </div>
    );
  }
  return (
    <form
      className="idea-side"
      onSubmit={(event) => {
        event.preventDefault();
        void ask({ type: 'argueMatrix', matrix: idea.id, side, text: text.trim() }, t('idea.argued')).then((done) => {
          if (!done) return;
          setSide(null);
          setText('');
        });
      }}
    >
      <Counted label={t(`idea.argueLabel.${side}`)} value={text} most={MOST.argument} rows={2} onChange={setText} />
      {error && <p className="field-error" role="alert">{error}</p>}
      <div className="row-wrap">
        <Button size="small" onPress={() => setSide(null)}>{t('dialog.cancel')}</Button>
        <Button size="small" kind="primary" type="submit" isDisabled={busy || text.trim() === ''}>{t('idea.say')}</Button>
      </div>
    </form>
  );
}

function Withdraw({ idea }: { idea: MatrixOrder }) {
  const { error, ask } = useAsking();
  return (
    <div>
      <ConfirmButton size="small" title={t('idea.withdrawTitle')} text={t('idea.withdrawText')} confirm={t('idea.withdraw')} onConfirm={() => void ask({ type: 'withdrawMatrix', matrix: idea.id }, t('idea.withdrawn'))}>
        <Undo2 size={15} aria-hidden /> {t('idea.withdraw')}
      </ConfirmButton>
      {error && <p className="field-error" role="alert">{error}</p>}
    </div>
  );
}

export function IdeasSection({ see }: { see: Sight }) {
  const readOnly = useReadOnly();
  const [writing, setWriting] = useState(false);
  const self = see.own.seat.id;
  const ideas = ideasOf(see.public);
  const may = proposing(see, pointsLeft(see));
  const open = !readOnly && (see.public.exercise.phase === 'negotiation' || see.public.exercise.phase === 'orders');
  if (ideas.length === 0 && !open) return null;
  return (
    <section className="stack" aria-label={t('idea.heading')}>
      <h3>{t('idea.heading')}</h3>
      {open && !writing && (
        <>
          <p className="small soft">{t(`idea.may.${may}`)}</p>
          {may === 'open' && (
            <div>
              <Button onPress={() => setWriting(true)}>
                <Lightbulb size={16} aria-hidden /> {t('idea.begin')}
              </Button>
            </div>
          )}
        </>
      )}
      {open && writing && <Proposal onDone={() => setWriting(false)} />}
      {ideas.map((idea) => {
        const sides = open ? sidesLeft(idea, self) : [];
        return (
          <IdeaCard key={idea.id} idea={idea} view={see.public} self={self}>
            {sides.length > 0 && <Argue idea={idea} sides={sides} />}
            {open && idea.seat === self && idea.status === 'open' && <Withdraw idea={idea} />}
          </IdeaCard>
        );
      })}
    </section>
  );
}
