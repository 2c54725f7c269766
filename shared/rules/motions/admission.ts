// admission: an applicant becomes a member, an observer or a partner. Only the applicant moves it, by MEMBERSHIP.
import { z } from 'zod';
import { MEMBERSHIP_ROLES } from '../../model/vocabulary.ts';
import { field } from '../actions/action.ts';
import { motionType } from './motion.ts';

export const admission = motionType({
  kind: 'admission',
  changesMembers: true,
  parameters: z.strictObject({ seat: field.seat(), role: field.choice(MEMBERSHIP_ROLES) }),
  subjects: ({ seat }) => [seat],
  adopt(desk, { organisation, params: { seat, role } }) {
    if (desk.state.seatIds.includes(seat)) desk.emit({ type: 'membershipChanged', data: { organisation, seat, role, expelled: false }, audience: 'all' });
  },
});
