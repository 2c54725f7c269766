// The hedger: a little with every side, nothing that binds, half of what it knows, and always something in reserve (model guide, section 7).
import { round } from '../model/arithmetic.ts';
import { latest } from '../rules/instruments/binding.ts';
import type { Sight } from '../view/view.ts';
import { admissionRequests, applications, forums } from './assemblies.ts';
import { conducted } from './conduct.ts';
import { proposalsTo } from './cooperation.ts';
import { ambitions, others, trusts, worstSeverity } from './outlook.ts';
import { assure } from './redress.ts';
import { acceptable, table } from './texts.ts';

/** Severity from which it sends more. */
const SERIOUS = 60;

const odd = (see: Sight) => see.public.exercise.turn % 2 === 1;

export const hedger = conducted({
  deploys: (see) => (worstSeverity(see) >= SERIOUS ? 60 : 40),
  accepts: (see, { action, from }) => trusts(see, from) && (action !== 'EXERCISE' || odd(see)),
  signs: (see, text) => latest(text).kind === 'mou' && acceptable(see, text),
  sharesWith: (see, seat) => trusts(see, seat),
  releases: ({ event }, context) => context.draw(`release/${event}`) < 5000,
  keeps: () => true,
  acts(see, agenda) {
    table(see, agenda, { partner: (seat) => trusts(see, seat), rival: () => true, only: 'mou', likes: ['HOTLINE', 'AID'] });
    for (const wish of applications(see)) agenda.act(wish);
    assure(see, agenda);
  },
  proposals(see) {
    const partners = others(see).filter((seat) => trusts(see, seat));
    return [...admissionRequests(see), ...proposalsTo(see, partners).filter(({ action }) => action !== 'FUSE' && (action !== 'EXERCISE' || odd(see))), ...forums(see, partners)];
  },
  orders: (see) => [...ambitions(see), { action: 'TRAIN', params: {} }],
  keepsBack: (see) => round(see.own.ministry.income, 4),
});
