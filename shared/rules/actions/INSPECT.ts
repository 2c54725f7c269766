// INSPECT: look at what another ministry really has and really keeps, under a clause or by invitation (model guide, section 3, action 11).
import { z } from 'zod';
import { clamp, round } from '../../model/arithmetic.ts';
import { uncover } from '../instruments/uncovering.ts';
import { packagesHeld } from '../packages.ts';
import { action, field } from './action.ts';
import { first, partner, regionKnown } from './checks.ts';

export const INSPECT = action({
  code: 'INSPECT',
  timing: 'joint',
  group: 'agreements',
  opensFrom: ['country'],
  visibility: 'parties',
  pot: 'international',
  parameters: z.strictObject({ partner: field.seat(), region: field.region() }),
  partners: ({ partner: other }) => [other],
  price: (_see, _params, { role }) => ({ money: role === 'host' ? 2 : 0, capital: 0 }),
  refuse: (see, { partner: other, region }) => first(partner(see, other), regionKnown(see, region)),
  step: 'sweep',
  resolve(desk, { host, params: { partner: other, region } }) {
    const { state } = desk;
    const chance = clamp(50 + round(state.seats[host]!.capability.ISR, 2) - round(state.seats[other]!.security, 4), 10, 95);
    const seen = desk.succeeds(`inspect/${host}/${other}/${region}`, chance * 100);
    const hidden = seen ? state.findings.filter(({ seat, visible, result, injured }) => seat === other && !visible && result === 'missed' && injured.includes(host)) : [];
    for (const finding of hidden) uncover(desk, finding, [host]);
    const inspection = {
      id: `${host}-${other}`, inspector: host, inspected: other, region, turn: state.turn,
      packages: seen ? packagesHeld(state.seats[other]!) : null, found: [...new Set(hidden.map(({ kind }) => kind))].sort(),
    };
    desk.emit({ type: 'inspectionHeld', data: { inspection }, audience: [host, other].sort() });
  },
});
