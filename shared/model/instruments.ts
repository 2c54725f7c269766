// Agreement texts with their clauses, and what comes of the duties in them.
import type { BySeat, CrisisId, DisputeStage, FindingResult, InstrumentId, InstrumentKind, InstrumentStatus, Marking, RemedyKind, SeatId } from './vocabulary.ts';

export interface Clause {
  kind: string;
  params: Record<string, unknown>;
}

export interface InstrumentVersion {
  version: number;
  by: SeatId | 'control';
  turn: number;
  title: string;
  kind: InstrumentKind;
  clauses: Clause[];
}

export interface Instrument {
  id: InstrumentId;
  parties: SeatId[];
  tabledBy: SeatId | 'control';
  classification: Marking;
  status: InstrumentStatus;
  /** Every version, oldest first; the last is the current text. */
  versions: InstrumentVersion[];
  /** The version each party has signed. */
  signatures: BySeat<number>;
  /** What each party paid in political capital to ratify the current version. */
  ratifications: BySeat<number>;
  /** Version that binds now; null before entry into force. */
  binding: number | null;
  /** First turn it binds; null before entry into force. */
  inForceSince: number | null;
  /** Turn whose briefing brings it into force; null when not pending. */
  entersTurn: number | null;
  tabledTurn: number;
  suspendedBy: SeatId | null;
  /** Parties that are enough for entry into force when the window closes (ruling 47). */
  minParties: number;
  /** Seats it names that are no party: they may still join. */
  invited: SeatId[];
  /** Turn whose briefing makes an invited seat a party. */
  acceding: BySeat<number>;
  /** Conditional clauses that bind, by their place, with the first turn they do. */
  active: Record<string, number>;
  /** Rights to suspend that no finding gives. */
  grounds: Ground[];
  /** Turn at which each withdrawal takes effect. */
  withdrawals: BySeat<number>;
  endedTurn: number | null;
}

/** A seat's right to suspend an instrument, or to leave it at once, from one turn to another. */
export interface Ground {
  seat: SeatId;
  from: number;
  until: number;
}

/** What one side of a dispute offers, or its mediator (ruling 57). */
export interface Remedy {
  kind: RemedyKind;
  /** Credits to pay, or packages to deploy. */
  amount: number;
  /** Where to deploy them. */
  crisis: CrisisId | null;
}

/** A quarrel over a missed duty (rulings 56 and 57). */
export interface Dispute {
  id: string;
  instrument: InstrumentId;
  clause: number;
  /** Kind of the clause. */
  kind: string;
  /** Turn of the duty that is said to have been missed. */
  about: number;
  filer: SeatId;
  respondent: SeatId;
  /** How far the text lets it go, and what arbitration would impose. */
  method: DisputeStage;
  imposed: Pick<Remedy, 'kind' | 'amount'>;
  stage: DisputeStage;
  status: 'open' | 'settled' | 'dismissed' | 'closed';
  filedTurn: number;
  /** Turn of the present stage. */
  stageTurn: number;
  /** Third seats asked to mediate. */
  asked: SeatId[];
  proposal: { by: SeatId; remedy: Remedy; answers: BySeat<'accepted' | 'refused'> } | null;
  remedy: (Remedy & { dueTurn: number; fulfilled: boolean | null }) | null;
  /** Those who know of it. */
  seenBy: SeatId[];
}

/** A word given by one seat, for a stake or for nothing (ruling 58). */
export interface Pledge {
  id: string;
  by: SeatId;
  /** Seats it was given to; none named: to everybody. */
  to: SeatId[];
  clause: Clause | null;
  text: string;
  /** Political capital staked. */
  stake: number;
  turn: number;
  dueTurn: number;
  status: 'said' | 'open' | 'kept' | 'missed' | 'returned';
}

/** Whether a duty was done in a turn (model guide, section 3; rulings 50-53). */
export interface Finding {
  id: string;
  turn: number;
  instrument: InstrumentId;
  clause: number;
  kind: string;
  seat: SeatId;
  result: FindingResult;
  visible: boolean;
  injured: SeatId[];
}
