// The dates of a course: which one is next, and how they give way to each other when one of them cannot stand.
import type { Deadline } from '../model/entities.ts';
import type { State } from '../model/state.ts';
import type { Phase } from '../model/vocabulary.ts';
import { PHASES } from '../model/vocabulary.ts';

/** Whoever looks in once or twice a day is left this much for a phase when dates give way, in milliseconds. */
export const HALF_DAY = 12 * 3_600_000;

type Moment = Pick<Deadline, 'turn' | 'phase'>;

/** Do phases end at dates? A practice turn runs by the minute. */
export const isCourse = ({ settings, practice }: Pick<State, 'settings' | 'practice'>): boolean => settings.mode === 'course' && practice.before === null;

/** Negative, zero or positive as the first comes before, with or after the second. */
export function compare(a: Moment, b: Moment): number {
  return a.turn - b.turn || PHASES.indexOf(a.phase) - PHASES.indexOf(b.phase);
}

/** Is every date named once, in the order of phases, each later than the one before? */
export function inOrder(dates: readonly Deadline[]): boolean {
  return dates.every((date, index) => index === 0 || (compare(dates[index - 1]!, date) < 0 && dates[index - 1]!.at < date.at));
}

export function dateOf(schedule: readonly Deadline[], turn: number, phase: Phase): Deadline | null {
  return schedule.find((date) => date.turn === turn && date.phase === phase) ?? null;
}

/** The dates that move, when that of `from` is not to be before `earliest`: each later one moves only as far as it must, to leave half a day (or as much as was planned, if less) after the one before. */
export function putOff(schedule: readonly Deadline[], from: Moment, earliest: number): Deadline[] {
  const moved: Deadline[] = [];
  let before: { was: number; is: number } | null = null;
  for (const { turn, phase, at } of schedule) {
    if (compare({ turn, phase }, from) < 0) continue;
    const is: number = Math.max(at, before === null ? earliest : before.is + Math.min(at - before.was, HALF_DAY));
    if (is === at) break;
    moved.push({ turn, phase, at: is });
    before = { was: at, is };
  }
  return moved;
}

/** How early a phase that begins now may end: half a day from now, or as much as lies between its date and the one before, if less. The first one ends as planned, if that is still to come. */
export function earliestEnd(schedule: readonly Deadline[], { turn, phase }: Moment, at: number): number {
  const place = schedule.findIndex((date) => date.turn === turn && date.phase === phase);
  const date = schedule[place]!;
  const planned = place === 0 ? (date.at > at ? 0 : HALF_DAY) : date.at - schedule[place - 1]!.at;
  return at + Math.min(planned, HALF_DAY);
}
