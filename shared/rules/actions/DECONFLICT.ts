// DECONFLICT: talk the other side down after an incident (model guide, section 3, action 34; rulings 33 and 34).
import { z } from 'zod';
import { action, field } from './action.ts';
import { crisisOpen } from './checks.ts';

export const DECONFLICT = action({
  code: 'DECONFLICT',
  timing: 'order',
  group: 'diplomacy',
  opensFrom: ['crisis'],
  visibility: 'parties',
  pot: 'international',
  cap: 1,
  parameters: z.strictObject({ crisis: field.crisis() }),
  price: () => ({ money: 0, capital: 1 }),
  refuse: (see, { crisis }) => crisisOpen(see, crisis),
  step: 'diplomacy',
  resolve(desk, { host, params: { crisis } }) {
    const held = desk.state.crises[crisis]!;
    desk.emit({ type: 'pressureLaid', data: { value: -3, region: desk.state.scenario.crises[crisis]!.region, name: 'deconfliction', by: host }, audience: 'control' });
    // What happened last turn is looked into as well, whatever has happened in the same crisis since.
    const waiting = desk.state.incidents.some((one) => one.crisis === crisis && one.parties.includes(host) && !one.called.includes(host));
    if (waiting || held.incident?.parties.includes(host)) desk.emit({ type: 'incidentCleared', data: { crisis, by: [host] }, audience: 'all' });
  },
});
