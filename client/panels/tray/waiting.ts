// How much waits for an answer of the seat on the screen: open invitations, undecided injects, and disputes in which it is asked.
import { unanswered, undecided } from '../../../shared/view/waiting.ts';
import { sightOf, type StoreState } from '../../store.ts';
import { waitingDisputes } from '../instruments/disputes.ts';

export function waiting(state: StoreState): number {
  const sight = sightOf(state);
  if (!sight || sight.public.exercise.status === 'debrief') return 0;
  return unanswered(sight).length + undecided(sight).length + waitingDisputes(sight).length;
}
