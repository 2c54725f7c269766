// Tit-for-tat: begins well, then gives what it gets, a little generous and contrite after a fault of its own (model guide, section 7).
import { clamp, round } from '../model/arithmetic.ts';
import type { SeatId } from '../model/vocabulary.ts';
import { clausesInForce } from '../rules/instruments/binding.ts';
import { perSight } from '../view/look.ts';
import type { Sight } from '../view/view.ts';
import { admissionRequests, move } from './assemblies.ts';
import type { BotContext } from './bot.ts';
import { conducted } from './conduct.ts';
import { announcements, proposalsTo } from './cooperation.ts';
import { ambitions, burdenSeen, others, recentlyMissed, trusts, wronged } from './outlook.ts';
import { file } from './redress.ts';
import { attributions } from './reports.ts';
import { acceptable, insist, inspections, table } from './texts.ts';

/** Burden index below which a seat is left out. */
const SHIRKING = 45;
const GENEROUS = 15;

function deserves(see: Sight, seat: SeatId): boolean {
  return burdenSeen(see, seat) >= SHIRKING;
}

const partnersOf = perSight((see) => others(see).filter((seat) => trusts(see, seat) && deserves(see, seat)));

/** (mean + least)/2 of what the others carried last turn, 15 more half of the time; everything after a miss of its own. */
function deploys(see: Sight, context: BotContext): number {
  if (recentlyMissed(see, see.own.seat.id) > 0) return 100;
  const seen = others(see).map((seat) => burdenSeen(see, seat));
  const least = Math.min(...seen);
  const half = round(seen.reduce((sum, one) => sum + one, 0) + least * seen.length, 2 * seen.length);
  return clamp(half + (context.draw('generous') < 5000 ? GENEROUS : 0), 0, 100);
}

/** One of its sources is known: somebody has talked. */
const burned = (see: Sight) => see.own.ministry.sources.some((source) => source.burned);

export const titForTat = conducted({
  deploys,
  accepts: (see, { from }) => trusts(see, from) && deserves(see, from),
  signs: (see, text) => acceptable(see, text) && text.parties.every((seat) => seat === see.own.seat.id || deserves(see, seat)),
  sharesWith: deserves,
  keeps: () => true,
  shuns: (see, seat) => wronged(see, seat) && recentlyMissed(see, see.own.seat.id) === 0,
  acts(see, agenda) {
    file(see, agenda);
    insist(see, agenda);
    move(see, agenda);
    // Whoever is bound to give notice gives it.
    if (clausesInForce(see.own.instruments, 'NOTIFY').length > 0) for (const wish of announcements(see, partnersOf(see))) agenda.act(wish);
    table(see, agenda, { partner: (seat) => trusts(see, seat) && deserves(see, seat), rival: (seat) => deserves(see, seat), likes: ['INSPECT', 'DISPUTE'] });
  },
  proposals: (see) => [...admissionRequests(see), ...inspections(see, false), ...proposalsTo(see, partnersOf(see)), ...inspections(see)],
  orders: (see) => [...attributions(see), ...(burned(see) ? [{ action: 'CI_SWEEP', params: {} }] : []), ...ambitions(see), { action: 'TRAIN', params: {} }],
});
