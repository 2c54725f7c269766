// Action points that a ministry can still spend this turn.
import type { Sight } from '../../shared/view/view.ts';

export function pointsLeft(sight: Sight): number {
  const { points, pointsSpent } = sight.own.ministry;
  return Math.max(0, points - pointsSpent);
}
