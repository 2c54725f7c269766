// What one round of folding has copied: copies that nobody else has seen yet are changed in place, everything else is copied before it is changed.
// A round is the events that are folded one after the other without anybody looking at the state between them.

import type { Event, EventData, EventType } from '../../model/events.ts';
import type { State } from '../../model/state.ts';
import { isTable, tableOf } from '../../model/table.ts';

/** Handlers that write into copies by hand. The state is no draft here: every part of it has to be taken with `own` before it is changed. */
export type HandlersByHand = { [T in EventType]?: (state: State, data: EventData[T], copies: Copies, event: Event) => void };

/** One part or entry of the holder, to be changed: a copy that stands in its place. What is no object is given as it is. */
export type Own = <T extends object, K extends keyof T>(holder: T, key: K) => T[K];

export class Copies {
  readonly #made = new Set<unknown>();

  readonly own: Own = (holder, key) => {
    const held = holder[key];
    if (typeof held !== 'object' || held === null || this.#made.has(held)) return held;
    return (holder[key] = this.of(held));
  };

  of<T extends object>(thing: T): T {
    const copy = (Array.isArray(thing) ? thing.slice() : isTable(thing) ? tableOf(thing) : { ...thing }) as T;
    this.#made.add(copy);
    return copy;
  }

  has(thing: unknown): boolean {
    return this.#made.has(thing);
  }

  /** Something that was there has been put in a second place: from now on nothing is known to stand in one alone. */
  forget(): void {
    this.#made.clear();
  }
}
