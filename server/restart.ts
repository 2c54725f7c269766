// What becomes of the clock when the server was away: a class stands still until its instructor is back, a course goes on and nobody loses time by it.
import type { Command } from '../shared/model/commands.ts';
import type { State } from '../shared/model/state.ts';
import { isCourse } from '../shared/rules/schedule.ts';

/** A course takes no notice of an absence as short as this, in milliseconds. */
const NOTICED = 5 * 60_000;

/** What the clock asks for once an exercise is there again, and when that is dated to. `alive`: the last sign of life before, in milliseconds since the epoch. Null: it goes on as it is. */
export function afterAbsence(state: State, alive: number, now: number): { command: Command; at: number } | null {
  const { deadline, until } = state.clock;
  if (!isCourse(state)) {
    const overdue = state.status === 'paused' && until !== null && until <= now;
    return state.status === 'running' || overdue ? { command: { type: 'pause', reason: 'serverRestarted' }, at: alive } : null;
  }
  const away = now - alive;
  // It is due within as long as nobody could work: people get that time back.
  const missed = state.status === 'running' && deadline !== null && deadline > alive && deadline <= now + away;
  return away > NOTICED && missed ? { command: { type: 'putOffDeadline', by: away }, at: now } : null;
}
