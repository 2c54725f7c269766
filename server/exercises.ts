// The door of this server: makes exercises, lets people in, and tells from a token who somebody is.
import type { SeatId } from '../shared/model/vocabulary.ts';
import type { Expected } from '../shared/model/roster.ts';
import type { Onlooker } from '../shared/model/roles.ts';
import type { Settings } from '../shared/model/state.ts';
import { accept, refuse } from '../shared/rules/refusals.ts';
import type { Result } from '../shared/rules/refusals.ts';
import { headerOf } from '../shared/record/record.ts';
import { settingsFor } from '../shared/scenario/setup.ts';
import type { CreateExerciseRequest, ExerciseCard, JoinPreview, JoinRequest, PracticeRequest, Session, StaffEntryRequest, WayBack, WorldPreview } from '../shared/wire/messages.ts';
import type { LiveExercise, Surroundings } from './exercise.ts';
import { Doors } from './doors.ts';
import { Instructors } from './instructors.ts';
import type { ScenarioCatalogue } from './scenario-catalogue.ts';
import { Rosters } from './rosters.ts';
import { Shelf } from './shelf.ts';
import type { Entry } from './shelf.ts';
import { Staff } from './staff.ts';
import type { StoredCohort, StoredExercise, StoredParticipant } from './store/store.ts';
import { calendarToken, controlToken, hashOf, newId, newToken } from './tokens.ts';
import { emptiest, seedsFor } from './worlds.ts';

/** People in one exercise; a class has 30, a team exercise 60. */
const MOST_PEOPLE = 80;
/** Practices that nobody has ended yet. */
const MOST_PRACTICES = 200;
/** A practice that was not ended by then was left, in milliseconds. */
const PRACTICE_LASTS = 3 * 24 * 3600 * 1000;
/** In a practice nobody waits for the clock. */
const NO_LIMIT = 0;

/** Who somebody is in one exercise. */
export interface Identity extends Onlooker {
  exercise: string;
  participant: string;
  name: string;
  /** The staff link they came by. */
  link?: string;
  /** Of a world that has others beside it; the cohort, for those who run them. */
  world?: number;
  cohort?: string;
}

export class Exercises {
  readonly shelf: Shelf;
  readonly instructors: Instructors;
  readonly staff: Staff;
  readonly rosters: Rosters;
  readonly doors: Doors;
  readonly #surroundings: Surroundings;
  readonly #scenarios: ScenarioCatalogue;
  readonly #byToken = new Map<string, Identity>();
  /** By the hash of what opens their calendar: the hash of their token. */
  readonly #calendars = new Map<string, string>();
  /** Sessions of exercise control that are being made, by token: whoever asks twice at once is one person. */
  readonly #admitting = new Map<string, Promise<Session>>();
  /** Names of rosters under which somebody is coming in just now, by cohort. */
  readonly #coming = new Set<string>();
  readonly #renewals = new Map<string, number>();
  readonly #peopleChanged = new Set<(exercise: string) => void>();

