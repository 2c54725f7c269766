// One exercise as it runs: asks the rules, makes what they decide durable, then shows it. The only writer of its record.
import { randomBytes } from 'node:crypto';
import type { Actor, Command, Request } from '../shared/model/commands.ts';
import type { Event, NewEvent } from '../shared/model/events.ts';
import type { State } from '../shared/model/state.ts';
import type { SeatId } from '../shared/model/vocabulary.ts';
import { placed } from '../shared/record/replay.ts';
import { callsBots } from '../shared/rules/commands/clock.ts';
import { actorName, decide } from '../shared/rules/decide.ts';
import { lateSeats } from '../shared/rules/late.ts';
import { refusal } from '../shared/rules/refusals.ts';
import { carryOut } from '../shared/rules/working.ts';
import type { CommandAnswer } from '../shared/wire/messages.ts';
import { BotPlayers } from './bot-players.ts';
import { standInOrders } from '../shared/bots/stand-in.ts';
import { PhaseTimer } from './clock.ts';
import type { Clock } from './clock.ts';
import { RecordWriter } from './record-writer.ts';
import { afterAbsence } from './restart.ts';
import type { Store } from './store/store.ts';

/** Who asks, before the exercise says which seat that is. `seat`: in whose name exercise control asks. */
export type Asker = { kind: 'participant'; id: string } | { kind: 'evaluator'; id: string } | { kind: 'control'; id: string; seat?: SeatId };

export interface ExerciseListener {
  /** Durable and applied to the committed state: to be shown now. Called once for everything that became durable together. */
  committed(events: readonly Event[]): void;
  /** The record could not be written: what was under way is undone, and the exercise stands still. */
  failed(error: Error): void;
}

export interface Surroundings {
  store: Store;
  clock: Clock;
  /** Told of bugs that nobody else waits for. */
  report(error: unknown, where: string): void;
  /** Told how long it took until events were durable. */
  durableAfter?(seconds: number): void;
}

const NOT_RECORDED: CommandAnswer = { accepted: false, refusal: refusal('notRecorded') };

/** Thrown to whoever waits for an append that was dropped with the head. */
class HeadDropped extends Error {}

