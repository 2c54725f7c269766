// A seat in one row, as exercise control watches it: how far it is, what waits for it, its money and beliefs, and why it may need somebody.
import { isPaid, potsOf } from '../rules/pots.ts';
import type { HypothesisId, InjectId, SeatId, ThreatId } from '../model/vocabulary.ts';
import type { Sight } from './view.ts';
import { awaitedTexts, openDuties, unanswered, undecided } from './waiting.ts';

/** `late`: the orders end within a minute and none are saved; `ordersIn`: some are, and the seat works on. */
export type SeatStatus = 'late' | 'ready' | 'ordersIn' | 'reading' | 'negotiating' | 'working' | 'none';

export interface Belief {
  threat: ThreatId;
  /** What it holds likeliest; null where nothing leads. */
  hypothesis: HypothesisId | null;
  percent: number;
}

export interface SeatStrip {
  seat: SeatId;
  status: SeatStatus;
  orders: number;
  points: number;
  /** Injects that nobody of the seat has opened. */
  unread: number;
  /** Invitations to answer, injects to decide, texts to sign or ratify, duties due this turn and not done. */
  invitations: number;
  decisions: number;
  drafts: number;
  duties: number;
  /** As the seat's own budget reckons it until the lock: to spend in all, still free, and promised beyond that. Later, what the sheet left. */
  money: { whole: number; free: number; over: number };
  /** Of threats with a crisis that is open. */
  beliefs: Belief[];
  /** Why, in its own words: of the order it ranks highest. */
  intent: string;
}

/** What a sight does not tell: which injects were opened, and whether the orders are missing with no more than a minute left. */
export interface Around {
  seen: readonly InjectId[];
  late: boolean;
}

export function seatStrip(see: Sight, { seen, late }: Around): SeatStrip {
  const { own } = see;
  const { exercise, seats } = see.public;
  const { orders } = own.sheet;
  const { ready = false, bot = null } = seats[own.seat.id] ?? {};
  // What lies unread at a seat that a bot plays is nobody's to read.
  const counts = { unread: bot ? 0 : unreadInjects(see, seen), invitations: unanswered(see).length, decisions: undecided(see).length, drafts: awaitedTexts(see).length, duties: openDuties(see).length };
  const talks = counts.invitations + counts.drafts + asked(see);
  return {
    seat: own.seat.id,
    status: statusOf({ runs: exercise.status === 'running' || exercise.status === 'paused', phase: exercise.phase, ready, orders: orders.length, unread: counts.unread, talks, late }),
    orders: orders.length,
    points: own.effort.points - own.effort.pointsSpent,
    ...counts,
    money: moneyOf(see),
    beliefs: beliefsOf(see),
    intent: orders.find(({ intent }) => intent !== '')?.intent ?? '',
  };
}

function moneyOf(see: Sight): SeatStrip['money'] {
  const { budget } = see.own.ministry;
  if (isPaid(see.public.exercise)) return { whole: budget, free: budget, over: 0 };
  const { reckoned, overcommitted } = potsOf(see, see.own.sheet.orders);
  return { whole: reckoned.budget + reckoned.income, free: Math.max(0, reckoned.left), over: overcommitted };
}

function unreadInjects({ own }: Sight, seen: readonly InjectId[]): number {
  return Object.keys(own.injects).filter((inject) => !seen.includes(inject)).length;
}

/** Invitations of its own that others have still to answer. */
function asked({ own }: Sight): number {
  return Object.values(own.invitations).filter(({ from, status }) => from === own.seat.id && status === 'open').length;
}

interface Standing {
  runs: boolean;
  phase: Sight['public']['exercise']['phase'];
  ready: boolean;
  orders: number;
  unread: number;
  /** Invitations and texts that are under way with others. */
  talks: number;
  late: boolean;
}

/** The first that holds. */
const STATUSES: readonly (readonly [SeatStatus, (now: Standing) => boolean])[] = [
  ['none', ({ runs }) => !runs],
  ['ready', ({ ready }) => ready],
  ['late', ({ late }) => late],
  ['ordersIn', ({ phase, orders }) => phase === 'orders' && orders > 0],
  ['reading', ({ phase, unread }) => (phase === 'briefing' || phase === 'negotiation') && unread > 0],
  ['negotiating', ({ phase, talks }) => phase === 'negotiation' && talks > 0],
];

export function statusOf(now: Standing): SeatStatus {
  return STATUSES.find(([, holds]) => holds(now))?.[0] ?? 'working';
}

function beliefsOf({ public: { crises }, own }: Sight): Belief[] {
  const open = new Set(Object.values(crises).filter((crisis) => crisis.open).map(({ threat }) => threat));
  return Object.values(own.beliefs).filter(({ threat }) => open.has(threat)).map(({ threat, shares }) => {
    const [first, second] = Object.entries(shares).sort(([, a], [, b]) => b - a);
    const leads = first !== undefined && first[1] !== second?.[1];
    return { threat, hypothesis: leads ? first[0] : null, percent: first?.[1] ?? 0 };
  });
}

/** Who of a seat is there; `since` in milliseconds since the epoch: when the last of them went away. */
export interface Manning {
  people: number;
  connected: number;
  bot: boolean;
  since: number;
}

export const NEEDS = ['nobody', 'away', 'late', 'over', 'decisions', 'duties', 'unread'] as const;
/** Why a seat needs exercise control, the gravest first. */
export type Need = (typeof NEEDS)[number];
/** Those that stop a seat from playing at all, or will in a minute. */
export const GRAVE: readonly Need[] = ['nobody', 'away', 'late'];

/** Somebody whose connection was gone for this long is away, in milliseconds: shorter gaps are reloads and sleeping screens. */
export const AWAY_AFTER = 15_000;

const NEEDED: Record<Need, (strip: SeatStrip, manning: Manning, now: { at: number; phase: Standing['phase'] }) => boolean> = {
  nobody: (_strip, { people, bot }) => people === 0 && !bot,
  away: (_strip, { people, connected, since }, { at }) => people > 0 && connected === 0 && at - since >= AWAY_AFTER,
  late: ({ status }, { bot }) => status === 'late' && !bot,
  over: ({ money }, { bot }) => money.over > 0 && !bot,
  // What can still be done about it before the lock, once the time for it runs.
  decisions: ({ decisions, status }, { bot }, { phase }) => phase === 'orders' && decisions > 0 && status !== 'ready' && !bot,
  duties: ({ duties }, { bot }, { phase }) => phase === 'orders' && duties > 0 && !bot,
  unread: ({ unread, status }, { bot }, { phase }) => phase !== 'briefing' && phase !== 'review' && unread > 0 && status !== 'ready' && !bot,
};

/** What the seat needs somebody for, the gravest first; nothing while nobody plays. */
export function needsOf(strip: SeatStrip, manning: Manning, now: { at: number; phase: Standing['phase'] }): Need[] {
  return strip.status === 'none' ? [] : NEEDS.filter((need) => NEEDED[need](strip, manning, now));
}
