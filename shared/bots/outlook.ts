// How a bot judges what it sees: partners, fair shares, who carries what, and which forces are likely to be needed.
import { ceil, round } from '../model/arithmetic.ts';
import type { ByDomain, BySeat, SeatId, ThreatId } from '../model/vocabulary.ts';
import { DOMAINS, MARKINGS } from '../model/vocabulary.ts';
import { clausesInForce } from '../rules/instruments/binding.ts';
import { lockedUntil } from '../rules/legality.ts';
import { byDomain, count, deployedBy } from '../rules/packages.ts';
import type { Wish } from './agenda.ts';
import type { CrisisView, InvitationView, Sight } from '../view/view.ts';
import { perSight } from '../view/look.ts';

/** Trust from which a bot works with another seat (ruling 83). */
const PARTNER_TRUST = 30;

const OTHERS = new WeakMap<readonly SeatId[], Map<SeatId, readonly SeatId[]>>();

/** The other seats, in order of code. */
export function others(see: Sight): readonly SeatId[] {
  const { seats } = see.public.exercise;
  const self = see.own.seat.id;
  let known = OTHERS.get(seats);
  if (!known) OTHERS.set(seats, (known = new Map()));
  let found = known.get(self);
  if (!found) known.set(self, (found = seats.filter((seat) => seat !== self).sort()));
  return found;
}

export function trusts(see: Sight, seat: SeatId): boolean {
  return (see.own.relations[seat]?.trust ?? 0) >= PARTNER_TRUST;
}

export function available(see: Sight, name: string): boolean {
  return lockedUntil(see, 'actions', name) === null;
}

const worstFirst = perSight((see): readonly CrisisView[] => Object.values(see.public.crises).filter(({ open }) => open).sort((a, b) => b.severity - a.severity || (a.id < b.id ? -1 : 1)));

/** Crises that packages can be sent to, the worst first. */
export function openCrises(see: Sight): readonly CrisisView[] {
  return worstFirst(see);
}

export function worstSeverity(see: Sight): number {
  return Math.max(0, ...openCrises(see).map(({ severity }) => severity));
}

/** Packages that would be a fair share of each seat: ⌈fair·Y/Ȳ⌉, on the incomes everybody sees. */
const fairShares = perSight((see): BySeat<number> => {
  const seats = Object.values(see.public.seats);
  const total = seats.reduce((sum, { income }) => sum + income, 0);
  const shares: BySeat<number> = {};
  for (const { id, income } of seats) shares[id] = ceil(see.public.exercise.parameters.fair * income * seats.length, total);
  return shares;
});

export function fairShare(see: Sight, seat: SeatId): number {
  return fairShares(see)[seat]!;
}

/** Was there a way to carry a burden last turn? */
function burdenPossible(see: Sight): boolean {
  const { turn, unlocksAt } = see.public.exercise;
  return turn > Math.max(1, unlocksAt.actions.DEPLOY ?? 1) && openCrises(see).some(({ openedTurn }) => openedTurn < turn);
}

/**
 * Last turn's burden indexes as far as this seat can see them; null where there was none to carry. Packages are public. What was shared with others is
 * not, so that a seat is doubted only where it owed this one a report and none came.
 */
const burdens = perSight((see): BySeat<number> | null => {
  if (!burdenPossible(see)) return null;
  const { turn, seats } = see.public.exercise;
  const owing = new Set(clausesInForce(see.own.instruments, 'INTEL_SHARE').flatMap(({ parties }) => parties));
  const heard = new Set(Object.values(see.own.reports).filter((report) => report.turn >= turn - 1).map(({ from }) => from));
  const seen: BySeat<number> = {};
  for (const seat of seats) {
    const fair = fairShare(see, seat);
    seen[seat] = round(70 * Math.min(count(deployedBy(see.public.crises, seat)), fair), fair) + (owing.has(seat) && !heard.has(seat) ? 0 : 30);
  }
  return seen;
});

export function burdenSeen(see: Sight, seat: SeatId): number {
  return burdens(see)?.[seat] ?? 100;
}

/** Weight of the kinds of packages a hypothesis calls for, by their place in its list. */
const CALLED_FOR = [6, 3, 2, 1];

