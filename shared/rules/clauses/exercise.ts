// EXERCISE: the parties exercise together in one of the domains, once in every so many turns.
import { z } from 'zod';
import { field } from '../actions/action.ts';
import { clause } from './clause.ts';
import type { DutyCase } from './clause.ts';
import { happened, metBefore, windowOf } from './duties.ts';

const parameters = z.strictObject({
  domains: field.domains(),
  every: field.number(1, 6),
  minimum: field.number(2, 12),
  rotation: field.flag(),
});
type Params = z.infer<typeof parameters>;

/** With rotation, each window is the duty of one party, in order of code; without, of all. */
function concerned({ params, instrument, seat }: DutyCase<Params>, index: number): boolean {
  if (!params.rotation) return true;
  const inOrder = [...instrument.parties].sort();
  return inOrder[index % inOrder.length] === seat;
}

/** Whoever called enough parties together, or came when called, has done its part if too few of the others came. */
function willing({ state, params, instrument, seat }: DutyCase<Params>, first: number, last: number): boolean {
  return Object.values(state.invitations).some(({ action, turn, status, from, to, answers, params: { domain } }) => {
    if (action !== 'EXERCISE' || turn < first || turn > last || status === 'withdrawn' || !params.domains.some((one) => one === domain)) return false;
    const called = [from, ...to].filter((one) => instrument.parties.includes(one));
    const came = called.filter((one) => one === from || answers[one] === 'accepted');
    return came.includes(seat) && called.length >= params.minimum && came.length < params.minimum;
  });
}

export const exercise = clause<Params>({
  kind: 'EXERCISE',
  parameters,
  misfit: ({ minimum }, parties) => (minimum > parties.length ? { parameter: 'minimum', limits: { max: parties.length } } : null),
  narrow({ params }, restriction) {
    const domains = params.domains.filter((one) => restriction.of !== 'domain' || one !== restriction.domain);
    return domains.length > 0 ? { ...params, domains } : null;
  },
  due(duty) {
    const window = windowOf(duty, duty.params.every);
    return concerned(duty, window.index) && !metBefore(duty, window.first) ? window.last : null;
  },
  comply(check) {
    const { params, instrument, seat, turn } = check;
    const { index, first, last } = windowOf(check, params.every);
    if (!concerned(check, index) || metBefore(check, first)) return 'notDue';
    const held = happened(check, 'exerciseHeld').some(({ parties, domain }) =>
      parties.includes(seat) && params.domains.some((one) => one === domain) && parties.filter((party) => instrument.parties.includes(party)).length >= params.minimum);
    if (held) return 'met';
    if (turn < last) return 'notDue';
    return willing(check, first, last) ? 'excused' : 'missed';
  },
});
