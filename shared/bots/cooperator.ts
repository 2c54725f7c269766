// The cooperator: carries its full share, shares what it lawfully may, works with everybody it trusts a little (model guide, section 7).
import { conducted } from './conduct.ts';
import { proposalsTo } from './cooperation.ts';
import { others, trusts } from './outlook.ts';
import { attributions, sanitise } from './reports.ts';
import { acceptable, table } from './texts.ts';

export const cooperator = conducted({
  deploys: () => 100,
  accepts: (see, { from }) => trusts(see, from),
  signs: acceptable,
  sharesWith: () => true,
  keeps: () => true,
  acts(see, agenda) {
    sanitise(see, agenda, (seat) => trusts(see, seat));
    table(see, agenda, (seat) => trusts(see, seat));
  },
  proposals: (see) => proposalsTo(see, others(see).filter((seat) => trusts(see, seat))),
  orders: (see) => [...attributions(see), { action: 'TRAIN', params: {} }],
});
