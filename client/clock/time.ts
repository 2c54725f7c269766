// Time as it runs on this page: the server's clock, and what is left of a phase or a break.
import { useSyncExternalStore } from 'react';
import type { PublicView } from '../../shared/view/view.ts';
import { useExercise, useStore } from '../store.ts';

/** Beyond this a phase that runs by minutes has no limit worth telling: nobody waits for the clock, in milliseconds. */
const NO_HURRY = 5 * 86_400_000;

/** Time moves in steps of this many milliseconds on the screen. */
const TICK = 500;
const tick = () => Math.floor(Date.now() / TICK) * TICK;
function everyTick(listener: () => void): () => void {
  const ticking = setInterval(listener, TICK);
  return () => clearInterval(ticking);
}

/** The server's time, in milliseconds since the epoch. */
export function useNow(): number {
  const offset = useStore((state) => state.clockOffset);
  return useSyncExternalStore(everyTick, tick) + offset;
}

/** Milliseconds left in the phase, or of the break; null where there is no limit. */
export function useTimeLeft(): number | null {
  const exercise = useExercise();
  const now = useNow();
  return exercise && timeLeft(exercise, now);
}

/** The same of any exercise, at a moment of the server's time. */
export function timeLeft({ breakUntil, remaining, deadline, mode }: Pick<PublicView['exercise'], 'breakUntil' | 'remaining' | 'deadline' | 'mode'>, now: number): number | null {
  if (breakUntil !== null) return Math.max(0, breakUntil - now);
  if (remaining !== null) return remaining;
  const left = deadline === null ? null : Math.max(0, deadline - now);
  return left !== null && left > NO_HURRY && mode === 'class' ? null : left;
}
