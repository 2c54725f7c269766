// When what is asked for is due: at a lock.
import type { State } from '../model/state.ts';
import type { Phase } from '../model/vocabulary.ts';

/** Turn at whose lock something is due: what is asked behind the lock has until the next one. */
export function deadline(turn: number, phase: Phase): number {
  return phase === 'resolution' || phase === 'review' ? turn + 1 : turn;
}

/** The same with `within` turns more, but not beyond the last lock. */
export function dueTurn({ settings }: State, { turn, phase }: { turn: number; phase: Phase }, within: number): number {
  const first = deadline(turn, phase);
  return Math.max(first, Math.min(first + within, settings.turns));
}
