// The clock: what exercise control does to it, what it asks for itself when time is up, and what the server asks after it was away.
import type { Command } from '../../model/commands.ts';
import type { NewEvent } from '../../model/events.ts';
import type { Deadline, State } from '../../model/state.ts';
import { advance, endExercise, startExercise } from '../course.ts';
import { graceOf, lateSeats, policyOf } from '../late.ts';
import { standIn, usualStandIn } from '../missing-orders.ts';
import { inPractice } from '../practice.ts';
import { accept, refuse } from '../refusals.ts';
import type { Result } from '../refusals.ts';
import { HALF_DAY, compare, dateOf, inOrder, isCourse, putOff } from '../schedule.ts';
import { isUnderWay } from '../under-way.ts';
import { Working } from '../working.ts';
import type { Handlers } from './handler.ts';

const MINUTE = 60_000;

const said = (reason: string | undefined) => (reason?.trim() ? { reason: reason.trim() } : {});

/** Time is up, and orders of people are missing: the lock waits for them, and then the clock stands still so that exercise control decides. Null: it goes on. */
function waitForOrders(state: State, at: number): NewEvent[] | null {
  const seats = lateSeats(state);
  if (seats.length === 0 || policyOf(state) !== 'pause') return null;
  const grace = graceOf(state);
  if (state.clock.awaited === null && grace > 0) return [{ type: 'ordersAwaited', data: { seats, deadline: at + grace }, audience: 'all' }];
  return [{ type: 'clockPaused', data: { reason: 'ordersMissing', remaining: 0, seats }, audience: 'all' }];
}

/** When the phase ends if the clock goes on now. A course keeps its date where that leaves as much as was left, or half a day. */
function resumed(state: State, at: number): { deadline: number | null; moved: Deadline[] } {
  const { turn, phase, schedule, clock } = state;
  if (clock.remaining === null) return { deadline: null, moved: [] };
  const date = isCourse(state) && clock.awaited === null ? dateOf(schedule, turn, phase) : null;
  if (!date || clock.remaining === 0) return { deadline: at + clock.remaining, moved: [] };
  const earliest = at + Math.min(clock.remaining, HALF_DAY);
  return { deadline: Math.max(date.at, earliest), moved: putOff(schedule, date, earliest) };
}

const moves = (deadlines: Deadline[], because: 'control' | 'paused' | 'away', reason = ''): NewEvent[] =>
  (deadlines.length === 0 ? [] : [{ type: 'deadlinesMoved', data: { deadlines, because, reason }, audience: 'all' }]);

/** Of a course: the date of this phase and, as far as they must, those behind it. */
function extended({ turn, phase, schedule }: State, at: number, milliseconds: number): Deadline[] {
  const date = dateOf(schedule, turn, phase);
  if (!date) return [];
  const to = Math.max(at, date.at + milliseconds);
  return to > date.at ? putOff(schedule, date, to) : [{ turn, phase, at: to }];
}

/** Why these dates cannot be; null: they can. */
function misplaced(state: State, asked: readonly Deadline[], at: number): Result<never> | null {
  if (state.schedule.length === 0) return refuse('noSchedule');
  for (const date of asked) {
    const subject = `${date.turn}/${date.phase}`;
    const planned = dateOf(state.schedule, date.turn, date.phase);
    if (!planned || compare(date, state) < 0) return refuse('deadlineUnknown', subject);
    if (date.at <= at && date.at !== planned.at) return refuse('deadlinePast', subject);
  }
  const all = state.schedule.map((date) => dateOf(asked, date.turn, date.phase) ?? date);
  return inOrder(all) ? null : refuse('deadlinesUnordered', 'deadlines');
}

