// The draft editor: parties, clauses with a form each, what is wrong with the text, and the step onto the table.
import { ArrowLeft, ChevronDown, ChevronUp, Plus, Trash2 } from 'lucide-react';
import { useState } from 'react';
import { INSTRUMENT_KINDS, MARKINGS } from '../../../shared/model/vocabulary.ts';
import { ACTIONS } from '../../../shared/rules/actions/catalogue.ts';
import { CLAUSES } from '../../../shared/rules/clauses/catalogue.ts';
import { latest } from '../../../shared/rules/instruments/binding.ts';
import type { DraftCommand } from '../../../shared/model/commands.ts';
import type { Refusal } from '../../../shared/rules/refusals.ts';
import type { Sight } from '../../../shared/view/view.ts';
import { availabilityOf } from '../../actions/availability.ts';
import { judge } from '../../actions/judgement.ts';
import { ManyField } from '../../actions/many-field.tsx';
import { ParameterField } from '../../actions/parameter-field.tsx';
import { optionLabel } from '../../actions/parameters.ts';
import { Articles, ClauseProse } from '../../clauses/articles.tsx';
import { differenceOf } from '../../clauses/difference.ts';
import { clauseTitle } from '../../clauses/prose.ts';
import { Button, IconButton, Select, TextField, announce } from '../../design/index.ts';
import { hasText, refusalText, t, tOr } from '../../locales/text.ts';
import { ask, told, useAskLabel, useReleaser } from '../../team/ask.ts';
import { DraftButton } from '../../team/draft-button.tsx';
import { addClause, commandFor, faultText, setParameter, withParties, type Draft } from './drafting.ts';
import { RatificationCard } from './ratification-card.tsx';

/** Clause kinds the exercise has, with the turn of those that come later. */
function kindsFor(see: Sight): { id: string; label: string; description: string; disabled: boolean }[] {
  const { unlocked, unlocksAt } = see.public.exercise;
  return Object.keys(CLAUSES).filter((kind) => !unlocked || unlocked.clauses.includes(kind) || kind in unlocksAt.clauses).map((kind) => {
    const locked = unlocked !== null && !unlocked.clauses.includes(kind);
    return { id: kind, label: clauseTitle(kind), description: locked ? t('menu.locked', { turn: unlocksAt.clauses[kind] ?? 0 }) : tOr(`clause.${kind}.help`, ''), disabled: locked };
  });
}

/** Where a refusal of a text points: `clauses/2/minimum`, or `clauses/2/clause/minimum` for a clause within the clause. */
function pointsAt(refusal: Refusal | null): { clause: number; parameter: string | null; inner: string | null } | null {
  const [part, clause, parameter, inner] = refusal?.subject?.split('/') ?? [];
  return part === 'clauses' && clause !== undefined ? { clause: Number(clause), parameter: parameter ?? null, inner: inner ?? null } : null;
}

/** Under which name a parameter has its words: its clause may have words of its own for it. */
function ownName(kind: string, parameter: string): string {
  return hasText(`parameter.${kind}.${parameter}`) ? `${kind}.${parameter}` : parameter;
}

