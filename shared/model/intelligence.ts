// Reports, what is true of them, and what is done with them in secret.
import type { ByDomain, Credibility, HypothesisId, Marking, RegionId, Reliability, ReportId, SeatId, ThreatId } from './vocabulary.ts';

/** One holder's copy of a report: grade, source and marking may differ between holders. */
export interface Report {
  id: ReportId;
  /** What the holder sees as the event behind it: `source@turn`, or an opaque id when sanitised. Counts once per holder. */
  event: string;
  originator: SeatId | 'control';
  /** Who handed it over; null for one's own collection. */
  from: SeatId | 'control' | null;
  threat: ThreatId;
  claim: HypothesisId;
  reliability: Reliability;
  /** The letter before the receiver's trust capped it. */
  givenReliability: Reliability;
  credibility: Credibility;
  marking: Marking;
  releasable: SeatId[];
  originatorControlled: boolean;
  /** Seats to which its originator has consented that this holder passes it on. */
  cleared: SeatId[];
  sanitised: boolean;
  turn: number;
  /** Tenths of a deciban this copy moved the holder's belief in its claim. */
  evidence: number;
  text: string;
  /** Found out as a fabrication by this holder. */
  fabricated: boolean;
  /** Seats this holder passed it to. */
  sharedWith: SeatId[];
}

/** What only control knows of a report event until the debrief. */
export interface ReportTruth {
  genuine: boolean;
  /** The event a sanitised copy hides. */
  parent: string | null;
}

/** A counterfeit report and who it was aimed at. */
export interface Deception {
  id: string;
  by: SeatId;
  to: SeatId[];
  threat: ThreatId;
  claim: HypothesisId;
  /** The event under which it is held. */
  event: string;
  turn: number;
  /** Targets that have seen through it. */
  foundBy: SeatId[];
}

/** A report passed to somebody who should not have had it. */
export interface IllicitShare {
  id: string;
  from: SeatId;
  to: SeatId[];
  event: string;
  originator: SeatId | 'control';
  turn: number;
  discovered: boolean;
}

/** What an inspection showed; `packages` is null where it came to nothing. */
export interface Inspection {
  id: string;
  inspector: SeatId;
  inspected: SeatId;
  region: RegionId;
  turn: number;
  packages: ByDomain<number> | null;
  /** Kinds of clauses found broken in secret. */
  found: string[];
}
