// Gives everybody a place: evenly over the worlds, then over the seats, and nobody is left over.
import type { SeatId } from '../../../shared/model/vocabulary.ts';
import { hexDigestOf } from '../../../shared/rules/digest.ts';

export interface Candidate {
  id: string;
  /** Fixed where not null: a person who has come stays in their world. */
  world: number | null;
  /** Fixed where not null. */
  seat: SeatId | null;
  /** Has come to play, and is not sent to watch. */
  plays?: boolean;
}

export interface AssignOptions {
  worlds: number;
  seats: readonly SeatId[];
  /** People to a seat: 1 fills one seat after the other, more makes teams and leaves the other seats to bots. */
  team: number;
  /** Where the numbers do not come out even: the seats are shared by one more, or the rest watch. */
  rest: 'share' | 'watch';
  /** Null keeps the order of the list; a word shuffles it, the same word always in the same way. */
  shuffle: string | null;
}

export interface Placed {
  id: string;
  world: number;
  /** Null: watches. */
  seat: SeatId | null;
}

/** People in order of the digest of the word and their id. */
export function shuffled<T extends { id: string }>(people: readonly T[], word: string): T[] {
  const keys = new Map(people.map(({ id }) => [id, hexDigestOf(`${word}|${id}`)]));
  return [...people].sort((a, b) => (keys.get(a.id)! < keys.get(b.id)! ? -1 : 1));
}

const fewest = <T>(choices: readonly T[], count: (choice: T) => number): T => choices.reduce((best, each) => (count(each) < count(best) ? each : best));
const range = (length: number) => Array.from({ length }, (_, index) => index);

export function assign(candidates: readonly Candidate[], { worlds, seats, team, rest, shuffle }: AssignOptions): Placed[] {
  const inOrder = shuffle === null ? candidates : shuffled(candidates, shuffle);
  // Whoever is here sits down first.
  const people = [...inOrder.filter(({ plays }) => plays), ...inOrder.filter(({ plays }) => !plays)];
  const inWorlds = overWorlds(people, worlds);
  const placed = range(worlds).flatMap((world) => overSeats(people.filter(({ id }) => inWorlds.get(id) === world), seats, team, rest).map(({ id, seat }) => ({ id, world, seat })));
  const found = new Map(placed.map((one) => [one.id, one]));
  return candidates.map(({ id }) => found.get(id)!);
}

/** Those whose world is fixed first; each of the others where the fewest are. */
function overWorlds(people: readonly Candidate[], worlds: number): Map<string, number> {
  const sizes = range(worlds).map((world) => people.filter((one) => one.world === world).length);
  return new Map(people.map(({ id, world }) => {
    if (world !== null) return [id, world];
    const least = fewest(range(worlds), (each) => sizes[each]!);
    sizes[least]! += 1;
    return [id, least];
  }));
}

function overSeats(people: readonly Candidate[], seats: readonly SeatId[], team: number, rest: AssignOptions['rest']): { id: string; seat: SeatId | null }[] {
  const sizes = new Map(seats.map((seat) => [seat, people.filter((one) => one.seat === seat).length]));
  const taken = seats.filter((seat) => sizes.get(seat)! > 0);
  // As many seats as there are whole teams; those that are taken count among them.
  const wanted = Math.min(seats.length, Math.max(1, Math.floor(people.length / team), taken.length));
  const played = [...taken, ...seats.filter((seat) => !taken.includes(seat))].slice(0, wanted);
  return people.map(({ id, seat: fixed, plays }) => {
    if (fixed !== null) return { id, seat: fixed };
    const seat = fewest(played, (each) => sizes.get(each)!);
    if (rest === 'watch' && !plays && sizes.get(seat)! >= team) return { id, seat: null };
    sizes.set(seat, sizes.get(seat)! + 1);
    return { id, seat };
  });
}
