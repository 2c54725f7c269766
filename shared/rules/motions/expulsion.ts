// expulsion: a member loses its place (ruling 63).
import { z } from 'zod';
import { field } from '../actions/action.ts';
import { first, partner } from '../actions/checks.ts';
import { refusal } from '../refusals.ts';
import { motionType } from './motion.ts';

export const expulsion = motionType({
  kind: 'expulsion',
  parameters: z.strictObject({ seat: field.seat() }),
  subjects: ({ seat }) => [seat],
  refuse: (see, { members }, { seat }) => first(partner(see, seat, 'seat'), members.includes(seat) ? null : refusal('notMember', 'seat')),
  adopt(desk, { organisation, params: { seat } }) {
    if (desk.state.organisations[organisation]!.members.includes(seat)) desk.emit({ type: 'membershipChanged', data: { organisation, seat, role: null, expelled: true }, audience: 'all' });
  },
});
