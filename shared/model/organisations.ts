// Organisations and what is moved in them.
import type { BySeat, CrisisId, Domain, MotionKind, OrganisationId, ProhibitedAct, SeatId } from './vocabulary.ts';

/** An organisation as it stands now (model guide, section 2); what its charter fixes for good is in the scenario. */
export interface Organisation {
  id: OrganisationId;
  members: SeatId[];
  observers: SeatId[];
  partners: SeatId[];
  standard: number;
  /** Common fund, credits. */
  fund: number;
  /** What each payer owes to the fund in step 4 of the turn it is due. */
  levies: { amount: number; dueTurn: number; payers: SeatId[] }[];
  mandates: { crisis: CrisisId; since: number }[];
  /** Acts that its members have forsworn. */
  norms: ProhibitedAct[];
  sanctioned: SeatId[];
  expelled: SeatId[];
  /** Packages that each member holds ready for missions the organisation mandates. */
  standingForce: { domain: Domain; packages: number; since: number } | null;
  /** Outsiders that a forum let in, and the turn in which they may table motions. */
  forum: { guests: SeatId[]; turn: number } | null;
}

/** Something moved in an organisation. */
export interface Motion {
  id: string;
  organisation: OrganisationId;
  kind: MotionKind;
  params: Record<string, unknown>;
  by: SeatId | 'control';
  turn: number;
  /** Turn at whose lock it closes (ruling 59). */
  closesTurn: number;
  votes: BySeat<'yes' | 'no'>;
  brokenBy: SeatId[];
  status: 'open' | 'adopted' | 'failed';
  decidedTurn: number | null;
}
