// FUSE: several ministries pool what they may release on a threat and judge it together (model guide, section 3, action 26; rulings 67 and 77).
import { z } from 'zod';
import { cellOf } from '../clauses/fusion-cell.ts';
import { fuse } from '../intelligence/fusion.ts';
import { action, field } from './action.ts';
import { first, partners, threatKnown } from './checks.ts';

export const FUSE = action({
  code: 'FUSE',
  timing: 'joint',
  group: 'intelligence',
  opensFrom: ['threat'],
  visibility: 'parties',
  pot: 'international',
  partial: true,
  parameters: z.strictObject({ partners: field.seats(1, 11), threat: field.threat() }),
  partners: (params) => params.partners,
  // A standing cell of all of them has its rooms already.
  price: (see, { partners: others }) => ({ money: cellOf(see.own.instruments, [see.own.seat.id, ...others]) ? 0 : 2, capital: 0 }),
  refuse: (see, params) => first(threatKnown(see, params.threat), partners(see, params.partners)),
  step: 'share',
  resolve(desk, { parties, params: { threat } }) {
    if (parties.length < 2) return;
    fuse(desk, parties, threat);
    desk.emit({ type: 'reportsFused', data: { parties, threat }, audience: parties });
  },
});
