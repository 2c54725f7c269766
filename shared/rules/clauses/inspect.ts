// INSPECT: each party admits so many inspections a turn in the regions named.
import { z } from 'zod';
import type { Invitation } from '../../model/state.ts';
import { field } from '../actions/action.ts';
import { clause } from './clause.ts';
import type { ComplianceCase } from './clause.ts';
import { declinedInvitations, happened, otherParties } from './duties.ts';

const parameters = z.strictObject({ quota: field.number(1, 4), regions: field.regions() });
type Params = z.infer<typeof parameters>;

/** Requests of other parties for a region of the clause that this party turned down. */
function refused(check: ComplianceCase<Params>): Invitation[] {
  const others = otherParties(check);
  return declinedInvitations(check, 'INSPECT', check.turn, check.turn)
    .filter(({ from, to, params }) => to.includes(check.seat) && others.includes(from) && check.params.regions.includes(String(params.region)));
}

export const inspect = clause<Params>({
  kind: 'INSPECT',
  parameters,
  intrusiveness: () => 3,
  narrow({ params }, restriction) {
    const regions = params.regions.filter((region) => restriction.of !== 'region' || region !== restriction.region);
    return regions.length > 0 ? { ...params, regions } : null;
  },
  comply(check) {
    const admitted = happened(check, 'inspectionHeld').filter(({ inspection: { inspected, inspector } }) => inspected === check.seat && otherParties(check).includes(inspector)).length;
    if (admitted >= check.params.quota) return 'met';
    if (refused(check).length > 0) return 'missed';
    return admitted > 0 ? 'met' : 'notDue';
  },
});