  constructor(surroundings: Surroundings, scenarios: ScenarioCatalogue, joinUrls: (code: string) => string[] = () => []) {
    const { store, clock } = surroundings;
    this.#surroundings = surroundings;
    this.#scenarios = scenarios;
    this.shelf = new Shelf(surroundings, joinUrls);
    this.instructors = new Instructors(store, clock);
    this.rosters = new Rosters(store, this.shelf);
    this.doors = new Doors(store, this.shelf, (exercise) => this.#tellPeople(exercise));
    this.staff = new Staff(store, clock, this.shelf, (people, exercise) => this.#sendAway(people, exercise));
  }

  /** Reads who and what there is; returns the exercises whose rooms should stand ready. */
  async open(): Promise<string[]> {
    await this.instructors.open();
    await this.staff.open();
    await this.rosters.open();
    await this.shelf.open();
    for (const { people } of this.shelf.all()) for (const person of people.values()) this.#remember(person);
    await this.#endLeftPractices();
    return this.shelf.ready();
  }

  /** What opens the calendar of this person's exercise and nothing else. */
  calendarTokenFor(token: string): string {
    return calendarToken(hashOf(token));
  }

  identifyForCalendar(token: string): Identity | null {
    return this.#byToken.get(this.#calendars.get(hashOf(token)) ?? '') ?? null;
  }

  identify(token: string): Identity | null {
    const identity = this.#byToken.get(hashOf(token));
    return identity ? this.#placed(identity) : null;
  }

  /** Whoever runs the worlds of a cohort: an instructor, and a co-instructor, whose link opens all of them. Without a cohort named: of any. */
  runs(token: string, cohort?: string): boolean {
    if (this.instructors.has(token)) return true;
    const identity = this.#byToken.get(hashOf(token));
    if (identity?.role !== 'control' || identity.link === undefined) return false;
    return cohort === undefined || this.shelf.get(identity.exercise)!.stored.cohort === cohort;
  }

  #placed(identity: Identity): Identity {
    const entry = this.shelf.get(identity.exercise)!;
    if (this.shelf.worldsBeside(entry).length === 1) return identity;
    return { ...identity, world: entry.stored.world, ...(identity.role === 'control' && { cohort: entry.stored.cohort! }) };
  }

  /** Everybody who joined, with their names: for exercise control, and for others where names are shown. */
  people(id: string): StoredParticipant[] {
    return [...(this.shelf.get(id)?.people.values() ?? [])];
  }

  /** Who somebody is now; null once they may no longer be here. */
  person(id: string, participant: string): Identity | null {
    const person = this.shelf.get(id)?.people.get(participant);
    return person ? this.#identityOf(person) : null;
  }

  /** How often a way back has been made for somebody since the server started: a connection from before the last does not count. */
  renewals(participant: string): number {
    return this.#renewals.get(participant) ?? 0;
  }

  onPeopleChange(listener: (exercise: string) => void): () => void {
    this.#peopleChanged.add(listener);
    return () => this.#peopleChanged.delete(listener);
  }

  load(id: string): Promise<LiveExercise | null> {
    return this.shelf.load(id);
  }

  /** As many worlds as wished, of one scenario and with the same settings. Answered with the card of the first. */
  async create(request: CreateExerciseRequest): Promise<Result<ExerciseCard>> {
    const count = request.worlds ?? 1;
    const made = this.#worlds(request, count, this.shelf.freeCodes(count));
    if (!made.ok) return made;
    const [first] = made.value;
    const { title, createdAt } = first!.stored;
    const cohort: StoredCohort = { id: newId(), code: count === 1 ? first!.stored.code : this.shelf.freeCodes(1)[0]!, title, scenario: first!.scenario, createdAt, closed: false };
    for (const { stored } of made.value) stored.cohort = cohort.id;
    await this.#surroundings.store.createCohort(cohort, made.value.map(({ stored }) => stored));
    this.shelf.putCohort(cohort);
    for (const entry of made.value) {
      this.shelf.put(entry);
      await this.load(entry.stored.id);
    }
    return accept(this.shelf.card(first!));
  }

  /** Worlds as they will be, in no cohort and not kept yet: one for each code. */
  #worlds({ scenario: wanted, title, turns, phases, seats, bots, advanceWhenReady, namesShown, teams, mode, zone, schedule, missingOrders, grace, causes = 'same', seed }: CreateExerciseRequest, count: number, codes: string[]): Result<Entry[]> {
    const scenario = this.#scenarios.get(wanted);
    if (!scenario) return refuse('scenarioUnknown', 'scenario', { scenario: wanted });
    const settings = settingsFor(scenario, stated({ turns, phases, seats, bots, advanceWhenReady, namesShown, teams, mode, zone, schedule, missingOrders, grace }) as Partial<Settings>);
    if (!settings.ok) return settings;
    const createdAt = this.#surroundings.clock.now();
    return accept(seedsFor(scenario, count, causes, seed ?? newToken()).map((drawn, world): Entry => {
      const id = newId();
      const header = headerOf({ exercise: id, scenario, settings: settings.value, seed: drawn, title: title ?? scenario.title, createdAt });
      const stored: StoredExercise = { id, code: codes[world]!, title: header.title, header: JSON.stringify(header), createdAt, endedAt: null, practice: false, cohort: null, world };
      return { stored, scenario: scenario.id, turns: settings.value.turns, turn: 0, people: new Map(), live: null, loaded: null };
    }));
  }

