// Keeps the page in its room: joins, feeds the store, answers drops with a new link, and sends unanswered commands again.
import type { AskedCommand } from '../shared/model/commands.ts';
import { seesAll, watchedSeat } from '../shared/model/roles.ts';
import type { InjectId, SeatId } from '../shared/model/vocabulary.ts';
import type { Refusal, Result } from '../shared/rules/refusals.ts';
import type { CommandAnswer, CommandRequest, HistoryAnswer, HistoryRequest, OpenedMessage, PreviewAnswer, PreviewRequest, Session } from '../shared/wire/messages.ts';
import type { Opened } from '../shared/wire/documents.ts';
import { Assembler, type Received } from './assemble.ts';
import { newId } from './ids.ts';
import { same, type Presence, type SendAnswer, type Source, type Store } from './store.ts';

/** What the room's state says, in plain terms. */
export interface RoomSnapshot extends Omit<Received, 'seat' | 'isControl'> {
  /** Server time when it was last told; stays the same until it is told again. */
  now: number;
  presence: Presence[];
  /** Names behind opaque ids, for exercise control where others do not see them. */
  names: Record<string, string>;
  /** Which injects were opened, by seat, for exercise control. */
  opened: Opened;
  /** The door is closed to newcomers, for exercise control. */
  doorClosed: boolean;
}

/** A link to the room. The transport behind it may mend short drops by itself. */
export interface Link {
  request(type: 'command', payload: CommandRequest): Promise<CommandAnswer>;
  request(type: 'history', payload: HistoryRequest): Promise<HistoryAnswer>;
  /** A refusal comes as the `reason` of the error. */
  request(type: 'preview', payload: PreviewRequest): Promise<PreviewAnswer>;
  /** Not answered. */
  tell(type: 'opened', payload: OpenedMessage): void;
  leave(): void;
}

export interface LinkEvents {
  state(snapshot: RoomSnapshot): void;
  /** The link broke and is being mended. */
  dropped(): void;
  /** It was mended: the same link goes on. */
  mended(): void;
  /** It is gone; `code` is the close code. */
  gone(code: number): void;
  /** Something befell the exercise that no event tells. */
  notice(refusal: Refusal): void;
}

/** Opening fails with `JoinRefused` when trying again is of no use. */
export interface Transport {
  open(session: Session, events: LinkEvents): Promise<Link>;
}

export class JoinRefused extends Error {
  readonly status: number;
  constructor(status: number) {
    super(`The room refused the session (${status}).`);
    this.status = status;
  }
}

/** Close code of a link that was left on purpose. */
const LEFT = 4000;

export interface Timing {
  wait(milliseconds: number): Promise<void>;
  now(): number;
}
const browserTiming: Timing = { wait: (milliseconds) => new Promise((done) => setTimeout(done, milliseconds)), now: () => Date.now() };

/** First pause before trying again, and the longest, in milliseconds. */
const FIRST_PAUSE = 500;
const LONGEST_PAUSE = 8000;

interface Unanswered {
  request: CommandRequest;
  answer: (answer: SendAnswer) => void;
  /** The link on which it is under way now. */
  on: Link | null;
}

/** What was held, where what came says the same. */
function kept<T extends object>(held: T | undefined, next: T): T {
  return held !== undefined && same(held, next) ? held : next;
}

export class Connection implements Source {
  readonly #session: Session;
  readonly #transport: Transport;
  readonly #store: Store;
  readonly #timing: Timing;
  #assembler = new Assembler();
  #link: Link | null = null;
  #usable = false;
  #closed = false;
  #unanswered = new Map<string, Unanswered>();
  #waitingForLink: (() => void)[] = [];
  #toldNow = 0;
  /** The server keeps it while it runs: a new link tells all of it again. */
  readonly #opened = new Set<InjectId>();
  readonly #onNotice: (refusal: Refusal) => void;

  constructor(session: Session, transport: Transport, store: Store, onNotice: (refusal: Refusal) => void, timing: Timing = browserTiming) {
    this.#session = session;
    this.#transport = transport;
    this.#store = store;
    this.#onNotice = onNotice;
    this.#timing = timing;
  }

