// The form of a catalogue entry for a clause kind: parameters, intrusiveness, when it is due and how compliance is judged.
import type { z } from 'zod';
import type { FindingResult, SeatId } from '../../model/vocabulary.ts';
import type { Instrument, State } from '../../model/state.ts';
import type { Event, NewEvent } from '../../model/events.ts';

/** One party's duty under one clause, as it stands in a turn. */
export interface DutyCase<P> {
  state: State;
  instrument: Instrument;
  /** Place of the clause in the binding text. */
  clause: number;
  params: P;
  /** The party whose duty it is. */
  seat: SeatId;
  turn: number;
  /** First turn the clause binds. */
  since: number;
}

/** Everything a compliance check may look at: the state at the end of the turn and what happened in it. */
export interface ComplianceCase<P> extends DutyCase<P> {
  /** Events of this turn, oldest first, resolution included. */
  events: readonly (Event | NewEvent)[];
}

/** A parameter that does not suit the parties, and the limit it passes where there is one. */
export interface Misfit {
  parameter: string;
  limits: Record<string, string | number>;
}

export interface ClauseKind<P = Record<string, unknown>> {
  kind: string;
  parameters: z.ZodType<P> & { shape: Record<string, z.ZodType> };
  /** How much sovereignty it costs this party; host and receiver marks respected (model guide, section 3). */
  intrusiveness(params: P, seat: SeatId): number;
  /** Is what becomes of the duty visible to the parties at once (ruling 52)? */
  visible: boolean;
  /** What makes the parameters impossible to keep among these parties, or null. */
  misfit?(params: P, parties: readonly SeatId[]): Misfit | null;
  /** When this party's duty next falls due at or after the turn; null if nothing is asked of it now. */
  due?(duty: DutyCase<P>): number | null;
  /** Judges the duty at the end of a turn. Absent: the clause shapes rules and prices but cannot be missed by itself. */
  comply?(check: ComplianceCase<P>): FindingResult;
}

export function clause<P>(entry: Pick<ClauseKind<P>, 'kind' | 'parameters'> & Partial<ClauseKind<P>>): ClauseKind<P> {
  return { intrusiveness: () => 0, visible: true, ...entry };
}
