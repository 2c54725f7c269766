// The tables of the embedded store and the statements that read and write them; runs in the store's own thread.
import { DatabaseSync } from 'node:sqlite';
import type { StatementSync } from 'node:sqlite';
import { assertFollows } from './store.ts';
import type { Expected } from '../../shared/model/roster.ts';
import type { Role, Sight, StaffRole } from '../../shared/model/roles.ts';
import type { Operation, Store, StoredCohort, StoredEvent, StoredExercise, StoredInstructor, StoredParticipant, StoredRoster, StoredStaffLink } from './store.ts';

/** How the tables came to be as they are, each step once per data folder; a folder keeps the number of steps it has taken. */
const STEPS = [
  `CREATE TABLE exercises (id TEXT PRIMARY KEY, code TEXT NOT NULL, title TEXT NOT NULL, header TEXT NOT NULL,
    created_at INTEGER NOT NULL, ended_at INTEGER, practice INTEGER NOT NULL) STRICT;
  CREATE UNIQUE INDEX open_codes ON exercises (code) WHERE ended_at IS NULL;
  CREATE TABLE events (exercise TEXT NOT NULL, seq INTEGER NOT NULL, turn INTEGER NOT NULL, line TEXT NOT NULL,
    PRIMARY KEY (exercise, seq)) STRICT, WITHOUT ROWID;
  CREATE TABLE texts (exercise TEXT NOT NULL, seq INTEGER NOT NULL, texts TEXT NOT NULL, PRIMARY KEY (exercise, seq)) STRICT, WITHOUT ROWID;
  CREATE TABLE participants (exercise TEXT NOT NULL, id TEXT NOT NULL, name TEXT NOT NULL, role TEXT NOT NULL, token_hash TEXT NOT NULL UNIQUE,
    created_at INTEGER NOT NULL, PRIMARY KEY (exercise, id)) STRICT;
  CREATE TABLE instructors (id TEXT PRIMARY KEY, kind TEXT NOT NULL, token_hash TEXT NOT NULL UNIQUE, created_at INTEGER NOT NULL) STRICT;
  CREATE TABLE marks (name TEXT PRIMARY KEY, value INTEGER NOT NULL) STRICT;`,
  // Exercises in parallel: what there was becomes a cohort of one world each.
  `CREATE TABLE cohorts (id TEXT PRIMARY KEY, code TEXT NOT NULL, title TEXT NOT NULL, scenario TEXT NOT NULL, created_at INTEGER NOT NULL) STRICT;
  ALTER TABLE exercises ADD COLUMN cohort TEXT;
  ALTER TABLE exercises ADD COLUMN world INTEGER NOT NULL DEFAULT 0;
  INSERT INTO cohorts SELECT id, code, title, header ->> '$.scenario.id', created_at FROM exercises WHERE practice = 0;
  UPDATE exercises SET cohort = id WHERE practice = 0;`,
  // Staff with links of their own.
  `CREATE TABLE staff_links (id TEXT PRIMARY KEY, exercise TEXT NOT NULL, role TEXT NOT NULL, sight TEXT, name TEXT NOT NULL, token_hash TEXT NOT NULL UNIQUE, created_at INTEGER NOT NULL) STRICT;
  ALTER TABLE participants ADD COLUMN link TEXT;`,
  // Who is expected.
  `CREATE TABLE rosters (cohort TEXT PRIMARY KEY, version INTEGER NOT NULL, entries TEXT NOT NULL) STRICT;`,
  // A door that can be closed to newcomers.
  `ALTER TABLE cohorts ADD COLUMN closed INTEGER NOT NULL DEFAULT 0;`,
];

interface ExerciseRow { id: string; code: string; title: string; header: string; created_at: number; ended_at: number | null; practice: number; cohort: string | null; world: number }
interface CohortRow { id: string; code: string; title: string; scenario: string; created_at: number; closed: number }
interface ParticipantRow { exercise: string; id: string; name: string; role: Role; token_hash: string; created_at: number; link: string | null }
interface StaffLinkRow { id: string; exercise: string; role: StaffRole; sight: Sight | null; name: string; token_hash: string; created_at: number }
interface InstructorRow { id: string; kind: 'link' | 'session'; token_hash: string; created_at: number }

const exerciseOf = (row: ExerciseRow): StoredExercise => ({
  id: row.id, code: row.code, title: row.title, header: row.header, createdAt: row.created_at, endedAt: row.ended_at, practice: row.practice === 1,
  cohort: row.cohort, world: row.world,
});

