// Which packages a bot sends where: a number fixed by its character, kinds by what it believes, less if it cannot pay.
import { round } from '../model/arithmetic.ts';
import type { Package } from '../model/state.ts';
import type { ByDomain, CrisisId, Domain, RegionId, SeatId } from '../model/vocabulary.ts';
import { DOMAINS } from '../model/vocabulary.ts';
import { roomInSight } from '../rules/hosting.ts';
import { clausesInForce } from '../rules/instruments/binding.ts';
import type { StandingForceParams } from '../rules/instruments/standing-force.ts';
import { byDomain, count } from '../rules/packages.ts';
import type { CrisisView, Sight } from '../view/view.ts';
import type { Agenda, Wish } from './agenda.ts';
import type { Keeps } from './duties.ts';
import { available, fairShare, needs, openCrises } from './outlook.ts';

/** Packages per crisis that this share of the fair number comes to, split by severity; at least what a clause demands. */
export function targets(see: Sight, percent: number, keeps: Keeps): Record<CrisisId, number> {
  const crises = openCrises(see).filter(({ id }) => roomInSight(see, id) > 0);
  const severity = crises.reduce((sum, crisis) => sum + crisis.severity, 0);
  const whole = round(fairShare(see, see.own.seat.id) * percent, 100);
  const split = crises.map((crisis) => ({ crisis: crisis.id, number: severity === 0 ? 0 : Math.floor((whole * crisis.severity) / severity) }));
  const rest = whole - split.reduce((sum, { number }) => sum + number, 0);
  if (split[0] && severity > 0) split[0].number += rest;
  return Object.fromEntries(split.map(({ crisis, number }) => [crisis, Math.min(roomInSight(see, crisis), Math.max(number, owed(see, crisis, keeps)))]));
}

/** Packages promised for a crisis by a MUTUAL_ASSIST clause that is due, or by a force held ready for it that is called. */
function owed(see: Sight, crisis: CrisisId, keeps: Keeps): number {
  const due = Object.values(see.own.obligations).filter(({ kind, params }) => kind === 'MUTUAL_ASSIST' && params.crisis === crisis).filter(keeps);
  return Math.max(0, ...due.map(({ params }) => params.minimum as number), ...called(see, crisis, keeps).map(({ packages }) => packages));
}

/** Forces held ready for this crisis. */
function called(see: Sight, crisis: CrisisId, keeps: Keeps): StandingForceParams[] {
  return Object.values(see.own.obligations).filter(({ kind, params }) => kind === 'STANDING_FORCE' && (params as unknown as StandingForceParams).missions.includes(crisis)).filter(keeps)
    .map(({ params }) => params as unknown as StandingForceParams);
}

/** Most packages of each domain that limits in the region and norms leave; a limit that is not kept limits nothing. */
function capped(see: Sight, region: RegionId, keeps: Keeps): Partial<ByDomain<number>> {
  const caps: Partial<ByDomain<number>> = {};
  for (const word of clausesInForce<{ domain: Domain; region: RegionId; cap: number }>(see.own.instruments, 'LIMIT')) {
    const { domain, region: where, cap } = word.params;
    if (where === region && keeps(word)) caps[domain] = Math.min(cap, caps[domain] ?? cap);
  }
  if (clausesInForce<{ act: string }>(see.own.instruments, 'NORM').some((word) => word.params.act === 'unmannedForce' && keeps(word))) caps.UXS = 0;
  return caps;
}

/** What the deployments a character wants would cost beyond those that stand. */
export function deploymentReserve(see: Sight, percent: number, keeps: Keeps): number {
  if (!available(see, 'DEPLOY')) return 0;
  const { deployPrice } = see.public.exercise.parameters;
  const more = Object.entries(targets(see, percent, keeps)).map(([crisis, number]) => Math.max(0, number - count(standing(see, crisis))));
  return deployPrice * more.reduce((sum, one) => sum + one, 0);
}

