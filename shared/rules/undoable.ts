// Which of the acts of exercise control can be taken back now: what has been seen cannot, nor what has since been built upon.
import type { ControlAct, State } from '../model/state.ts';
import { locate } from '../model/fields.ts';
import { isPast, plannedInject, timeOf } from './inject-list.ts';

/** The last act that can be taken back. One that cannot stands in the way of earlier ones on the same thing alone. */
export function lastUndoable(state: State): ControlAct | null {
  const passed = new Set<string>();
  for (const act of [...state.controlActs].reverse()) {
    if (!passed.has(act.subject) && canUndo(state, act)) return act;
    passed.add(act.subject);
  }
  return null;
}

function canUndo(state: State, { subject, before }: ControlAct): boolean {
  if (before === null) return true;
  if (state.status === 'debrief') return false;
  // What has moved on since is built upon what was set.
  if ('number' in before) {
    const place = locate(state, subject);
    return place !== null && place.holder[place.key] === before.number.after;
  }
  if ('moved' in before) return before.moved.moves.every(({ participant, to }) => (state.seating[participant] ?? null) === to);
  if ('seat' in before) return state.bots[subject] !== undefined && !Object.values(state.seating).includes(subject) && before.seat.people.every((person) => state.seating[person] === undefined);
  // Where its time has passed meanwhile, it would be planned again and yet never come.
  const planned = plannedInject(state, subject);
  const { change } = before.inject;
  const now = state.injectChanges[subject];
  const comesBack = now?.dropped !== change?.dropped || now?.at?.turn !== change?.at?.turn || now?.at?.phase !== change?.at?.phase;
  const time = planned ? timeOf(planned, change) : null;
  return !(comesBack && !change?.dropped && time && isPast(state, time));
}
