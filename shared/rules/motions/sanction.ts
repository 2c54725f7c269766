// sanction: the organisation condemns a seat, whose public opinion suffers; trust does not (ruling 63).
import { z } from 'zod';
import { path } from '../../model/fields.ts';
import { field } from '../actions/action.ts';
import { first, partner } from '../actions/checks.ts';
import { refusal } from '../refusals.ts';
import { motionType } from './motion.ts';

const OPINION_LOST = 2;

export const sanction = motionType({
  kind: 'sanction',
  parameters: z.strictObject({ seat: field.seat() }),
  subjects: ({ seat }) => [seat],
  refuse: (see, { sanctioned }, { seat }) => first(partner(see, seat, 'seat'), sanctioned.includes(seat) ? refusal('alreadyAdopted', 'seat') : null),
  adopt(desk, { organisation, params: { seat } }) {
    if (!desk.state.seatIds.includes(seat)) return;
    desk.add(path.seat(seat, 'publicOpinion'), -OPINION_LOST, { name: 'sanction', cause: organisation });
    desk.emit({ type: 'sanctionImposed', data: { organisation, seat }, audience: 'all' });
  },
});
