// Every unordered pair of a list of seats.
import type { SeatId } from '../../model/vocabulary.ts';

export function pairsOf(seats: readonly SeatId[]): [SeatId, SeatId][] {
  return seats.flatMap((a, index) => seats.slice(index + 1).map((b): [SeatId, SeatId] => [a, b]));
}
