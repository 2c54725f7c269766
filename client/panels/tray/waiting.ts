// What waits for an answer of this seat: open invitations, undecided injects, and disputes in which it is asked.
import type { InjectView, InvitationView, Sight } from '../../../shared/view/view.ts';
import { sightOf, type StoreState } from '../../store.ts';
import { waitingDisputes } from '../instruments/disputes.ts';

/** Invitations can be answered until the orders are locked. */
export function canAnswer(sight: Sight): boolean {
  const { status, phase } = sight.public.exercise;
  return status !== 'debrief' && (phase === 'negotiation' || phase === 'orders');
}

/** Invitations that this seat has still to answer. */
export function unanswered(sight: Sight): InvitationView[] {
  if (!canAnswer(sight)) return [];
  const self = sight.own.seat.id;
  return Object.values(sight.own.invitations).filter((invitation) => invitation.status === 'open' && invitation.to.includes(self) && invitation.answers[self] === undefined);
}

export function undecided(sight: Sight): InjectView[] {
  return Object.values(sight.own.injects).filter((inject) => inject.decide !== null && inject.decide.taken === null && inject.decide.dueTurn >= sight.public.exercise.turn);
}

export function waiting(state: StoreState): number {
  const sight = sightOf(state);
  if (!sight || sight.public.exercise.status === 'debrief') return 0;
  return unanswered(sight).length + undecided(sight).length + waitingDisputes(sight).length;
}