export class LiveExercise {
  readonly id: string;
  readonly #header: string;
  readonly #store: Store;
  readonly #clock: Clock;
  readonly #surroundings: Surroundings;
  readonly #timer: PhaseTimer;
  readonly #listeners = new Set<ExerciseListener>();
  readonly #bots = new BotPlayers(
    (seat, command, id) => void this.#carryOut({ kind: 'bot', seat }, command, undefined, id),
    (error) => this.#surroundings.report(error, 'a bot failed'),
  );

  /** What was decided, durable or not: commands are decided on it. */
  #head!: State;
  /** What is durable: the only state that anybody is shown. */
  #committed!: State;
  #writer!: RecordWriter;
  /** Everything appended so far, in order; a failed append breaks it. */
  #tail: Promise<void> = Promise.resolve();
  /** Counts heads: what belongs to a dropped one is not applied. */
  #epoch = 0;
  /** Answers by actor and command id, so that a retry is applied once. */
  readonly #answers = new Map<string, Promise<CommandAnswer> | CommandAnswer>();
  /** Accepted commands by actor: the number in an answer is the asker's own, so that it tells nothing of what others do. */
  readonly #counts = new Map<string, number>();
  /** The store failed: the pause that says so must be recorded before anything else. */
  #pauseDue = false;
  #recovering: Promise<void> | null = null;
  /** Head and committed state are not those of the record. */
  #adrift = false;
  /** Durable, and about to be shown. */
  #unshown: Event[] = [];
  #closed = false;

  private constructor(id: string, header: string, surroundings: Surroundings) {
    const { store, clock } = surroundings;
    this.id = id;
    this.#header = header;
    this.#store = store;
    this.#clock = clock;
    this.#surroundings = surroundings;
    this.#timer = new PhaseTimer(clock, () => void this.#timeUp());
  }

  /** From the record in the store; what the clock does after that is in restart.ts. */
  static async load(id: string, header: string, surroundings: Surroundings): Promise<LiveExercise> {
    const exercise = new LiveExercise(id, header, surroundings);
    const heartbeat = (await surroundings.store.lastHeartbeat()) ?? 0;
    // From here on nothing comes between: a time that is up already does not count before it is known how long nobody was there.
    await exercise.#reload();
    const now = surroundings.clock.now();
    const alive = Math.max(exercise.#writer.lastAt, Math.min(heartbeat, now));
    const { command, at } = afterAbsence(exercise.#head, alive, now) ?? {};
    if (command) {
      exercise.#timer.stop();
      exercise.#carryOut({ kind: 'clock' }, command, at);
      await exercise.#tail;
    }
    return exercise;
  }

  /** The durable state. Not to be changed by the caller. */
  get state(): State {
    return this.#committed;
  }

  listen(listener: ExerciseListener): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  close(): void {
    this.#closed = true;
    this.#timer.stop();
    this.#listeners.clear();
  }

  /** Resolves once everything appended so far is durable. */
  async settled(): Promise<void> {
    await this.#tail.catch(() => {});
  }

  /** Asks for a command; the same id from the same actor is carried out once, however often it is asked. */
  async submit(asker: Asker | { kind: 'clock' }, command: Command, id: string): Promise<CommandAnswer> {
    if (this.#pauseDue) await (this.#recovering ??= this.#recover().finally(() => (this.#recovering = null)));
    if (this.#closed || this.#pauseDue) return NOT_RECORDED;
    const actor = this.#actor(asker);
    const key = `${actorName(actor)}|${id}`;
    const known = this.#answers.get(key);
    if (known) return known;
    const answer = this.#ask(actor, command, id);
    this.#answers.set(key, answer);
    let settled: CommandAnswer | null = null;
    try {
      settled = await answer;
      return settled;
    } finally {
      // A refusal is not kept: what was refused then may be in order now.
      if (this.#answers.get(key) === answer) {
        if (settled?.accepted) this.#answers.set(key, settled);
        else this.#answers.delete(key);
      }
    }
  }

  #actor(asker: Asker | { kind: 'clock' }): Actor {
    return asker.kind === 'participant' ? { ...asker, seat: this.#head.seating[asker.id] ?? null } : asker;
  }

  async #ask(actor: Actor, command: Command, id: string): Promise<CommandAnswer> {
    const allowed = actor.kind === 'clock' || actor.kind === 'control';
    if (allowed && callsBots(this.#head, command, actor.kind === 'clock')) this.#callBots();
    const request = this.#request(actor, command, id);
    const decided = decide(this.#head, request);
    if (!decided.ok) return { accepted: false, refusal: decided.refusal };
    const name = actorName(actor);
    const seq = (this.#counts.get(name) ?? 0) + (decided.value.length > 0 ? 1 : 0);
    this.#counts.set(name, seq);
    const appended = this.#append(decided.value, request);
    try {
      await appended;
      return { accepted: true, seq };
    } catch (error) {
      if (error instanceof HeadDropped) return NOT_RECORDED;
      throw error;
    }
  }

  /** Decides and appends without an answer to anybody; null if it was refused. */
  #carryOut(actor: Actor, command: Command, at?: number, id = `${actorName(actor)}-${this.#head.seq}`): Promise<void> | null {
    const request = this.#request(actor, command, id, at);
    const decided = decide(this.#head, request);
    if (!decided.ok) return null;
    const appended = this.#append(decided.value, request);
    appended.catch(() => {});
    return appended;
  }

  #request(actor: Actor, command: Command, id: string, at = this.#clock.now()): Request {
    return { actor, command, id, at, nonce: randomBytes(16).toString('hex') };
  }

  /** Applies to the head at once; the committed state becomes what the head is now once the store has it, and the promise is kept then. */
  #append(decided: readonly NewEvent[], { actor, id, at }: Request): Promise<void> {
    if (decided.length === 0) return this.#tail;
    const epoch = this.#epoch;
    let events: Event[];
    try {
      events = placed(this.#head, decided, { actor, id, at });
      carryOut(this.#head, decided, events);
    } catch (error) {
      this.#dropHead(epoch, error as Error);
      throw error;
    }
    const after = { ...this.#head };
    const asked = performance.now();
    const stored = this.#store.append(this.id, this.#writer.seal(events));
    if (this.#surroundings.durableAfter) stored.then(() => this.#surroundings.durableAfter!((performance.now() - asked) / 1000), () => {});
    const applied = Promise.all([this.#tail, stored]).then(
      () => this.#commit(epoch, events, after),
      (error: Error) => {
        this.#dropHead(epoch, error);
        throw new HeadDropped(error.message);
      },
    );
    applied.catch(() => {});
    this.#tail = applied;
    return applied;
  }

  /** What one write made durable comes in one turn of the event loop: it is answered at once and shown together. */
  #commit(epoch: number, events: Event[], after: State): void {
    if (epoch !== this.#epoch) throw new HeadDropped('A later state was dropped.');
    Object.assign(this.#committed, after);
    if (this.#unshown.length === 0) setImmediate(() => this.#show());
    this.#unshown.push(...events);
  }

  #show(): void {
    const events = this.#unshown;
    this.#unshown = [];
    this.#tell((listener) => listener.committed(events));
    if (events.some(({ type }) => type === 'exerciseEnded')) void this.#store.endExercise(this.id, this.#clock.now()).catch(() => {});
    if (this.#closed) return;
    this.#timer.follow(this.#committed);
    // Bots think once people have their answers and see what happened.
    this.#bots.play(this.#head, events);
  }

  /** A listener's bug is reported; the others are told all the same. */
  #tell(tell: (listener: ExerciseListener) => void): void {
    for (const listener of this.#listeners) {
      try {
        tell(listener);
      } catch (error) {
        this.#surroundings.report(error, 'telling what happened');
      }
    }
  }

  /** Bots write the orders of seats that are late, before these are locked. One that breaks leaves its seat with what is there. */
  #callBots(): void {
    for (const seat of lateSeats(this.#head)) {
      try {
        const orders = standInOrders(this.#head, seat);
        if (orders.length > 0) this.#carryOut({ kind: 'bot', seat }, { type: 'standIn', orders });
      } catch (error) {
        this.#surroundings.report(error, 'a bot failed');
      }
    }
  }

  async #timeUp(): Promise<void> {
    const command: Command = this.#committed.status === 'paused' ? { type: 'resume' } : { type: 'advancePhase' };
    try {
      await this.submit({ kind: 'clock' }, command, `deadline-${this.#committed.seq}`);
    } catch (error) {
      this.#surroundings.report(error, 'ending a phase');
    }
  }

  /** What was not stored did not happen: back to the record, and the clock stands still. */
  #dropHead(epoch: number, error: Error): void {
    if (epoch !== this.#epoch) return;
    this.#epoch += 1;
    this.#adrift = true;
    this.#pauseDue = true;
    this.#timer.stop();
    // The pause itself failed: whoever asks next tries again.
    if (this.#recovering) return;
    this.#recovering = this.#recover().then(() => {
      this.#recovering = null;
      this.#tell((listener) => listener.failed(error));
    });
  }

  /** Afterwards the exercise is in step with its record and stands still (or was not running), unless the store still fails. */
  async #recover(): Promise<void> {
    try {
      if (this.#adrift) await this.#reload();
      if (this.#head.status === 'running') await this.#carryOut({ kind: 'clock' }, { type: 'pause', reason: 'storeFailed' });
      this.#pauseDue = false;
    } catch (error) {
      this.#surroundings.report(error, 'the record cannot be written');
    }
  }

  async #reload(): Promise<void> {
    const { events, head, committed, writer } = await RecordWriter.load(this.id, this.#header, this.#store);
    this.#head = head;
    this.#committed = committed;
    this.#writer = writer;
    this.#tail = Promise.resolve();
    this.#answers.clear();
    this.#counts.clear();
    for (const { actor, command } of events) {
      const key = `${actor}|${command}`;
      if (command === null || !/^(participant|control|evaluator):/.test(actor) || this.#answers.has(key)) continue;
      const seq = (this.#counts.get(actor) ?? 0) + 1;
      this.#counts.set(actor, seq);
      this.#answers.set(key, { accepted: true, seq });
    }
    this.#bots.forget();
    this.#adrift = false;
    this.#timer.follow(committed);
  }
}
