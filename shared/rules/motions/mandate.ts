// mandate: packages of members and partners may enter the crisis without the host, and are paid for in part from the common fund (rulings 28, 42, 62).
import { z } from 'zod';
import { field } from '../actions/action.ts';
import { crisisOpen, first } from '../actions/checks.ts';
import { refusal } from '../refusals.ts';
import { motionType } from './motion.ts';

export const mandate = motionType({
  kind: 'mandate',
  parameters: z.strictObject({ crisis: field.crisis() }),
  refuse: (see, { mandates }, { crisis }) => first(
    crisisOpen(see, crisis),
    mandates.some((one) => one.crisis === crisis) ? refusal('alreadyAdopted', 'crisis') : null,
  ),
  adopt: (desk, { organisation, params: { crisis } }) => desk.emit({ type: 'mandateGiven', data: { organisation, crisis }, audience: 'all' }),
});
