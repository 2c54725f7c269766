// Common funds of organisations: what levies bring in, and what mandates pay back of deployments (rulings 42, 61, 62).
import type { Package, State } from '../model/state.ts';
import type { BySeat, CrisisId, OrganisationId, SeatId } from '../model/vocabulary.ts';
import { count } from './packages.ts';

/** Money between a seat and the common fund of an organisation. */
export interface FundMove {
  organisation: OrganisationId;
  seat: SeatId;
  amount: number;
}

const inOrder = ({ organisations }: State) => Object.keys(organisations).sort().map((id) => organisations[id]!);

/** Levies due this turn, organisation by organisation; `purse` is what a seat has before anything is paid: nobody gives what it has not. */
export function leviesPaid(state: State, purse: (seat: SeatId) => number): FundMove[] {
  const given: Record<SeatId, number> = {};
  return inOrder(state).flatMap(({ id, levies }) => levies.filter(({ dueTurn }) => dueTurn === state.turn).flatMap(({ amount: owed, payers }) => payers.flatMap((seat) => {
    const amount = Math.min(owed, Math.max(0, purse(seat) - (given[seat] ?? 0)));
    given[seat] = (given[seat] ?? 0) + amount;
    return amount > 0 ? [{ organisation: id, seat, amount }] : [];
  })));
}

/** So much a package of those that will stand in a mandated crisis (`after`), to members in order of their codes while the fund lasts; levies of this turn are in it already. */
export function reimbursements(state: State, after: Record<CrisisId, BySeat<Package[]>>, levied: readonly FundMove[]): FundMove[] {
  const rate = state.parameters.mandateReimbursement;
  const mandating = inOrder(state).filter(({ mandates }) => mandates.some(({ crisis }) => state.crises[crisis]?.open));
  if (mandating.length === 0 || rate === 0) return [];
  const paidFor = new Set<string>();
  return mandating.flatMap(({ id, members, mandates, fund }) => {
    let left = fund + levied.filter(({ organisation }) => organisation === id).reduce((sum, { amount }) => sum + amount, 0);
    return [...members].sort().flatMap((seat) => {
      // A package is paid for once, by the first organisation that mandates its crisis.
      const own = mandates.filter(({ crisis }) => after[crisis] && !paidFor.has(`${seat}/${crisis}`));
      for (const { crisis } of own) paidFor.add(`${seat}/${crisis}`);
      const amount = Math.min(left, rate * own.reduce((sum, { crisis }) => sum + count(after[crisis]![seat] ?? []), 0));
      left -= amount;
      return amount > 0 ? [{ organisation: id, seat, amount }] : [];
    });
  });
}
