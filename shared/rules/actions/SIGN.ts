// SIGN: sign the version named; the last signature brings an MoU into force at once (model guide, section 3, action 8; rulings 16 and 47).
import { z } from 'zod';
import { latest } from '../instruments/binding.ts';
import { accessionEvents, signatureEvents } from '../instruments/lifecycle.ts';
import { refusal } from '../refusals.ts';
import { action, field } from './action.ts';
import { first } from './checks.ts';
import { current, onInstrument, onTheTable, joinable } from './instrument-checks.ts';

export const SIGN = action({
  code: 'SIGN',
  timing: 'immediate',
  group: 'agreements',
  opensFrom: ['instrument'],
  visibility: 'parties',
  points: 0,
  pot: 'international',
  parameters: z.strictObject({ instrument: field.instrument(), version: field.number(1, 999) }),
  refuse(see, { instrument, version }) {
    const open = joinable(see, instrument);
    // A named seat joins an MoU by signing it late; what is ratified is joined by ratifying.
    if (open) return first(open.entersTurn === null ? null : refusal('alreadySigned', 'instrument', { version }), latest(open).kind === 'mou' ? null : refusal('notTabled', 'instrument', { status: open.status }), current(open, version));
    return onInstrument(see, instrument, (held) => first(
      onTheTable(held),
      current(held, version),
      held.signatures[see.own.seat.id] === latest(held).version ? refusal('alreadySigned', 'instrument', { version }) : null,
    ));
  },
  perform(state, self, { instrument }) {
    const held = state.instruments[instrument]!;
    return held.invited.includes(self) ? accessionEvents(state, held, self, 0) : signatureEvents(state, held, self);
  },
});
