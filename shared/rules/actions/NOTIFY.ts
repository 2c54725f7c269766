// NOTIFY: announce an exercise or a show of force ahead of time (ruling 27).
import { z } from 'zod';
import { refusal } from '../refusals.ts';
import { action, field } from './action.ts';
import { regionKnown } from './checks.ts';

export const NOTIFY = action({
  code: 'NOTIFY',
  timing: 'immediate',
  group: 'diplomacy',
  opensFrom: ['country', 'crisis'],
  visibility: 'public',
  points: 0,
  untilLock: true,
  cap: 4,
  pot: 'international',
  parameters: z.strictObject({ activity: field.choice(['EXERCISE', 'SHOW_FORCE']), region: field.region(), turn: field.number(1, 20), observers: field.flag() }),
  refuse(see, { turn, region }) {
    const now = see.public.exercise.turn;
    const ahead = turn > now && turn <= see.public.exercise.turns;
    return regionKnown(see, region) ?? (ahead ? null : refusal('parameterInvalid', 'turn', { min: now + 1, max: see.public.exercise.turns }));
  },
  perform(state, self, { activity, region, turn, observers }, _see, { newId }) {
    const notice = { id: newId('notice'), by: self, activity, region, turn, madeTurn: state.turn, observers };
    return [{ type: 'activityNotified', data: { notice }, audience: 'all' }];
  },
});
