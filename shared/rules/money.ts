// What a seat has for its orders: income, fixed duties, standing deployments and the common fund (model guide, section 4, steps 3-4; rulings 13-15, 41, 42).
import { round } from '../model/arithmetic.ts';
import type { Package, State } from '../model/state.ts';
import type { BySeat, CrisisId, SeatId } from '../model/vocabulary.ts';
import { pairOf } from '../model/vocabulary.ts';
import type { Deed } from './actions/action.ts';
import { leviesPaid, reimbursements } from './common-funds.ts';
import type { FundMove } from './common-funds.ts';
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

export function packagesAfter(state: State, deeds: readonly Deed[]): BySeat<number> {
  const after = deploymentsAfter(state, deeds);
  return Object.fromEntries(state.seatIds.map((seat) => [seat, Object.values(after).reduce((sum, bySeat) => sum + count(bySeat[seat] ?? []), 0)]));
}

/** Upkeep of deployments that no order of this turn touches. */
export function standingUpkeep(state: State, seat: SeatId, deeds: readonly Deed[]): number {
  const touched = new Set(deeds.filter((deed) => deed.action === 'DEPLOY' && deed.host === seat).map((deed) => (deed.params as { crisis: CrisisId }).crisis));
  return Object.values(state.crises)
    .filter((crisis) => crisis.open && !touched.has(crisis.id))
    .reduce((sum, crisis) => sum + packagePriceInState(state, seat, crisis.id) * count(crisis.deployments[seat] ?? []), 0);
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

export function cashFlow(state: State, seat: SeatId, deeds: readonly Deed[]): CashFlow {
  const { budget, income, publicOpinion } = state.seats[seat]!;
  const remedies = remedyPayments(state, (one) => cashBefore(state, one));
  const shares = costShares(state, packagesAfter(state, deeds));
  const levied = leviesPaid(state, (one) => cashBefore(state, one) - paidBy(remedies, one));
  const own = (moves: readonly FundMove[]) => moves.filter((move) => move.seat === seat).reduce((sum, { amount }) => sum + amount, 0);
  const flow = {
    income: incomeOf(state.turn, income, publicOpinion),
    carriedOver: carried(state.turn, budget, state.parameters.carryPercent),
    upkeep: standingUpkeep(state, seat, deeds),
    liaison: liaisonUpkeep(state, seat),
    sharesPaid: shares.payments.filter(({ from }) => from === seat).reduce((sum, { amount }) => sum + amount, 0),
    remediesPaid: paidBy(remedies, seat),
    remediesReceived: remedies.filter(({ to }) => to === seat).reduce((sum, { amount }) => sum + amount, 0),
    sharesReceived: shares.payouts.filter(({ to }) => to === seat).reduce((sum, { amount }) => sum + amount, 0),
    levies: own(levied),
    reimbursed: own(reimbursements(state, deploymentsAfter(state, deeds), levied)),
  };
  return { ...flow, available: flow.carriedOver + flow.income + flow.sharesReceived + flow.remediesReceived + flow.reimbursed - flow.sharesPaid - flow.remediesPaid - flow.levies - flow.upkeep - flow.liaison };
}
