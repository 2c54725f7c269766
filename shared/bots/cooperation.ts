// Joint acts that bots of good will propose to their partners.
import type { SeatId } from '../model/vocabulary.ts';
import { pairOf } from '../model/vocabulary.ts';
import { clausesInForce } from '../rules/instruments/binding.ts';
import { perSight } from '../view/look.ts';
import type { Sight } from '../view/view.ts';
import type { Wish } from './agenda.ts';
import { exerciseWith } from './duties.ts';
import { mostNeeded, others, proposed, thisTurn } from './outlook.ts';
import { reportsHeld } from './reports.ts';

/** Grievance from which two ministries need a hotline and a word about the past. */
const ESTRANGED = 50;
/** Fifth of the scale (0-4) below which a partner's trust is worth a visit. */
const WARM = 3;
/** Political capital that an apology must leave. */
const STANDING = 16;

/** Whose turn it is to call the partners together. */
function caller(see: Sight, partners: readonly SeatId[], turn: number): SeatId {
  const circle = [...partners, see.own.seat.id].sort();
  return circle[turn % circle.length]!;
}

/** Whoever calls the next exercise says so a turn ahead. */
export function announcements(see: Sight, partners: readonly SeatId[]): Wish[] {
  const { turn, turns } = see.public.exercise;
  const self = see.own.seat.id;
  const { region } = see.public.seats[self]!;
  const known = Object.values(see.public.notices).some((notice) => notice.by === self && notice.turn === turn + 1);
  if (known || turn >= turns || partners.length === 0 || caller(see, partners, turn + 1) !== self) return [];
  return [{ action: 'NOTIFY', params: { activity: 'EXERCISE', region, turn: turn + 1, observers: true } }];
}

/** What a partner made may be told on only if it agrees: it is asked where another partner lacks it. */
function releases(see: Sight, partners: readonly SeatId[]): Wish[] {
  for (const { event, originator, from, cleared, releasable, fabricated, sanitised } of reportsHeld(see)) {
    // Its own seat is no partner of itself, nor is exercise control.
    if (fabricated || sanitised || !partners.includes(originator)) continue;
    const to = partners.filter((seat) => seat !== originator && seat !== from && !cleared.includes(seat) && !releasable.includes(seat));
    if (to.length > 0) return [{ action: 'RELEASE', params: { event, originator, to } }];
  }
  return [];
}

/** A gift to the poorest partner in every other turn, where there is something to give. */
export function gifts(see: Sight, partners: readonly SeatId[]): Wish[] {
  const poorest = [...partners].sort((a, b) => see.public.seats[a]!.income - see.public.seats[b]!.income)[0];
  const richer = poorest !== undefined && see.public.seats[poorest]!.income < see.own.ministry.income;
  return richer && 2 * see.own.ministry.budget > see.own.ministry.income && see.public.exercise.turn % 2 === 0 ? [{ action: 'AID', params: { partner: poorest, what: 'money', amount: 4, public: true } }] : [];
}

/** Everything worth proposing to these partners now, dearest first; nothing that was proposed this turn already. */
export function proposalsTo(see: Sight, partners: readonly SeatId[]): Wish[] {
  return (see.public.exercise.turn % 3 === 2 ? WITH_STANDARDS_EARLY : WITH_STANDARDS_LATE).flatMap(([action, wishes]) => (proposed(see, action) ? [] : wishes(see, partners)));
}

/** Has it promised notice of exercises, and given none of one at home in this turn? */
function unannounced(see: Sight): boolean {
  const { id } = see.own.seat;
  return clausesInForce(see.own.instruments, 'NOTIFY').some(({ params }) => params.activity === 'EXERCISE')
    && !Object.values(see.public.notices).some(({ by, activity, region, turn }) => by === id && activity === 'EXERCISE' && region === see.public.seats[id]!.region && turn === see.public.exercise.turn);
}

