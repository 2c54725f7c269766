// Disputes and pledges as a seat meets them: what it may do in each, what waits for its word, and which missed duty it may dispute.
import type { Dispute, Finding, Pledge } from '../../../shared/model/state.ts';
import { DISPUTE_STAGES, type DisputeStage, type SeatId } from '../../../shared/model/vocabulary.ts';
import { ACTIONS } from '../../../shared/rules/actions/catalogue.ts';
import { isSide, mayAnswer, mayPropose } from '../../../shared/rules/instruments/disputes.ts';
import type { PublicView, Sight } from '../../../shared/view/view.ts';
import { availabilityOf } from '../../actions/availability.ts';

export const MOVES = ['accept', 'refuse', 'propose', 'ask', 'drop'] as const;
export type Move = (typeof MOVES)[number];

const MAY: Record<Move, (dispute: Dispute, self: SeatId, turn: number) => boolean> = {
  accept: mayAnswer,
  refuse: mayAnswer,
  propose: mayPropose,
  ask: (dispute, self) => isSide(dispute, self) && dispute.method !== 'consultation' && dispute.stage !== 'arbitration',
  drop: ({ filer }, self) => filer === self,
};

export function movesFor(see: Sight, dispute: Dispute): Move[] {
  if (dispute.status !== 'open' || availabilityOf(see, ACTIONS.REMEDY!).kind !== 'open') return [];
  return MOVES.filter((move) => MAY[move](dispute, see.own.seat.id, see.public.exercise.turn));
}

/** A proposal to answer, or a mediation for which this seat was asked. */
function waitsFor(see: Sight, dispute: Dispute): boolean {
  const moves = movesFor(see, dispute);
  return moves.includes('accept') || (moves.includes('propose') && dispute.proposal === null && dispute.asked.includes(see.own.seat.id));
}

export function waitingDisputes(see: Sight): Dispute[] {
  return Object.values(see.own.disputes).filter((dispute) => waitsFor(see, dispute));
}

/** Open ones first, then the newest. */
export function inOrder(disputes: readonly Dispute[]): Dispute[] {
  return [...disputes].sort((a, b) => Number(a.status !== 'open') - Number(b.status !== 'open') || b.filedTurn - a.filedTurn);
}

/** Stages the text allows, with those that are over and the present one. */
export function stagesOf({ method, stage, status }: Dispute): { stage: DisputeStage; state: 'past' | 'now' | 'later' }[] {
  const now = DISPUTE_STAGES.indexOf(stage);
  return DISPUTE_STAGES.slice(0, DISPUTE_STAGES.indexOf(method) + 1).map((each, place) => ({ stage: each, state: place < now || (place === now && status !== 'open') ? 'past' : place === now ? 'now' : 'later' }));
}

/** What the form of a dispute is opened with for a duty that another party missed; null if it cannot be disputed now. */
export function disputeFor(see: Sight, { instrument, clause, seat, turn, result }: Finding): { instrument: string; partner: SeatId; clause: number; turn: number } | null {
  if (result !== 'missed' || seat === see.own.seat.id) return null;
  const params = { instrument, partner: seat, clause: clause + 1, turn };
  const refused = ACTIONS.DISPUTE!.refuse(see, params);
  return refused === null || refused.code === 'tooLittleCapital' ? params : null;
}

export const PLEDGE_GROUPS = ['ours', 'toUs', 'public'] as const;
export type PledgeGroup = (typeof PLEDGE_GROUPS)[number];

/** Pledges this viewer knows of, the newest first: one's own, those given to this seat alone or with others, and those given to everybody. */
export function pledgesOf(view: PublicView, see: Sight | null): { group: PledgeGroup; pledges: Pledge[] }[] {
  const self = see?.own.seat.id ?? null;
  const all = Object.values({ ...view.pledges, ...see?.own.pledges }).sort((a, b) => b.turn - a.turn);
  const groupOf = ({ by, to }: Pledge): PledgeGroup => (by === self ? 'ours' : to.length > 0 ? 'toUs' : 'public');
  return PLEDGE_GROUPS.map((group) => ({ group, pledges: all.filter((pledge) => groupOf(pledge) === group) })).filter(({ pledges }) => pledges.length > 0);
}