function ClauseEditor({ see, draft, index, refusal, onChange }: { see: Sight; draft: Draft; index: number; refusal: Refusal | null; onChange: (draft: Draft) => void }) {
  const clause = draft.clauses[index]!;
  const [open, setOpen] = useState(false);
  const entry = CLAUSES[clause.kind];
  const at = pointsAt(refusal);
  const mine = at?.clause === index ? refusal : null;
  const choosing = { sight: see, values: clause.params, owner: clause.kind, seats: [see.own.seat.id, ...draft.parties] };
  const move = (by: number) => {
    const clauses = [...draft.clauses];
    clauses.splice(index + by, 0, ...clauses.splice(index, 1));
    onChange({ ...draft, clauses });
  };
  const title = clauseTitle(clause.kind);
  return (
    <li className="clause-editor" data-faulty={mine !== null}>
      <div className="row">
        <h4 className="grow">{t('clause.article', { number: index + 1 })} — {title}</h4>
        <IconButton label={t('draft.up', { clause: title })} isDisabled={index === 0} onPress={() => move(-1)}>
          <ChevronUp size={16} aria-hidden />
        </IconButton>
        <IconButton label={t('draft.down', { clause: title })} isDisabled={index === draft.clauses.length - 1} onPress={() => move(1)}>
          <ChevronDown size={16} aria-hidden />
        </IconButton>
        <IconButton label={t('draft.remove', { clause: title })} onPress={() => onChange({ ...draft, clauses: draft.clauses.filter((_, place) => place !== index) })}>
          <Trash2 size={16} aria-hidden />
        </IconButton>
      </div>
      <ClauseProse view={see.public} clause={clause} />
      {mine && <p className="field-error" role="alert">{faultText(see, { ...mine, subject: at?.inner ?? (at?.parameter ? ownName(clause.kind, at.parameter) : null) })}</p>}
      {entry && Object.keys(entry.parameters.shape).length > 0 && (
        <div>
          <Button size="small" kind="quiet" aria-expanded={open} onPress={() => setOpen(!open)}>
            {open ? t('draft.closeClause') : t('draft.openClause')}
          </Button>
        </div>
      )}
      {open && entry && (
        <div className="stack clause-fields">
          {Object.entries(entry.parameters.shape).map(([name, schema]) => (
            <ParameterField key={name} name={name} schema={schema} choosing={choosing} value={clause.params[name]} error={mine && at?.parameter === name && at.inner === null ? refusalText({ ...mine, subject: ownName(clause.kind, name) }) : null} within={mine && at?.parameter === name && at.inner !== null ? { parameter: at.inner, error: refusalText({ ...mine, subject: at.inner }) } : null} onChange={(value) => onChange(setParameter(draft, index, name, value))} />
          ))}
        </div>
      )}
    </li>
  );
}

