// LIMIT: no party has more than so many packages of a domain in a region.
import { z } from 'zod';
import { field } from '../actions/action.ts';
import { count } from '../packages.ts';
import { clause } from './clause.ts';
import type { DutyCase } from './clause.ts';

const parameters = z.strictObject({ domain: field.domain(), region: field.region(), cap: field.number(0, 8) });
type Params = z.infer<typeof parameters>;

/** Packages of the party in crises of the region. Unmanned systems count as what they are, not as what they stand in for. */
function there({ state, seat, params: { domain, region } }: DutyCase<Params>): number {
  return Object.values(state.crises)
    .filter(({ id }) => state.scenario.crises[id]!.region === region)
    .reduce((sum, { deployments }) => sum + count((deployments[seat] ?? []).filter((one) => one.domain === domain)), 0);
}

export const limit = clause<Params>({
  kind: 'LIMIT',
  parameters,
  intrusiveness: () => 2,
  visible: false,
  comply(check) {
    const packages = there(check);
    if (packages > check.params.cap) return 'missed';
    return packages > 0 ? 'met' : 'notDue';
  },
});
