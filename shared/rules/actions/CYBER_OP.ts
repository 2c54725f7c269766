// CYBER_OP: disrupt what a threat will do next, or defend oneself against it (model guide, section 3, action 33; ruling 40).
import { z } from 'zod';
import { clamp, round } from '../../model/arithmetic.ts';
import { blame } from '../steps/blame.ts';
import { action, field } from './action.ts';
import { threatKnown } from './checks.ts';

/** Cyber strength of a threat that no seat stands behind. */
const UNSPONSORED = 40;
/** Share of disruptions, in basis points, that are traced to their author. */
const ATTRIBUTED = 4000;
const PRESSURE = 4;
const OPINION_LOST = 3;

export const CYBER_OP = action({
  code: 'CYBER_OP',
  timing: 'order',
  group: 'forces',
  opensFrom: ['threat', 'crisis'],
  visibility: 'secret',
  parameters: z.strictObject({ threat: field.threat(), mode: field.choice(['disrupt', 'defend']) }),
  price: () => ({ money: 4, capital: 0 }),
  refuse: (see, { threat }) => threatKnown(see, threat),
  step: 'force',
  resolve(desk, { host, params: { threat, mode } }) {
    const { state } = desk;
    const { sponsor } = state.scenario.threats[threat]!.hypotheses[state.threats[threat]!.truth]!;
    const strength = (sponsor === undefined ? undefined : state.seats[sponsor]?.capability.CYB) ?? UNSPONSORED;
    const chance = clamp(30 + round(state.seats[host]!.capability.CYB - strength, 2), 5, 90);
    const success = desk.succeeds(`cyber/${host}/${threat}/${mode}`, chance * 100);
    desk.emit({ type: 'cyberOpDone', data: { seat: host, threat, mode, success }, audience: [host] });
    if (mode === 'defend' || !desk.succeeds(`cyber.attrib/${host}/${threat}`, ATTRIBUTED)) return;
    desk.emit({ type: 'cyberOperationExposed', data: { seat: host, threat }, audience: 'all' });
    desk.emit({ type: 'pressureLaid', data: { value: PRESSURE, region: null, name: 'cyberOperation', by: host }, audience: 'control' });
    blame(desk, host, OPINION_LOST, { name: 'cyberOperation', cause: 'CYBER_OP' });
  },
});
