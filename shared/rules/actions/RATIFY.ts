// RATIFY: bind the ministry at home to what all have signed, for a price in political capital (model guide, section 3, action 8; ruling 44).
import { z } from 'zod';
import { path } from '../../model/fields.ts';
import { ratificationInSight } from '../instruments/acceptability.ts';
import { latest } from '../instruments/binding.ts';
import { ratificationEvents } from '../instruments/lifecycle.ts';
import { refusal } from '../refusals.ts';
import type { InstrumentView, Sight } from '../../view/view.ts';
import { action, field } from './action.ts';
import { capital, first } from './checks.ts';
import { onInstrument } from './instrument-checks.ts';

function priceOf(see: Sight, instrument: string): number {
  const held = Object.hasOwn(see.own.instruments, instrument) ? see.own.instruments[instrument] : undefined;
  return held ? ratificationInSight(see, held).price : 0;
}

/** Has everybody signed a text that needs ratification? */
function ripe(held: InstrumentView): boolean {
  const { version, kind } = latest(held);
  const live = held.status === 'signed' || held.status === 'inForce' || held.status === 'suspended';
  return live && kind !== 'mou' && held.parties.every((party) => held.signatures[party] === version);
}

export const RATIFY = action({
  code: 'RATIFY',
  timing: 'immediate',
  group: 'agreements',
  opensFrom: ['instrument'],
  visibility: 'parties',
  points: 0,
  pot: 'international',
  parameters: z.strictObject({ instrument: field.instrument() }),
  price: (see, { instrument }) => ({ money: 0, capital: priceOf(see, instrument) }),
  refuse: (see, { instrument }) => onInstrument(see, instrument, (held) => first(
    held.ratified.includes(see.own.seat.id) ? refusal('alreadyRatified', 'instrument') : null,
    ripe(held) ? null : refusal('notFullySigned', 'instrument', { status: held.status }),
    capital(see, priceOf(see, instrument)),
  )),
  perform(state, self, { instrument }, see, { desk }) {
    const price = priceOf(see, instrument);
    desk.add(path.seat(self, 'politicalCapital'), -price, { name: 'ratification', cause: instrument });
    return ratificationEvents(state, state.instruments[instrument]!, self, price);
  },
});
