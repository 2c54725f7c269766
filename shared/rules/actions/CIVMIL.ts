// CIVMIL: bring civil and military services together (model guide, section 3, action 22).
import { z } from 'zod';
import { path } from '../../model/fields.ts';
import { refusal } from '../refusals.ts';
import { action } from './action.ts';

const MOST = 3;

export const CIVMIL = action({
  code: 'CIVMIL',
  timing: 'order',
  group: 'ministry',
  opensFrom: ['ministry'],
  visibility: 'secret',
  cap: 1,
  parameters: z.strictObject({}),
  price: () => ({ money: 4, capital: 2 }),
  refuse: (see) => (see.own.ministry.civilMilitary < MOST ? null : refusal('capReached', null, { action: 'CIVMIL', cap: MOST })),
  step: 'build',
  resolve(desk, { host }) {
    desk.add(path.seat(host, 'civilMilitary'), 1, { name: 'civilMilitary', cause: 'CIVMIL' });
    desk.add(path.seat(host, 'security'), -3, { name: 'civilMilitary', cause: 'CIVMIL' });
    desk.emit({ type: 'civilMilitaryRaised', data: { seat: host }, audience: [host] });
  },
});
