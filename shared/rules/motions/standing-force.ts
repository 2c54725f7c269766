// standingForce: every member holds packages of a domain ready, for missions that the organisation mandates and no others.
import { z } from 'zod';
import { field } from '../actions/action.ts';
import { refusal } from '../refusals.ts';
import { motionType } from './motion.ts';

/** No packages: the force is dissolved. */
export const standingForce = motionType({
  kind: 'standingForce',
  parameters: z.strictObject({ domain: field.domain(), count: field.number(0, 4) }),
  refuse: (_see, { standingForce: held }, { domain, count }) => ((held?.packages ?? 0) === count && (held === null || held.domain === domain) ? refusal('alreadyAdopted', 'count') : null),
  adopt: (desk, { organisation, params: { domain, count } }) => desk.emit({ type: 'standingForceRaised', data: { organisation, domain, packages: count }, audience: 'all' }),
});
