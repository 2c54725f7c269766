// The exercises of this server on their shelf: each with its people, loaded when somebody needs it, found by code and by cohort.
import { accept, refuse } from '../shared/rules/refusals.ts';
import type { Result } from '../shared/rules/refusals.ts';
import type { CohortCard, ExerciseCard } from '../shared/wire/messages.ts';
import { LiveExercise } from './exercise.ts';
import type { Surroundings } from './exercise.ts';
import { readHeader } from './record-writer.ts';
import type { StoredCohort, StoredExercise, StoredParticipant } from './store/store.ts';
import { newCode, tidyCode } from './tokens.ts';

/** Ended exercises stay open to late readers of the debrief for this long after the server started, in milliseconds. */
const STAYS_OPEN = 48 * 3600 * 1000;

export interface Entry {
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

export class Shelf {
  readonly #surroundings: Surroundings;
  readonly #joinUrls: (code: string) => string[];
  readonly #entries = new Map<string, Entry>();
  readonly #cohorts = new Map<string, StoredCohort>();

  constructor(surroundings: Surroundings, joinUrls: (code: string) => string[]) {
    this.#surroundings = surroundings;
    this.#joinUrls = joinUrls;
  }

  async open(): Promise<void> {
    const { store } = this.#surroundings;
    for (const cohort of await store.cohorts()) this.#cohorts.set(cohort.id, cohort);
    for (const { turn, ...stored } of await store.exercises()) {
      const people = await store.participants(stored.id);
      const { scenario, settings } = readHeader(stored.header);
      this.put({ stored, scenario: scenario.id, turns: settings.turns, turn, people: new Map(people.map((person) => [person.id, person])), live: null, loaded: null });
    }
  }

  put(entry: Entry): void {
    this.#entries.set(entry.stored.id, entry);
  }

  putCohort(cohort: StoredCohort): void {
    this.#cohorts.set(cohort.id, cohort);
  }

  get(id: string): Entry | undefined {
    return this.#entries.get(id);
  }

  all(): Entry[] {
    return [...this.#entries.values()];
  }

  /** Those whose rooms should stand ready after a start. */
  ready(): string[] {
    const now = this.#surroundings.clock.now();
    return this.all().filter(({ stored }) => stored.endedAt === null || now - stored.endedAt < STAYS_OPEN).map(({ stored }) => stored.id);
  }

  counts(): { exercises: number; loaded: number } {
    return { exercises: this.#entries.size, loaded: this.all().filter(({ loaded }) => loaded !== null).length };
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

  async close(): Promise<void> {
    for (const { loaded } of this.#entries.values()) {
      await loaded?.settled();
      loaded?.close();
    }
  }

  cohort(id: string): StoredCohort | null {
    return this.#cohorts.get(id) ?? null;
  }

  /** The exercises of a cohort in the order of their worlds. */
  worldsOf(cohort: string): Entry[] {
    return this.all().filter(({ stored }) => stored.cohort === cohort).sort(byWorld);
  }

  idsOf(cohort: string): string[] {
    return this.worldsOf(cohort).map(({ stored }) => stored.id);
  }

  /** All worlds of the cohort of an exercise, itself among them. */
  worldsBeside(entry: Entry): Entry[] {
    return entry.stored.cohort === null ? [entry] : this.worldsOf(entry.stored.cohort);
  }

  /** The worlds that a code opens: those of a cohort that are not over, or the one whose own code it is. At least one. */
  byCode(typed: string): Result<Entry[]> {
    const code = tidyCode(typed);
    const known = this.all().filter(({ stored }) => stored.cohort !== null && (stored.code === code || this.#cohorts.get(stored.cohort)!.code === code));
    if (known.length === 0) return refuse('codeUnknown', 'code');
    const open = known.filter(({ stored }) => stored.endedAt === null).sort(byWorld);
    return open.length > 0 ? accept(open) : refuse('exerciseEnded', 'code');
  }

  freeCodes(count: number): string[] {
    const open = this.all().filter(({ stored }) => stored.endedAt === null);
    const taken = new Set(open.flatMap(({ stored }) => [stored.code, this.#cohorts.get(stored.cohort ?? '')?.code]));
    const codes = new Set<string>();
    while (codes.size < count) {
      const code = newCode();
      if (!taken.has(code)) codes.add(code);
    }
    return [...codes];
  }

  card({ stored, scenario, turns, turn, people, loaded }: Entry): ExerciseCard {
    return {
      id: stored.id, code: stored.code, title: stored.title, scenario,
      status: loaded?.state.status ?? (stored.endedAt === null ? 'paused' : 'debrief'),
      turn: loaded?.state.turn ?? turn, turns, createdAt: stored.createdAt,
      participants: [...people.values()].filter(({ role, link }) => role !== 'control' && link === null).length,
      joinUrls: this.#joinUrls(stored.code), cohort: stored.cohort!, world: stored.world, worlds: this.worldsOf(stored.cohort!).length,
    };
  }

  cards(): ExerciseCard[] {
    return this.all().filter(({ stored }) => !stored.practice).map((entry) => this.card(entry)).sort((a, b) => b.createdAt - a.createdAt);
  }

  cohortCard(id: string): CohortCard | null {
    const cohort = this.#cohorts.get(id);
    return cohort ? { ...cohort, joinUrls: this.#joinUrls(cohort.code), worlds: this.worldsOf(id).map((entry) => this.card(entry)) } : null;
  }

  cohortCards(): CohortCard[] {
    return [...this.#cohorts.keys()].map((id) => this.cohortCard(id)!).sort((a, b) => b.createdAt - a.createdAt);
  }
}

const byWorld = (a: Entry, b: Entry) => a.stored.world - b.stored.world;