export function DraftEditor({ see, start, onBack, onTabled }: { see: Sight; start: Draft; onBack: () => void; onTabled: () => void }) {
  const [draft, setDraft] = useState(start);
  const [answered, setAnswered] = useState<Refusal | null>(null);
  const [tried, setTried] = useState(false);
  const [busy, setBusy] = useState(false);
  const { action: code, params } = commandFor(draft);
  const judged = judge(see, ACTIONS[code]!, params);
  const refusal = answered ?? (judged.incomplete && !tried ? null : judged.refusal);
  const amended = draft.amends ? see.own.instruments[draft.amends.instrument] : undefined;
  const available = availabilityOf(see, ACTIONS[code]!);
  const releaser = useReleaser({ type: 'act', action: code, params });
  /** What would be asked for; null, with the reason shown, where that is not possible yet. */
  const complete = (): DraftCommand | null => {
    setTried(true);
    if (judged.refusal) announce(refusalText(judged.refusal));
    return judged.refusal || !judged.params ? null : { type: 'act', action: code, params: judged.params };
  };
  const label = useAskLabel({ type: 'act', action: code, params }, t(draft.amends ? 'draft.amend' : 'draft.table'));
  const change = (next: Draft) => {
    setAnswered(null);
    setDraft(next);
  };
  const submit = async () => {
    const command = complete();
    if (!command) return;
    setBusy(true);
    const answer = await ask(command);
    setBusy(false);
    if (answer.accepted) {
      told(answer, t(draft.amends ? 'draft.amended' : 'draft.tabled', { title: draft.title }));
      onTabled();
    } else {
      setAnswered(answer.refusal);
      announce(refusalText(answer.refusal));
    }
  };
  const others = see.public.exercise.seats.filter((seat) => seat !== see.own.seat.id);
  const preview = { id: 'draft', parties: [see.own.seat.id, ...draft.parties], status: 'tabled' as const, versions: [{ version: 1, by: see.own.seat.id, turn: 0, title: draft.title, kind: draft.kind, clauses: draft.clauses }], binding: null, inForceSince: null };
  const besideClause = pointsAt(refusal) !== null;
  return (
    <div className="document">
      <div>
        <Button kind="quiet" size="small" onPress={onBack}>
          <ArrowLeft size={16} aria-hidden /> {t('document.back')}
        </Button>
      </div>
      <h3 className="document-title">{draft.amends ? t('draft.amending', { title: start.title }) : t('draft.heading')}</h3>
      {!draft.amends && <ManyField label={t('parameter.parties')} hint={t('draft.partiesHint')} marks options={others.map((id) => ({ id, label: see.public.seats[id]?.name ?? id }))} value={draft.parties} error={refusal?.subject === 'parties' ? refusalText(refusal) : null} onChange={(parties) => change(withParties(draft, parties, see))} />}
      <TextField label={t('parameter.title')} value={draft.title} maxLength={120} onChange={(title) => change({ ...draft, title })} error={refusal?.subject === 'title' ? refusalText(refusal) : null} />
      <div className="two-fields">
        <Select label={t('parameter.kind')} value={draft.kind} options={INSTRUMENT_KINDS.map((id) => ({ id, label: optionLabel('kind', id), description: t(`draft.kind.${id}`) }))} onChange={(kind) => change({ ...draft, kind })} />
        {!draft.amends && <Select label={t('parameter.classification')} value={draft.classification} options={MARKINGS.map((id) => ({ id, label: optionLabel('marking', id) }))} onChange={(classification) => change({ ...draft, classification })} />}
      </div>
      {!draft.amends && draft.parties.length > 1 && (
        <Select
          label={t('parameter.minParties')}
          hint={t('draft.minPartiesHint')}
          value={String(draft.minParties)}
          options={[{ id: '0', label: t('draft.allParties') }, ...Array.from({ length: draft.parties.length - 1 }, (_, index) => ({ id: String(index + 2), label: t('draft.someParties', { count: index + 2, of: draft.parties.length + 1 }) }))]}
          error={refusal?.subject === 'minParties' ? refusalText(refusal) : null}
          onChange={(chosen) => change({ ...draft, minParties: Number(chosen) })}
        />
      )}
      <ol className="clause-editors">
        {draft.clauses.map((clause, index) => (
          <ClauseEditor key={`${clause.kind}/${index}`} see={see} draft={draft} index={index} refusal={refusal} onChange={change} />
        ))}
      </ol>
      <div className="row add-clause">
        <Plus size={16} aria-hidden />
        <div className="grow">
          <Select label={t('draft.addClause')} hideLabel value={null} placeholder={t('draft.addClause')} options={kindsFor(see)} onChange={(kind) => change(addClause(draft, kind, see))} />
        </div>
      </div>
      {amended && (
        <details className="earlier">
          <summary>{t('draft.redline')}</summary>
          <Articles view={see.public} changes={differenceOf(latest(amended), draft).clauses} />
        </details>
      )}
      {draft.clauses.length > 0 && draft.parties.length > 0 && <RatificationCard see={see} text={amended ? { ...preview, versions: [...amended.versions, { ...preview.versions[0]!, version: latest(amended).version + 1 }], binding: amended.binding } : preview} />}
      {refusal && !besideClause && !['title', 'parties', 'minParties'].includes(refusal.subject ?? '') && <p className="field-error" role="alert">{refusalText(refusal)}</p>}
      {available.kind === 'phase' && <p className="soft small">{t('document.phase')}</p>}
      <div className="row-wrap document-buttons">
        {releaser === null && available.kind === 'open' && <DraftButton command={complete} onAnswer={(answer) => (answer.accepted ? onTabled() : setAnswered(answer.refusal))} />}
        <Button kind="primary" isDisabled={busy || available.kind !== 'open'} onPress={() => void submit()}>
          {label}
        </Button>
      </div>
    </div>
  );
}
