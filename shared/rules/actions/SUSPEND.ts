// SUSPEND: stop an instrument from binding for the time being, or lift one's own suspension (model guide, section 3, action 9; ruling 54).
import { z } from 'zod';
import { bindingVersion } from '../instruments/binding.ts';
import { breakUnlawfully, hasGround, publicOf } from '../instruments/lifecycle.ts';
import { refusal } from '../refusals.ts';
import { action, field } from './action.ts';
import { onInstrument } from './instrument-checks.ts';

export const SUSPEND = action({
  code: 'SUSPEND',
  timing: 'immediate',
  group: 'agreements',
  opensFrom: ['instrument'],
  visibility: 'parties',
  points: 0,
  pot: 'international',
  parameters: z.strictObject({ instrument: field.instrument(), lift: field.flag() }),
  refuse: (see, { instrument, lift }) => onInstrument(see, instrument, (held) => {
    const ready = lift ? held.status === 'suspended' && held.suspendedBy === see.own.seat.id : held.status === 'inForce';
    return ready ? null : refusal('notInForce', 'instrument', { status: held.status });
  }),
  perform(state, self, { instrument, lift }, _see, { desk }) {
    const held = state.instruments[instrument]!;
    const audience = publicOf(held);
    if (lift) return [{ type: 'instrumentEnteredIntoForce', data: { instrument, version: bindingVersion(held)!.version }, audience }];
    const lawful = hasGround(state.findings, held, self, state.turn);
    if (!lawful) breakUnlawfully(desk, held, self);
    return [{ type: 'instrumentSuspended', data: { instrument, seat: self, lawful }, audience }];
  },
});
