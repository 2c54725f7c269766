// A store that forgets everything at the end of the process: for tests and measurements.
import { assertFollows } from './store.ts';
import type { Store, StoredCohort, StoredEvent, StoredExercise, StoredInstructor, StoredParticipant, StoredRoster, StoredStaffLink } from './store.ts';

export class MemoryStore implements Store {
  readonly #exercises = new Map<string, StoredExercise>();
  readonly #cohorts = new Map<string, StoredCohort>();
  readonly #events = new Map<string, StoredEvent[]>();
  #participants: StoredParticipant[] = [];
  #staffLinks: StoredStaffLink[] = [];
  readonly #rosters = new Map<string, StoredRoster>();
  #instructors: StoredInstructor[] = [];
  #heartbeat: number | null = null;

  async createExercise(exercise: StoredExercise, events: StoredEvent[]): Promise<void> {
    if (this.#exercises.has(exercise.id)) throw new Error(`There is an exercise ${exercise.id} already.`);
    if ([...this.#exercises.values()].some((other) => other.code === exercise.code && other.endedAt === null)) throw new Error(`The code ${exercise.code} is in use.`);
    this.#exercises.set(exercise.id, { ...exercise });
    this.#events.set(exercise.id, []);
    await this.append(exercise.id, events);
  }

  async createCohort(cohort: StoredCohort, worlds: StoredExercise[]): Promise<void> {
    if (this.#cohorts.has(cohort.id)) throw new Error(`There is a cohort ${cohort.id} already.`);
    for (const world of worlds) await this.createExercise(world, []);
    this.#cohorts.set(cohort.id, { ...cohort });
  }

  async cohorts(): Promise<StoredCohort[]> {
    return [...this.#cohorts.values()].map((cohort) => ({ ...cohort }));
  }

  async setDoor(cohort: string, closed: boolean): Promise<void> {
    const stored = this.#cohorts.get(cohort);
    if (stored) stored.closed = closed;
  }

  async exercises(): Promise<(StoredExercise & { turn: number })[]> {
    return [...this.#exercises.values()].map((exercise) => ({ ...exercise, turn: this.#events.get(exercise.id)!.at(-1)?.turn ?? 0 }));
  }

  async exercise(id: string): Promise<StoredExercise | null> {
    const exercise = this.#exercises.get(id);
    return exercise ? { ...exercise } : null;
  }

  async endExercise(id: string, at: number): Promise<void> {
    const exercise = this.#exercises.get(id);
    if (exercise) exercise.endedAt ??= at;
  }

  async append(exercise: string, events: StoredEvent[]): Promise<void> {
    const stored = this.#events.get(exercise)!;
    assertFollows(exercise, stored.at(-1)?.seq ?? 0, events);
    stored.push(...events.map((event) => ({ ...event })));
  }

  async events(exercise: string, turn?: number): Promise<StoredEvent[]> {
    const stored = this.#events.get(exercise) ?? [];
    return stored.filter((event) => turn === undefined || event.turn === turn).map((event) => ({ ...event }));
  }

  async deleteTexts(exercise: string, seqs: number[] | 'all'): Promise<void> {
    for (const event of this.#events.get(exercise) ?? []) if (seqs === 'all' || seqs.includes(event.seq)) event.texts = null;
  }

  async addParticipant(participant: StoredParticipant): Promise<void> {
    this.#participants.push(participant);
  }

  async participants(exercise: string): Promise<StoredParticipant[]> {
    return this.#participants.filter((participant) => participant.exercise === exercise);
  }

  async setToken(exercise: string, id: string, tokenHash: string): Promise<void> {
    this.#participants = this.#participants.map((participant) => (participant.exercise === exercise && participant.id === id ? { ...participant, tokenHash } : participant));
  }

  async removeParticipant(exercise: string, id: string): Promise<void> {
    this.#participants = this.#participants.filter((participant) => participant.exercise !== exercise || participant.id !== id);
  }

  async addStaffLink(link: StoredStaffLink): Promise<void> {
    this.#staffLinks.push(link);
  }

  async staffLinks(): Promise<StoredStaffLink[]> {
    return [...this.#staffLinks];
  }

  async removeStaffLink(id: string): Promise<void> {
    this.#staffLinks = this.#staffLinks.filter((link) => link.id !== id);
    this.#participants = this.#participants.filter(({ link }) => link !== id);
  }

  async rosters(): Promise<StoredRoster[]> {
    return [...this.#rosters.values()];
  }

  async setRoster(roster: StoredRoster): Promise<void> {
    this.#rosters.set(roster.cohort, roster);
  }

  async addInstructor(instructor: StoredInstructor): Promise<void> {
    this.#instructors.push(instructor);
  }

  async instructors(): Promise<StoredInstructor[]> {
    return [...this.#instructors];
  }

  async forgetLinks(): Promise<void> {
    this.#instructors = this.#instructors.filter((instructor) => instructor.kind !== 'link');
  }

  async heartbeat(at: number): Promise<void> {
    this.#heartbeat = at;
  }

  async lastHeartbeat(): Promise<number | null> {
    return this.#heartbeat;
  }

  async close(): Promise<void> {}
}
