// The seat for those who do not mind.
import type { SeatId } from '../../shared/model/vocabulary.ts';
import type { PublicView } from '../../shared/view/view.ts';

/** The seat with the fewest people; the scenario's order decides between equals. */
export function freestSeat(view: PublicView): SeatId | null {
  let best: SeatId | null = null;
  for (const seat of view.exercise.seats) if (best === null || (view.seats[seat]?.people ?? 0) < (view.seats[best]?.people ?? 0)) best = seat;
  return best;
}