/** Each operation of the store, synchronous. */
type Synchronous = { [K in Operation]: (...args: Parameters<Store[K]>) => Awaited<ReturnType<Store[K]>> };

export class SqliteTables implements Synchronous {
  readonly #database: DatabaseSync;
  readonly #prepared = new Map<string, StatementSync>();

  constructor(file: string) {
    this.#database = new DatabaseSync(file);
    // The lock is held for as long as the server runs, so that a second server on the same folder is told at its start.
    this.#database.exec('PRAGMA locking_mode = EXCLUSIVE; PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON;');
    const { user_version: layout } = this.#one<{ user_version: number }>('PRAGMA user_version')!;
    if (layout > STEPS.length) throw new Error(`The data folder was written by a newer version of Entente (layout ${layout}, this one reads ${STEPS.length}).`);
    if (layout < STEPS.length) this.#database.exec(`BEGIN IMMEDIATE; ${STEPS.slice(layout).join(' ')} PRAGMA user_version = ${STEPS.length}; COMMIT;`);
    if (this.synchronous() !== 2) throw new Error('The store does not write through to the disk.');
  }

  /** 2 is FULL: a commit returns only after the disk has it. */
  synchronous(): number {
    return this.#one<{ synchronous: number }>('PRAGMA synchronous')!.synchronous;
  }

  run(sql: string): void {
    this.#statement(sql).run();
  }

  abandon(): void {
    if (this.#database.isTransaction) this.#database.exec('ROLLBACK');
  }

  close(): void {
    this.#database.close();
  }

  createExercise(exercise: StoredExercise, events: StoredEvent[]): void {
    this.#change('INSERT INTO exercises (id, code, title, header, created_at, ended_at, practice, cohort, world) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)',
      exercise.id, exercise.code, exercise.title, exercise.header, exercise.createdAt, exercise.endedAt, exercise.practice ? 1 : 0, exercise.cohort, exercise.world);
    this.append(exercise.id, events);
  }

  createCohort(cohort: StoredCohort, worlds: StoredExercise[]): void {
    this.#change('INSERT INTO cohorts (id, code, title, scenario, created_at, closed) VALUES (?, ?, ?, ?, ?, ?)', cohort.id, cohort.code, cohort.title, cohort.scenario, cohort.createdAt, cohort.closed ? 1 : 0);
    for (const world of worlds) this.createExercise(world, []);
  }

  cohorts(): StoredCohort[] {
    return this.#all<CohortRow>('SELECT * FROM cohorts ORDER BY created_at').map(({ created_at, closed, ...cohort }) => ({ ...cohort, createdAt: created_at, closed: closed === 1 }));
  }

  setDoor(cohort: string, closed: boolean): void {
    this.#change('UPDATE cohorts SET closed = ? WHERE id = ?', closed ? 1 : 0, cohort);
  }

