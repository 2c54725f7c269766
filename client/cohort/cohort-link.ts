// Keeps the page in the room of a cohort: opens it, shows what it tells, opens it again when the link breaks.
import { Client, type Room } from '@colyseus/sdk';
import { useCallback, useEffect, useRef, useState } from 'react';
import type { ControlCommand } from '../../shared/model/commands.ts';
import { fromDocuments } from '../../shared/wire/documents.ts';
import type { CohortSlice } from '../../shared/wire/documents.ts';
import type { CohortCheck, CommandWorldsAnswer } from '../../shared/wire/messages.ts';
import type { CohortState } from '../../shared/wire/state.ts';
import { api, type Failure } from '../api.ts';
import { newId } from '../ids.ts';
import { cohortToken } from '../session.ts';

export interface CohortNow {
  card: CohortCheck;
  slice: CohortSlice;
  /** Server time minus time here, in milliseconds. */
  offset: number;
  /** The link is there; else it is being mended. */
  live: boolean;
}

/** `failure`: opening is of no use before the person does something about it. */
export type Cohort = { now: CohortNow | null; failure: Failure | null };

/** A command without an answer for so long has failed, in milliseconds. */
const ANSWER_TIMEOUT = 8000;
/** First pause before trying again, and the longest, in milliseconds. */
const FIRST_PAUSE = 500;
const LONGEST_PAUSE = 8000;

export class CohortLink {
  readonly #cohort: string;
  readonly #onChange: (cohort: Cohort) => void;
  readonly #cache = new Map<string, { text: string; value: unknown }>();
  #room: Room<unknown, CohortState> | null = null;
  #now: CohortNow | null = null;
  #toldAt = 0;
  #closed = false;

  constructor(cohort: string, onChange: (cohort: Cohort) => void) {
    this.#cohort = cohort;
    this.#onChange = onChange;
  }

  async start(): Promise<void> {
    for (let pause = FIRST_PAUSE; !this.#closed; pause = Math.min(pause * 2, LONGEST_PAUSE)) {
      const answer = await api.cohort(this.#cohort);
      if (this.#closed) return;
      if (answer.ok) {
        await this.#stay(answer.value, () => (pause = FIRST_PAUSE)).catch(() => {});
        this.#tell({ live: false });
      } else if (answer.failure.kind === 'refused') return this.#onChange({ now: null, failure: answer.failure });
      await new Promise((done) => setTimeout(done, pause));
    }
  }

  command(worlds: readonly string[], command: ControlCommand): Promise<CommandWorldsAnswer> {
    if (!this.#room) return Promise.reject(new Error('There is no link to the room.'));
    return this.#room.request('commandWorlds' as never, { id: newId(), worlds, command } as never, { timeout: ANSWER_TIMEOUT }) as Promise<CommandWorldsAnswer>;
  }

  close(): void {
    this.#closed = true;
    void this.#room?.leave().catch(() => {});
  }

  /** Until the room is left or lost. */
  async #stay(card: CohortCheck, entered: () => void): Promise<void> {
    const client = new Client(location.origin);
    client.auth.token = cohortToken(this.#cohort) ?? '';
    const room = (await client.joinById(card.room, {})) as unknown as Room<unknown, CohortState>;
    if (this.#closed) return void room.leave();
    entered();
    this.#room = room;
    room.reconnection.minUptime = 0;
    room.onDrop(() => this.#tell({ live: false }));
    room.onReconnect(() => this.#tell({ live: true }));
    room.onError(() => {});
    room.onStateChange((state) => this.#receive(card, state));
    await new Promise<void>((left) => room.onLeave(() => left()));
    this.#room = null;
  }

  #receive(card: CohortCheck, state: CohortState): void {
    // A time told long ago says nothing about the clock now.
    const offset = state.now === this.#toldAt ? (this.#now?.offset ?? 0) : state.now - Date.now();
    this.#toldAt = state.now;
    this.#now = { card, slice: fromDocuments('cohort', state.documents.entries(), this.#cache), offset, live: true };
    this.#onChange({ now: this.#now, failure: null });
  }

  #tell(part: Partial<CohortNow>): void {
    if (!this.#now || this.#closed) return;
    this.#now = { ...this.#now, ...part };
    this.#onChange({ now: this.#now, failure: null });
  }
}

export function useCohort(id: string): Cohort & { command: CohortLink['command'] } {
  const [cohort, setCohort] = useState<Cohort>({ now: null, failure: null });
  const held = useRef<CohortLink | null>(null);
  useEffect(() => {
    const link = (held.current = new CohortLink(id, setCohort));
    void link.start();
    return () => link.close();
  }, [id]);
  const command = useCallback<CohortLink['command']>((worlds, asked) => held.current?.command(worlds, asked) ?? Promise.reject(new Error('There is no link.')), []);
  return { ...cohort, command };
}
