// SANITISE: a copy with its source hidden and its marking lowered, so that more may see it (model guide, section 3, action 25; rulings 6 and 64).
import { z } from 'zod';
import { path } from '../../model/fields.ts';
import type { Credibility } from '../../model/vocabulary.ts';
import { sanitisedMarking } from '../intelligence/grading.ts';
import { refusal } from '../refusals.ts';
import { action, field } from './action.ts';
import { cash, first, reportHeld } from './checks.ts';

const WORSE: Record<Credibility, Credibility> = { 1: 2, 2: 3, 3: 4, 4: 5, 5: 5, 6: 6 };

export const SANITISE = action({
  code: 'SANITISE',
  timing: 'immediate',
  group: 'intelligence',
  opensFrom: ['report'],
  visibility: 'secret',
  points: 0,
  untilLock: true,
  cap: 6,
  parameters: z.strictObject({ report: field.report() }),
  price: () => ({ money: 1, capital: 0 }),
  refuse(see, { report }) {
    const held = see.own.reports[report];
    return first(
      held && held.originator === see.own.seat.id ? null : refusal('reportUnknown', 'report'),
      reportHeld(see, report),
      held?.sanitised ? refusal('alreadySanitised', 'report') : null,
      cash(see, 1),
    );
  },
  perform(state, self, { report }, _see, { desk, newId }) {
    const held = state.reports[self]![report]!;
    const event = newId('sanitised');
    desk.add(path.seat(self, 'budget'), -1, { name: 'sanitising', cause: 'SANITISE' });
    const copy = {
      ...held, id: newId('report'), event, marking: sanitisedMarking(held.marking), credibility: WORSE[held.credibility], sanitised: true, evidence: 0,
      releasable: state.seatIds.filter((seat) => seat !== self), originatorControlled: false, cleared: [], sharedWith: [],
    };
    return [{ type: 'reportSanitised', data: { seat: self, report: copy, truth: { genuine: state.reportTruths[held.event]?.genuine ?? true, parent: held.event } }, audience: [self] }];
  },
});
