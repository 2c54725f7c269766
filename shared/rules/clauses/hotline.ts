// HOTLINE: a call for a hotline from another party is answered within so many turns.
import { z } from 'zod';
import { pairOf } from '../../model/vocabulary.ts';
import { field } from '../actions/action.ts';
import { clause } from './clause.ts';
import type { DutyCase } from './clause.ts';
import { declinedInvitations, happened, otherParties } from './duties.ts';

// Invitations are remembered for one turn after they were sent.
const parameters = z.strictObject({ within: field.number(0, 1) });
type Params = z.infer<typeof parameters>;

/** Parties whose call of that turn was turned down, and with whom there is still no hotline. */
function unansweredCallers(duty: DutyCase<Params>, turn: number): string[] {
  const { state, seat } = duty;
  return declinedInvitations(duty, 'CHANNEL', turn, turn)
    .filter(({ from, to, params }) => params.channel === 'hotline' && to.includes(seat) && otherParties(duty).includes(from))
    .map(({ from }) => from)
    .filter((caller) => !state.pairs[pairOf(seat, caller)]!.channels.includes('hotline'));
}

export const hotline = clause<Params>({
  kind: 'HOTLINE',
  parameters,
  due(duty) {
    const { within } = duty.params;
    for (let called = Math.max(duty.since, duty.turn - within); called <= duty.turn; called += 1) {
      if (unansweredCallers(duty, called).length > 0) return called + within;
    }
    return null;
  },
  comply(check) {
    const called = check.turn - check.params.within;
    if (called >= check.since && unansweredCallers(check, called).length > 0) return 'missed';
    const answered = happened(check, 'channelOpened').some(({ parties, channel }) =>
      channel === 'hotline' && parties.includes(check.seat) && parties.some((party) => otherParties(check).includes(party)));
    return answered ? 'met' : 'notDue';
  },
});
