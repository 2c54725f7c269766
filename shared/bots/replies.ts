// Short answers of a bot to people who write to it: one a turn to each ministry, never the first word.
import type { SeatCommand } from '../model/commands.ts';
import type { SeatId } from '../model/vocabulary.ts';
import { isPending, latest } from '../rules/instruments/binding.ts';
import type { Sight } from '../view/view.ts';
import type { BotContext } from './bot.ts';
import { others, recentlyMissed, trusts } from './outlook.ts';
import { PHRASES } from './phrases.ts';
import type { Situation } from './phrases.ts';

export function replies(see: Sight, context: BotContext): SeatCommand[] {
  const { turn } = see.public.exercise;
  const self = see.own.seat.id;
  const messages = Object.values(see.own.messages).filter((message) => message.turn === turn);
  if (messages.length === 0) return [];
  const people = others(see).filter((seat) => see.public.seats[seat]!.bot === null);
  return people.flatMap((seat) => {
    const written = messages.some(({ from, to, hidden }) => from === seat && to.includes(self) && !hidden);
    const answered = messages.some(({ from, to }) => from === self && to.includes(seat));
    if (!written || answered) return [];
    const lines = PHRASES[situation(see, seat)];
    return [{ type: 'sendMessage', to: [seat], text: lines[context.draw(`reply/${seat}`) % lines.length]! }];
  });
}

/** What stands between the two just now: the first that applies. */
function situation(see: Sight, seat: SeatId): Situation {
  const self = see.own.seat.id;
  const { turn } = see.public.exercise;
  const texts = Object.values(see.own.instruments).filter(({ parties }) => parties.includes(seat));
  const pending = texts.filter(isPending);
  if (recentlyMissed(see, seat) > 0) return 'missed';
  if (pending.some((text) => text.signatures[self] === latest(text).version)) return 'signed';
  if (pending.length > 0) return 'costly';
  if (Object.values(see.own.reports).some((report) => report.from === seat && report.turn >= turn - 1)) return 'reported';
  if (!trusts(see, seat)) return 'distant';
  return texts.some(({ status }) => status === 'inForce') ? 'bound' : 'untried';
}
