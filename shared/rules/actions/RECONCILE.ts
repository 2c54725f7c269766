// RECONCILE: two ministries settle part of an old grievance (model guide, section 3, action 6).
import { z } from 'zod';
import { round } from '../../model/arithmetic.ts';
import { path } from '../../model/fields.ts';
import { refusal } from '../refusals.ts';
import { action, field } from './action.ts';
import { first, partner } from './checks.ts';
import { pairOf } from '../../model/vocabulary.ts';

export const RECONCILE = action({
  code: 'RECONCILE',
  timing: 'joint',
  group: 'diplomacy',
  opensFrom: ['country'],
  visibility: 'public',
  pot: 'international',
  parameters: z.strictObject({ partner: field.seat() }),
  partners: ({ partner: other }) => [other],
  price: (_see, _params, { role }) => (role === 'host' ? { money: 3, capital: 4 } : { money: 0, capital: 0 }),
  refuse: (see, { partner: other }) => first(
    partner(see, other),
    (see.public.pairs[pairOf(see.own.seat.id, other)]?.grievance ?? 0) > 0 ? null : refusal('grievanceMissing', 'partner', { seat: other }),
  ),
  step: 'diplomacy',
  resolve(desk, { host, params: { partner: other } }) {
    desk.add(path.grievance(host, other), -8, { name: 'reconciliation', cause: 'RECONCILE', with: host });
    const sovereignty = desk.state.seats[host]!.sovereignty;
    desk.add(path.seat(host, 'publicOpinion'), -round(sovereignty, 2), { name: 'reconciliation', cause: 'RECONCILE', with: other });
    desk.emit({ type: 'reconciliationMade', data: { from: host, to: other }, audience: 'all' });
  },
  declined(desk, { host, params: { partner: other } }) {
    desk.add(path.seat(host, 'publicOpinion'), -2, { name: 'reconciliationRefused', cause: 'RECONCILE', with: other, sees: [host, other] });
    desk.emit({ type: 'reconciliationRefused', data: { from: host, to: other }, audience: [host, other] });
  },
});
