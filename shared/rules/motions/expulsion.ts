// expulsion: a member or dialogue partner loses its place (ruling 63).
import { z } from 'zod';
import { field } from '../actions/action.ts';
import { first, partner } from '../actions/checks.ts';
import { refusal } from '../refusals.ts';
import { motionType } from './motion.ts';

export const expulsion = motionType({
  kind: 'expulsion',
  changesMembers: true,
  parameters: z.strictObject({ seat: field.seat() }),
  subjects: ({ seat }) => [seat],
  refuse: (see, { members, partners }, { seat }) => first(partner(see, seat, 'seat'), [...members, ...partners].includes(seat) ? null : refusal('notMember', 'seat')),
  adopt(desk, { organisation, params: { seat } }) {
    const { members, partners } = desk.state.organisations[organisation]!;
    if ([...members, ...partners].includes(seat)) desk.emit({ type: 'membershipChanged', data: { organisation, seat, role: null, expelled: true }, audience: 'all' });
  },
});
