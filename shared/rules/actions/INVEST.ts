// INVEST: buy capability alone or together, or raise the level of artificial intelligence (model guide, section 3, action 15).
import { z } from 'zod';
import { round } from '../../model/arithmetic.ts';
import { path } from '../../model/fields.ts';
import type { Domain } from '../../model/vocabulary.ts';
import { DOMAINS } from '../../model/vocabulary.ts';
import { refusal } from '../refusals.ts';
import { pairsOf } from '../steps/pairs.ts';
import { action, field } from './action.ts';
import { first, partners } from './checks.ts';

const SUBJECTS = [...DOMAINS, 'AI'] as const;
/** Capability from which a further step brings less. */
const MATURE = 85;

export const INVEST = action({
  code: 'INVEST',
  timing: 'joint',
  group: 'ministry',
  opensFrom: ['ministry', 'country'],
  visibility: 'secret',
  partial: true,
  alone: true,
  guestPoints: 1,
  parameters: z.strictObject({ domain: field.choice(SUBJECTS), partners: field.seats(0, 5).default([]) }),
  partners: (params) => params.partners,
  // Joint buyers pay 10 % less for each partner, at most 30 %.
  price: (_see, { domain }, { parties }) => ({ money: domain === 'AI' ? 8 : round(6 * (100 - Math.min(30, 10 * (parties - 1))), 100), capital: 0 }),
  refuse: (see, params) => first(
    partners(see, params.partners),
    params.domain === 'AI' && params.partners.length > 0 ? refusal('parameterInvalid', 'partners') : null,
    params.domain === 'AI' && see.own.ministry.ai >= 3 ? refusal('capReached', 'domain', { cap: 3 }) : null,
  ),
  step: 'build',
  resolve(desk, { parties, params: { domain } }) {
    for (const seat of parties) {
      const reason = { name: 'investment', cause: 'INVEST', with: domain };
      if (domain === 'AI') desk.add(path.seat(seat, 'ai'), 1, reason);
      else desk.add(path.capability(seat, domain), desk.state.seats[seat]!.capability[domain as Domain] >= MATURE ? 2 : 4, reason);
    }
    for (const [a, b] of pairsOf(parties)) desk.add(path.interoperability(a, b), 2, { name: 'jointInvestment', cause: 'INVEST' });
    desk.emit({ type: 'invested', data: { parties, domain }, audience: parties });
  },
});
