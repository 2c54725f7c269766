// STANDARDISE: adopt common procedures with partners (model guide, section 3, action 20).
import { z } from 'zod';
import { round } from '../../model/arithmetic.ts';
import { path } from '../../model/fields.ts';
import type { State } from '../../model/state.ts';
import type { SeatId } from '../../model/vocabulary.ts';
import { pairOf } from '../../model/vocabulary.ts';
import { agreedLevel } from '../instruments/standards.ts';
import { pairsOf } from '../steps/pairs.ts';
import { action, field } from './action.ts';
import { partners } from './checks.ts';

/** Highest interoperability that common procedures reach: 40 + 20 per standard level of an organisation both belong to or of a text between them. */
function reach(state: State, a: SeatId, b: SeatId): number {
  const levels = Object.values(state.organisations).filter(({ members }) => members.includes(a) && members.includes(b)).map(({ standard }) => standard);
  return 40 + 20 * Math.max(agreedLevel(state, a, b), ...levels);
}

export const STANDARDISE = action({
  code: 'STANDARDISE',
  timing: 'joint',
  group: 'forces',
  opensFrom: ['country'],
  visibility: 'parties',
  pot: 'international',
  guestPoints: 1,
  parameters: z.strictObject({ partners: field.seats(1, 11) }),
  partners: (params) => params.partners,
  price: (see) => ({ money: 5, capital: round(see.own.ministry.sovereignty, 4) }),
  refuse: (see, params) => partners(see, params.partners),
  step: 'build',
  resolve(desk, { parties }) {
    for (const [a, b] of pairsOf(parties)) {
      const room = reach(desk.state, a, b) - desk.state.pairs[pairOf(a, b)]!.interoperability;
      if (room > 0) desk.add(path.interoperability(a, b), Math.min(6, room), { name: 'standards', cause: 'STANDARDISE' });
    }
    desk.emit({ type: 'standardised', data: { parties }, audience: parties });
  },
});
