// What a seat has for its orders: income, fixed duties, standing deployments and the common fund (model guide, section 4, steps 3-4; rulings 13-15, 41, 42).
import { round } from '../model/arithmetic.ts';
import type { Package, State } from '../model/state.ts';
import type { BySeat, CrisisId, SeatId } from '../model/vocabulary.ts';
import { pairOf } from '../model/vocabulary.ts';
import type { Deed } from './actions/action.ts';
import { leviesPaid, reimbursements } from './common-funds.ts';
import { costShares } from './instruments/costs.ts';
import { remediesDue } from './instruments/disputes.ts';
import type { RemedyPayment } from './instruments/disputes.ts';
import { packagePriceInState } from './package-price.ts';
import { count } from './packages.ts';

/** Income of this turn: ⌊Y·(450 + PO)/500⌉, none on turn 1 (ruling 15). */
export function incomeOf(turn: number, income: number, publicOpinion: number): number {
  return turn <= 1 ? 0 : round(income * (450 + publicOpinion), 500);
}

/** What is left of last turn's budget: ⌊B·carry/100⌋. */
export function carried(turn: number, budget: number, carryPercent: number): number {
  return turn <= 1 ? budget : Math.floor((budget * carryPercent) / 100);
}

/** Deployments as they will stand once this turn's DEPLOY deeds are carried out. */
export function deploymentsAfter(state: State, deeds: readonly Deed[]): Record<CrisisId, BySeat<Package[]>> {
  const after = Object.fromEntries(Object.values(state.crises).filter(({ open }) => open).map(({ id, deployments }) => [id, { ...deployments }]));
  for (const deed of deeds) {
    if (deed.action !== 'DEPLOY') continue;
    const { crisis, packages } = deed.params as { crisis: CrisisId; packages: Package[] };
    if (after[crisis]) after[crisis][deed.host] = packages;
  }
  return after;
}

/** Packages of each seat in all of these deployments. */
export function packagesIn(deployments: Record<CrisisId, BySeat<Package[]>>, seats: readonly SeatId[]): BySeat<number> {
  return Object.fromEntries(seats.map((seat) => [seat, Object.values(deployments).reduce((sum, bySeat) => sum + count(bySeat[seat] ?? []), 0)]));
}

/** Upkeep of deployments that no order of this turn touches. */
export function standingUpkeep(state: State, seat: SeatId, deeds: readonly Deed[]): number {
  const touched = new Set(deeds.filter((deed) => deed.action === 'DEPLOY' && deed.host === seat).map((deed) => (deed.params as { crisis: CrisisId }).crisis));
  let upkeep = 0;
  for (const { id, open, deployments } of Object.values(state.crises)) {
    const there = open && !touched.has(id) ? count(deployments[seat] ?? []) : 0;
    if (there > 0) upkeep += there * packagePriceInState(state, seat, id);
  }
  return upkeep;
}

/** A liaison officer abroad costs each of the two ministries 1¤ a turn. */
export function liaisonUpkeep(state: State, seat: SeatId): number {
  return state.seatIds.filter((other) => other !== seat && state.pairs[pairOf(seat, other)]!.channels.includes('liaison')).length;
}

/** Budget carried over and this turn's income. */
function cashBefore(state: State, seat: SeatId): number {
  const { budget, income, publicOpinion } = state.seats[seat]!;
  return carried(state.turn, budget, state.parameters.carryPercent) + incomeOf(state.turn, income, publicOpinion);
}

/** Payments under remedies this turn, in order of dispute. What is owed and not there is not paid (ruling 57). `cash`: what a debtor has before its orders. */
export function remedyPayments(state: State, cash: (seat: SeatId) => number): RemedyPayment[] {
  const spent: BySeat<number> = {};
  return remediesDue(state).filter(({ from, amount }) => {
    const after = (spent[from] ?? 0) + amount;
    if (after > cash(from)) return false;
    spent[from] = after;
    return true;
  });
}

/** What the seat pays under remedies. */
export function paidBy(remedies: readonly RemedyPayment[], seat: SeatId): number {
  return remedies.filter(({ from }) => from === seat).reduce((sum, { amount }) => sum + amount, 0);
}

export interface CashFlow {
  /** Budget that orders may draw on; may be negative. */
  available: number;
  income: number;
  carriedOver: number;
  upkeep: number;
  liaison: number;
  sharesPaid: number;
  sharesReceived: number;
  remediesPaid: number;
  remediesReceived: number;
  levies: number;
  reimbursed: number;
}

/** What seats have for the orders of these deeds; what all of them have a part in is reckoned once. */
export function cashFlows(state: State, deeds: readonly Deed[]): (seat: SeatId) => CashFlow {
  const before = Object.fromEntries(state.seatIds.map((seat) => [seat, cashBefore(state, seat)]));
  const remedies = remedyPayments(state, (seat) => before[seat]!);
  const after = deploymentsAfter(state, deeds);
  const shares = costShares(state, packagesIn(after, state.seatIds));
  const levied = leviesPaid(state, (seat) => before[seat]! - paidBy(remedies, seat));
  const reimbursed = reimbursements(state, after, levied);
  const amounts = <T extends { amount: number }>(moves: readonly T[], concerns: (move: T) => boolean) => moves.reduce((sum, move) => (concerns(move) ? sum + move.amount : sum), 0);
  return (seat) => {
    const { budget, income, publicOpinion } = state.seats[seat]!;
    const flow = {
      income: incomeOf(state.turn, income, publicOpinion),
      carriedOver: carried(state.turn, budget, state.parameters.carryPercent),
      upkeep: standingUpkeep(state, seat, deeds),
      liaison: liaisonUpkeep(state, seat),
      sharesPaid: amounts(shares.payments, ({ from }) => from === seat),
      remediesPaid: paidBy(remedies, seat),
      remediesReceived: amounts(remedies, ({ to }) => to === seat),
      sharesReceived: amounts(shares.payouts, ({ to }) => to === seat),
      levies: amounts(levied, (move) => move.seat === seat),
      reimbursed: amounts(reimbursed, (move) => move.seat === seat),
    };
    return { ...flow, available: flow.carriedOver + flow.income + flow.sharesReceived + flow.remediesReceived + flow.reimbursed - flow.sharesPaid - flow.remediesPaid - flow.levies - flow.upkeep - flow.liaison };
  };
}
