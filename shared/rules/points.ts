// Action points: what an order takes from the seat's pool beside the orders ranked before it (ruling 11).
import type { Order } from '../model/state.ts';
import type { Sight } from '../view/view.ts';
import type { Action } from './actions/action.ts';
import { activatedInSight } from './instruments/standing-force.ts';
import { calledInSight } from './standing-forces.ts';

/** What is asked of an order to reckon its points. */
export type Counted = Pick<Order, 'action' | 'params' | 'invitation'>;

/** Points of an order; an agreed joint act took its points when it was agreed to. With a standing force called upon, every second deployment is free. */
export function pointsOf(see: Sight, order: Counted, action: Action, before: readonly Counted[]): number {
  if (order.invitation) return 0;
  const second = order.action === 'DEPLOY' && before.filter((one) => one.action === 'DEPLOY').length % 2 === 1;
  return second && (activatedInSight(see) || calledInSight(see)) ? 0 : action.points;
}
