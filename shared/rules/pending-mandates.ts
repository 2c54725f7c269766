// Deployments that stand on a mandate still to be decided: if it fails they are cancelled, and what was paid comes back (ruling 62).
import { path } from '../model/fields.ts';
import type { Package, State } from '../model/state.ts';
import type { CrisisId } from '../model/vocabulary.ts';
import { seatSights } from '../view/view-for.ts';
import { ACTIONS } from './actions/catalogue.ts';
import type { Deed } from './actions/action.ts';
import { roomInState } from './hosting.ts';
import { count } from './packages.ts';
import type { Working } from './working.ts';

/** A deployment that nothing else admits yet, with what it costs. */
export interface Hopeful {
  deed: Deed;
  price: number;
}

function isAdmitted(state: State, { host, params }: Deed): boolean {
  const { crisis, packages } = params as { crisis: CrisisId; packages: Package[] };
  return count(packages) <= roomInState(state, host, crisis);
}

/** Taken before payments, so that exactly what is paid can come back. */
export function hopefuls(state: State, deeds: readonly Deed[]): Hopeful[] {
  const waiting = deeds.filter((deed) => deed.action === 'DEPLOY' && !isAdmitted(state, deed));
  if (waiting.length === 0) return [];
  const sights = seatSights(state);
  return waiting.map((deed) => ({ deed, price: ACTIONS.DEPLOY!.price(sights.get(deed.host)!, deed.params, { role: 'host', parties: 1 }).money }));
}

/** The deeds that are left once motions are decided. */
export function withoutMandate(work: Working, deeds: readonly Deed[], waiting: readonly Hopeful[]): Deed[] {
  const failed = waiting.filter(({ deed }) => !isAdmitted(work.state, deed));
  work.step('instruments.refunds', (desk) => {
    for (const { deed: { host, orders }, price } of failed) {
      desk.add(path.seat(host, 'budget'), price, { name: 'refund', cause: orders[host]!, with: 'DEPLOY', sees: [host] });
      desk.emit({ type: 'orderCancelled', data: { seat: host, order: orders[host]!, action: 'DEPLOY', reason: 'noHostConsent' }, audience: [host] });
    }
  });
  return deeds.filter((deed) => !failed.some((one) => one.deed === deed));
}
