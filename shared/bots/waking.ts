// Which events make a bot look again: those its seat learns of, and what it did itself where that can lead to more.
import type { Event } from '../model/events.ts';
import type { SeatId } from '../model/vocabulary.ts';
import { actorName } from '../rules/decide.ts';

/**
 * What a bot did itself concerns it too: a text it has tabled wants its signature. Orders are different: it writes them all at once,
 * and nothing that it does while they are written opens anything new to it.
 */
export function wakes({ audience, actor, phase }: Pick<Event, 'audience' | 'actor' | 'phase'>, seat: SeatId): boolean {
  if (audience === 'control' || (phase === 'orders' && actor === actorName({ kind: 'bot', seat }))) return false;
  return audience === 'all' || audience.includes(seat);
}
