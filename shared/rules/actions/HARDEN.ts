// HARDEN: protect one's own information and networks (model guide, section 3, action 21).
import { z } from 'zod';
import { path } from '../../model/fields.ts';
import { action } from './action.ts';

export const HARDEN = action({
  code: 'HARDEN',
  timing: 'order',
  group: 'ministry',
  opensFrom: ['ministry'],
  visibility: 'secret',
  cap: 1,
  parameters: z.strictObject({}),
  price: () => ({ money: 4, capital: 0 }),
  step: 'build',
  resolve(desk, { host }) {
    desk.add(path.seat(host, 'security'), 6, { name: 'hardening', cause: 'HARDEN' });
    desk.add(path.capability(host, 'CYB'), 1, { name: 'hardening', cause: 'HARDEN' });
    desk.emit({ type: 'hardened', data: { seat: host }, audience: [host] });
  },
});
