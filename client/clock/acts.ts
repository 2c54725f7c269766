// Which acts on the clock are still worth telling, and for how long.
import type { ClockAct } from '../../shared/model/state.ts';
import type { ExerciseView } from '../../shared/view/view.ts';

const MINUTE = 60_000;
/** How long an act is told on a screen that is looked at, and on the wall, in milliseconds. */
export const ON_SCREEN = 5 * MINUTE;
export const ON_WALL = 15 * MINUTE;
/** That the clock goes on is plain to see; why, is told like any other reason. */
const BRIEFLY = 15_000;

/** What shows by itself as long as it lasts. */
const SHOWN: ReadonlySet<string> = new Set(['clockPaused', 'breakCalled', 'ordersAwaited', 'exerciseEnded']);
/** What is about more than the phase in which it happened. */
const LASTING: ReadonlySet<string> = new Set(['phaseCutShort', 'deadlinesMoved']);

export function isTold(act: ClockAct, { turn, phase, status }: Pick<ExerciseView, 'turn' | 'phase' | 'status'>, now: number, span: number): boolean {
  if (SHOWN.has(act.type) || status === 'debrief') return false;
  if (!LASTING.has(act.type) && (act.turn !== turn || act.phase !== phase)) return false;
  return now - act.at <= (act.type === 'clockResumed' && !act.data['reason'] ? BRIEFLY : span);
}
