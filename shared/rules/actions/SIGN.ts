// SIGN: sign the version named; the last signature brings an MoU into force at once (model guide, section 3, action 8; ruling 16).
import { z } from 'zod';
import { latest } from '../instruments/binding.ts';
import { signatureEvents } from '../instruments/lifecycle.ts';
import { refusal } from '../refusals.ts';
import { action, field } from './action.ts';
import { first } from './checks.ts';
import { current, onInstrument, onTheTable } from './instrument-checks.ts';

export const SIGN = action({
  code: 'SIGN',
  timing: 'immediate',
  group: 'agreements',
  opensFrom: ['instrument'],
  visibility: 'parties',
  points: 0,
  pot: 'international',
  parameters: z.strictObject({ instrument: field.instrument(), version: field.number(1, 999) }),
  refuse: (see, { instrument, version }) => onInstrument(see, instrument, (held) => first(
    onTheTable(held),
    current(held, version),
    held.signatures[see.own.seat.id] === latest(held).version ? refusal('alreadySigned', 'instrument', { version }) : null,
  )),
  perform: (state, self, { instrument }) => signatureEvents(state.instruments[instrument]!, self),
});
