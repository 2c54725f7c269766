// Between the record's format and the store: seals events into the chain of one exercise, and reads them back.
import type { Event } from '../shared/model/events.ts';
import type { State } from '../shared/model/state.ts';
import { hashOf, hash, seal, writeRecord } from '../shared/record/record.ts';
import type { Header, SealedEvent } from '../shared/record/record.ts';
import { stateAtStart } from '../shared/record/replay.ts';
import { applyAll } from '../shared/rules/apply.ts';
import { withoutWithheld } from '../shared/view/event-for.ts';
import { keepViews, keepViewsTogether } from '../shared/view/keep.ts';
import type { Store, StoredEvent } from './store/store.ts';

export const readHeader = (line: string): Header => JSON.parse(line) as Header;

/** The event with what people wrote in it, as far as that was not deleted. */
export function readEvent({ line, texts }: StoredEvent): SealedEvent {
  const event = JSON.parse(line) as SealedEvent;
  return texts === null ? event : { ...event, private: JSON.parse(texts) as SealedEvent['private'] };
}

/** The record file of an exercise: for a person of exercise control whole but for the notebooks of others, for others (null) without what control has withdrawn or keeps to itself. */
export function recordText(header: string, stored: readonly StoredEvent[], present: State, person: string | null): string {
  return writeRecord({ header: readHeader(header), events: stored.map((line) => withoutWithheld(present, readEvent(line), person)) });
}

export interface Loaded {
  writer: RecordWriter;
  events: SealedEvent[];
  /** Two states alike; events replace the parts of each. */
  head: State;
  committed: State;
}

export class RecordWriter {
  /** Time of the last event, in milliseconds since the epoch. */
  lastAt: number;
  /** Hash that the next event has to carry. */
  #last: string;

  private constructor(last: string, lastAt: number) {
    this.#last = last;
    this.lastAt = lastAt;
  }

  static async load(id: string, headerLine: string, store: Store): Promise<Loaded> {
    const header = readHeader(headerLine);
    const events = (await store.events(id)).map(readEvent);
    const committed = stateAtStart(header);
    applyAll(committed, events);
    const head = { ...committed };
    keepViews(committed);
    keepViewsTogether(head, committed);
    const last = events.at(-1);
    return { writer: new RecordWriter(last ? hashOf(last) : hash(header), last?.at ?? header.createdAt), events, head, committed };
  }

  /** The lines of these events, each chained to the one before. */
  seal(events: readonly Event[]): StoredEvent[] {
    const { sealed, prev } = seal(events, this.#last);
    this.#last = prev;
    this.lastAt = sealed.at(-1)?.at ?? this.lastAt;
    return sealed.map(({ private: texts, ...event }) => ({
      seq: event.seq, turn: event.turn, line: JSON.stringify(event), texts: texts ? JSON.stringify(texts) : null,
    }));
  }
}