/** How much each domain is likely to be needed against a threat, by this seat's belief. */
export function needs(see: Sight, threat: ThreatId): ByDomain<number> {
  const weights = byDomain(() => 0);
  for (const { id, domains } of see.public.threats[threat]?.hypotheses ?? []) {
    const share = see.own.beliefs[threat]?.shares[id] ?? 0;
    for (const [place, domain] of domains.entries()) weights[domain] += share * (CALLED_FOR[place] ?? 1);
  }
  return weights;
}

/** The domain most needed in the worst crisis; the first of all if there is none. */
export function mostNeeded(see: Sight): (typeof DOMAINS)[number] {
  const worst = openCrises(see)[0];
  if (!worst) return DOMAINS[0];
  const weights = needs(see, worst.threat);
  return [...DOMAINS].sort((a, b) => weights[b] - weights[a])[0]!;
}

/** Share of belief, in percent, that some other seat stands behind a threat. */
export function sponsored(see: Sight, threat: ThreatId): number {
  const { hypotheses } = see.public.threats[threat] ?? { hypotheses: [] };
  return hypotheses.reduce((sum, { id, sponsor }) => sum + (sponsor && sponsor !== see.own.seat.id ? see.own.beliefs[threat]?.shares[id] ?? 0 : 0), 0);
}

/** Crises whose threat is more likely than not another seat's doing, the worst first. */
export function hostileCrises(see: Sight): CrisisView[] {
  return openCrises(see).filter(({ threat }) => sponsored(see, threat) >= 50);
}

/** Seats more likely than not to stand behind an open crisis. */
export const suspects = perSight((see): SeatId[] => hostileCrises(see).flatMap(({ threat }) => (see.public.threats[threat]?.hypotheses ?? []).flatMap(({ id, sponsor }) =>
  (sponsor && sponsor !== see.own.seat.id && see.public.seats[sponsor] && (see.own.beliefs[threat]?.shares[id] ?? 0) >= 50 ? [sponsor] : []))));
export const suspected = (see: Sight, seat: SeatId) => suspects(see).includes(seat);

/** Did the seat visibly miss a duty towards this one last turn? */
export function wronged(see: Sight, seat: SeatId): boolean {
  const { turn } = see.public.exercise;
  return Object.values(see.own.findings).some((finding) => finding.seat === seat && finding.turn === turn - 1 && finding.visible && finding.result === 'missed' && finding.injured.includes(see.own.seat.id));
}

/** Members of an organisation that this seat belongs to and that guards secrets together. */
export function allies(see: Sight): SeatId[] {
  const self = see.own.seat.id;
  const circles = Object.values(see.public.organisations).filter(({ members, ceiling }) => members.includes(self) && MARKINGS.indexOf(ceiling) >= MARKINGS.indexOf('C'));
  return others(see).filter((seat) => circles.some(({ members }) => members.includes(seat)));
}

/** What the ministry is to be measured by and can buy: equipment in its domain. */
export function ambitions(see: Sight): Wish[] {
  return see.own.seat.aims.filter(({ code, subject }) => code === 'MOD' && subject !== null).map(({ subject }) => ({ action: 'INVEST', params: { domain: subject, partners: [] } }));
}

const byAction = perSight((see): ReadonlyMap<string, readonly InvitationView[]> => {
  const held = new Map<string, InvitationView[]>();
  for (const invitation of Object.values(see.own.invitations)) {
    if (invitation.turn !== see.public.exercise.turn) continue;
    const alike = held.get(invitation.action);
    if (alike) alike.push(invitation);
    else held.set(invitation.action, [invitation]);
  }
  return held;
});

/** Invitations of this turn to such an act that this seat knows of, whatever became of them. */
export function thisTurn(see: Sight, action: string): readonly InvitationView[] {
  return byAction(see).get(action) ?? [];
}

/** Has this seat proposed such an act this turn? */
export function proposed(see: Sight, action: string): boolean {
  return thisTurn(see, action).some(({ from }) => from === see.own.seat.id);
}

/** Did another party visibly miss a duty towards this seat, or this seat one of its own, in the last turn or this? */
export function recentlyMissed(see: Sight, seat: SeatId): number {
  const { turn } = see.public.exercise;
  return Object.values(see.own.findings).filter((finding) => finding.seat === seat && finding.visible && finding.result === 'missed' && finding.turn >= turn - 1).length;
}

