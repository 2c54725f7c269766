// May these orders stand on a sheet? Known ones, legal for the seat that asks, within its points.
import type { Order, State } from '../model/state.ts';
import type { SeatId } from '../model/vocabulary.ts';
import { seatSight } from '../view/view-for.ts';
import { legal, parsed } from './legality.ts';
import { pointsOf } from './points.ts';
import { accept, refuse } from './refusals.ts';
import type { Result } from './refusals.ts';

/** The sheet as it will be kept: known orders, legal for the asking seat, within its points. */
export function checkedOrders(state: State, seat: SeatId, orders: readonly Order[]): Result<Order[]> {
  const see = seatSight(state, seat);
  const saved: Order[] = [];
  let points = 0;
  for (const order of orders) {
    if (saved.some(({ id }) => id === order.id)) return refuse('orderRepeated', order.id);
    if (order.invitation !== null) {
      const consented = see.own.sheet.orders.find(({ invitation }) => invitation === order.invitation);
      if (!consented) return refuse('orderUnknown', order.id);
      saved.push({ ...consented, id: order.id, intent: order.intent });
      continue;
    }
    const ready = parsed(see, order.action, order.params, order.id);
    if (!ready.ok) return ready;
    const { action, params } = ready.value;
    if (action.timing === 'immediate' || action.perform || action.consented) return refuse('notAnOrder', order.id, { action: order.action });
    if (action.partners(params, seat).length > 0) return refuse('needsInvitation', order.id, { action: order.action });
    const refused = legal(see, action, params, saved.filter((one) => one.action === order.action && one.invitation === null).length);
    if (refused) return { ok: false, refusal: { ...refused, subject: refused.subject ? `${order.id}/${refused.subject}` : order.id } };
    const one: Order = { id: order.id, action: order.action, params, intent: order.intent.trim(), invitation: null };
    points += pointsOf(see, one, action, saved);
    saved.push(one);
  }
  const left = state.parameters.ap - state.seats[seat]!.pointsSpent;
  return points > left ? refuse('tooFewPoints', null, { needed: points, left }) : accept(saved);
}
