// The hawk: arms, shows strength where it sees an adversary, trusts its allies alone and signs no limits (model guide, section 7).
import type { SeatId } from '../model/vocabulary.ts';
import { pairOf } from '../model/vocabulary.ts';
import { latest } from '../rules/instruments/binding.ts';
import { ANTAGONISTS } from '../rules/trust.ts';
import { perSight } from '../view/look.ts';
import type { Sight } from '../view/view.ts';
import type { Wish } from './agenda.ts';
import { admissionRequests, inclined } from './assemblies.ts';
import { conducted } from './conduct.ts';
import { proposalsTo } from './cooperation.ts';
import { confidences, disruptions, forgeries, indiscretions } from './covert.ts';
import { purchases } from './free-rider.ts';
import { allies, hostileCrises, suspected, suspects, trusts } from './outlook.ts';
import { attributions } from './reports.ts';
import { acceptable, inspections, table } from './texts.ts';

/** Share of belief, in percent, at which it says in public what it thinks. */
const CONVINCED = 75;

const odd = (see: Sight) => see.public.exercise.turn % 2 === 1;
const friends = perSight((see): readonly SeatId[] => allies(see).filter((seat) => trusts(see, seat)));

/** Whoever it holds to be behind a crisis, or has an old quarrel with and no alliance. */
function adversary(see: Sight, seat: SeatId): boolean {
  const quarrel = see.public.pairs[pairOf(seat, see.own.seat.id)]?.grievance ?? 0;
  return suspected(see, seat) || (quarrel >= ANTAGONISTS && !allies(see).includes(seat));
}

/** In odd turns, in the region of the worst crisis that another seat is believed to stand behind. */
function showsOfForce(see: Sight): Wish[] {
  return odd(see) ? hostileCrises(see).slice(0, 1).map(({ region }) => ({ action: 'SHOW_FORCE', params: { region } })) : [];
}

/** A public protest to whoever is most likely behind a threat, in the turns between. */
function protests(see: Sight): Wish[] {
  if (odd(see) || (see.own.effort.actsThisTurn.DEMARCHE ?? 0) > 0) return [];
  return suspects(see).slice(0, 1).map((partner) => ({ action: 'DEMARCHE', params: { partner, public: true } }));
}

/** What a clause lets it see of those it trusts least. */
const verifications = (see: Sight) => inspections(see, false);

export const hawk = conducted({
  deploys: () => 50,
  accepts: (see, { from }) => trusts(see, from),
  signs: (see, text) => acceptable(see, text) && latest(text).clauses.every(({ kind }) => kind !== 'LIMIT'),
  // Nothing that ties its hands.
  votes: (see, motion) => (motion.kind === 'norm' ? 'no' : inclined(see, motion)),
  breaksSilence: ({ kind }) => kind === 'norm',
  sharesWith: (see, seat) => friends(see).includes(seat),
  // No cap on its forces, and no word with adversaries.
  keeps: (_see, { kind }) => kind !== 'LIMIT',
  shuns: adversary,
  acts(see, agenda) {
    for (const wish of protests(see)) agenda.act(wish);
    confidences(see, agenda, friends(see));
    table(see, agenda, { partner: (seat) => friends(see).includes(seat), likes: ['STANDING_FORCE', 'MUTUAL_ASSIST', 'LOGISTICS'] });
  },
  proposals: (see) => [...admissionRequests(see), ...verifications(see), ...proposalsTo(see, friends(see)).filter(({ action }) => action !== 'RECONCILE')],
  orders: (see) => [...showsOfForce(see), ...attributions(see, { sure: CONVINCED, rash: true }), ...indiscretions(see), ...disruptions(see), ...forgeries(see), ...purchases(see)],
});
