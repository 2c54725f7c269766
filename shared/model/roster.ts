// Who is expected in a cohort, and where each of them sits: beside the record, never in it.
import type { SeatId, TeamRole } from './vocabulary.ts';

/** Lines of a roster, and the longest text that is read as one, in characters. */
export const MOST_EXPECTED = 200;
export const LONGEST_LIST = 64 * 1024;
export const LONGEST_NAME = 40;
export const LONGEST_NOTE = 120;

export interface Expected {
  /** Opaque. */
  id: string;
  name: string;
  /** Counted from 0; null: the one with the fewest people. */
  world: number | null;
  /** Null: the person chooses. */
  seat: SeatId | null;
  /** What they are in a team that shares the seat; null: as they come. */
  role: TeamRole | null;
  /** Comes as an observer and takes no seat. */
  watches: boolean;
  note: string;
}

/** A name as it is compared: without case, accents, blanks and signs between them. Of one that has nothing else, itself. */
export function nameKey(name: string): string {
  const plain = name.normalize('NFKD').toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');
  return plain === '' ? name.trim() : plain;
}
