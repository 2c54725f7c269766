// The world as it stands: ministries with what they have, pairs of them, crises with their threats, and what turns leave behind.
import type { ByDomain, BySeat, ChannelKind, CrisisId, Domain, HypothesisId, RegionId, Reliability, SeatId, ThreatId } from './vocabulary.ts';

export interface Source {
  id: string;
  threat: ThreatId;
  reliability: Reliability;
  burned: boolean;
}

/** A ministry (model guide, section 2). Ranges are in fields.ts. */
export interface Ministry {
  budget: number;
  income: number;
  readiness: number;
  capability: ByDomain<number>;
  politicalCapital: number;
  publicOpinion: number;
  sovereignty: number;
  risk: number;
  security: number;
  civilMilitary: number;
  ai: number;
  exposure: Record<CrisisId, number>;
  sources: Source[];
  /** Packages lent, granted or taken away, beside what the capability yields. */
  extraPackages: Partial<ByDomain<number>>;
  /** Action points already spent this turn on immediate acts and on invitations that still stand. */
  pointsSpent: number;
  /** Immediate acts per action this turn, for the caps. */
  actsThisTurn: Record<string, number>;
}

export interface Pair {
  grievance: number;
  interoperability: number;
  channels: ChannelKind[];
}

export interface Package {
  domain: Domain;
  count: number;
  /** For UXS: the domain it stands in for, at 70 %. */
  as?: Domain;
}

export interface Crisis {
  id: CrisisId;
  open: boolean;
  openedTurn: number;
  closedTurn: number | null;
  severity: number;
  rung: number;
  drift: number;
  /** Points per four seats that injects added to the demand, whatever the cause. */
  demand: ByDomain<number>;
  /** Part of the demand covered at the last resolution, in ten-thousandths: control's alone. */
  coverage: number;
  /** Pressure carried into the next crisis step: +2 after an incident. */
  pressureCarry: number;
  /** Severity after each turn since it opened, turn by turn. */
  history: { turn: number; severity: number; rung: number }[];
  deployments: BySeat<Package[]>;
  /** Seats whose packages the owner of the region admits. */
  hosts: SeatId[];
  /** An incident waiting to be cleared: by DECONFLICT of either party, or the rung rises. */
  incident: { turn: number; parties: SeatId[] } | null;
  /** Severity that does not harm a seat in the next crisis step, because it defended itself. */
  shields: BySeat<number>;
}

/** An incident between ships or aircraft of two seats. */
export interface Incident {
  crisis: CrisisId;
  turn: number;
  parties: SeatId[];
  /** Parties that have called since. */
  called: SeatId[];
}

export interface Threat {
  id: ThreatId;
  /** The true hypothesis: control's alone until the debrief. */
  truth: HypothesisId;
  /** Scheduled events that have struck. */
  struck: string[];
  /** The next event counts half (ATTRIBUTE, CYBER_OP). */
  nextHalved: boolean;
  /** Seats that the next event harms by half only (CYBER_OP). */
  defenders: SeatId[];
}

/** A package lent to another ministry, and the last turn it may keep it. */
export interface Loan {
  id: string;
  from: SeatId;
  to: SeatId;
  domain: Domain;
  until: number;
}

/** A host admits packages of another ministry to a crisis in its own region (model guide, section 3, action 35; ruling 28). */
export interface HostGrant {
  id: string;
  host: SeatId;
  guest: SeatId;
  region: RegionId;
  crisis: CrisisId;
  /** Packages admitted at most. */
  cap: number;
  /** Last turn of it; null without end. */
  until: number | null;
}

/** A scored seat at the end (model guide, section 1; all ×100). */
export interface Score {
  total: number;
  national: number;
  order: number;
  judgement: number;
  redLines: string[];
  capped: boolean;
  objectives: { code: string; subject: string | null; weight: number; value: number }[];
}

/** What the end of each turn leaves behind for the debrief. */
export interface Snapshot {
  turn: number;
  publicOpinion: BySeat<number>;
  budget: BySeat<number>;
  /** Shown percentage of the true hypothesis, per threat and seat. */
  beliefInTruth: Record<ThreatId, BySeat<number>>;
  redLinesBroken: BySeat<string[]>;
  /** Agreements in force, and leaks so far; records from before they were counted do not say. */
  inForce?: number;
  leaks?: number;
}
