// Ideas that no action covers, as a seat meets them: its own, those it may argue about, and what became of the others.
import type { MatrixOrder } from '../../../shared/model/state.ts';
import type { PublicView, Sight } from '../../../shared/view/view.ts';

export const SIDES = ['for', 'against'] as const;
export type Side = (typeof SIDES)[number];

/** Open ideas first, each group with the newest first; what was withdrawn is gone. */
export function ideasOf(view: PublicView): MatrixOrder[] {
  return Object.values(view.matrix).filter(({ status }) => status !== 'withdrawn').sort((a, b) => Number(a.status !== 'open') - Number(b.status !== 'open') || b.turn - a.turn);
}

/** Sides on which this seat has not spoken yet; none about one's own idea, or one that is judged. */
export function sidesLeft(idea: MatrixOrder, self: string): Side[] {
  if (idea.seat === self || idea.status !== 'open') return [];
  return SIDES.filter((side) => !idea.arguments.some((one) => one.seat === self && one.side === side));
}

export type Proposing = 'open' | 'waiting' | 'phase' | 'points';

/** Whether this seat may put an idea of its own forward now. */
export function proposing(see: Sight, points: number): Proposing {
  const { phase } = see.public.exercise;
  if (phase !== 'negotiation' && phase !== 'orders') return 'phase';
  if (Object.values(see.public.matrix).some(({ seat, status }) => seat === see.own.seat.id && status === 'open')) return 'waiting';
  return points < 1 ? 'points' : 'open';
}
