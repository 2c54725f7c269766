// TRAINING: one party teaches another in a domain, so many courses every turn.
import { z } from 'zod';
import { field } from '../actions/action.ts';
import { clause } from './clause.ts';
import type { DutyCase } from './clause.ts';
import { declinedInvitations, everyTurn, happened } from './duties.ts';

const parameters = z.strictObject({ domain: field.domain(), provider: field.seat(), trainee: field.seat(), places: field.number(1, 2) });
type Params = z.infer<typeof parameters>;

/** The two it names, as long as both are parties. */
function concerned({ params: { provider, trainee }, instrument, seat }: DutyCase<Params>): boolean {
  return (seat === provider || seat === trainee) && [provider, trainee].every((one) => instrument.parties.includes(one));
}

export const training = clause<Params>({
  kind: 'TRAINING',
  parameters,
  misfit: ({ provider, trainee }) => (provider === trainee ? { parameter: 'trainee', limits: {} } : null),
  narrow: ({ params }, restriction) => (restriction.of === 'domain' && restriction.domain === params.domain ? null : params),
  due: (duty) => (concerned(duty) ? everyTurn(duty) : null),
  comply(check) {
    if (!concerned(check)) return 'notDue';
    const { domain, provider, trainee, places } = check.params;
    const courses = happened(check, 'courseHeld').filter((course) => course.provider === provider && course.trainee === trainee && course.domain === domain);
    if (courses.length >= places) return 'met';
    // Whoever offered the course and was turned down has done its part.
    const other = check.seat === provider ? trainee : provider;
    const offered = declinedInvitations(check, 'EXCHANGE', check.turn, check.turn).some(({ from, to }) => from === check.seat && to.includes(other));
    return offered ? 'excused' : 'missed';
  },
});