export const clockCommands: Handlers = {
  startExercise: {
    run(state, _command, { at }) {
      if (state.status !== 'lobby') return refuse('alreadyStarted');
      const work = new Working(state, at);
      startExercise(work, at);
      return accept(work.events);
    },
  },
  advancePhase: {
    run(state, { missing, reason }, { at, actor, nonce }) {
      const byClock = actor.kind === 'clock';
      if (state.status === 'lobby' || (byClock && state.status === 'paused')) return refuse('notRunning');
      const waiting = byClock ? waitForOrders(state, at) : null;
      if (waiting) return accept(waiting);
      const work = new Working(state, at);
      const why = said(byClock ? '' : reason);
      if (why.reason) work.emit({ type: 'phaseCutShort', data: { phase: state.phase, reason: why.reason }, audience: 'all' });
      // Control may advance a paused exercise: the next phase runs.
      if (state.status === 'paused') work.emit({ type: 'clockResumed', data: { deadline: at }, audience: 'all' });
      standIn(work, missing ?? usualStandIn(state), nonce);
      advance(work, at);
      return accept(work.events);
    },
  },
  pause: {
    run(state, { reason }, { at, actor }) {
      const onBreak = state.clock.until !== null;
      // A break that nobody was there to end becomes a pause.
      if (state.status === 'paused' && !(onBreak && actor.kind === 'clock')) return refuse('alreadyPaused');
      if (!isUnderWay(state)) return refuse('notRunning');
      return accept([{ type: 'clockPaused', data: { reason, remaining: left(state, at) }, audience: 'all' }]);
    },
  },
  resume: {
    run(state, { reason }, { at, actor }) {
      if (state.status !== 'paused') return refuse('notPaused');
      // The clock ends a break that is over, and no pause.
      if (actor.kind === 'clock' && (state.clock.until === null || state.clock.until > at)) return refuse('notOnBreak');
      const { deadline, moved } = resumed(state, at);
      return accept([{ type: 'clockResumed', data: { deadline, ...said(reason) }, audience: 'all' }, ...moves(moved, 'paused')]);
    },
  },
  callBreak: {
    run(state, { minutes, reason }, { at }) {
      if (state.clock.until !== null) return refuse('alreadyOnBreak');
      if (!isUnderWay(state)) return refuse('notRunning');
      return accept([{ type: 'breakCalled', data: { minutes, until: at + minutes * MINUTE, remaining: left(state, at), reason: reason.trim() }, audience: 'all' }]);
    },
  },
  extendBreak: {
    run(state, { minutes, reason }, { at }) {
      if (state.clock.until === null) return refuse('notOnBreak');
      return accept([{ type: 'breakExtended', data: { minutes, until: Math.max(at, state.clock.until + minutes * MINUTE), reason: reason.trim() }, audience: 'all' }]);
    },
  },
  extendPhase: {
    run(state, { seconds, reason }, { at }) {
      if (state.status === 'lobby') return refuse('notRunning');
      const { deadline, remaining, awaited } = state.clock;
      const longer = {
        seconds,
        deadline: deadline === null ? null : Math.max(at, deadline + seconds * 1000),
        remaining: remaining === null ? null : Math.max(0, remaining + seconds * 1000),
        ...said(reason),
      };
      const dates = isCourse(state) && awaited === null ? extended(state, at, seconds * 1000) : [];
      return accept([...moves(dates, 'control'), { type: 'phaseExtended', data: longer, audience: 'all' }]);
    },
  },
  moveDeadlines: {
    run(state, { deadlines, reason }, { at }) {
      const changed = deadlines.filter((date) => dateOf(state.schedule, date.turn, date.phase)?.at !== date.at);
      const refused = misplaced(state, deadlines, at);
      if (refused) return refused;
      if (changed.length === 0) return refuse('nothingChanged', 'deadlines');
      return accept(moves(changed.sort(compare), 'control', reason.trim()));
    },
  },
  putOffDeadline: {
    run(state, { by }, { at }) {
      const { deadline, awaited } = state.clock;
      if (state.status !== 'running' || deadline === null) return refuse('notRunning');
      const date = awaited === null ? dateOf(state.schedule, state.turn, state.phase) : null;
      if (awaited !== null) return accept([{ type: 'ordersAwaited', data: { seats: awaited, deadline: deadline + by }, audience: 'all' }]);
      return accept(date ? moves(putOff(state.schedule, date, Math.max(at, deadline + by)), 'away') : []);
    },
  },
  endExercise: {
    run(state, { reason }, { at }) {
      if (state.status === 'lobby') return refuse('notRunning');
      if (inPractice(state)) return refuse('practiceRunning');
      const work = new Working(state, at);
      endExercise(work, true, said(reason).reason);
      return accept(work.events);
    },
  },
};

/** Of the phase; kept while the clock stands still. */
function left({ clock: { deadline, remaining } }: State, at: number): number | null {
  return deadline === null ? remaining : Math.max(0, deadline - at);
}

/** Does this command end the writing of orders, with a bot for those that are missing? Then the server asks the bots first. */
export function callsBots(state: State, command: Command, byClock: boolean): boolean {
  if (command.type !== 'advancePhase' || state.phase !== 'orders') return false;
  return byClock ? state.status === 'running' && policyOf(state) === 'bot' : (command.missing ?? usualStandIn(state)) === 'bot';
}
