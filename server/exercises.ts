// Every exercise of this server: creating and loading them, letting people in, and telling from a token who somebody is.
import type { SeatId } from '../shared/model/vocabulary.ts';
import type { Settings } from '../shared/model/state.ts';
import { accept, refuse } from '../shared/rules/refusals.ts';
import type { Result } from '../shared/rules/refusals.ts';
import { headerOf } from '../shared/record/record.ts';
import { settingsFor } from '../shared/scenario/setup.ts';
import type { CreateExerciseRequest, ExerciseCard, JoinPreview, JoinRequest, PracticeRequest, Session } from '../shared/wire/messages.ts';
import { LiveExercise } from './exercise.ts';
import type { Surroundings } from './exercise.ts';
import { readHeader } from './record-writer.ts';
import type { ScenarioCatalogue } from './scenario-catalogue.ts';
import type { StoredExercise, StoredParticipant } from './store/store.ts';
import { controlToken, hashOf, newCode, newId, newToken, tidyCode } from './tokens.ts';

/** People in one exercise; a class has 30, a team exercise 60. */
const MOST_PEOPLE = 80;
/** Practices that nobody has ended yet. */
const MOST_PRACTICES = 200;
/** A practice that was not ended by then was left, in milliseconds. */
const PRACTICE_LASTS = 3 * 24 * 3600 * 1000;
/** In a practice nobody waits for the clock. */
const NO_LIMIT = 0;
/** Ended exercises stay open to late readers of the debrief for this long after the server started, in milliseconds. */
const STAYS_OPEN = 48 * 3600 * 1000;

/** Who somebody is in one exercise. */
export interface Identity {
  exercise: string;
  participant: string;
  name: string;
  role: Session['role'];
}

interface Entry {
  stored: StoredExercise;
  /** What the list tells of the header. */
  scenario: string;
  turns: number;
  /** Last turn in the record, for the list while it is not loaded. */
  turn: number;
  people: Map<string, StoredParticipant>;
  live: Promise<LiveExercise> | null;
  loaded: LiveExercise | null;
}

export class Exercises {
  readonly #surroundings: Surroundings;
  readonly #scenarios: ScenarioCatalogue;
  readonly #entries = new Map<string, Entry>();
  readonly #byToken = new Map<string, Identity>();
  /** Instructors by the hash of their token. */
  readonly #instructors = new Map<string, string>();
  readonly #joinUrls: (code: string) => string[];
  readonly #rosterChanged = new Set<(exercise: string) => void>();

  constructor(surroundings: Surroundings, scenarios: ScenarioCatalogue, joinUrls: (code: string) => string[] = () => []) {
    this.#surroundings = surroundings;
    this.#scenarios = scenarios;
    this.#joinUrls = joinUrls;
  }