  exercises(): (StoredExercise & { turn: number })[] {
    return this.#all<ExerciseRow & { turn: number | null }>(
      'SELECT *, (SELECT max(turn) FROM events WHERE exercise = exercises.id) AS turn FROM exercises ORDER BY created_at',
    ).map((row) => ({ ...exerciseOf(row), turn: row.turn ?? 0 }));
  }

  exercise(id: string): StoredExercise | null {
    const row = this.#one<ExerciseRow>('SELECT * FROM exercises WHERE id = ?', id);
    return row ? exerciseOf(row) : null;
  }

  endExercise(id: string, at: number): void {
    this.#change('UPDATE exercises SET ended_at = ? WHERE id = ? AND ended_at IS NULL', at, id);
  }

  append(exercise: string, events: StoredEvent[]): void {
    const { last } = this.#one<{ last: number | null }>('SELECT max(seq) AS last FROM events WHERE exercise = ?', exercise)!;
    assertFollows(exercise, last ?? 0, events);
    for (const event of events) {
      this.#change('INSERT INTO events VALUES (?, ?, ?, ?)', exercise, event.seq, event.turn, event.line);
      if (event.texts !== null) this.#change('INSERT INTO texts VALUES (?, ?, ?)', exercise, event.seq, event.texts);
    }
  }

  events(exercise: string, turn?: number): StoredEvent[] {
    const sql = 'SELECT seq, turn, line, texts FROM events LEFT JOIN texts USING (exercise, seq) WHERE exercise = ?';
    if (turn === undefined) return this.#all<StoredEvent>(`${sql} ORDER BY seq`, exercise);
    return this.#all<StoredEvent>(`${sql} AND turn = ? ORDER BY seq`, exercise, turn);
  }

  deleteTexts(exercise: string, seqs: number[] | 'all'): void {
    if (seqs === 'all') this.#change('DELETE FROM texts WHERE exercise = ?', exercise);
    else for (const seq of seqs) this.#change('DELETE FROM texts WHERE exercise = ? AND seq = ?', exercise, seq);
  }

  addParticipant(participant: StoredParticipant): void {
    this.#change('INSERT INTO participants (exercise, id, name, role, token_hash, created_at, link) VALUES (?, ?, ?, ?, ?, ?, ?)', participant.exercise, participant.id, participant.name, participant.role,
      participant.tokenHash, participant.createdAt, participant.link);
  }

  participants(exercise: string): StoredParticipant[] {
    return this.#all<ParticipantRow>('SELECT * FROM participants WHERE exercise = ? ORDER BY created_at, id', exercise).map((row) => ({
      exercise: row.exercise, id: row.id, name: row.name, role: row.role, tokenHash: row.token_hash, createdAt: row.created_at, link: row.link,
    }));
  }

  setToken(exercise: string, id: string, tokenHash: string): void {
    this.#change('UPDATE participants SET token_hash = ? WHERE exercise = ? AND id = ?', tokenHash, exercise, id);
  }

  removeParticipant(exercise: string, id: string): void {
    this.#change('DELETE FROM participants WHERE exercise = ? AND id = ?', exercise, id);
  }

  addStaffLink(link: StoredStaffLink): void {
    this.#change('INSERT INTO staff_links VALUES (?, ?, ?, ?, ?, ?, ?)', link.id, link.exercise, link.role, link.sight, link.name, link.tokenHash, link.createdAt);
  }

  staffLinks(): StoredStaffLink[] {
    return this.#all<StaffLinkRow>('SELECT * FROM staff_links ORDER BY created_at, id').map((row) => ({
      id: row.id, exercise: row.exercise, role: row.role, sight: row.sight, name: row.name, tokenHash: row.token_hash, createdAt: row.created_at,
    }));
  }

  removeStaffLink(id: string): void {
    this.#change('DELETE FROM staff_links WHERE id = ?', id);
    this.#change('DELETE FROM participants WHERE link = ?', id);
  }

  rosters(): StoredRoster[] {
    return this.#all<{ cohort: string; version: number; entries: string }>('SELECT * FROM rosters').map((row) => ({ ...row, entries: JSON.parse(row.entries) as Expected[] }));
  }

  setRoster({ cohort, version, entries }: StoredRoster): void {
    this.#change('INSERT INTO rosters VALUES (?, ?, ?) ON CONFLICT (cohort) DO UPDATE SET version = excluded.version, entries = excluded.entries', cohort, version, JSON.stringify(entries));
  }

  addInstructor(instructor: StoredInstructor): void {
    this.#change('INSERT INTO instructors VALUES (?, ?, ?, ?)', instructor.id, instructor.kind, instructor.tokenHash, instructor.createdAt);
  }

  instructors(): StoredInstructor[] {
    return this.#all<InstructorRow>('SELECT * FROM instructors ORDER BY created_at').map((row) => ({
      id: row.id, kind: row.kind, tokenHash: row.token_hash, createdAt: row.created_at,
    }));
  }

  forgetLinks(): void {
    this.#change("DELETE FROM instructors WHERE kind = 'link'");
  }

  heartbeat(at: number): void {
    this.#change("INSERT INTO marks VALUES ('heartbeat', ?) ON CONFLICT (name) DO UPDATE SET value = excluded.value", at);
  }

  lastHeartbeat(): number | null {
    return this.#one<{ value: number }>("SELECT value FROM marks WHERE name = 'heartbeat'")?.value ?? null;
  }

  #statement(sql: string): StatementSync {
    let statement = this.#prepared.get(sql);
    if (!statement) this.#prepared.set(sql, (statement = this.#database.prepare(sql)));
    return statement;
  }

  #change(sql: string, ...values: (string | number | null)[]): void {
    this.#statement(sql).run(...values);
  }

  #one<T>(sql: string, ...values: (string | number)[]): T | undefined {
    return this.#statement(sql).get(...values) as T | undefined;
  }

  #all<T>(sql: string, ...values: (string | number)[]): T[] {
    return this.#statement(sql).all(...values) as T[];
  }
}
