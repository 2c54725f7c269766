// Standing forces of organisations: what members hold ready, and for which missions it may go (model guide, section 3, action 12).
import type { Package } from '../model/state.ts';
import type { CrisisId, Domain } from '../model/vocabulary.ts';
import type { Sight } from '../view/view.ts';
import { count } from './packages.ts';

/** The domain in which the order would use packages that are held ready for other missions, and how many of it are free; null if none. */
export function heldReady(see: Sight, crisis: CrisisId, packages: readonly Package[]): { domain: Domain; free: number } | null {
  const self = see.own.seat.id;
  for (const { members, standingForce, mandates } of Object.values(see.public.organisations)) {
    if (!standingForce || !members.includes(self) || mandates.some((one) => one.crisis === crisis)) continue;
    const of = (list: readonly Package[]) => count(list.filter(({ domain }) => domain === standingForce.domain));
    const there = of(see.public.crises[crisis]!.deployments[self] ?? []);
    const elsewhere = Object.values(see.public.crises).filter(({ id }) => id !== crisis && !mandates.some((one) => one.crisis === id)).reduce((sum, { deployments }) => sum + of(deployments[self] ?? []), 0);
    const free = see.own.ministry.packages[standingForce.domain] - standingForce.packages - elsewhere;
    if (of(packages) > there && of(packages) > free) return { domain: standingForce.domain, free: Math.max(0, free) };
  }
  return null;
}

/** Is a standing force that the asking seat belongs to called upon, by a mandate for an open crisis? */
export function calledInSight(see: Sight): boolean {
  return Object.values(see.public.organisations).some(({ members, standingForce, mandates }) =>
    standingForce !== null && members.includes(see.own.seat.id) && mandates.some(({ crisis }) => see.public.crises[crisis]?.open));
}
