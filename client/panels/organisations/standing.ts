// How this seat stands in an organisation, and which motions wait for it.
import type { SeatId } from '../../../shared/model/vocabulary.ts';
import { subjectsOf } from '../../../shared/rules/motions/catalogue.ts';
import type { MotionView, OrganisationView, Sight } from '../../../shared/view/view.ts';
import { canAnswer } from '../../../shared/view/waiting.ts';
import { sightOf, type StoreState } from '../../store.ts';

export type Belonging = 'member' | 'observer' | 'partner' | 'outside';

export function belongingOf({ members, observers, partners }: OrganisationView, seat: SeatId): Belonging {
  if (members.includes(seat)) return 'member';
  if (observers.includes(seat)) return 'observer';
  return partners.includes(seat) ? 'partner' : 'outside';
}

/** One's own organisations first, then by name. */
export function inOrder(organisations: Record<string, OrganisationView>, seat: SeatId | null): OrganisationView[] {
  const rank = (one: OrganisationView) => (seat === null ? 0 : ['member', 'partner', 'observer', 'outside'].indexOf(belongingOf(one, seat)));
  return Object.values(organisations).sort((a, b) => rank(a) - rank(b) || (a.name < b.name ? -1 : 1));
}

/** Has this seat a say in a motion that is still open? */
export function mayVote(see: Sight, motion: MotionView): boolean {
  const self = see.own.seat.id;
  return motion.status === 'open' && motion.by !== self && canAnswer(see) && (see.public.organisations[motion.organisation]?.members.includes(self) ?? false) && !subjectsOf(motion).includes(self);
}

/** Motions on which this seat has said nothing yet, although saying nothing is not the usual way to agree there. */
export function unvoted(see: Sight): MotionView[] {
  return Object.values(see.own.motions).filter((motion) => mayVote(see, motion) && see.public.organisations[motion.organisation]!.rule !== 'consensus' && motion.votes[see.own.seat.id] === undefined);
}

/** For the rail: motions that wait for a vote, and those that pass unless somebody speaks up. */
export function openMotions(state: StoreState): number {
  const see = sightOf(state);
  if (!see || see.public.exercise.status === 'debrief') return 0;
  return unvoted(see).length + Object.values(see.own.motions).filter((motion) => mayVote(see, motion) && see.public.organisations[motion.organisation]!.rule === 'consensus').length;
}
