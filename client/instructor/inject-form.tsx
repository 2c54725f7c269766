// The dialogs in which exercise control changes an inject before it fires, and writes one of its own.
import { PenLine, Siren } from 'lucide-react';
import { useState } from 'react';
import type { ControlCommand } from '../../shared/model/commands.ts';
import type { Moment } from '../../shared/model/state.ts';
import type { SeatId } from '../../shared/model/vocabulary.ts';
import type { Refusal } from '../../shared/rules/refusals.ts';
import type { EffectDraft } from '../../shared/scenario/schema.ts';
import type { MselRow, PublicView } from '../../shared/view/view.ts';
import { Button, ConfirmButton, Dialog, Select, TextField, announce, notify } from '../design/index.ts';
import { refusalText, t } from '../locales/text.ts';
import { send, useStore } from '../store.ts';
import { EffectRows } from './effect-rows.tsx';
import { effectsOf, rowAt, type Row } from './effects.ts';
import { momentText, momentsAhead, recipientsText, triggerText } from './msel.ts';
import { usePersonas } from './personas.ts';
import { PreviewButton } from './preview.tsx';
import { SeatPicks } from './seat-picks.tsx';

/** Where a choice of time means none of the phases: as planned, or now. */
const NO_MOMENT = '';
/** Where a choice of objective means none. */
const NO_OBJECTIVE = '';
const FIELDS = ['title', 'from', 'text', 'to', 'at', 'expect', 'objective'] as const;
type Field = (typeof FIELDS)[number];
type Errors = Partial<Record<Field | 'other', string>>;

interface Draft {
  title: string;
  from: string;
  text: string;
  to: SeatId[];
  at: string;
  expect: string;
  objective: string;
}

const keyOf = ({ turn, phase }: Moment) => `${turn}/${phase}`;
const momentOf = (view: PublicView, key: string): Moment | null => momentsAhead(view).find((moment) => keyOf(moment) === key) ?? null;
const sameSeats = (one: readonly SeatId[], other: readonly SeatId[]) => [...one].sort().join() === [...other].sort().join();

/** All seats are everybody, also where that is said of one seat alone. */
function addressed(view: PublicView, to: readonly SeatId[]): 'all' | SeatId[] {
  return to.length === view.exercise.seats.length ? 'all' : [...to];
}

/** A draft with what is wrong with it: an error goes when its field is changed, and a refusal stands beside the field that it is about. */
function useDraft(start: () => Draft) {
  const [draft, setDraft] = useState(start);
  const [errors, setErrors] = useState<Errors>({});
  return {
    draft, errors,
    change(part: Partial<Draft>) {
      setDraft({ ...draft, ...part });
      setErrors(Object.fromEntries(Object.entries(errors).filter(([field]) => field !== 'other' && !(field in part))));
    },
    fail(found: Errors) {
      setErrors(found);
      announce(Object.values(found).join(' '));
    },
    refused(refusal: Refusal) {
      this.fail({ [FIELDS.find((field) => field === refusal.subject) ?? 'other']: refusalText(refusal) });
    },
  };
}
type Drafting = ReturnType<typeof useDraft>;

/** Texts that are missing: told before anything is asked. */
function missing(draft: Draft, fields: readonly ('title' | 'from' | 'text')[]): Errors {
  return Object.fromEntries(fields.filter((field) => draft[field].trim() === '').map((field) => [field, t('injectForm.missing')]));
}

function Words({ drafting: { draft, errors, change }, read, writes }: { drafting: Drafting; read: boolean; writes: boolean }) {
  const personas = usePersonas();
  return (
    <>
      {writes && <TextField label={t('injectForm.from')} hint={t('speak.personaHint')} value={draft.from} maxLength={60} error={errors.from} onChange={(from) => change({ from })} suggestions={personas} />}
      <TextField label={t('injectForm.title')} value={draft.title} maxLength={120} error={errors.title} disabled={read} autoFocus={!read} onChange={(title) => change({ title })} />
      <TextField label={t('injectForm.text')} hint={read ? t('injectForm.read') : undefined} value={draft.text} rows={6} maxLength={2000} error={errors.text} disabled={read} onChange={(text) => change({ text })} />
    </>
  );
}

