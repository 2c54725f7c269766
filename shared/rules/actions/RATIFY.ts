// RATIFY: bind the ministry at home to what all have signed, for a price in political capital (model guide, section 3, action 8; ruling 44).
import { z } from 'zod';
import { path } from '../../model/fields.ts';
import { ratificationInSight } from '../instruments/acceptability.ts';
import type { SeatId } from '../../model/vocabulary.ts';
import { isPending, latest } from '../instruments/binding.ts';
import { accessionEvents, enoughSigned, ratificationEvents } from '../instruments/lifecycle.ts';
import { refusal } from '../refusals.ts';
import type { InstrumentView, Sight } from '../../view/view.ts';
import { action, field } from './action.ts';
import { capital, first } from './checks.ts';
import { joinable, onInstrument } from './instrument-checks.ts';

/** The text to be ratified or joined. */
function textOf(see: Sight, instrument: string): InstrumentView | null {
  return joinable(see, instrument) ?? (Object.hasOwn(see.own.instruments, instrument) ? see.own.instruments[instrument]! : null);
}

/** Whoever joins weighs the text as one of its parties. */
function priceOf(see: Sight, instrument: string): number {
  const held = textOf(see, instrument);
  if (!held) return 0;
  return ratificationInSight(see, joinable(see, instrument) ? { ...held, binding: null } : held).price;
}

/** Has this seat signed a text that needs ratification, and everybody else too, or as many as are enough? */
export function ripe(held: InstrumentView, self: SeatId): boolean {
  const { version, kind } = latest(held);
  return isPending(held) && kind !== 'mou' && held.signatures[self] === version && enoughSigned(held);
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
  refuse(see, { instrument }) {
    const self = see.own.seat.id;
    const open = joinable(see, instrument);
    if (open) return first(open.entersTurn === null ? null : refusal('alreadyRatified', 'instrument'), latest(open).kind === 'mou' ? refusal('notFullySigned', 'instrument', { status: open.status }) : null, capital(see, priceOf(see, instrument)));
    return onInstrument(see, instrument, (held) => first(
      held.ratified.includes(self) ? refusal('alreadyRatified', 'instrument') : null,
      ripe(held, self) ? null : refusal('notFullySigned', 'instrument', { status: held.status }),
      capital(see, priceOf(see, instrument)),
    ));
  },
  perform(state, self, { instrument }, see, { desk }) {
    const price = priceOf(see, instrument);
    const held = state.instruments[instrument]!;
    desk.add(path.seat(self, 'politicalCapital'), -price, { name: 'ratification', cause: instrument });
    return held.invited.includes(self) ? accessionEvents(state, held, self, price) : ratificationEvents(state, held, self, price);
  },
});
