// Joint acts that bots of good will propose to their partners.
import type { SeatId } from '../model/vocabulary.ts';
import { pairOf } from '../model/vocabulary.ts';
import type { Sight } from '../view/view.ts';
import type { Wish } from './agenda.ts';
import { exerciseWith } from './duties.ts';
import { mostNeeded, others, proposed } from './outlook.ts';

/** Grievance from which two ministries need a hotline and a word about the past. */
const ESTRANGED = 50;
/** Fifth of the scale (0-4) below which a partner's trust is worth a visit. */
const WARM = 3;
/** Political capital that an apology must leave. */
const STANDING = 16;

/** Everything worth proposing to these partners now, dearest first; nothing that was proposed this turn already. */
export function proposalsTo(see: Sight, partners: readonly SeatId[]): Wish[] {
  const wishes = [...exercise(see, partners), ...visit(see, partners), ...reconciliation(see), ...fusion(see, partners), ...hotline(see), ...standards(see, partners)];
  return wishes.filter(({ action }) => !proposed(see, action));
}

/** Partners take turns in calling an exercise. */
function exercise(see: Sight, partners: readonly SeatId[]): Wish[] {
  const circle = [...partners, see.own.seat.id].sort();
  const called = Object.values(see.own.invitations).some((one) => one.action === 'EXERCISE' && one.turn === see.public.exercise.turn);
  const ours = circle[see.public.exercise.turn % circle.length] === see.own.seat.id;
  return partners.length > 0 && ours && !called ? [exerciseWith(see, partners, mostNeeded(see))] : [];
}

/** To the partner that trusts this seat least, unless the two have met or tried to since last turn. */
function visit(see: Sight, partners: readonly SeatId[]): Wish[] {
  const met = (seat: SeatId) => Object.values(see.own.invitations).some(({ action, from, to }) => action === 'VISIT' && (from === seat || to.includes(seat)));
  const host = partners.filter((seat) => see.own.relations[seat]!.trusted < WARM && !met(seat)).sort((a, b) => see.own.relations[a]!.trusted - see.own.relations[b]!.trusted)[0];
  return host ? [{ action: 'VISIT', params: { partner: host } }] : [];
}

function estranged(see: Sight): SeatId[] {
  return others(see).filter((seat) => (see.public.pairs[pairOf(seat, see.own.seat.id)]?.grievance ?? 0) >= ESTRANGED);
}

function reconciliation(see: Sight): Wish[] {
  return see.own.ministry.politicalCapital < STANDING ? [] : estranged(see).map((partner) => ({ action: 'RECONCILE', params: { partner } }));
}

function hotline(see: Sight): Wish[] {
  return estranged(see).filter((seat) => !see.own.relations[seat]!.channels.includes('hotline')).map((partner) => ({ action: 'CHANNEL', params: { partner, channel: 'hotline' } }));
}

/** Only who has something to bring to the table calls others to it. */
function fusion(see: Sight, partners: readonly SeatId[]): Wish[] {
  const threat = Object.keys(see.own.beliefs).sort().find((one) => Object.values(see.own.reports).some((report) => report.threat === one && report.originator === see.own.seat.id));
  const called = Object.values(see.own.invitations).some((one) => one.action === 'FUSE' && one.turn === see.public.exercise.turn);
  return threat === undefined || partners.length === 0 || called ? [] : [{ action: 'FUSE', params: { partners: [...partners], threat } }];
}

function standards(see: Sight, partners: readonly SeatId[]): Wish[] {
  return partners.length > 0 ? [{ action: 'STANDARDISE', params: { partners: [...partners] } }] : [];
}
