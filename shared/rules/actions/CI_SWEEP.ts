// CI_SWEEP: look for leaks, forgeries and breaches of originator control, and guard one's own house the harder this turn (model guide, section 3, action 29; ruling 74).
import { z } from 'zod';
import { sweep } from '../intelligence/sweeps.ts';
import { action } from './action.ts';

export const CI_SWEEP = action({
  code: 'CI_SWEEP',
  timing: 'order',
  group: 'intelligence',
  opensFrom: ['ministry', 'threat'],
  visibility: 'secret',
  cap: 1,
  parameters: z.strictObject({}),
  price: () => ({ money: 3, capital: 0 }),
  step: 'sweep',
  resolve(desk, { host }) {
    desk.emit({ type: 'sweepDone', data: { seat: host, found: sweep(desk, host) }, audience: [host] });
  },
});
