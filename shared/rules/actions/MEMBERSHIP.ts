// MEMBERSHIP: ask an organisation to be let in, or leave it (model guide, section 3, action 14).
import { z } from 'zod';
import { path } from '../../model/fields.ts';
import { MEMBERSHIP_REQUESTS } from '../../model/vocabulary.ts';
import type { MembershipRequest, MembershipRole } from '../../model/vocabulary.ts';
import { refusal } from '../refusals.ts';
import { motionTabled } from '../tabling.ts';
import { action, field } from './action.ts';
import { capital, first } from './checks.ts';

const PRICE = 1;
const ROLES: Record<Exclude<MembershipRequest, 'leave'>, MembershipRole> = { join: 'member', observe: 'observer', partner: 'partner' };

export const MEMBERSHIP = action({
  code: 'MEMBERSHIP',
  timing: 'immediate',
  group: 'agreements',
  opensFrom: ['organisation'],
  visibility: 'public',
  pot: 'international',
  parameters: z.strictObject({ organisation: field.organisation(), request: field.choice(MEMBERSHIP_REQUESTS) }),
  price: () => ({ money: 0, capital: PRICE }),
  refuse(see, { organisation: id, request }) {
    const self = see.own.seat.id;
    const organisation = see.public.organisations[id];
    if (!organisation) return refusal('organisationUnknown', 'organisation');
    const lists = { member: organisation.members, observer: organisation.observers, partner: organisation.partners };
    const belongs = Object.values(lists).some((seats) => seats.includes(self));
    const applied = Object.values(see.own.motions).some(({ kind, status, by, organisation: where }) => kind === 'admission' && status === 'open' && by === self && where === id);
    return first(
      request === 'leave' && !belongs ? refusal('notMember', 'organisation') : null,
      request !== 'leave' && lists[ROLES[request]].includes(self) ? refusal('alreadyMember', 'request') : null,
      request !== 'leave' && applied ? refusal('alreadyMoved', 'request') : null,
      capital(see, PRICE),
    );
  },
  perform(state, self, { organisation, request }, _see, { desk, newId }) {
    desk.add(path.seat(self, 'politicalCapital'), -PRICE, { name: 'membership', cause: organisation, sees: [self] });
    if (request === 'leave') return [{ type: 'membershipChanged', data: { organisation, seat: self, role: null, expelled: false }, audience: 'all' }];
    return motionTabled(state, { id: newId('motion'), organisation, kind: 'admission', params: { seat: self, role: ROLES[request] }, by: self });
  },
});
