// EXERCISE: a joint exercise in one domain and region (model guide, section 3, action 17).
import { z } from 'zod';
import { ceil } from '../../model/arithmetic.ts';
import { path } from '../../model/fields.ts';
import { refusal } from '../refusals.ts';
import { exerciseBonus } from '../instruments/standards.ts';
import { neighboursOf } from '../steps/geography.ts';
import { pairsOf } from '../steps/pairs.ts';
import { wasNotified } from '../steps/notices.ts';
import { loss, mutualGain } from '../trust.ts';
import { action, field } from './action.ts';
import { first, partners, regionKnown, rungBelow } from './checks.ts';

export const EXERCISE = action({
  code: 'EXERCISE',
  timing: 'joint',
  group: 'forces',
  opensFrom: ['country', 'crisis'],
  visibility: 'public',
  pot: 'international',
  partial: true,
  alone: true,
  guestPoints: 1,
  parameters: z.strictObject({ partners: field.seats(0, 11).default([]), domain: field.domain(), region: field.region(), observers: field.seats(0, 11).default([]) }),
  partners: (params) => params.partners,
  price(see, _params, { parties }) {
    const { exerciseBase, exerciseEach } = see.public.exercise.parameters;
    return { money: ceil(exerciseBase + exerciseEach * parties, parties), capital: 0 };
  },
  refuse: (see, params) => first(
    partners(see, params.partners),
    partners(see, params.observers, 'observers'),
    regionKnown(see, params.region),
    rungBelow(see, 7),
    see.own.ministry.packages[params.domain] < 1 ? refusal('tooFewPackages', 'domain', { domain: params.domain, available: 0 }) : null,
  ),
  step: 'build',
  resolve(desk, { host, parties, params: { domain, region, observers } }) {
    const { exerciseReadiness, exerciseInteroperability, exerciseTrust } = desk.state.parameters;
    for (const seat of parties) desk.add(path.seat(seat, 'readiness'), exerciseReadiness, { name: 'exercise', cause: 'EXERCISE', with: domain });
    for (const [a, b] of pairsOf(parties)) {
      desk.add(path.interoperability(a, b), exerciseInteroperability, { name: 'exercise', cause: 'EXERCISE', with: domain });
      desk.add(path.interoperability(a, b), exerciseBonus(desk.state, a, b, domain), { name: 'standards', cause: 'EXERCISE', with: domain });
      mutualGain(desk, a, b, exerciseTrust, { name: 'exercise', cause: 'EXERCISE', with: domain });
    }
    const notified = wasNotified(desk.state, parties, 'EXERCISE', region);
    const uneasy = notified ? [] : neighboursOf(desk.state, region).filter((seat) => !parties.includes(seat) && !observers.includes(seat));
    for (const seat of uneasy) for (const party of parties) loss(desk, seat, party, 3, { name: 'unnotifiedExercise', cause: 'EXERCISE' });
    if (uneasy.length > 0) desk.emit({ type: 'pressureLaid', data: { value: 2, region, name: 'unnotifiedExercise', by: host }, audience: 'control' });
    desk.emit({ type: 'exerciseHeld', data: { parties, domain, region, notified }, audience: 'all' });
  },
});
