// FORUM: host a meeting of several ministries, perhaps under the roof of an organisation (model guide, section 3, action 2; ruling 26).
import { z } from 'zod';
import { path } from '../../model/fields.ts';
import { refusal } from '../refusals.ts';
import { pairsOf } from '../steps/pairs.ts';
import { mutualGain } from '../trust.ts';
import { action, field } from './action.ts';
import { first, partners, rungBelow } from './checks.ts';

const HOST_PAYS = 4;
const HOST_LOSES = 2;
const GUEST_PAYS = 1;
/** Host and two guests. */
const QUORUM = 3;

export const FORUM = action({
  code: 'FORUM',
  timing: 'joint',
  group: 'diplomacy',
  opensFrom: ['country', 'organisation'],
  visibility: 'public',
  pot: 'international',
  partial: true,
  /** Under the roof of an organisation its outsiders may table motions there in the turn that follows. */
  parameters: z.strictObject({ partners: field.seats(2, 11), organisation: field.organisation().nullable().default(null) }),
  partners: (params) => params.partners,
  // With too few guests the host loses half, and nobody else pays.
  price: (_see, _params, { role, parties }) => ({ money: parties < QUORUM ? (role === 'host' ? HOST_LOSES : 0) : role === 'host' ? HOST_PAYS : GUEST_PAYS, capital: 0 }),
  refuse(see, { partners: guests, organisation }) {
    const roof = organisation === null ? null : see.public.organisations[organisation];
    return first(
      partners(see, guests),
      rungBelow(see, 7),
      roof === undefined ? refusal('organisationUnknown', 'organisation') : null,
      roof && !roof.members.includes(see.own.seat.id) ? refusal('notMember', 'organisation') : null,
    );
  },
  step: 'diplomacy',
  resolve(desk, { host, parties, params: { organisation } }) {
    const guests = parties.filter((seat) => seat !== host);
    if (parties.length < QUORUM) return desk.emit({ type: 'forumFailed', data: { host, guests }, audience: parties });
    for (const [a, b] of pairsOf(parties)) mutualGain(desk, a, b, 2, { name: 'forum', cause: 'FORUM' });
    desk.emit({ type: 'pressureLaid', data: { value: -1, region: null, name: 'forum', by: host }, audience: 'control' });
    desk.emit({ type: 'forumHeld', data: { host, guests, organisation }, audience: 'all' });
  },
  declined(desk, { host }) {
    desk.add(path.seat(host, 'budget'), -HOST_LOSES, { name: 'forumFailed', cause: 'FORUM' });
    desk.emit({ type: 'forumFailed', data: { host, guests: [] }, audience: [host] });
  },
});