/** Orders that bring the deployments to what is wanted, or as near to it as can be paid with so much left for other things. */
export function deployments(see: Sight, agenda: Agenda, percent: number, leave: number, keeps: Keeps): Wish[] {
  if (!available(see, 'DEPLOY')) return [];
  return Object.entries(targets(see, percent, keeps)).flatMap(([crisis, number]) => {
    const wanted = preferred(see, crisis, number, keeps);
    const there = standing(see, crisis);
    for (let some = wanted.length; some >= 0; some -= 1) {
      const packages = packed(wanted.slice(0, some));
      if (same(packages, there)) {
        if (agenda.money() >= leave) return [];
        continue;
      }
      const wish: Wish = { action: 'DEPLOY', params: { crisis, packages } };
      if (agenda.affords(wish, some === 0 ? 0 : leave)) return [wish];
    }
    return [];
  });
}

function standing(see: Sight, crisis: CrisisId): Package[] {
  return see.public.crises[crisis]?.deployments[see.own.seat.id] ?? [];
}

/** Package by package whatever is needed most for what is there already, stronger capabilities first; fewer where there are no more. */
function preferred(see: Sight, crisis: CrisisId, number: number, keeps: Keeps): Domain[] {
  const held = see.public.crises[crisis]!;
  const weights = needs(see, held.threat);
  const free = freePackages(see, crisis);
  const there = presentByDomain(held, see.own.seat.id);
  const caps = capped(see, held.region, keeps);
  const picked = byDomain(() => 0);
  // What is called comes first, whatever is needed most.
  const ready = called(see, crisis, keeps).flatMap(({ domain, packages }) => Array<Domain>(packages).fill(domain));
  const worth = (domain: (typeof DOMAINS)[number]) => (weights[domain] * see.own.ministry.capability[domain]) / (1 + there[domain] + picked[domain]);
  const wanted: Domain[] = [];
  while (wanted.length < number) {
    const room = (domain: Domain) => picked[domain] < Math.min(4, free[domain], caps[domain] ?? 4);
    const due = ready[wanted.length];
    const best = due !== undefined && room(due) ? due : dearest(DOMAINS.filter((domain) => room(domain) && weights[domain] > 0), worth);
    if (best === null) break;
    picked[best] += 1;
    wanted.push(best);
  }
  return wanted;
}

/** The first of those that are worth most; null of none. */
function dearest(domains: readonly Domain[], worth: (domain: Domain) => number): Domain | null {
  let best: Domain | null = null;
  let most = -Infinity;
  for (const domain of domains) {
    const value = worth(domain);
    if (value <= most) continue;
    best = domain;
    most = value;
  }
  return best;
}

/** As they are sent: so many of each domain. */
function packed(domains: readonly Domain[]): Package[] {
  return DOMAINS.filter((domain) => domains.includes(domain)).map((domain) => ({ domain, count: domains.filter((one) => one === domain).length }));
}

/** Packages not bound in other crises. */
function freePackages(see: Sight, crisis: CrisisId): ByDomain<number> {
  const { packages: held } = see.own.ministry;
  const self = see.own.seat.id;
  const bound = byDomain(() => 0);
  for (const { id, deployments: elsewhere } of Object.values(see.public.crises)) {
    if (id !== crisis) for (const { domain, count: some } of elsewhere[self] ?? []) bound[domain] += some;
  }
  return byDomain((domain) => Math.max(0, held[domain] - bound[domain]));
}

/** Packages of the others in a crisis. */
function presentByDomain({ deployments: present }: CrisisView, self: SeatId): ByDomain<number> {
  const there = byDomain(() => 0);
  for (const seat of Object.keys(present)) {
    if (seat !== self) for (const { domain, count: some, as } of present[seat]!) there[as ?? domain] += some;
  }
  return there;
}

/** Do packages of which each domain is listed once come to what is there, in whatever order that is listed? */
function same(packages: readonly Package[], there: readonly Package[]): boolean {
  const sent = there.filter((one) => one.count > 0);
  return packages.length === sent.length && packages.every(({ domain, count: some, as }) => sent.some((one) => one.domain === domain && one.count === some && one.as === as));
}
