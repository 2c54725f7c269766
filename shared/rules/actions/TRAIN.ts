// TRAIN: a season of national training (model guide, section 3, action 16).
import { z } from 'zod';
import { path } from '../../model/fields.ts';
import { action } from './action.ts';

export const TRAIN = action({
  code: 'TRAIN',
  timing: 'order',
  group: 'ministry',
  opensFrom: ['ministry'],
  visibility: 'secret',
  cap: 1,
  parameters: z.strictObject({}),
  price: () => ({ money: 4, capital: 0 }),
  step: 'build',
  resolve(desk, { host }) {
    desk.add(path.seat(host, 'readiness'), desk.state.parameters.trainReadiness, { name: 'training', cause: 'TRAIN' });
    desk.emit({ type: 'trained', data: { seat: host }, audience: [host] });
  },
});
