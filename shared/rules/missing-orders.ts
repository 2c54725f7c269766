// What takes the place of orders that are missing at the lock: orders that stand for such a turn, or nothing. A bot's come before.
import type { NewEvent } from '../model/events.ts';
import type { Order, RowMark, State } from '../model/state.ts';
import type { SeatId, StandIn } from '../model/vocabulary.ts';
import { commitment } from './commands/handler.ts';
import { lateSeats, policyOf } from './late.ts';
import { checkedOrders } from './order-check.ts';
import type { Working } from './working.ts';

/** What the settings say takes their place when exercise control goes on and says nothing else. */
export function usualStandIn(state: State): StandIn {
  const policy = policyOf(state);
  return policy === 'pause' ? 'nobody' : policy;
}

/** The sheet as it is kept: what the orders are for stands beside the record. */
export function ordersSaved(seat: SeatId, orders: readonly Order[], nonce: string, marks?: Record<string, RowMark>): NewEvent {
  const texts = Object.fromEntries(orders.filter(({ intent }) => intent !== '').map(({ id, intent }) => [id, intent]));
  const silent = orders.map((order) => ({ ...order, intent: '' }));
  return { type: 'ordersSaved', data: { seat, orders: silent, commitment: commitment(nonce, texts), ...(marks ? { marks } : {}) }, audience: [seat], private: { salt: nonce, texts } };
}

/** The orders that stand for this seat, without those that are not possible now; the highest rank is looked at first. */
function standingNow(state: State, seat: SeatId): { orders: Order[]; dropped: number } {
  const held = state.standing[seat]?.orders ?? [];
  const orders = held.reduce<Order[]>((kept, order) => {
    const checked = checkedOrders(state, seat, [...kept, order]);
    return checked.ok ? checked.value : kept;
  }, []);
  return { orders, dropped: held.length - orders.length };
}

/** Hands in what stands for each seat that is late. Each seat learns what became of its own; of the others nobody learns more than of any order sheet. */
export function standIn(work: Working, how: StandIn, nonce: string): void {
  for (const seat of lateSeats(work.state)) {
    const { orders, dropped } = how === 'standing' ? standingNow(work.state, seat) : { orders: [], dropped: 0 };
    if (orders.length > 0) work.emit(ordersSaved(seat, orders, nonce));
    const by = orders.length === 0 ? 'nobody' : work.state.standing[seat]!.marked ? 'standing' : 'last';
    work.emit({ type: 'ordersStoodIn', data: { seat, by, orders: orders.length, dropped }, audience: [seat] });
  }
}
