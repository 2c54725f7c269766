// EXCHANGE: a training course given by one ministry and taken by another (model guide, section 3, action 18).
import { z } from 'zod';
import { ceil } from '../../model/arithmetic.ts';
import { path } from '../../model/fields.ts';
import { mutualGain } from '../trust.ts';
import { action, field } from './action.ts';
import { partner } from './checks.ts';

export const EXCHANGE = action({
  code: 'EXCHANGE',
  timing: 'joint',
  group: 'forces',
  opensFrom: ['country'],
  visibility: 'parties',
  pot: 'international',
  parameters: z.strictObject({ partner: field.seat(), domain: field.domain(), role: field.choice(['take', 'give']) }),
  partners: ({ partner: other }) => [other],
  // Giving a course costs 1, taking it 3.
  price: (_see, { role: hostRole }, { role }) => ({ money: (role === 'host') === (hostRole === 'give') ? 1 : 3, capital: 0 }),
  refuse: (see, { partner: other }) => partner(see, other),
  step: 'build',
  resolve(desk, { host, params: { partner: other, domain, role } }) {
    const [provider, trainee] = role === 'give' ? [host, other] : [other, host];
    const gap = desk.state.seats[provider]!.capability[domain] - desk.state.seats[trainee]!.capability[domain];
    if (gap > 0) desk.add(path.capability(trainee, domain), Math.min(5, ceil(gap, 10)), { name: 'course', cause: 'EXCHANGE', with: provider });
    desk.add(path.interoperability(host, other), 2, { name: 'course', cause: 'EXCHANGE', with: domain });
    mutualGain(desk, host, other, 2, { name: 'course', cause: 'EXCHANGE', with: domain });
    desk.emit({ type: 'courseHeld', data: { provider, trainee, domain }, audience: [provider, trainee] });
  },
});
