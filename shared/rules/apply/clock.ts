// How the clock runs and stands still, what everybody is told of it, and what stands for orders that are missing.
import type { Event, EventData, EventType } from '../../model/events.ts';
import type { State } from '../../model/state.ts';
import { dateOf } from '../schedule.ts';

type Handlers = { [T in EventType]?: (state: State, data: EventData[T], event: Event) => void };

/** Acts on the clock that everybody still reads. */
const REMEMBERED = 6;

const STOPPED = { deadline: null, remaining: null, reason: null, until: null, awaited: null };

export const applyClock: Handlers = {
  phaseStarted(state, { phase, deadline }) {
    state.phase = phase;
    if (state.ready.length > 0) state.ready = [];
    state.clock = { ...STOPPED, deadline };
  },
  clockPaused(state, { reason, remaining, seats }, event) {
    state.status = 'paused';
    state.clock = { ...STOPPED, remaining, reason, awaited: seats ?? state.clock.awaited };
    tell(state, event);
  },
  clockResumed(state, { deadline }, event) {
    // Where no time was left, the lock begins to wait anew.
    const awaited = state.clock.remaining === 0 ? null : state.clock.awaited;
    state.status = 'running';
    state.clock = { ...STOPPED, deadline, awaited };
    tell(state, event);
  },
  phaseExtended(state, { deadline, remaining }, event) {
    state.clock = { ...state.clock, deadline, remaining };
    tell(state, event);
  },
  phaseCutShort(state, _data, event) {
    tell(state, event);
  },
  breakCalled(state, { until, remaining, reason }, event) {
    state.status = 'paused';
    state.clock = { ...STOPPED, remaining, reason, until, awaited: state.clock.awaited };
    tell(state, event);
  },
  breakExtended(state, { until }, event) {
    state.clock = { ...state.clock, until };
    tell(state, event);
  },
  deadlinesMoved(state, { deadlines, because, reason }, event) {
    state.schedule = state.schedule.map((date) => {
      const to = dateOf(deadlines, date.turn, date.phase);
      return to ? { ...date, at: to.at, moves: date.moves + 1 } : date;
    });
    const now = dateOf(deadlines, state.turn, state.phase);
    if (now && state.clock.deadline !== null && state.clock.awaited === null) state.clock = { ...state.clock, deadline: now.at };
    if (now && state.clock.remaining !== null && state.clock.awaited === null) state.clock = { ...state.clock, remaining: Math.max(0, now.at - event.at) };
    // The dates themselves stand in the schedule.
    tell(state, event, { ...deadlines[0]!, count: deadlines.length, because, reason });
  },
  ordersAwaited(state, { seats, deadline }, event) {
    state.clock = { ...state.clock, deadline, awaited: seats };
    tell(state, event);
  },
  standingMarked(state, { seat, standing }) {
    const sheet = state.sheets[seat]!;
    if (standing) sheet.standing = true;
    else {
      delete sheet.standing;
      if (state.standing[seat]) state.standing[seat].marked = false;
    }
  },
  exerciseEnded(state, { status }, event) {
    state.status = status;
    state.clock = { ...STOPPED };
    tell(state, event);
  },
};

function tell(state: State, { at, turn, phase, type, data }: Event, told: Record<string, unknown> = { ...data }): void {
  state.clockActs = [...state.clockActs, { at, turn, phase, type, data: told }].slice(-REMEMBERED);
}
