// What the tests of the server share: a server on a free port, people with real sockets, a clock that is moved by hand, a store that fails.
import { Client } from '@colyseus/sdk';
import type { Room } from '@colyseus/sdk';
import { afterEach } from 'vitest';
import type { Command } from '../../shared/model/commands.ts';
import type { CommandAnswer, CreateExerciseRequest, HistoryAnswer, PreviewAnswer, PreviewRequest, Session } from '../../shared/wire/messages.ts';
import type { ExerciseState } from '../../shared/wire/state.ts';
import type { Clock } from '../../server/clock.ts';
import { ScenarioCatalogue } from '../../server/scenario-catalogue.ts';
import { startServer } from '../../server/server.ts';
import type { RunningServer, ServerOptions } from '../../server/server.ts';
import { MemoryStore } from '../../server/store/memory.ts';
import type { Store, StoredEvent } from '../../server/store/store.ts';
import { duel } from '../fixtures/duel.ts';

export class FakeClock implements Clock {
  #now = Date.UTC(2030, 0, 1);
  #waiting: { at: number; callback: () => void }[] = [];

  now = () => this.#now;

  after(milliseconds: number, callback: () => void): () => void {
    const one = { at: this.#now + Math.max(0, milliseconds), callback };
    this.#waiting.push(one);
    return () => {
      this.#waiting = this.#waiting.filter((other) => other !== one);
    };
  }

  get pending(): number {
    return this.#waiting.length;
  }

  advance(milliseconds: number): void {
    this.#now += milliseconds;
    for (const one of this.#waiting.filter(({ at }) => at <= this.#now)) {
      this.#waiting = this.#waiting.filter((other) => other !== one);
      one.callback();
    }
  }
}

/** Keeps what it was told to keep durable only while it is well; what fails never happened. */
export class FlakyStore extends MemoryStore {
  /** Appends that still succeed; then each fails until it is well again. */
  healthy = Infinity;
  readonly written: StoredEvent[] = [];

  override async append(exercise: string, events: StoredEvent[]): Promise<void> {
    if (this.healthy <= 0) throw new Error('the disk is full');
    this.healthy -= 1;
    await super.append(exercise, events);
    this.written.push(...events);
  }
}

export async function serveDuel(options: Partial<ServerOptions> & { store?: Store } = {}): Promise<RunningServer> {
  return startServer({ store: new MemoryStore(), scenarios: new ScenarioCatalogue([duel()]), port: 0, host: '127.0.0.1', logLevel: 'silent', ...options });
}

const running: RunningServer[] = [];

/** The same for one test: closed when it is over. */
export async function serve(options: Parameters<typeof serveDuel>[0] = {}): Promise<RunningServer> {
  const server = await serveDuel(options);
  running.push(server);
  return server;
}

/** Closes whatever a test has started so far: before it starts again over the same store, and after it. */
export async function stopAll(): Promise<void> {
  for (const server of running.splice(0)) await server.close();
}
afterEach(stopAll);

export async function http<T = Record<string, never>>(port: number, path: string, { token, body, headers }: { token?: string; body?: unknown; headers?: Record<string, string> } = {}) {
  const response = await fetch(`http://127.0.0.1:${port}${path}`, {
    method: body === undefined ? 'GET' : 'POST',
    headers: { ...(body === undefined ? {} : { 'content-type': 'application/json' }), ...(token ? { authorization: `Bearer ${token}` } : {}), ...headers },
    ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
  });
  const text = await response.text();
  return { status: response.status, headers: response.headers, text, json: (() => { try { return JSON.parse(text) as T; } catch { return null as T; } })() };
}

let counter = 0;

/** Somebody with a connection of their own. */
export class Player {
  readonly session: Session;
  readonly port: number;
  room!: Room<unknown, ExerciseState>;
  /** Every frame as it came. */
  readonly frames: Buffer[] = [];
  closed: number | null = null;

  constructor(port: number, session: Session) {
    this.port = port;
    this.session = session;
  }

  async enter(): Promise<this> {
    const client = new Client(`http://127.0.0.1:${this.port}`);
    client.auth.token = this.session.token;
    this.room = (await client.joinById(this.session.exercise, {})) as unknown as Room<unknown, ExerciseState>;
    this.room.reconnection.minUptime = 0;
    this.room.onLeave((code) => (this.closed = code));
    this.room.onMessage('notice', () => {});
    const events = (this.room.connection as unknown as { events: { onmessage(event: { data: ArrayBuffer }): void } }).events;
    const passOn = events.onmessage;
    events.onmessage = (event) => {
      this.frames.push(Buffer.from(event.data));
      passOn(event);
    };
    await this.until(() => this.room.state?.documents?.has('exercise'));
    return this;
  }

  ask(command: Command, id = `command-${(counter += 1)}`): Promise<CommandAnswer> {
    return this.room.request('command' as never, { id, command } as never) as Promise<CommandAnswer>;
  }

  history(turn: number, as?: string): Promise<HistoryAnswer> {
    return this.room.request('history' as never, { turn, as } as never) as Promise<HistoryAnswer>;
  }

  preview(what: PreviewRequest): Promise<PreviewAnswer> {
    return this.room.request('preview' as never, what as never) as Promise<PreviewAnswer>;
  }

  /** A document of the public slice. */
  public<T = Record<string, unknown>>(key: string): T {
    return JSON.parse(this.room.state.documents.get(key)!) as T;
  }

  seatDocuments(seat: string): Map<string, string> | null {
    const slice = this.room.state.seats?.get(seat);
    return slice ? new Map(slice.documents.entries()) : null;
  }

  /** Waits for the state to be so; the state only changes with a message, so that each one is a chance. */
  async until(holds: () => unknown, milliseconds = 5000): Promise<void> {
    if (holds()) return;
    await new Promise<void>((done, fail) => {
      const late = setTimeout(() => fail(new Error(`It did not come to be: ${holds}`)), milliseconds);
      const look = () => {
        if (!holds()) return;
        clearTimeout(late);
        this.room.onStateChange.remove(look);
        done();
      };
      this.room.onStateChange(look);
      look();
    });
  }

  async leave(): Promise<void> {
    await this.room.leave().catch(() => {});
  }
}

/** A class: an exercise of the duel with exercise control and one person per name, each in the seat given; `settings` are its own. */
export async function gather(server: RunningServer, seating: Record<string, string | null>, start = true, settings: Partial<CreateExerciseRequest> = {}) {
  const { port, instructorToken: token } = server;
  const created = await http<{ id: string; code: string }>(port, '/api/exercises', { token, body: { scenario: 'duel', seed: 'fixed', ...settings } });
  const { id, code } = created.json;
  const control = await new Player(port, (await http<Session>(port, `/api/exercises/${id}/control`, { token, body: {} })).json).enter();
  const people: Record<string, Player> = {};
  for (const [name, seat] of Object.entries(seating)) {
    const session = (await http<Session>(port, '/api/join', { body: { code, name } })).json;
    const person = (people[name] = await new Player(port, session).enter());
    if (seat !== null) await person.ask({ type: 'takeSeat', seat });
  }
  if (start) await control.ask({ type: 'startExercise' });
  return { id, code, control, people };
}
