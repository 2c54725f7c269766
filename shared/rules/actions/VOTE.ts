// VOTE: say yes or no to a motion, or break silence where silence is consent (model guide, section 3, action 13; rulings 59-61, 63).
import { z } from 'zod';
import { path } from '../../model/fields.ts';
import { subjectsOf } from '../motions/catalogue.ts';
import { refusal } from '../refusals.ts';
import { audienceOfMotion, outcomeOf } from '../steps/organisations.ts';
import { loss } from '../trust.ts';
import { action, field } from './action.ts';
import { capital, first } from './checks.ts';

export const VOTES = ['yes', 'no', 'break'] as const;
/** Political capital, and trust of the one who moved it. */
const PRICE_OF_BREAKING = 1;
const TRUST_LOST = 1;

export const VOTE = action({
  code: 'VOTE',
  timing: 'immediate',
  group: 'agreements',
  opensFrom: ['organisation'],
  visibility: 'parties',
  points: 0,
  untilLock: true,
  pot: 'international',
  parameters: z.strictObject({ motion: field.motion(), vote: field.choice(VOTES) }),
  price: (_see, { vote }) => ({ money: 0, capital: vote === 'break' ? PRICE_OF_BREAKING : 0 }),
  refuse(see, { motion: id, vote }) {
    const self = see.own.seat.id;
    const motion = see.own.motions[id];
    if (!motion) return refusal('motionUnknown', 'motion');
    const { members, rule } = see.public.organisations[motion.organisation]!;
    return first(
      members.includes(self) ? null : refusal('notMember', 'motion'),
      motion.status === 'open' ? null : refusal('motionClosed', 'motion'),
      subjectsOf(motion).includes(self) ? refusal('noVote', 'motion') : null,
      rule === 'consensus' && vote !== 'break' ? refusal('silenceDecides', 'vote') : null,
      rule !== 'consensus' && vote === 'break' ? refusal('votesDecide', 'vote') : null,
      vote === 'break' && motion.by === self ? refusal('ownMotion', 'vote') : null,
      vote === 'break' ? capital(see, PRICE_OF_BREAKING) : null,
    );
  },
  perform(state, self, { motion: id, vote }, _see, { desk }) {
    const motion = state.motions[id]!;
    if (vote !== 'break') return [{ type: 'voteCast', data: { motion: id, seat: self, vote }, audience: [self] }];
    const { organisation, kind, by } = motion;
    desk.add(path.seat(self, 'politicalCapital'), -PRICE_OF_BREAKING, { name: 'silenceBroken', cause: organisation, sees: [self] });
    if (by !== 'control') loss(desk, by, self, TRUST_LOST, { name: 'silenceBroken', cause: organisation });
    return [{ type: 'silenceBroken', data: { motion: id, organisation, kind, seat: self }, audience: audienceOfMotion(state, motion) }, outcomeOf(state, motion, false)];
  },
});
