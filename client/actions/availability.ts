// Whether an action can be begun now: unlocked, in its phase, below its cap. What stands against the particular act is told by its form.
import type { Phase } from '../../shared/model/vocabulary.ts';
import type { Action, Timing } from '../../shared/rules/actions/action.ts';
import { ACTIONS } from '../../shared/rules/actions/catalogue.ts';
import { capOf, lockedUntil } from '../../shared/rules/legality.ts';
import { forecast } from '../../shared/rules/pricing.ts';
import type { Sight } from '../../shared/view/view.ts';

export type Availability =
  | { kind: 'open' }
  /** `turn` is null when only an inject unlocks it. */
  | { kind: 'locked'; turn: number | null }
  | { kind: 'phase'; needed: 'negotiation' | 'orders' }
  | { kind: 'capped'; cap: number }
  | { kind: 'points' };

const PHASES: Record<Timing, readonly Phase[]> = {
  immediate: ['negotiation'],
  joint: ['negotiation'],
  order: ['negotiation', 'orders'],
};

function phasesOf(action: Action): readonly Phase[] {
  return action.untilLock || (action.alone && !action.perform) ? PHASES.order : PHASES[action.timing];
}

/** How often it was done or stands on the sheet this turn. */
export function timesUsed(see: Sight, action: Action): number {
  return (see.own.effort.actsThisTurn[action.code] ?? 0) + timesOrdered(see, action);
}

/** How often it stands on the sheet as an order of one's own. */
export function timesOrdered(see: Sight, action: Action): number {
  return action.timing === 'immediate' ? 0 : see.own.sheet.orders.filter((order) => order.action === action.code && !order.invitation).length;
}

/** Action points that neither acts nor the sheet have taken. */
export function pointsLeft(see: Sight): number {
  return forecast(see).points.left;
}

export function availabilityOf(see: Sight, action: Action): Availability {
  const locked = lockedUntil(see, 'actions', action.code);
  if (locked !== null) return { kind: 'locked', turn: locked > 0 ? locked : null };
  if (!phasesOf(action).includes(see.public.exercise.phase)) return { kind: 'phase', needed: action.timing === 'order' ? 'orders' : 'negotiation' };
  const cap = capOf(see, action);
  if (cap !== null && timesUsed(see, action) >= cap) return { kind: 'capped', cap };
  if (action.points > pointsLeft(see)) return { kind: 'points' };
  return { kind: 'open' };
}

/** Actions that open from a kind of thing, in the order of the catalogue; what a scenario never unlocks is left out. */
export function actionsFrom(see: Sight, thing: Action['opensFrom'][number]): Action[] {
  const { unlocked, unlocksAt } = see.public.exercise;
  return Object.values(ACTIONS).filter((action) => action.opensFrom.includes(thing) && (!unlocked || unlocked.actions.includes(action.code) || action.code in unlocksAt.actions));
}
