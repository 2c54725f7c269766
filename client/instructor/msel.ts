// The list of injects in words and in order: when each comes, where it stands, to whom it goes, and what Undo would take back.
import { PHASES, type ControlDeed } from '../../shared/model/vocabulary.ts';
import type { Moment } from '../../shared/model/state.ts';
import { isPast } from '../../shared/rules/inject-list.ts';
import type { ControlSlice, MselRow, PublicView } from '../../shared/view/view.ts';
import { list, t } from '../locales/text.ts';
import { numberName } from '../panels/why/paths.ts';
import { nameOf } from '../seats.tsx';
import type { Presence } from '../store.ts';

/** When it comes by its own plan: its time, its condition, an event, or by hand alone; then how long it waits and by what chance. */
export function triggerText({ trigger, delay, chance }: Pick<MselRow, 'trigger' | 'delay' | 'chance'>): string {
  const parts = [firstOf(trigger)];
  if (delay > 0) parts.push(t('msel.delay', { turns: delay }));
  if (chance < 100) parts.push(t('msel.chance', { chance }));
  return parts.join(' · ');
}

function firstOf(trigger: MselRow['trigger']): string {
  if (trigger === null) return t('msel.byHand');
  if ('after' in trigger) return t('msel.after', { event: trigger.after, condition: trigger.when ?? 'none' });
  return 'when' in trigger ? t('msel.when', { condition: trigger.when }) : momentText(trigger);
}

export function momentText({ turn, phase }: Moment): string {
  return t('msel.at', { turn, phase: t(`phase.${phase}`) });
}

/** To whom, in few words: all, those it concerns, or by name. */
export function recipientsText(to: readonly string[], view: PublicView): string {
  if (to.length === 0) return t('msel.concerned');
  return to.length >= view.exercise.seats.length && to.length > 2 ? t('messages.everyone') : to.map((seat) => nameOf(view, seat)).join(', ');
}

const TONE = { planned: 'plain', held: 'caution', due: 'action', fired: 'good', skipped: 'plain', dropped: 'caution', past: 'plain' } as const;

export function statusOf({ state, turn }: MselRow): { tone: (typeof TONE)[MselRow['state']]; text: string } {
  return { tone: TONE[state], text: t(`msel.${state}`, { turn: turn ?? 0 }) };
}

/** Injects by turn, each turn by phase; at the end those that wait for something else than a time. */
export function byTurn(rows: readonly MselRow[]): { turn: number | null; rows: MselRow[] }[] {
  const turns = [...new Set(rows.map(({ when }) => when?.turn ?? null))].sort((a, b) => (a ?? Infinity) - (b ?? Infinity));
  const place = ({ when }: MselRow) => (when ? PHASES.indexOf(when.phase) : 0);
  return turns.map((turn) => ({ turn, rows: rows.filter(({ when }) => (when?.turn ?? null) === turn).sort((a, b) => place(a) - place(b) || (a.id < b.id ? -1 : 1)) }));
}

/** Phases that something can still be planned for. */
export function momentsAhead({ exercise }: PublicView): Moment[] {
  return Array.from({ length: exercise.turns }, (_, index) => PHASES.map((phase) => ({ turn: index + 1, phase }))).flat().filter((moment) => !isPast(exercise, moment));
}

type People = Readonly<Record<string, Pick<Presence, 'name'>>>;

/** Some of the people, by name; those who have left without one are somebody. */
function peopleText(subject: string, _control: unknown, _view: unknown, people: People): string {
  return list(subject.split('+').map((person) => people[person]?.name || t('seat.someone')));
}

/** What acts on other things than injects were done to, in words. */
const NAMED: Partial<Record<ControlDeed, (subject: string, control: Pick<ControlSlice, 'messages'>, view: PublicView, people: People) => string | undefined>> = {
  hidden: (subject, { messages }, view) => messages[subject] && (messages[subject].persona ?? nameOf(view, messages[subject].from)),
  handedOver: (subject, _control, view) => nameOf(view, subject),
  moved: peopleText,
  swapped: peopleText,
  published: (subject, _control, view) => view.headlines[subject]?.text,
  overridden: (subject, _control, view) => numberName(subject, view),
};

/** What Undo would take back: the act, and the inject, message, country or people it was done to. */
export function undoText({ did, subject }: { did: ControlDeed; subject: string }, control: Pick<ControlSlice, 'msel' | 'messages'>, view: PublicView, people: People): string {
  const name = NAMED[did] ?? ((inject) => control.msel[inject]?.title);
  return t(`undo.act.${did}`, { name: name(subject, control, view, people) ?? '' });
}
