// WITHDRAW: give notice of leaving an instrument in force, leave it at once, or take one's own draft off the table (model guide, section 3, action 9; ruling 54).
import { z } from 'zod';
import { breakUnlawfully, hasGround, noticeOf, partiesOf } from '../instruments/lifecycle.ts';
import { refusal } from '../refusals.ts';
import { action, field } from './action.ts';
import { binds, onInstrument } from './instrument-checks.ts';

export const WITHDRAW = action({
  code: 'WITHDRAW',
  timing: 'immediate',
  group: 'agreements',
  opensFrom: ['instrument'],
  visibility: 'parties',
  points: 0,
  pot: 'international',
  /** `atOnce`: without waiting for the notice to run; lawful only with none to wait for, or on a ground for suspension. */
  parameters: z.strictObject({ instrument: field.instrument(), atOnce: field.flag() }),
  refuse: (see, { instrument }) => onInstrument(see, instrument, (held) => {
    const self = see.own.seat.id;
    if (held.status === 'tabled' && held.tabledBy === self) return null;
    if (!binds(held)) return refusal('notInForce', 'instrument', { status: held.status });
    const effective = held.withdrawals[self];
    return effective === undefined ? null : refusal('alreadyWithdrawn', 'instrument', { turn: effective });
  }),
  perform(state, self, { instrument, atOnce }, _see, { desk }) {
    const held = state.instruments[instrument]!;
    const audience = partiesOf(held);
    if (held.status === 'tabled') return [{ type: 'instrumentLapsed', data: { instrument }, audience }];
    const notice = noticeOf(held);
    const lawful = !atOnce || notice === 0 || hasGround(state.findings, held, self, state.turn);
    if (!lawful) breakUnlawfully(desk, held, self);
    return [{ type: 'withdrawalNotified', data: { instrument, seat: self, effective: state.turn + (atOnce ? 0 : notice), lawful }, audience }];
  },
});