/** What the inject is for: the response that participants should find, and the objective that it serves. */
function Purpose({ drafting: { draft, errors, change } }: { drafting: Drafting }) {
  const learning = useStore((state) => state.view!.control?.learning ?? []);
  const options = [{ id: NO_OBJECTIVE, label: t('injectForm.noObjective') }, ...learning.map(({ id, text }) => ({ id, label: text }))];
  return (
    <>
      <TextField label={t('injectForm.expect')} hint={t('injectForm.expectHint')} value={draft.expect} rows={2} maxLength={300} error={errors.expect} onChange={(expect) => change({ expect })} />
      {learning.length > 0 && <Select label={t('injectForm.objective')} value={draft.objective} options={options} error={errors.objective} onChange={(objective) => change({ objective })} />}
    </>
  );
}

function When({ drafting: { draft, errors, change }, none, hint }: { drafting: Drafting; none: string | null; hint?: string }) {
  const view = useStore((state) => state.view!.public);
  const options = [...(none === null ? [] : [{ id: NO_MOMENT, label: none }]), ...momentsAhead(view).map((moment) => ({ id: keyOf(moment), label: momentText(moment) }))];
  // A phase that has begun meanwhile can no longer be chosen.
  const value = options.some(({ id }) => id === draft.at) ? draft.at : (options[0]?.id ?? NO_MOMENT);
  return <Select label={t('injectForm.when')} hint={hint} value={value} options={options} error={errors.at} onChange={(at) => change({ at })} />;
}

function Change({ row, onClose }: { row: MselRow; onClose: () => void }) {
  const view = useStore((state) => state.view!.public);
  const start: Draft = { title: row.title, from: row.from, text: row.text, to: row.to, at: row.at ? keyOf(row.at) : NO_MOMENT, expect: row.expect ?? '', objective: row.objective ?? NO_OBJECTIVE };
  const drafting = useDraft(() => start);
  const { draft, errors, fail, refused, change } = drafting;
  const { planned } = row;
  const read = row.seen;
  const plannedTo = planned?.to ?? row.to;
  const save = async () => {
    const found = missing(draft, ['title', 'text']);
    if (draft.to.length === 0 && plannedTo.length > 0) found.to = t('speak.toMissing');
    if (Object.keys(found).length > 0) return fail(found);
    const command: ControlCommand = {
      type: 'changeInject', inject: row.id,
      ...((draft.title !== start.title || draft.text !== start.text) && { title: draft.title, text: draft.text }),
      ...(!sameSeats(draft.to, start.to) && { to: sameSeats(draft.to, plannedTo) ? null : addressed(view, draft.to) }),
      ...(draft.at !== start.at && { at: momentOf(view, draft.at) }),
      ...(draft.expect.trim() !== start.expect && { expect: draft.expect }),
      ...(draft.objective !== start.objective && { objective: draft.objective || null }),
    };
    if (Object.keys(command).length === 2) return onClose();
    const answer = await send(command);
    if (!answer.accepted) return refused(answer.refusal);
    notify(t('injectForm.changed', { title: draft.title }));
    onClose();
  };
  return (
    <Dialog open onClose={onClose} size="wide" title={t('injectForm.changeTitle', { title: row.title })} actions={<><Button onPress={onClose}>{t('dialog.cancel')}</Button><Button kind="primary" onPress={() => void save()}>{t('injectForm.save')}</Button></>}>
      {row.changed.length > 0 && (
        <div className="row-wrap">
          <p className="small soft grow">{t('injectForm.differs')}</p>
          <Button size="small" onPress={() => change({ ...(planned && !read ? { title: planned.title, text: planned.text } : {}), to: plannedTo, at: NO_MOMENT, ...(planned && { expect: planned.expect ?? '', objective: planned.objective ?? NO_OBJECTIVE }) })}>{t('injectForm.putBack')}</Button>
        </div>
      )}
      <Words drafting={drafting} read={read} writes={false} />
      <SeatPicks chosen={draft.to} hint={t('injectForm.plannedTo', { names: recipientsText(plannedTo, view) })} error={errors.to} onChange={(to) => change({ to })} />
      <When drafting={drafting} none={t('injectForm.asPlanned', { trigger: triggerText(row) })} hint={t('injectForm.whenHint')} />
      <Purpose drafting={drafting} />
      {errors.other && <p className="field-error" role="alert">{errors.other}</p>}
      <PreviewButton asked={() => (draft.to.length > 0 ? { inject: row.id, to: addressed(view, draft.to) } : { inject: row.id })} />
    </Dialog>
  );
}

