// Packages: how many a capability yields, what is deployed where, and what that costs (model guide, sections 2 and 3; rulings 13, 35, 36, 42).
import { fraction, plus } from '../model/arithmetic.ts';
import type { Fraction } from '../model/arithmetic.ts';
import type { Crisis, Ministry, Package, State } from '../model/state.ts';
import type { ByDomain, BySeat, CrisisId, Domain, SeatId } from '../model/vocabulary.ts';
import { DOMAINS } from '../model/vocabulary.ts';

/** Share of a ministry's capability that unmanned systems bring when they stand in for another domain. */
const STAND_IN_PERCENT = 70;
/** What each level of civil and military services working together adds to disaster relief (action 22). */
const CIVIL_PERCENT = 10;

/** Packages a capability yields: max(1, ⌊C/25⌋). */
export function packagesOf(capability: number): number {
  return Math.max(1, Math.floor(capability / 25));
}

/** Packages a ministry has: what its capability yields, and what was lent, granted or taken away. */
export function packagesHeld({ capability, extraPackages }: Pick<Ministry, 'capability' | 'extraPackages'>): ByDomain<number> {
  return byDomain((domain) => Math.max(0, packagesOf(capability[domain]) + (extraPackages[domain] ?? 0)));
}

/** Something of each domain. */
export function byDomain<T>(of: (domain: Domain) => T): ByDomain<T> {
  const each: Partial<ByDomain<T>> = {};
  for (const domain of DOMAINS) each[domain] = of(domain);
  return each as ByDomain<T>;
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

/** Points per domain of all packages in a crisis, before cohesion: n·C·RD/1000 each, unmanned systems where they stand in (action 31, ruling 36). */
export function pointsOf(state: State, crisis: Crisis): Record<string, Fraction> {
  const points: Record<string, Fraction> = {};
  for (const [seat, packages] of Object.entries(crisis.deployments)) {
    const { capability, readiness, civilMilitary } = state.seats[seat]!;
    for (const { domain, count: number, as } of packages) {
      const percent = as ? STAND_IN_PERCENT : domain === 'DIS' ? 100 + CIVIL_PERCENT * civilMilitary : 100;
      const strength = fraction(number * capability[domain] * readiness * percent, 100_000);
      const served = as ?? domain;
      points[served] = plus(points[served] ?? fraction(0), strength);
    }
  }
  return points;
}
