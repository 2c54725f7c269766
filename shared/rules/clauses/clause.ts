// The form of a catalogue entry for a clause kind: parameters, intrusiveness, when it is due and how compliance is judged.
import type { z } from 'zod';
import type { FindingResult, SeatId } from '../../model/vocabulary.ts';
import type { Instrument, State } from '../../model/state.ts';
import type { Event, NewEvent } from '../../model/events.ts';

/** Everything a compliance check may look at: the state at the end of the turn and what happened in it. */
export interface ComplianceCase<P> {
  state: State;
  instrument: Instrument;
  params: P;
  /** The party whose duty is judged. */
  seat: SeatId;
  turn: number;
  /** First turn the clause binds. */
  since: number;
  /** Events of this turn, oldest first, resolution included. */
  events: readonly (Event | NewEvent)[];
}

/** What a clause asks of a party in a turn. */
export interface Duty {
  dueTurn: number;
}

export interface ClauseKind<P = Record<string, unknown>> {
  kind: string;
  parameters: z.ZodType<P> & { shape: Record<string, z.ZodType> };
  /** How much sovereignty it costs this party; host and receiver marks respected (model guide, section 3). */
  intrusiveness(params: P, seat: SeatId): number;
  /** Is a missed duty visible at once (ruling 52)? */
  visible: boolean;
  /** When this party's duty next falls due at or after `turn`; null if it asks nothing of it. */
  due?(params: P, seat: SeatId, turn: number, since: number): number | null;
  /** Judges the duty at the end of a turn. Absent: the clause shapes rules and prices but cannot be missed by itself. */
  comply?(check: ComplianceCase<P>): FindingResult;
  /** Whether the duty due this turn is already done, for the list of obligations; defaults to `comply` giving met. */
  party?(params: P): SeatId[];
}

export function clause<P>(entry: Pick<ClauseKind<P>, 'kind' | 'parameters'> & Partial<ClauseKind<P>>): ClauseKind<P> {
  return { intrusiveness: () => 0, visible: true, ...entry };
}