export function ChangeButton({ row, name }: { row: MselRow; name: string }) {
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button size="small" aria-label={name} onPress={() => setOpen(true)}>
        <PenLine size={15} aria-hidden /> {t('msel.change')}
      </Button>
      {open && <Change row={row} onClose={() => setOpen(false)} />}
    </>
  );
}

function Write({ onClose }: { onClose: () => void }) {
  const view = useStore((state) => state.view!.public);
  // Before the start nothing comes at once.
  const runs = view.exercise.status !== 'lobby';
  const drafting = useDraft(() => ({ title: '', from: t('word.control'), text: '', to: [], at: runs ? NO_MOMENT : keyOf(momentsAhead(view)[0]!), expect: '', objective: NO_OBJECTIVE }));
  const { draft, errors, fail, refused, change } = drafting;
  const [rows, setRows] = useState<Row[]>([]);
  const [fault, setFault] = useState<{ row: number; problem: string } | null>(null);
  const now = momentOf(view, draft.at) === null;
  const effects = (): EffectDraft[] | null => {
    const made = effectsOf(rows);
    setFault(made.ok ? null : { row: made.row, problem: t('effect.fault', { problem: made.problem }) });
    if (!made.ok) announce(t('effect.fault', { problem: made.problem }));
    return made.ok ? made.effects : null;
  };
  const turnedDown = (refusal: Refusal) => {
    const [part, index] = refusal.subject?.split('/') ?? [];
    if (part !== 'effects' || index === undefined) return refused(refusal);
    setFault({ row: rowAt(rows, Number(index)), problem: refusalText(refusal) });
    announce(refusalText(refusal));
  };
  /** True if it may be sent as it stands. */
  const complete = () => {
    const found = missing(draft, ['from', 'title', 'text']);
    if (draft.to.length === 0) found.to = t('speak.toMissing');
    if (Object.keys(found).length > 0) fail(found);
    return Object.keys(found).length === 0 && effects() !== null;
  };
  const write = async () => {
    const made = effects();
    if (!made) return;
    const answer = await send({ type: 'writeInject', title: draft.title, from: draft.from, text: draft.text, to: addressed(view, draft.to), effects: made, at: momentOf(view, draft.at), expect: draft.expect, objective: draft.objective || null });
    if (!answer.accepted) return turnedDown(answer.refusal);
    notify(t(now ? 'msel.firedNow' : 'injectForm.planned', { title: draft.title }));
    onClose();
  };
  return (
    <Dialog
      open
      onClose={onClose}
      size="wide"
      title={t('injectForm.writeTitle')}
      actions={
        <>
          <Button onPress={onClose}>{t('dialog.cancel')}</Button>
          <ConfirmButton kind="primary" asks={now} when={complete} title={t('msel.fireTitle', { title: draft.title })} text={<FireText text={draft.text} />} confirm={t('msel.fire')} onConfirm={() => void write()}>
            {now && <Siren size={15} aria-hidden />} {t(now ? 'injectForm.fireNow' : 'injectForm.plan')}
          </ConfirmButton>
        </>
      }
    >
      <Words drafting={drafting} read={false} writes />
      <SeatPicks chosen={draft.to} error={errors.to} onChange={(to) => change({ to })} />
      <When drafting={drafting} none={runs ? t('injectForm.now') : null} />
      <Purpose drafting={drafting} />
      <EffectRows view={view} rows={rows} heading={t('injectForm.effects')} none={t('injectForm.noEffects')} proposer={draft.to[0] ?? null} fault={fault} onChange={(next) => { setFault(null); setRows(next); }} />
      {rows.length > 0 && (
        <PreviewButton
          asked={() => {
            const made = effects();
            return made && { effects: made, to: addressed(view, draft.to.length > 0 ? draft.to : view.exercise.seats) };
          }}
          onRefused={turnedDown}
        />
      )}
      {errors.other && <p className="field-error" role="alert">{errors.other}</p>}
    </Dialog>
  );
}

/** What is asked before something is shown to people for good. */
export function FireText({ text, inject }: { text: string; inject?: string }) {
  return (
    <div className="stack">
      <p className="free-text">{text}</p>
      <p className="small"><strong>{t('msel.forGood')}</strong></p>
      {inject !== undefined && <PreviewButton asked={() => ({ inject })} />}
    </div>
  );
}

export function WriteButton() {
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button onPress={() => setOpen(true)}>
        <PenLine size={16} aria-hidden /> {t('injectForm.write')}
      </Button>
      {open && <Write onClose={() => setOpen(false)} />}
    </>
  );
}
