// Cost sharing: what each party pays into the fund of an instrument, and what those who deploy get out of it (ruling 41).
import { round } from '../../model/arithmetic.ts';
import type { Instrument, State } from '../../model/state.ts';
import type { BySeat, InstrumentId, SeatId } from '../../model/vocabulary.ts';
import type { Sight } from '../../view/view.ts';
import { clausesInForce, clausesIn, expiryTurn } from './binding.ts';

/** Parameters of the clause COST_SHARE. */
export interface CostShareParams {
  key: 'equal' | 'income' | 'exposure';
  /** ¤ per party and turn, on average. */
  amount: number;
}

export interface Payment {
  from: SeatId | 'fund';
  to: SeatId | 'fund';
  amount: number;
  instrument: InstrumentId;
}

/** What a share is measured by: the same for all, income, or exposure to the open crises. */
const MEASURES: Record<CostShareParams['key'], (state: State, seat: SeatId) => number> = {
  equal: () => 1,
  income: (state, seat) => state.seats[seat]!.income,
  exposure: (state, seat) => Object.values(state.crises).filter(({ open }) => open).reduce((sum, { id }) => sum + (state.seats[seat]!.exposure[id] ?? 0), 0),
};

/** ¤ that each party owes this turn under the COST_SHARE clauses of one instrument in force, in order of their codes; who owes nothing is left out. */
export function sharesDue(state: State, instrument: Instrument): { from: SeatId; amount: number }[] {
  const clauses = clausesIn<CostShareParams>(instrument, 'COST_SHARE');
  // Payments come before expiry in the resolution, yet the last turn paid for is over.
  if (clauses.length === 0 || expiryTurn(instrument) === state.turn) return [];
  const measured = clauses.map(({ params: { key, amount }, parties }) => ({ measure: MEASURES[key], amount, parties, total: parties.reduce((all, party) => all + MEASURES[key](state, party), 0) }));
  return [...instrument.parties].sort().map((from) => ({
    from,
    // Nobody exposed: all alike.
    amount: measured.reduce((sum, { measure, amount, parties, total }) => sum + (total === 0 ? amount : round(parties.length * amount * measure(state, from), total)), 0),
  })).filter(({ amount }) => amount > 0);
}

/** The same for the asking seat, from what it sees: others' exposure is theirs, so a share by exposure counts as an equal one. */
export function ownShareInSight(see: Sight): number {
  const self = see.own.seat.id;
  const { turn } = see.public.exercise;
  const measure = (key: CostShareParams['key'], seat: SeatId) => (key === 'income' ? see.public.seats[seat]?.income ?? 0 : 1);
  return clausesInForce<CostShareParams>(see.own.instruments, 'COST_SHARE').filter(({ instrument }) => expiryTurn(see.own.instruments[instrument]!) !== turn).reduce((sum, { params: { key, amount }, parties }) => {
    const total = parties.reduce((all, party) => all + measure(key, party), 0);
    return sum + round(parties.length * amount * measure(key, self), total);
  }, 0);
}

/** Payments into the funds and payments out of them, for the packages that this turn's valid orders will leave deployed. */
export function costShares(state: State, packages: BySeat<number>): { payments: Payment[]; payouts: Payment[] } {
  const payments: Payment[] = [];
  const payouts: Payment[] = [];
  for (const instrument of Object.values(state.instruments)) {
    if (instrument.status !== 'inForce') continue;
    const paid = sharesDue(state, instrument);
    if (paid.length === 0) continue;
    payments.push(...paid.map(({ from, amount }) => ({ from, to: 'fund', amount, instrument: instrument.id })));
    for (const { to, amount } of divided(instrument, paid, packages)) if (amount > 0) payouts.push({ from: 'fund', to, amount, instrument: instrument.id });
  }
  return { payments, payouts };
}

/** Pro rata to packages, half up, the remainder to the first by code (a missing one from the first that has it); refunded when nobody deploys. */
function divided(instrument: Instrument, paid: { from: SeatId; amount: number }[], packages: BySeat<number>): { to: SeatId; amount: number }[] {
  const deployers = [...instrument.parties].sort().filter((seat) => (packages[seat] ?? 0) > 0);
  if (deployers.length === 0) return paid.map(({ from, amount }) => ({ to: from, amount }));
  const fund = paid.reduce((sum, { amount }) => sum + amount, 0);
  const all = deployers.reduce((sum, seat) => sum + packages[seat]!, 0);
  const parts = deployers.map((to) => ({ to, amount: round(fund * packages[to]!, all) }));
  let remainder = fund - parts.reduce((sum, { amount }) => sum + amount, 0);
  for (const part of parts) {
    const corrected = Math.max(0, part.amount + remainder);
    remainder -= corrected - part.amount;
    part.amount = corrected;
  }
  return parts;
}
