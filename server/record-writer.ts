// Between the record's format and the store: seals events into the chain of one exercise, and folds them back into its state.
import type { Event } from '../shared/model/events.ts';
import type { State } from '../shared/model/state.ts';
import { hashLine, openEvent, sealEvent } from '../shared/record/record.ts';
import type { RecordHeader } from '../shared/record/record.ts';
import { apply } from '../shared/rules/apply.ts';
import { setup } from '../shared/scenario/setup.ts';
import type { Store, StoredEvent } from './store/store.ts';

export type { RecordHeader };

export const newHeader = (header: Omit<RecordHeader, 'format'>): string => JSON.stringify({ format: 1, ...header });
export const readHeader = (line: string): RecordHeader => JSON.parse(line) as RecordHeader;
export const readEvent = ({ line, texts }: StoredEvent): Event => openEvent(line, texts);

/** The state before the first event. */
export const firstState = ({ id, scenario, settings, seed }: RecordHeader): State => setup(scenario, { id, seed, settings });

export class RecordWriter {
  /** Time of the last event, in milliseconds since the epoch. */
  lastAt = 0;
  #chain: string;

  private constructor(header: string) {
    this.#chain = hashLine(header);
  }

  /** Everything of an exercise as its record has it: two states alike, for head and committed. */
  static async load(id: string, headerLine: string, store: Store): Promise<{ writer: RecordWriter; events: Event[]; head: State; committed: State }> {
    const writer = new RecordWriter(headerLine);
    const stored = await store.events(id);
    const events = stored.map(readEvent);
    const header = readHeader(headerLine);
    const committed = firstState(header);
    for (const event of events) apply(committed, event);
    const { scenario, ...rest } = committed;
    const head = { ...structuredClone(rest), scenario } as State;
    const last = stored.at(-1);
    if (last) writer.#chain = hashLine(last.line);
    writer.lastAt = events.at(-1)?.at ?? header.createdAt;
    return { writer, events, head, committed };
  }

  /** The lines of these events; each is chained to the one before. */
  seal(events: readonly Event[]): StoredEvent[] {
    return events.map((event) => {
      const line = sealEvent(event, this.#chain);
      this.#chain = hashLine(line);
      this.lastAt = event.at;
      return { seq: event.seq, turn: event.turn, line, texts: event.private ? JSON.stringify(event.private) : null };
    });
  }
}

/** The lines of the record file. */
export const recordLines = (header: string, events: readonly StoredEvent[]): string[] => [header, ...events.map(({ line }) => line)];
