// Action points that a ministry can still spend this turn: what acts, invitations and the order sheet leave.
import type { Sight } from '../../shared/view/view.ts';
import { forecast } from '../../shared/rules/pricing.ts';

export function pointsLeft(sight: Sight): number {
  return Math.max(0, forecast(sight).points.left);
}
