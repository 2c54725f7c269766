// The form of a catalogue entry for a clause kind: parameters, intrusiveness, when it is due and how compliance is judged.
import type { z } from 'zod';
import type { FindingResult, SeatId } from '../../model/vocabulary.ts';
import type { Clause, Instrument, State } from '../../model/state.ts';
import type { Event, NewEvent } from '../../model/events.ts';
import type { Restriction } from '../instruments/restrictions.ts';

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
  /** What caveats of the text leave out of this party's duty; the parameters are narrowed already. */
  caveats: readonly Restriction[];
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

/** What a missed duty costs where it is not reckoned by bindingness (ruling 53): trust of each injured party, the breacher's political capital and public opinion. */
export interface Penalty {
  trust: number;
  capital: number;
  opinion: number;
}

export interface ClauseKind<P = Record<string, unknown>> {
  kind: string;
  parameters: z.ZodType<P> & { shape: Record<string, z.ZodType> };
  /** How much sovereignty it costs this party; host and receiver marks respected (model guide, section 3). */
  intrusiveness(params: P, seat: SeatId): number;
  /** Is what becomes of the duty visible to the parties at once (ruling 52)? */
  visible: boolean;
  /** Parameters under which it is not, though the kind is. */
  hidden?(params: P): boolean;
  penalty?: Penalty;
  /** What makes the parameters impossible to keep among these parties or beside the other clauses, or null. */
  misfit?(params: P, parties: readonly SeatId[], clauses: readonly Clause[]): Misfit | null;
  /** The parameters of a duty under a caveat; null: nothing is left of it. */
  narrow?(duty: DutyCase<P>, restriction: Restriction): P | null;
  /** When this party's duty next falls due at or after the turn; null if nothing is asked of it now. */
  due?(duty: DutyCase<P>): number | null;
  /** Kept by the rules themselves: it is judged, and nobody can miss it. */
  certain?: boolean;
  /** Judges the duty at the end of a turn. Absent: the clause shapes rules and prices but cannot be missed by itself. */
  comply?(check: ComplianceCase<P>): FindingResult;
}

/** Is what becomes of a duty with these parameters visible to the parties at once? */
export function visibleAtOnce(kind: ClauseKind, params: Record<string, unknown>): boolean {
  return kind.visible && !kind.hidden?.(params);
}

export function clause<P>(entry: Pick<ClauseKind<P>, 'kind' | 'parameters'> & Partial<ClauseKind<P>>): ClauseKind<P> {
  return { intrusiveness: () => 0, visible: true, ...entry };
}
