// norm: all members forswear an act, as under a clause NORM.
import { z } from 'zod';
import { PROHIBITED_ACTS } from '../../model/vocabulary.ts';
import { field } from '../actions/action.ts';
import { refusal } from '../refusals.ts';
import { motionType } from './motion.ts';

export const norm = motionType({
  kind: 'norm',
  parameters: z.strictObject({ act: field.choice(PROHIBITED_ACTS) }),
  refuse: (_see, { norms }, { act }) => (norms.includes(act) ? refusal('alreadyAdopted', 'act') : null),
  adopt: (desk, { organisation, params: { act } }) => desk.emit({ type: 'normAdopted', data: { organisation, act }, audience: 'all' }),
});
