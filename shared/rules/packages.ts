// Packages: how many a capability yields, what is deployed where, and what that costs (model guide, sections 2 and 3; rulings 13, 35, 36, 42).
import type { Ministry, Package, State } from '../model/state.ts';
import type { ByDomain, BySeat, CrisisId, Domain, SeatId } from '../model/vocabulary.ts';
import { DOMAINS } from '../model/vocabulary.ts';

/** Packages a capability yields: max(1, ⌊C/25⌋). */
export function packagesOf(capability: number): number {
  return Math.max(1, Math.floor(capability / 25));
}

/** Packages a ministry has: what its capability yields, and what was lent, granted or taken away. */
export function packagesHeld({ capability, extraPackages }: Pick<Ministry, 'capability' | 'extraPackages'>): ByDomain<number> {
  return Object.fromEntries(DOMAINS.map((domain) => [domain, Math.max(0, packagesOf(capability[domain]) + (extraPackages[domain] ?? 0))])) as ByDomain<number>;
}

export function count(packages: readonly Package[]): number {
  return packages.reduce((sum, { count: one }) => sum + one, 0);
}

/** Every crisis's deployments of a seat. */
export function deployedBy(crises: Record<CrisisId, { deployments: BySeat<Package[]> }>, seat: SeatId): Package[] {
  return Object.values(crises).flatMap(({ deployments }) => deployments[seat] ?? []);
}

/** The first domain of which more packages are asked for than there are, all crises together. */
export function overdrawn(held: ByDomain<number>, packages: readonly Package[]): { domain: Domain; asked: number; available: number } | null {
  for (const domain of DOMAINS) {
    const asked = count(packages.filter((one) => one.domain === domain));
    if (asked > held[domain]) return { domain, asked, available: held[domain] };
  }
  return null;
}

/** Packages of a seat in all crises. */
export function deployedCount(state: State, seat: SeatId): number {
  return count(deployedBy(state.crises, seat));
}