  /** Reads who and what there is; returns the exercises whose rooms should stand ready. */
  async open(): Promise<string[]> {
    const { store, clock } = this.#surroundings;
    for (const instructor of await store.instructors()) this.#instructors.set(instructor.tokenHash, instructor.id);
    for (const { turn, ...stored } of await store.exercises()) {
      const people = await store.participants(stored.id);
      const { scenario, settings } = readHeader(stored.header);
      this.#entries.set(stored.id, {
        stored, scenario: scenario.id, turns: settings.turns, turn, people: new Map(people.map((person) => [person.id, person])), live: null, loaded: null,
      });
      for (const person of people) this.#remember(person);
    }
    await this.#endLeftPractices();
    return [...this.#entries.values()]
      .filter(({ stored }) => stored.endedAt === null || clock.now() - stored.endedAt < STAYS_OPEN)
      .map(({ stored }) => stored.id);
  }

  /** A link for the instructor; those of earlier starts are void. */
  async newInstructorLink(): Promise<string> {
    await this.#surroundings.store.forgetLinks();
    const token = newToken();
    await this.#addInstructor(token, 'link');
    return token;
  }

  /** A lasting token for the browser that came by the link. */
  async exchangeLink(link: string): Promise<Result<{ token: string }>> {
    if (!this.isInstructor(link)) return refuse('notSignedIn');
    const token = newToken();
    await this.#addInstructor(token, 'session');
    return accept({ token });
  }

  isInstructor(token: string): boolean {
    return this.#instructors.has(hashOf(token));
  }

  identify(token: string): Identity | null {
    return this.#byToken.get(hashOf(token)) ?? null;
  }

  cards(): ExerciseCard[] {
    return [...this.#entries.values()].filter(({ stored }) => !stored.practice).map((entry) => this.#card(entry)).sort((a, b) => b.createdAt - a.createdAt);
  }

  /** Everybody who joined, with their names: for exercise control, and for others where names are shown. */
  roster(id: string): StoredParticipant[] {
    return [...(this.#entries.get(id)?.people.values() ?? [])];
  }

  onRosterChange(listener: (exercise: string) => void): () => void {
    this.#rosterChanged.add(listener);
    return () => this.#rosterChanged.delete(listener);
  }

  counts(): { exercises: number; loaded: number } {
    const entries = [...this.#entries.values()];
    return { exercises: entries.length, loaded: entries.filter(({ loaded }) => loaded !== null).length };
  }

  /** The running exercise, loaded from its record if need be; null if there is none of that id. */
  async load(id: string): Promise<LiveExercise | null> {
    const entry = this.#entries.get(id);
    if (!entry) return null;
    entry.live ??= LiveExercise.load(id, entry.stored.header, this.#surroundings).then((live) => {
      live.listen({
        committed: (events) => {
          entry.turn = live.state.turn;
          if (events.some(({ type }) => type === 'exerciseEnded')) entry.stored.endedAt ??= this.#surroundings.clock.now();
        },
        failed: () => {},
      });
      return (entry.loaded = live);
    });
    return entry.live.catch((error: unknown) => {
      entry.live = null;
      throw error;
    });
  }

  async create(request: CreateExerciseRequest, practice = false): Promise<Result<ExerciseCard>> {
    const scenario = this.#scenarios.get(request.scenario);
    if (!scenario) return refuse('scenarioUnknown', 'scenario', { scenario: request.scenario });
    const { turns, phases, seats, bots, advanceWhenReady, namesShown, teams } = request;
    const settings = settingsFor(scenario, stated({ turns, phases, seats, bots, advanceWhenReady, namesShown, teams }) as Partial<Settings>);
    if (!settings.ok) return settings;
    const { store, clock } = this.#surroundings;
    const id = newId();
    const title = request.title ?? scenario.title;
    const createdAt = clock.now();
    const header = headerOf({ exercise: id, scenario, settings: settings.value, seed: request.seed ?? newToken(), title, createdAt });
    const stored: StoredExercise = { id, code: this.#freeCode(), title, header: JSON.stringify(header), createdAt, endedAt: null, practice };
    await store.createExercise(stored, []);
    const entry: Entry = { stored, scenario: scenario.id, turns: settings.value.turns, turn: 0, people: new Map(), live: null, loaded: null };
    this.#entries.set(id, entry);
    await this.load(id);
    return accept(this.#card(entry));
  }

  async preview(code: string): Promise<Result<JoinPreview>> {
    const entry = this.#byCode(code);
    if (!entry.ok) return entry;
    const { seatIds, scenario, seating, status } = (await this.load(entry.value.stored.id))!.state;
    const people = (seat: SeatId) => Object.values(seating).filter((taken) => taken === seat).length;
    return accept({
      exercise: entry.value.stored.id, title: entry.value.stored.title, status,
      seats: seatIds.map((seat) => ({ id: seat, name: scenario.seats[seat]!.name, ministry: scenario.seats[seat]!.ministry, people: people(seat) })),
    });
  }

  async join({ code, name, role }: JoinRequest): Promise<Result<Session>> {
    const entry = this.#byCode(code);
    if (!entry.ok) return entry;
    if (entry.value.people.size >= MOST_PEOPLE) return refuse('exerciseFull', 'code', { most: MOST_PEOPLE });
    return accept(await this.#admit(entry.value, name, role, newId(), newToken()));
  }

  /** The session with which an instructor opens the room; the same one each time. */
  async control(id: string, instructorToken: string): Promise<Result<Session>> {
    const entry = this.#entries.get(id);
    if (!entry) return refuse('exerciseUnknown');
    const token = controlToken(instructorToken, id);
    const known = this.identify(token);
    return accept(known ? { ...known, token } : await this.#admit(entry, 'Exercise control', 'control', newId(), token));
  }

  /** One person alone: bots in every other seat, no clock to wait for, begun at once. */
  async practise({ scenario: wanted, name, seat: wished, bots: character }: PracticeRequest): Promise<Result<Session>> {
    await this.#endLeftPractices();
    const open = [...this.#entries.values()].filter(({ stored }) => stored.practice && stored.endedAt === null).length;
    if (open >= MOST_PRACTICES) return refuse('tooManyRequests', null, { most: MOST_PRACTICES });
    const scenario = this.#scenarios.get(wanted);
    if (!scenario) return refuse('scenarioUnknown', 'scenario', { scenario: wanted });
    const seats = Object.keys(scenario.seats).sort();
    if (wished !== undefined && !seats.includes(wished)) return refuse('seatUnknown', 'seat', { seat: wished });
    const created = await this.create({
      scenario: wanted, advanceWhenReady: true, namesShown: true,
      phases: { briefing: NO_LIMIT, negotiation: NO_LIMIT, orders: NO_LIMIT, resolution: NO_LIMIT, review: NO_LIMIT },
      ...(character ? { bots: Object.fromEntries(seats.map((seat) => [seat, character])) } : {}),
    }, true);
    if (!created.ok) return created;
    const session = await this.#admit(this.#entries.get(created.value.id)!, name, 'participant', newId(), newToken());
    const live = (await this.load(created.value.id))!;
    const steps = [
      () => live.submit({ kind: 'participant', id: session.participant }, { type: 'takeSeat', seat: wished ?? seats[0]! }, 'practice-seat'),
      () => live.submit({ kind: 'control', id: 'practice' }, { type: 'startExercise' }, 'practice-start'),
    ];
    for (const step of steps) {
      const answer = await step();
      if (!answer.accepted) return { ok: false, refusal: answer.refusal };
    }
    return accept(session);
  }

  async close(): Promise<void> {
    for (const { loaded } of this.#entries.values()) {
      await loaded?.settled();
      loaded?.close();
    }
  }

  async #endLeftPractices(): Promise<void> {
    const { store, clock } = this.#surroundings;
    for (const { stored } of this.#entries.values()) {
      if (!stored.practice || stored.endedAt !== null || clock.now() - stored.createdAt < PRACTICE_LASTS) continue;
      stored.endedAt = clock.now();
      await store.endExercise(stored.id, stored.endedAt);
    }
  }

  async #admit(entry: Entry, name: string, role: Session['role'], id: string, token: string): Promise<Session> {
    const person: StoredParticipant = { exercise: entry.stored.id, id, name, role, tokenHash: hashOf(token), createdAt: this.#surroundings.clock.now() };
    await this.#surroundings.store.addParticipant(person);
    entry.people.set(id, person);
    this.#remember(person);
    for (const listener of this.#rosterChanged) listener(entry.stored.id);
    return { exercise: person.exercise, participant: id, name, role, token };
  }

  #remember({ exercise, id, name, role, tokenHash }: StoredParticipant): void {
    this.#byToken.set(tokenHash, { exercise, participant: id, name, role });
  }

  async #addInstructor(token: string, kind: 'link' | 'session'): Promise<void> {
    const instructor = { id: newId(), kind, tokenHash: hashOf(token), createdAt: this.#surroundings.clock.now() };
    await this.#surroundings.store.addInstructor(instructor);
    this.#instructors.set(instructor.tokenHash, instructor.id);
  }

  #byCode(typed: string): Result<Entry> {
    const code = tidyCode(typed);
    const entry = [...this.#entries.values()].findLast(({ stored }) => stored.code === code && !stored.practice);
    if (!entry) return refuse('codeUnknown', 'code');
    return entry.stored.endedAt === null ? accept(entry) : refuse('exerciseEnded', 'code');
  }

  #freeCode(): string {
    const taken = new Set([...this.#entries.values()].filter(({ stored }) => stored.endedAt === null).map(({ stored }) => stored.code));
    for (;;) {
      const code = newCode();
      if (!taken.has(code)) return code;
    }
  }

  #card({ stored, scenario, turns, turn, people, loaded }: Entry): ExerciseCard {
    return {
      id: stored.id, code: stored.code, title: stored.title, scenario,
      status: loaded?.state.status ?? (stored.endedAt === null ? 'paused' : 'debrief'),
      turn: loaded?.state.turn ?? turn, turns, createdAt: stored.createdAt,
      participants: [...people.values()].filter(({ role }) => role !== 'control').length,
      joinUrls: this.#joinUrls(stored.code),
    };
  }
}

/** Leaves out what was not stated. */
function stated<T extends object>(wishes: T): Partial<T> {
  return Object.fromEntries(Object.entries(wishes).filter(([, value]) => value !== undefined)) as Partial<T>;
}
