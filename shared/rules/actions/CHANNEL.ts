// CHANNEL: a standing line between two ministries: hotline, liaison officers or a secure data link (model guide, section 3, action 3).
import { z } from 'zod';
import { path } from '../../model/fields.ts';
import { refusal } from '../refusals.ts';
import { mutualGain } from '../trust.ts';
import { action, field } from './action.ts';
import { first, partner } from './checks.ts';

/** Information security that a secure link needs. */
const SECURE = 50;

export const CHANNEL = action({
  code: 'CHANNEL',
  timing: 'joint',
  group: 'diplomacy',
  opensFrom: ['country'],
  visibility: 'parties',
  pot: 'international',
  parameters: z.strictObject({ partner: field.seat(), channel: field.channel() }),
  partners: ({ partner: other }) => [other],
  price: (_see, _params, { role }) => ({ money: role === 'host' ? 2 : 0, capital: 0 }),
  refuse: (see, { partner: other, channel }) => first(
    partner(see, other),
    see.own.relations[other]?.channels.includes(channel) ? refusal('alreadyConnected', 'channel', { seat: other }) : null,
    channel === 'securelink' && see.own.ministry.security < SECURE ? refusal('securityTooLow', 'channel', { security: see.own.ministry.security, needed: SECURE }) : null,
  ),
  step: 'diplomacy',
  resolve(desk, { host, params: { partner: other, channel } }) {
    if (channel === 'securelink' && desk.state.seats[other]!.security < SECURE) {
      desk.emit({ type: 'channelUnanswered', data: { from: host, to: other, channel }, audience: [host, other] });
      return;
    }
    mutualGain(desk, host, other, 3, { name: 'channel', cause: 'CHANNEL', with: channel });
    desk.emit({ type: 'pressureLaid', data: { value: -1, region: null, name: 'channel', by: host }, audience: 'control' });
    desk.emit({ type: 'channelOpened', data: { parties: [host, other], channel }, audience: [host, other] });
  },
  declined(desk, { host, params: { partner: other, channel } }) {
    desk.add(path.seat(host, 'politicalCapital'), -1, { name: 'channelUnanswered', cause: 'CHANNEL', with: other });
    desk.emit({ type: 'channelUnanswered', data: { from: host, to: other, channel }, audience: [host, other] });
  },
});
