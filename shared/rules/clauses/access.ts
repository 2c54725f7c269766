// ACCESS: a host admits a guest's packages to regions of its own, up to a number, for a purpose.
import { z } from 'zod';
import { count } from '../packages.ts';
import { field } from '../actions/action.ts';
import { clause } from './clause.ts';
import type { ComplianceCase } from './clause.ts';

export const PURPOSES = ['transit', 'relief', 'training', 'basing'] as const;

const parameters = z.strictObject({ host: field.seat(), guest: field.seat(), regions: field.regions(), cap: field.number(1, 8), purpose: field.choice(PURPOSES) });
export type AccessParams = z.infer<typeof parameters>;

/** Packages of the guest in crises of the regions named, without those that the host has let in besides by a grant. */
function packagesThere({ state, params: { host, guest, regions } }: ComplianceCase<AccessParams>): number {
  const granted = (crisis: string) => state.hostGrants.filter((grant) => grant.host === host && grant.guest === guest && grant.crisis === crisis).reduce((sum, { cap }) => sum + cap, 0);
  return Object.values(state.crises)
    .filter(({ id, hosts }) => regions.includes(state.scenario.crises[id]!.region) && !hosts.includes(guest))
    .reduce((sum, { id, deployments }) => sum + Math.max(0, count(deployments[guest] ?? []) - granted(id)), 0);
}

export const access = clause<AccessParams>({
  kind: 'ACCESS',
  parameters,
  intrusiveness: ({ host }, seat) => (seat === host ? 3 : 0),
  misfit: ({ host, guest }) => (host === guest ? { parameter: 'guest', limits: {} } : null),
  // A clause in force admits the guest by itself: a host can only refuse by suspending or leaving, which has a price of its own.
  comply(check) {
    const { params, seat, instrument } = check;
    if (!instrument.parties.includes(params.host) || !instrument.parties.includes(params.guest)) return 'notDue';
    if (seat !== params.host && seat !== params.guest) return 'notDue';
    const there = packagesThere(check);
    if (seat === params.guest && there > params.cap) return 'missed';
    return there > 0 ? 'met' : 'notDue';
  },
});
