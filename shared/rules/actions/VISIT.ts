// VISIT: a high-level visit to another ministry (model guide, section 3, action 1).
import { z } from 'zod';
import { path } from '../../model/fields.ts';
import { ANTAGONISTS, grievance, mutualGain } from '../trust.ts';
import { action, field } from './action.ts';
import { first, partner, rungBelow } from './checks.ts';

/** Grievance at which a visit is unpopular at home. */
const RESENTED = 60;

export const VISIT = action({
  code: 'VISIT',
  timing: 'joint',
  group: 'diplomacy',
  opensFrom: ['country'],
  visibility: 'public',
  pot: 'international',
  parameters: z.strictObject({ partner: field.seat() }),
  partners: ({ partner: guest }) => [guest],
  price: (_see, _params, { role }) => ({ money: role === 'host' ? 2 : 0, capital: 0 }),
  refuse: (see, { partner: guest }) => first(partner(see, guest), rungBelow(see, 7)),
  step: 'diplomacy',
  resolve(desk, { host, params }) {
    const guest = params.partner;
    const cause = { cause: 'VISIT' };
    mutualGain(desk, host, guest, 6, { name: 'visit', ...cause, with: guest });
    desk.add(path.seat(host, 'politicalCapital'), 1, { name: 'visit', ...cause, with: guest });
    const resentment = grievance(desk.state, host, guest);
    if (resentment >= ANTAGONISTS) desk.emit({ type: 'pressureLaid', data: { value: -1, region: null, name: 'visit', by: host }, audience: 'control' });
    if (resentment >= RESENTED) desk.add(path.seat(host, 'publicOpinion'), -3, { name: 'visitResented', ...cause, with: guest });
    desk.emit({ type: 'visitHeld', data: { from: host, to: guest }, audience: 'all' });
  },
  declined(desk, { host, params }) {
    desk.add(path.seat(host, 'politicalCapital'), -1, { name: 'visitRefused', cause: 'VISIT', with: params.partner });
    desk.emit({ type: 'visitRefused', data: { from: host, to: params.partner }, audience: 'all' });
  },
});
