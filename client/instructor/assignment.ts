// Seats for everyone who has none.
import type { SeatId } from '../../shared/model/vocabulary.ts';
import type { PublicView } from '../../shared/view/view.ts';
import type { Presence } from '../store.ts';

/** Puts everyone without a seat where the fewest people are. */
export function assignment(view: PublicView, people: readonly Presence[]): { participant: string; seat: SeatId }[] {
  const counts = new Map(view.exercise.seats.map((seat) => [seat, people.filter((person) => person.seat === seat).length]));
  return people
    .filter((person) => person.role === 'participant' && person.seat === null)
    .map((person) => {
      const [seat] = [...counts].reduce((best, each) => (each[1] < best[1] ? each : best));
      counts.set(seat, counts.get(seat)! + 1);
      return { participant: person.participant, seat };
    });
}
