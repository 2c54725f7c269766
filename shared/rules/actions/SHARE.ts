// SHARE: pass a held report to other seats now (model guide, section 3, action 24; ruling 17).
import { z } from 'zod';
import { passOn } from '../intelligence/sharing.ts';
import { refusal } from '../refusals.ts';
import { action, field } from './action.ts';
import { first, partners, reportHeld } from './checks.ts';

export const SHARE = action({
  code: 'SHARE',
  timing: 'immediate',
  group: 'intelligence',
  opensFrom: ['report'],
  visibility: 'parties',
  points: 0,
  untilLock: true,
  cap: (see) => see.public.exercise.parameters.shareCap,
  pot: 'international',
  parameters: z.strictObject({ report: field.report(), to: field.seats(1, 11), originatorControlled: field.flag() }),
  refuse(see, { report, to }) {
    const held = see.own.reports[report];
    return first(
      reportHeld(see, report),
      partners(see, to, 'to'),
      held && to.every((seat) => held.sharedWith.includes(seat) || held.originator === seat) ? refusal('alreadyHolds', 'to') : null,
    );
  },
  perform(state, self, { report, to, originatorControlled }, _see, { desk }) {
    const held = state.reports[self]![report]!;
    const controlled = held.originator === self ? originatorControlled || held.originatorControlled : held.originatorControlled;
    passOn(desk, self, { ...held, originatorControlled: controlled }, to.filter((seat) => !held.sharedWith.includes(seat)));
    return [];
  },
});