/** Partners take turns in calling an exercise. */
function exercise(see: Sight, partners: readonly SeatId[]): Wish[] {
  const called = thisTurn(see, 'EXERCISE').length > 0;
  return partners.length > 0 && caller(see, partners, see.public.exercise.turn) === see.own.seat.id && !called && !unannounced(see) ? [exerciseWith(see, partners, mostNeeded(see))] : [];
}

/** To the partner that trusts this seat least, unless the two have met or tried to since last turn. */
function visit(see: Sight, partners: readonly SeatId[]): Wish[] {
  const visits = Object.values(see.own.invitations).filter(({ action }) => action === 'VISIT');
  const met = (seat: SeatId) => visits.some(({ from, to }) => from === seat || to.includes(seat));
  const host = partners.filter((seat) => see.own.relations[seat]!.trusted < WARM && !met(seat)).sort((a, b) => see.own.relations[a]!.trusted - see.own.relations[b]!.trusted)[0];
  return host ? [{ action: 'VISIT', params: { partner: host } }] : [];
}

const estranged = perSight((see): SeatId[] => others(see).filter((seat) => (see.public.pairs[pairOf(seat, see.own.seat.id)]?.grievance ?? 0) >= ESTRANGED));

function reconciliation(see: Sight): Wish[] {
  return see.own.ministry.politicalCapital < STANDING ? [] : estranged(see).map((partner) => ({ action: 'RECONCILE', params: { partner } }));
}

/** With those it is at odds with, and with those it has promised to answer. */
function hotline(see: Sight): Wish[] {
  const self = see.own.seat.id;
  const promised = clausesInForce(see.own.instruments, 'HOTLINE').flatMap(({ parties }) => parties.filter((seat) => seat !== self));
  return [...new Set([...estranged(see), ...promised])].filter((seat) => !see.own.relations[seat]!.channels.includes('hotline')).map((partner) => ({ action: 'CHANNEL', params: { partner, channel: 'hotline' } }));
}

/** Only who has something to bring to the table calls others to it. */
function fusion(see: Sight, partners: readonly SeatId[]): Wish[] {
  const threat = Object.keys(see.own.beliefs).sort().find((one) => Object.values(see.own.reports).some((report) => report.threat === one && report.originator === see.own.seat.id));
  const called = thisTurn(see, 'FUSE').length > 0;
  return threat === undefined || partners.length === 0 || called ? [] : [{ action: 'FUSE', params: { partners: [...partners], threat } }];
}

/** A course from the richest partner in the domain the ministry is measured by. */
function courses(see: Sight, partners: readonly SeatId[]): Wish[] {
  const teacher = [...partners].sort((a, b) => see.public.seats[b]!.income - see.public.seats[a]!.income)[0];
  if (!teacher || see.public.seats[teacher]!.income <= see.own.ministry.income) return [];
  const domain = see.own.seat.aims.find(({ code, subject }) => code === 'MOD' && subject !== null)?.subject;
  return !domain ? [] : [{ action: 'EXCHANGE', params: { partner: teacher, domain, role: 'take' } }];
}

function standards(see: Sight, partners: readonly SeatId[]): Wish[] {
  return partners.length > 0 ? [{ action: 'STANDARDISE', params: { partners: [...partners] } }] : [];
}

type Proposing = readonly [action: string, wishes: (see: Sight, partners: readonly SeatId[]) => Wish[]];

/** What is proposed, dearest first. Common standards are dear in every third turn and come last in the others. */
const FIRST: readonly Proposing[] = [['EXERCISE', exercise], ['EXCHANGE', courses]];
const THEN: readonly Proposing[] = [['CHANNEL', hotline], ['VISIT', visit], ['RECONCILE', reconciliation], ['FUSE', fusion], ['RELEASE', releases]];
const STANDARDS: Proposing = ['STANDARDISE', standards];
const WITH_STANDARDS_EARLY = [...FIRST, STANDARDS, ...THEN];
const WITH_STANDARDS_LATE = [...FIRST, ...THEN, STANDARDS];
