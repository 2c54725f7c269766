// When what is asked for is due: at a lock.
import type { Phase } from '../model/vocabulary.ts';

/** Turn at whose lock something is due: what is asked behind the lock has until the next one. */
export function deadline(turn: number, phase: Phase, within = 0): number {
  return (phase === 'resolution' || phase === 'review' ? turn + 1 : turn) + within;
}
