// Who is ready and who is still awaited.
import type { PublicView } from '../../shared/view/view.ts';
import type { SeatId } from '../../shared/model/vocabulary.ts';

export interface Readiness {
  /** Seats that people sit in. */
  seats: number;
  ready: number;
  missing: SeatId[];
}

export function readinessOf(view: PublicView): Readiness {
  const manned = view.exercise.seats.filter((seat) => (view.seats[seat]?.people ?? 0) > 0);
  const missing = manned.filter((seat) => !view.seats[seat]?.ready);
  return { seats: manned.length, ready: manned.length - missing.length, missing };
}