  /** Opens the room and keeps it open until `close`. */
  async start(): Promise<void> {
    let pause = FIRST_PAUSE;
    while (!this.#closed) {
      let lost = (_code: number): void => {};
      const gone = new Promise<number>((resolve) => (lost = resolve));
      try {
        const link = await this.#transport.open(this.#session, {
          state: (snapshot) => this.#receive(snapshot),
          dropped: () => this.#pauseLink(),
          mended: () => this.#resumeLink(),
          gone: (code) => lost(code),
          notice: (refusal) => this.#onNotice(refusal),
        });
        if (this.#closed) return link.leave();
        this.#link = link;
        pause = FIRST_PAUSE;
        this.#resumeLink();
        const code = await gone;
        this.#link = null;
        this.#pauseLink();
        if (code === LEFT) return this.#end('connection.left');
      } catch (error) {
        if (error instanceof JoinRefused) return this.#session.link !== undefined ? this.#end('connection.takenBack', null) : this.#end(error.status === 404 ? 'connection.closed' : 'connection.refused');
        this.#pauseLink();
      }
      await this.#timing.wait(pause);
      pause = Math.min(pause * 2, LONGEST_PAUSE);
    }
  }

  send(command: AskedCommand, as: SeatId | null = null): Promise<SendAnswer> {
    const request: CommandRequest = { id: newId(), command, ...(as !== null && { as }) };
    return new Promise((answer) => {
      this.#unanswered.set(request.id, { request, answer, on: null });
      if (this.#usable) void this.#try(request.id);
    });
  }

  async history(turn: number, as: SeatId | null): Promise<HistoryAnswer> {
    for (;;) {
      const link = await this.#ready();
      try {
        return await link.request('history', as === null ? { turn } : { turn, as });
      } catch (error) {
        if (this.#usable || this.#closed) throw error;
      }
    }
  }

  async preview(asked: PreviewRequest): Promise<Result<PreviewAnswer>> {
    for (;;) {
      const link = await this.#ready();
      try {
        return { ok: true, value: await link.request('preview', asked) };
      } catch (error) {
        const { reason } = error as { reason?: Refusal };
        if (reason) return { ok: false, refusal: reason };
        if (this.#usable || this.#closed) throw error;
      }
    }
  }

  tellOpened(injects: readonly InjectId[]): void {
    for (const inject of injects) this.#opened.add(inject);
    if (this.#usable && injects.length > 0) this.#link!.tell('opened', { injects: [...injects] });
  }

  close(): void {
    this.#closed = true;
    this.#usable = false;
    this.#link?.leave();
    this.#link = null;
  }

  #ready(): Promise<Link> {
    if (this.#usable && this.#link) return Promise.resolve(this.#link);
    return new Promise((resolve) => this.#waitingForLink.push(() => resolve(this.#link!)));
  }

  async #try(id: string): Promise<void> {
    const waiting = this.#unanswered.get(id);
    const link = this.#link;
    if (!waiting || !link || waiting.on === link) return;
    waiting.on = link;
    try {
      const answer = await link.request('command', waiting.request);
      if (this.#unanswered.delete(id)) waiting.answer(answer.accepted ? { accepted: true } : { accepted: false, refusal: answer.refusal });
    } catch {
      // No answer: it goes again with the same id, so that it is applied once at most.
      waiting.on = null;
      if (!this.#usable) return;
      await this.#timing.wait(FIRST_PAUSE);
      if (this.#usable) void this.#try(id);
    }
  }

  #receive(snapshot: RoomSnapshot): void {
    const isControl = seesAll(this.#session);
    const held = this.#store.get().presence;
    const presence = kept(held, Object.fromEntries(snapshot.presence.map((person) => {
      const named = { ...person, name: person.name || (snapshot.names[person.participant] ?? '') };
      return [person.participant, kept(held[person.participant], named)];
    })));
    const seat = watchedSeat(this.#session) ?? presence[this.#session.participant]?.seat ?? null;
    const view = this.#assembler.take({ ...snapshot, seat, isControl });
    this.#store.set({
      // Before the first document there is no view: the schema's defaults tell nothing.
      view: view.public.exercise === undefined ? null : view,
      seat,
      presence,
      opened: kept(this.#store.get().opened, snapshot.opened),
      doorClosed: snapshot.doorClosed,
      // A time told long ago says nothing about the clock now.
      clockOffset: snapshot.now === this.#toldNow ? this.#store.get().clockOffset : snapshot.now - this.#timing.now(),
    });
    this.#toldNow = snapshot.now;
  }

  #pauseLink(): void {
    this.#usable = false;
    for (const waiting of this.#unanswered.values()) waiting.on = null;
    if (!this.#closed) this.#store.set({ connection: this.#store.get().view ? 'reconnecting' : 'starting' });
  }

  #resumeLink(): void {
    if (this.#closed || !this.#link) return;
    this.#usable = true;
    this.#store.set({ connection: 'live' });
    if (this.#opened.size > 0) this.#link.tell('opened', { injects: [...this.#opened] });
    for (const id of this.#unanswered.keys()) void this.#try(id);
    for (const ready of this.#waitingForLink.splice(0)) ready();
  }

  /** `view` null: what was shown is not shown any longer. */
  #end(reason: string, view = this.#store.get().view): void {
    this.#closed = true;
    this.#usable = false;
    this.#store.set({ connection: 'ended', endedBecause: reason, view });
  }
}
