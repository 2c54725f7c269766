// Which events make a bot look again: those its seat learns of, and of its own doings those that open more to it.
import type { Event, EventType } from '../model/events.ts';
import type { SeatId } from '../model/vocabulary.ts';
import { actorName } from '../rules/decide.ts';

/** A text that it has put on the table wants its signature, then its ratification; a report without its source can be passed on. Of all else a bot says at once what it has to say. */
const OPENING: ReadonlySet<EventType> = new Set(['instrumentTabled', 'instrumentAmended', 'instrumentFullySigned', 'instrumentRatified', 'reportSanitised']);

export function wakes({ type, audience, actor }: Pick<Event, 'type' | 'audience' | 'actor'>, seat: SeatId): boolean {
  if (audience === 'control' || (audience !== 'all' && !audience.includes(seat))) return false;
  return OPENING.has(type) || actor !== actorName({ kind: 'bot', seat });
}
