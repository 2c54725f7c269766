// Steps 3 and 4: income, then orders, standing deployments, liaison officers and common funds (model guide, section 4; rulings 13-15, 41).
import { path } from '../../model/fields.ts';
import type { Deed } from '../actions/action.ts';
import { ACTIONS } from '../actions/catalogue.ts';
import { costShares } from '../instruments/costs.ts';
import { leviesPaid, reimbursements } from '../common-funds.ts';
import { carried, deploymentsAfter, incomeOf, liaisonUpkeep, packagesIn, paidBy, remedyPayments, standingUpkeep } from '../money.ts';
import { seatSights } from '../../view/view-for.ts';
import type { OrganisationId, SeatId } from '../../model/vocabulary.ts';
import { readersOf } from '../organisations.ts';
import type { StepDesk } from './desk.ts';

export function income(desk: StepDesk): void {
  const { state } = desk;
  for (const seat of state.seatIds) {
    const ministry = state.seats[seat]!;
    const left = carried(state.turn, ministry.budget, state.parameters.carryPercent);
    desk.add(path.seat(seat, 'budget'), left - ministry.budget, { name: 'notCarriedOver', sees: [seat] });
    const earned = incomeOf(state.turn, ministry.income, ministry.publicOpinion);
    desk.add(path.seat(seat, 'budget'), earned, { name: 'income', sees: [seat] });
  }
}

export function payments(desk: StepDesk, deeds: readonly Deed[]): void {
  const { state } = desk;
  const sights = seatSights(state);
  for (const deed of deeds) {
    const action = ACTIONS[deed.action]!;
    for (const [seat, order] of Object.entries(deed.orders)) {
      const price = action.price(sights.get(seat)!, deed.params, { role: seat === deed.host ? 'host' : 'guest', parties: deed.parties.length });
      desk.add(path.seat(seat, 'budget'), -price.money, { name: 'order', cause: order, with: deed.action, sees: [seat] });
      desk.add(path.seat(seat, 'politicalCapital'), -price.capital, { name: 'order', cause: order, with: deed.action, sees: [seat] });
    }
  }
  const after = deploymentsAfter(state, deeds);
  const shares = costShares(state, packagesIn(after, state.seatIds));
  for (const { from, amount, instrument } of shares.payments) desk.add(path.seat(from, 'budget'), -amount, { name: 'costShare', cause: instrument, sees: [from] });
  for (const { to, amount, instrument } of shares.payouts) desk.add(path.seat(to, 'budget'), amount, { name: 'costShareReceived', cause: instrument, sees: [to] });
  for (const payment of [...shares.payments, ...shares.payouts]) {
    desk.emit({ type: 'paymentMade', data: payment, audience: state.instruments[payment.instrument]!.parties });
  }
  // Income is in the budget by now.
  const remedies = remedyPayments(state, (seat) => state.seats[seat]!.budget);
  for (const payment of remedies) {
    desk.add(path.seat(payment.from, 'budget'), -payment.amount, { name: 'remedyPaid', cause: payment.dispute, with: payment.to, sees: [payment.from] });
    desk.add(path.seat(payment.to, 'budget'), payment.amount, { name: 'remedyReceived', cause: payment.dispute, with: payment.from, sees: [payment.to] });
    desk.emit({ type: 'remedyPaid', data: payment, audience: state.disputes[payment.dispute]!.seenBy });
  }
  const levied = leviesPaid(state, (seat) => state.seats[seat]!.budget - paidBy(remedies, seat));
  for (const { organisation, seat, amount } of levied) moved(desk, organisation, seat, amount, 'levy');
  for (const { organisation, seat, amount } of reimbursements(state, after, levied)) moved(desk, organisation, seat, -amount, 'reimbursement');
  for (const seat of state.seatIds) {
    desk.add(path.seat(seat, 'budget'), -standingUpkeep(state, seat, deeds), { name: 'standingDeployment', sees: [seat] });
    desk.add(path.seat(seat, 'budget'), -liaisonUpkeep(state, seat), { name: 'liaison', sees: [seat] });
  }
}

/** From the seat into the common fund; a negative amount the other way. */
function moved(desk: StepDesk, organisation: OrganisationId, seat: SeatId, amount: number, name: 'levy' | 'reimbursement'): void {
  const readers = readersOf(desk.state, organisation);
  desk.add(path.seat(seat, 'budget'), -amount, { name, cause: organisation, sees: [seat] });
  desk.add(path.fund(organisation), amount, { name, cause: organisation, with: seat, sees: readers });
  const [from, to] = amount > 0 ? [seat, 'fund' as const] : ['fund' as const, seat];
  desk.emit({ type: 'contributionMade', data: { organisation, from, to, amount: Math.abs(amount) }, audience: [...new Set([...readers, seat])].sort() });
}
