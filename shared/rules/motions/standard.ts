// standard: how far common procedures can bring the forces of members together (model guide, section 3, action 20).
import { z } from 'zod';
import { field } from '../actions/action.ts';
import { refusal } from '../refusals.ts';
import { motionType } from './motion.ts';

export const standard = motionType({
  kind: 'standard',
  parameters: z.strictObject({ level: field.number(0, 3) }),
  refuse: (_see, organisation, { level }) => (level === organisation.standard ? refusal('alreadyAdopted', 'level') : null),
  adopt: (desk, { organisation, params: { level } }) => desk.emit({ type: 'standardSet', data: { organisation, level }, audience: 'all' }),
});
