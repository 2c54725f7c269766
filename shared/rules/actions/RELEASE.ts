// RELEASE: ask the originator of a report for its consent to pass it on (model guide, section 3; ruling 69).
import { z } from 'zod';
import { refusal } from '../refusals.ts';
import { action, field } from './action.ts';
import { first, partner, partners } from './checks.ts';

export const RELEASE = action({
  code: 'RELEASE',
  timing: 'joint',
  group: 'intelligence',
  opensFrom: ['report'],
  visibility: 'parties',
  points: 0,
  cap: 6,
  pot: 'international',
  /** The report is named by its event: both know that, and neither the other's copy. */
  parameters: z.strictObject({ event: field.event(), originator: field.seat(), to: field.seats(1, 10) }),
  partners: ({ originator }) => [originator],
  refuse(see, { event, originator, to }) {
    const held = Object.values(see.own.reports).find((report) => report.event === event);
    return first(
      held ? null : refusal('reportUnknown', 'event'),
      partner(see, originator, 'originator'),
      held && held.originator !== originator ? refusal('notOriginator', 'originator') : null,
      partners(see, to, 'to'),
      to.includes(originator) || (held && to.every((seat) => held.cleared.includes(seat))) ? refusal('alreadyHolds', 'to') : null,
    );
  },
  consented: (_state, { from, params }) => {
    const { event, originator, to } = params as { event: string; originator: string; to: string[] };
    return [{ type: 'releaseGranted', data: { originator, holder: from, event, to }, audience: [originator, from].sort() }];
  },
});
