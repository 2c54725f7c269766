// Every exercise of this server: creating and loading them, letting people in, and telling from a token who somebody is.
import type { SeatId } from '../shared/model/vocabulary.ts';
import { watchedSeat } from '../shared/model/roles.ts';
import { nameKey } from '../shared/model/roster.ts';
import type { Expected } from '../shared/model/roster.ts';
import type { Onlooker } from '../shared/model/roles.ts';
import type { Settings } from '../shared/model/state.ts';
import { accept, refuse } from '../shared/rules/refusals.ts';
import type { Result } from '../shared/rules/refusals.ts';
import { headerOf } from '../shared/record/record.ts';
import { settingsFor } from '../shared/scenario/setup.ts';
import type { CohortCard, CreateExerciseRequest, ExerciseCard, JoinPreview, JoinRequest, PracticeRequest, RosterAnswer, RosterRequest, Session, StaffEntryRequest, StaffInvitation, StaffLink, StaffLook, StaffRequest, WorldPreview } from '../shared/wire/messages.ts';
import { LiveExercise } from './exercise.ts';
import type { Surroundings } from './exercise.ts';
import { readHeader } from './record-writer.ts';
import type { ScenarioCatalogue } from './scenario-catalogue.ts';
import { Rosters } from './rosters.ts';
import { MOST_LINKS, StaffLinks } from './staff.ts';
import type { StoredCohort, StoredExercise, StoredParticipant, StoredStaffLink } from './store/store.ts';
import { calendarToken, controlToken, hashOf, newCode, newId, newToken, tidyCode } from './tokens.ts';
import { emptiest, seedsFor } from './worlds.ts';

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
  readonly #cohorts = new Map<string, StoredCohort>();
  readonly #byToken = new Map<string, Identity>();
  /** By the hash of what opens their calendar: the hash of their token. */
  readonly #calendars = new Map<string, string>();
  readonly #staff: StaffLinks;
  readonly #expected: Rosters;
  /** Instructors by the hash of their token. */
  readonly #instructors = new Map<string, string>();
  /** Sessions of exercise control that are being made, by token: whoever asks twice at once is one person. */
  readonly #admitting = new Map<string, Promise<Session>>();
  readonly #joinUrls: (code: string) => string[];
  readonly #rosterChanged = new Set<(exercise: string) => void>();

  constructor(surroundings: Surroundings, scenarios: ScenarioCatalogue, joinUrls: (code: string) => string[] = () => []) {
    this.#surroundings = surroundings;
    this.#scenarios = scenarios;
    this.#joinUrls = joinUrls;
    this.#expected = new Rosters(surroundings.store);
    this.#staff = new StaffLinks(surroundings.store, surroundings.clock);
  }

  /** Reads who and what there is; returns the exercises whose rooms should stand ready. */
  async open(): Promise<string[]> {
    const { store, clock } = this.#surroundings;
    for (const instructor of await store.instructors()) this.#instructors.set(instructor.tokenHash, instructor.id);
    await this.#staff.open();
    await this.#expected.open();
    for (const cohort of await store.cohorts()) this.#cohorts.set(cohort.id, cohort);
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
    if (this.isInstructor(token)) return true;
    const identity = this.#byToken.get(hashOf(token));
    if (identity?.role !== 'control' || identity.link === undefined) return false;
    return cohort === undefined || this.#entries.get(identity.exercise)!.stored.cohort === cohort;
  }

  #placed(identity: Identity): Identity {
    const entry = this.#entries.get(identity.exercise)!;
    if (this.#worldsBeside(entry).length === 1) return identity;
    return { ...identity, world: entry.stored.world, ...(identity.role === 'control' && { cohort: entry.stored.cohort! }) };
  }

  card(id: string): ExerciseCard {
    return this.#card(this.#entries.get(id)!);
  }

  cards(): ExerciseCard[] {
    return [...this.#entries.values()].filter(({ stored }) => !stored.practice).map((entry) => this.#card(entry)).sort((a, b) => b.createdAt - a.createdAt);
  }

  cohort(id: string): StoredCohort | null {
    return this.#cohorts.get(id) ?? null;
  }

  /** The exercises of a cohort in the order of their worlds. */
  worldsOf(cohort: string): string[] {
    return this.#worldsOf(cohort).map(({ stored }) => stored.id);
  }

  cohortCard(id: string): CohortCard | null {
    const cohort = this.#cohorts.get(id);
    return cohort ? { ...cohort, joinUrls: this.#joinUrls(cohort.code), worlds: this.#worldsOf(id).map((entry) => this.#card(entry)) } : null;
  }

  cohortCards(): CohortCard[] {
    return [...this.#cohorts.keys()].map((id) => this.cohortCard(id)!).sort((a, b) => b.createdAt - a.createdAt);
  }

  /** Everybody who joined, with their names: for exercise control, and for others where names are shown. */
  roster(id: string): StoredParticipant[] {
    return [...(this.#entries.get(id)?.people.values() ?? [])];
  }

  /** Who somebody is now; null once they may no longer be here. */
  person(id: string, participant: string): Identity | null {
    const person = this.#entries.get(id)?.people.get(participant);
    return person ? this.#identityOf(person) : null;
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

  /** As many worlds as wished, of one scenario and with the same settings. Answered with the card of the first. */
  async create(request: CreateExerciseRequest): Promise<Result<ExerciseCard>> {
    const count = request.worlds ?? 1;
    const made = this.#worlds(request, count, this.#freeCodes(count));
    if (!made.ok) return made;
    const [first] = made.value;
    const { title, createdAt } = first!.stored;
    const cohort: StoredCohort = { id: newId(), code: count === 1 ? first!.stored.code : this.#freeCodes(1)[0]!, title, scenario: first!.scenario, createdAt };
    for (const { stored } of made.value) stored.cohort = cohort.id;
    await this.#surroundings.store.createCohort(cohort, made.value.map(({ stored }) => stored));
    this.#cohorts.set(cohort.id, cohort);
    for (const entry of made.value) {
      this.#entries.set(entry.stored.id, entry);
      await this.load(entry.stored.id);
    }
    return accept(this.#card(first!));
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
    const open = this.#byCode(code);
    if (!open.ok) return open;
    const worlds = await Promise.all(open.value.map((entry) => this.#worldPreview(entry)));
    const proposed = emptiest(worlds, ({ people }) => people);
    return accept({ title: open.value[0]!.stored.title, ...proposed, worlds });
  }

  async #worldPreview({ stored, people }: Entry): Promise<WorldPreview> {
    const { seatIds, scenario, seating, status } = (await this.load(stored.id))!.state;
    const inSeat = (seat: SeatId) => Object.values(seating).filter((taken) => taken === seat).length;
    return {
      exercise: stored.id, world: stored.world, status, people: participantsAmong(people),
      seats: seatIds.map((seat) => ({ id: seat, name: scenario.seats[seat]!.name, ministry: scenario.seats[seat]!.ministry, people: inSeat(seat) })),
    };
  }

  /** Into the world that is kept for the person, else the one that they choose, else where the fewest are. */
  async join({ code, name, role, world }: JoinRequest): Promise<Result<Session>> {
    const open = this.#byCode(code);
    if (!open.ok) return open;
    const place = role === 'participant' ? this.#expected.find(open.value[0]!.stored.cohort!, name) : null;
    const named = (wanted: number | null | undefined) => open.value.find(({ stored }) => stored.world === wanted);
    if (world !== undefined && !named(world)) return refuse('exerciseEnded', 'world');
    const entry = named(place?.world) ?? named(world) ?? emptiest(open.value, ({ people }) => participantsAmong(people));
    if (entry.people.size >= MOST_PEOPLE) return refuse('exerciseFull', 'code', { most: MOST_PEOPLE });
    const session = await this.#admit(entry, { name, role: place?.watches ? 'observer' : role });
    if (place && !place.watches && (place.world === null || place.world === entry.stored.world)) await this.#sitDown(entry.stored.id, session.participant, place);
    return accept(session);
  }

  /** Into the seat that is kept. What has become impossible since, a seat that is no longer in play, a role that another has taken, is left to the person. */
  async #sitDown(exercise: string, participant: string, { seat, role }: Expected): Promise<void> {
    if (seat === null) return;
    const live = (await this.load(exercise))!;
    const asker = { kind: 'participant', id: participant } as const;
    const seated = await live.submit(asker, { type: 'takeSeat', seat }, 'place-kept');
    if (seated.accepted && role !== null) await live.submit(asker, { type: 'takeRole', role }, 'role-kept');
  }

  /** Who is expected in the cohort of an exercise, and who of them has come. */
  expected(id: string): Result<RosterAnswer> {
    const entry = this.#entries.get(id);
    if (!entry || entry.stored.cohort === null) return refuse('exerciseUnknown');
    const worlds = this.#worldsBeside(entry);
    const { version, entries } = this.#expected.of(entry.stored.cohort);
    const ids = new Map(entries.map((one) => [nameKey(one.name), one.id]));
    const here: RosterAnswer['here'] = {};
    for (const { stored, people } of worlds) {
      for (const { id: participant, name, role, link } of people.values()) {
        const expected = role === 'control' || link !== null ? undefined : ids.get(nameKey(name));
        if (expected !== undefined) (here[expected] ??= []).push({ exercise: stored.id, world: stored.world, participant });
      }
    }
    return accept({
      version, worlds: worlds.length, world: entry.stored.world, entries, here });
  }

  /** The roster anew. Each name is there once, and each place is one of the cohort. */
  async expect(id: string, { version, entries }: RosterRequest): Promise<Result<RosterAnswer>> {
    const entry = this.#entries.get(id);
    if (!entry || entry.stored.cohort === null) return refuse('exerciseUnknown');
    const { seatIds } = (await this.load(id))!.state;
    const worlds = this.#worldsBeside(entry).length;
    for (const [index, { seat, world }] of entries.entries()) {
      if (seat !== null && !seatIds.includes(seat)) return refuse('seatUnknown', `entries.${index}.seat`, { seat });
      if (world !== null && world >= worlds) return refuse('worldUnknown', `entries.${index}.world`);
    }
    const twice = entries.findIndex(({ name, id: own }, index) => entries.slice(0, index).some((other) => nameKey(other.name) === nameKey(name) || other.id === own));
    if (twice >= 0) return refuse('nameTwice', `entries.${twice}.name`);
    if (!(await this.#expected.change(entry.stored.cohort, version, entries))) return refuse('rosterChanged');
    return this.expected(id);
  }

  /** A link for one more of the staff of an exercise. */
  async invite(id: string, { role, sight, name }: StaffRequest): Promise<Result<StaffInvitation>> {
    const entry = this.#entries.get(id);
    if (!entry) return refuse('exerciseUnknown');
    if (role !== 'observer' && sight !== undefined) return refuse('parameterUnknown', 'sight');
    const seat = watchedSeat({ role, ...(sight && { sight }) });
    if (seat !== null && !(await this.load(id))!.state.seatIds.includes(seat)) return refuse('seatUnknown', 'sight', { seat });
    if (this.#linksInto(id).length >= MOST_LINKS) return refuse('tooManyLinks', null, { limit: MOST_LINKS });
    const { link, token } = await this.#staff.make(id, role, role === 'observer' ? (sight ?? 'public') : null, name);
    return accept({ link: this.#linkCard(link), token });
  }

  staffOf(id: string): StaffLink[] {
    return this.#linksInto(id).map((link) => this.#linkCard(link));
  }

  /** Whoever came by it is sent away at once. */
  async takeBack(id: string, linkId: string): Promise<Result<StaffLink[]>> {
    const link = this.#staff.get(linkId);
    if (!link || !this.#linksInto(id).includes(link)) return refuse('linkUnknown');
    await this.#staff.remove(link);
    for (const entry of this.#openedBy(link)) {
      for (const person of [...entry.people.values()].filter((one) => one.link === link.id)) {
        entry.people.delete(person.id);
        this.#byToken.delete(person.tokenHash);
      }
      this.#tellRoster(entry.stored.id);
    }
    return accept(this.staffOf(id));
  }

  async lookAtLink(token: string): Promise<Result<StaffLook>> {
    const link = this.#staff.byToken(token);
    if (!link) return refuse('linkUnknown');
    const seat = watchedSeat(onlooker(link));
    const exercises = await Promise.all(this.#openedBy(link).map(async ({ stored: { id, title, world } }) => ({
      id, title, world, watched: seat === null ? null : ((await this.load(id))!.state.scenario.seats[seat]?.name ?? seat),
    })));
    return accept({ link: link.id, role: link.role, sight: link.sight, name: link.name, exercises });
  }

  async enterAsStaff({ token, exercise, name }: StaffEntryRequest): Promise<Result<Session>> {
    const link = this.#staff.byToken(token);
    const entry = link && this.#openedBy(link).find(({ stored }) => stored.id === exercise);
    if (!link || !entry) return refuse('linkUnknown');
    if (entry.people.size >= MOST_PEOPLE) return refuse('exerciseFull', null, { most: MOST_PEOPLE });
    return accept(await this.#admit(entry, { name, role: link.role, link: link.id }));
  }

  /** The session with which somebody who runs the cohort of an exercise opens its room; the same one each time. A co-instructor is in every world by their own name. */
  async control(id: string, token: string): Promise<Result<Session>> {
    const entry = this.#entries.get(id);
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
    const open = [...this.#entries.values()].filter(({ stored }) => stored.practice && stored.endedAt === null).length;
    if (open >= MOST_PRACTICES) return refuse('tooManyRequests', null, { most: MOST_PRACTICES });
    const scenario = this.#scenarios.get(wanted);
    if (!scenario) return refuse('scenarioUnknown', 'scenario', { scenario: wanted });
    const seats = Object.keys(scenario.seats).sort();
    if (wished !== undefined && !seats.includes(wished)) return refuse('seatUnknown', 'seat', { seat: wished });
    const made = this.#worlds({
      scenario: wanted, advanceWhenReady: true, namesShown: true,
      phases: { briefing: NO_LIMIT, negotiation: NO_LIMIT, orders: NO_LIMIT, resolution: NO_LIMIT, review: NO_LIMIT },
      ...(character ? { bots: Object.fromEntries(seats.map((seat) => [seat, character])) } : {}),
    }, 1, this.#freeCodes(1));
    if (!made.ok) return made;
    const [entry] = made.value as [Entry];
    entry.stored.practice = true;
    await this.#surroundings.store.createExercise(entry.stored, []);
    this.#entries.set(entry.stored.id, entry);
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

  async #admit(entry: Entry, { name, role, link = null, token = newToken() }: { name: string; role: Session['role']; link?: string | null; token?: string }): Promise<Session> {
    const person: StoredParticipant = { exercise: entry.stored.id, id: newId(), name, role, tokenHash: hashOf(token), createdAt: this.#surroundings.clock.now(), link };
    await this.#surroundings.store.addParticipant(person);
    entry.people.set(person.id, person);
    this.#remember(person);
    this.#tellRoster(entry.stored.id);
    return { ...this.#placed(this.#identityOf(person)), token };
  }

  #remember(person: StoredParticipant): void {
    this.#byToken.set(person.tokenHash, this.#identityOf(person));
    this.#calendars.set(hashOf(calendarToken(person.tokenHash)), person.tokenHash);
  }

  #identityOf({ exercise, id, name, role, link }: StoredParticipant): Identity {
    const sight = this.#staff.get(link)?.sight ?? null;
    return { exercise, participant: id, name, role, ...(sight !== null && { sight }), ...(link !== null && { link }) };
  }

  #tellRoster(exercise: string): void {
    for (const listener of this.#rosterChanged) listener(exercise);
  }

  /** What a staff link opens: the exercise that it was made in, and the worlds beside it. */
  #openedBy({ exercise }: StoredStaffLink): Entry[] {
    const entry = this.#entries.get(exercise);
    return entry ? this.#worldsBeside(entry) : [];
  }

  /** All worlds of the cohort of an exercise, itself among them. */
  #worldsBeside(entry: Entry): Entry[] {
    if (entry.stored.cohort === null) return [entry];
    return [...this.#entries.values()].filter(({ stored }) => stored.cohort === entry.stored.cohort).sort((a, b) => a.stored.world - b.stored.world);
  }

  #linksInto(exercise: string): StoredStaffLink[] {
    return this.#staff.all().filter((link) => this.#openedBy(link).some(({ stored }) => stored.id === exercise));
  }

  #linkCard(link: StoredStaffLink): StaffLink {
    const people = this.#openedBy(link).flatMap((entry) => [...entry.people.values()].filter((person) => person.link === link.id));
    return { id: link.id, role: link.role, sight: link.sight, name: link.name, createdAt: link.createdAt, people: people.map(({ id, name }) => ({ participant: id, name })) };
  }

  async #addInstructor(token: string, kind: 'link' | 'session'): Promise<void> {
    const instructor = { id: newId(), kind, tokenHash: hashOf(token), createdAt: this.#surroundings.clock.now() };
    await this.#surroundings.store.addInstructor(instructor);
    this.#instructors.set(instructor.tokenHash, instructor.id);
  }

  #worldsOf(cohort: string): Entry[] {
    return [...this.#entries.values()].filter(({ stored }) => stored.cohort === cohort).sort((a, b) => a.stored.world - b.stored.world);
  }

  /** The worlds that a code opens: those of a cohort that are not over, or the one whose own code it is. At least one. */
  #byCode(typed: string): Result<Entry[]> {
    const code = tidyCode(typed);
    const known = [...this.#entries.values()].filter(({ stored }) => stored.cohort !== null && (stored.code === code || this.#cohorts.get(stored.cohort)!.code === code));
    if (known.length === 0) return refuse('codeUnknown', 'code');
    const open = known.filter(({ stored }) => stored.endedAt === null).sort((a, b) => a.stored.world - b.stored.world);
    return open.length > 0 ? accept(open) : refuse('exerciseEnded', 'code');
  }

  #freeCodes(count: number): string[] {
    const open = [...this.#entries.values()].filter(({ stored }) => stored.endedAt === null);
    const taken = new Set(open.flatMap(({ stored }) => [stored.code, this.#cohorts.get(stored.cohort ?? '')?.code]));
    const codes = new Set<string>();
    while (codes.size < count) {
      const code = newCode();
      if (!taken.has(code)) codes.add(code);
    }
    return [...codes];
  }

  #card({ stored, scenario, turns, turn, people, loaded }: Entry): ExerciseCard {
    return {
      id: stored.id, code: stored.code, title: stored.title, scenario,
      status: loaded?.state.status ?? (stored.endedAt === null ? 'paused' : 'debrief'),
      turn: loaded?.state.turn ?? turn, turns, createdAt: stored.createdAt,
      participants: [...people.values()].filter(({ role, link }) => role !== 'control' && link === null).length,
      joinUrls: this.#joinUrls(stored.code), cohort: stored.cohort!, world: stored.world, worlds: this.#worldsOf(stored.cohort!).length,
    };
  }
}

function onlooker({ role, sight }: StoredStaffLink): Onlooker {
  return { role, ...(sight !== null && { sight }) };
}

const participantsAmong = (people: Map<string, StoredParticipant>): number => [...people.values()].filter(({ role }) => role === 'participant').length;

/** Leaves out what was not stated. */
function stated<T extends object>(wishes: T): Partial<T> {
  return Object.fromEntries(Object.entries(wishes).filter(([, value]) => value !== undefined)) as Partial<T>;
}
