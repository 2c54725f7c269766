// SHOW_FORCE: demonstrate strength in a region; it deters only if an adversary stands behind the threat (model guide, section 3, action 32).
import { z } from 'zod';
import { path } from '../../model/fields.ts';
import { wasNotified } from '../steps/notices.ts';
import { loss } from '../trust.ts';
import { action, field } from './action.ts';
import { regionKnown } from './checks.ts';

export const SHOW_FORCE = action({
  code: 'SHOW_FORCE',
  timing: 'order',
  group: 'forces',
  opensFrom: ['crisis', 'country'],
  visibility: 'public',
  parameters: z.strictObject({ region: field.region() }),
  price: () => ({ money: 3, capital: 0 }),
  refuse: (see, { region }) => regionKnown(see, region),
  step: 'force',
  resolve(desk, { host, params: { region } }) {
    const notified = wasNotified(desk.state, [host], 'SHOW_FORCE', region);
    desk.add(path.seat(host, 'publicOpinion'), 2, { name: 'showOfForce', cause: 'SHOW_FORCE' });
    for (const seat of desk.state.seatIds) if (seat !== host) loss(desk, seat, host, notified ? 2 : 4, { name: 'showOfForce', cause: 'SHOW_FORCE' });
    desk.emit({ type: 'pressureLaid', data: { value: desk.state.parameters.showPressure, region, name: 'showOfForce', by: host }, audience: 'control' });
    desk.emit({ type: 'forceShown', data: { seat: host, region, notified }, audience: 'all' });
  },
});
