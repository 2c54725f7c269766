// The cooperator: carries its full share, shares what it lawfully may, works with everybody it trusts a little (model guide, section 7).
import { perSight } from '../view/look.ts';
import { admissionRequests, forums, move } from './assemblies.ts';
import { conducted } from './conduct.ts';
import { announcements, gifts, proposalsTo } from './cooperation.ts';
import { ambitions, others, trusts } from './outlook.ts';
import { stake } from './redress.ts';
import { attributions, sanitise } from './reports.ts';
import { acceptable, inspections, table } from './texts.ts';

const partnersOf = perSight((see) => others(see).filter((seat) => trusts(see, seat)));

export const cooperator = conducted({
  deploys: () => 100,
  accepts: (see, { from }) => trusts(see, from),
  signs: acceptable,
  sharesWith: () => true,
  keeps: () => true,
  acts(see, agenda) {
    sanitise(see, agenda, (seat) => trusts(see, seat));
    table(see, agenda, { partner: (seat) => trusts(see, seat), rival: () => true, likes: ['STANDARD', 'FUSION_CELL', 'AID'] });
    move(see, agenda);
    stake(see, agenda);
    for (const wish of announcements(see, partnersOf(see))) agenda.act(wish);
  },
  proposals: (see) => [...admissionRequests(see), ...inspections(see, false), ...forums(see, partnersOf(see)), ...proposalsTo(see, partnersOf(see))],
  orders: (see) => [...attributions(see), ...ambitions(see), ...gifts(see, partnersOf(see)), { action: 'TRAIN', params: {} }, { action: 'CIVMIL', params: {} }],
});