  /** Where a code leads: the world in which somebody who does not choose will be, and all that may be chosen. */
  async preview(code: string): Promise<Result<JoinPreview>> {
    const open = this.shelf.byCode(code);
    if (!open.ok) return open;
    const worlds = await Promise.all(open.value.map((entry) => this.#worldPreview(entry)));
    const proposed = emptiest(worlds, ({ people }) => people);
    const { id, title } = open.value[0]!.stored;
    return accept({ title, closed: this.doors.isClosed(id), ...proposed, worlds });
  }

  async #worldPreview({ stored, people }: Entry): Promise<WorldPreview> {
    const { seatIds, scenario, seating, status } = (await this.load(stored.id))!.state;
    const inSeat = (seat: SeatId) => Object.values(seating).filter((taken) => taken === seat).length;
    return {
      exercise: stored.id, world: stored.world, status, people: participantsAmong(people),
      seats: seatIds.map((seat) => ({ id: seat, name: scenario.seats[seat]!.name, ministry: scenario.seats[seat]!.ministry, people: inSeat(seat) })),
    };
  }

  /** Into the world that is kept for the person, else the one that they choose, else where the fewest are. Whoever is expected comes in once. A closed door opens to those who are expected, and to whoever shows the token of somebody who runs the exercise. */
  async join({ code, name, role, world }: JoinRequest, token = ''): Promise<Result<Session>> {
    const open = this.shelf.byCode(code);
    if (!open.ok) return open;
    const { id, cohort } = open.value[0]!.stored;
    const expected = this.rosters.find(cohort!, name);
    if (this.doors.isClosed(id) && !expected && !this.runs(token, cohort!)) return refuse('doorClosed', 'code');
    const place = role === 'participant' ? expected : null;
    const named = (wanted: number | null | undefined) => open.value.find(({ stored }) => stored.world === wanted);
    if (world !== undefined && !named(world)) return refuse('exerciseEnded', 'world');
    const entry = named(place?.world) ?? named(world) ?? emptiest(open.value, ({ people }) => participantsAmong(people));
    if (entry.people.size >= MOST_PEOPLE) return refuse('exerciseFull', 'code', { most: MOST_PEOPLE });
    if (!place) return accept(await this.#admit(entry, { name, role }));
    const now = place.watches ? 'observer' : role;
    const coming = `${cohort}/${place.id}`;
    if (this.#coming.has(coming) || this.rosters.hasCome(place.world === null ? this.shelf.worldsOf(cohort!) : [entry], name, now)) return refuse('nameHere', 'name');
    this.#coming.add(coming);
    try {
      const session = await this.#admit(entry, { name, role: now });
      if (!place.watches && (place.world === null || place.world === entry.stored.world)) await this.#sitDown(entry.stored.id, session.participant, place);
      return accept(session);
    } finally {
      this.#coming.delete(coming);
    }
  }

  /** Into the seat that is kept. What has become impossible since, a seat that is no longer in play, a role that another has taken, is left to the person. */
  async #sitDown(exercise: string, participant: string, { seat, role }: Expected): Promise<void> {
    if (seat === null) return;
    const live = (await this.load(exercise))!;
    const asker = { kind: 'participant', id: participant } as const;
    const seated = await live.submit(asker, { type: 'takeSeat', seat }, 'place-kept');
    if (seated.accepted && role !== null) await live.submit(asker, { type: 'takeRole', role }, 'role-kept');
  }

  async enterAsStaff({ token, exercise, name }: StaffEntryRequest): Promise<Result<Session>> {
    const opened = this.staff.opening(token, exercise);
    if (!opened) return refuse('linkUnknown');
    const { link, entry } = opened;
    if (entry.people.size >= MOST_PEOPLE) return refuse('exerciseFull', null, { most: MOST_PEOPLE });
    return accept(await this.#admit(entry, { name, role: link.role, link: link.id }));
  }

  /** For somebody who came by the code and has lost their browser: another token for the same person. Whoever shows the one before is sent away. */
  async wayBack(exercise: string, participant: string): Promise<Result<WayBack>> {
    const people = this.shelf.get(exercise)!.people;
    const person = people.get(participant);
    if (!person || person.role === 'control' || person.link !== null) return refuse('parameterInvalid', 'participant');
    const token = newToken();
    const renewed = { ...person, tokenHash: hashOf(token) };
    await this.#surroundings.store.setToken(exercise, participant, renewed.tokenHash);
    // Another may have been made while this one was being kept.
    this.#byToken.delete(people.get(participant)!.tokenHash);
    this.#renewals.set(participant, this.renewals(participant) + 1);
    people.set(participant, renewed);
    this.#remember(renewed);
    this.#tellPeople(exercise);
    return accept({ token });
  }

  /** The session with which somebody who runs the cohort of an exercise opens its room; the same one each time. A co-instructor is in every world by their own name. */
  async control(id: string, token: string): Promise<Result<Session>> {
    const entry = this.shelf.get(id);
    if (!entry) return refuse('exerciseUnknown');
    if (entry.stored.cohort === null || !this.runs(token, entry.stored.cohort)) return refuse('notSignedIn');
    const own = this.identify(token);
    const there = own?.exercise === id ? token : controlToken(token, id);
    const known = this.identify(there);
    if (known) return accept({ ...known, token: there });
    let admitting = this.#admitting.get(there);
    if (!admitting) {
      admitting = this.#admit(entry, { name: own?.name ?? 'Exercise control', role: 'control', link: own?.link ?? null, token: there }).finally(() => this.#admitting.delete(there));
      this.#admitting.set(there, admitting);
    }
    return accept(await admitting);
  }

  /** One person alone: bots in every other seat, no clock to wait for, begun at once. */
  async practise({ scenario: wanted, name, seat: wished, bots: character }: PracticeRequest): Promise<Result<Session>> {
    await this.#endLeftPractices();
    const open = this.shelf.all().filter(({ stored }) => stored.practice && stored.endedAt === null).length;
    if (open >= MOST_PRACTICES) return refuse('tooManyRequests', null, { most: MOST_PRACTICES });
    const scenario = this.#scenarios.get(wanted);
    if (!scenario) return refuse('scenarioUnknown', 'scenario', { scenario: wanted });
    const seats = Object.keys(scenario.seats).sort();
    if (wished !== undefined && !seats.includes(wished)) return refuse('seatUnknown', 'seat', { seat: wished });
    const made = this.#worlds({
      scenario: wanted, advanceWhenReady: true, namesShown: true,
      phases: { briefing: NO_LIMIT, negotiation: NO_LIMIT, orders: NO_LIMIT, resolution: NO_LIMIT, review: NO_LIMIT },
      ...(character ? { bots: Object.fromEntries(seats.map((seat) => [seat, character])) } : {}),
    }, 1, this.shelf.freeCodes(1));
    if (!made.ok) return made;
    const [entry] = made.value as [Entry];
    entry.stored.practice = true;
    await this.#surroundings.store.createExercise(entry.stored, []);
    this.shelf.put(entry);
    const session = await this.#admit(entry, { name, role: 'participant' });
    const live = (await this.load(entry.stored.id))!;
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

  close(): Promise<void> {
    return this.shelf.close();
  }

  async #endLeftPractices(): Promise<void> {
    const { store, clock } = this.#surroundings;
    for (const { stored } of this.shelf.all()) {
      if (!stored.practice || stored.endedAt !== null || clock.now() - stored.createdAt < PRACTICE_LASTS) continue;
      stored.endedAt = clock.now();
      await store.endExercise(stored.id, stored.endedAt);
    }
  }

  async #admit(entry: Entry, { name, role, link = null, token = newToken() }: { name: string; role: Session['role']; link?: string | null; token?: string }): Promise<Session> {
    const person: StoredParticipant = { exercise: entry.stored.id, id: newId(), name, role, tokenHash: hashOf(token), createdAt: this.#surroundings.clock.now(), link };
    await this.#surroundings.store.addParticipant(person);
    entry.people.set(person.id, person);
    this.#remember(person);
    this.#tellPeople(entry.stored.id);
    return { ...this.#placed(this.#identityOf(person)), token };
  }

  #remember(person: StoredParticipant): void {
    this.#byToken.set(person.tokenHash, this.#identityOf(person));
    this.#calendars.set(hashOf(calendarToken(person.tokenHash)), person.tokenHash);
  }

  #identityOf({ exercise, id, name, role, link }: StoredParticipant): Identity {
    const sight = this.staff.sightOf(link);
    return { exercise, participant: id, name, role, ...(sight !== null && { sight }), ...(link !== null && { link }) };
  }

  #tellPeople(exercise: string): void {
    for (const listener of this.#peopleChanged) listener(exercise);
  }

  #sendAway(people: StoredParticipant[], exercise: string): void {
    for (const person of people) {
      this.shelf.get(exercise)!.people.delete(person.id);
      this.#byToken.delete(person.tokenHash);
    }
    this.#tellPeople(exercise);
  }
}

const participantsAmong = (people: Map<string, StoredParticipant>): number => [...people.values()].filter(({ role }) => role === 'participant').length;

/** Leaves out what was not stated. */
function stated<T extends object>(wishes: T): Partial<T> {
  return Object.fromEntries(Object.entries(wishes).filter(([, value]) => value !== undefined)) as Partial<T>;
}
