// Action points: what an order takes from the seat's pool beside the orders ranked before it (ruling 11).
import type { Order } from '../model/state.ts';
import type { Sight } from '../view/view.ts';
import type { Action } from './actions/action.ts';

/** What is asked of an order to reckon its points. */
export type Counted = Pick<Order, 'action' | 'params' | 'invitation'>;

/** Points of an order; an agreed joint act took its points when it was agreed to. */
export function pointsOf(_see: Sight, order: Counted, action: Action, _before: readonly Counted[]): number {
  return order.invitation ? 0 : action.points;
}
