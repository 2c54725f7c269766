// The store: what it promises to keep, in memory and on disk alike, and what it says when it cannot.
import { chmodSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterEach, describe, expect, test } from 'vitest';
import { MemoryStore } from '../../server/store/memory.ts';
import { StoreUnusable, openSqliteStore } from '../../server/store/sqlite.ts';
import { SqliteTables } from '../../server/store/sqlite-tables.ts';
import type { Store, StoredEvent, StoredExercise } from '../../server/store/store.ts';

const folders: string[] = [];
const folder = () => {
  folders.push(mkdtempSync(join(tmpdir(), 'entente-store-')));
  return folders.at(-1)!;
};
afterEach(() => {
  for (const used of folders.splice(0)) rmSync(used, { recursive: true, force: true });
});

const exercise = (id: string, code: string): StoredExercise => ({ id, code, title: 'Class', header: '{}', createdAt: 1, endedAt: null, practice: false, cohort: null, world: 0 });
const event = (seq: number, turn = 0, texts: string | null = null): StoredEvent => ({ seq, turn, line: `{"seq":${seq}}`, texts });

const KINDS: [string, () => Promise<Store>][] = [
  ['memory', async () => new MemoryStore()],
  ['SQLite', () => openSqliteStore(folder())],
];

describe.each(KINDS)('the %s store', (_, open) => {
  test('keeps events in order and refuses gaps and repetitions', async () => {
    const store = await open();
    await store.createExercise(exercise('one', 'AAAAAA'), [event(1)]);
    await store.append('one', [event(2), event(3, 1)]);
    await expect(store.append('one', [event(3)])).rejects.toThrow(/does not follow/);
    await expect(store.append('one', [event(5)])).rejects.toThrow(/does not follow/);
    expect((await store.events('one')).map(({ seq }) => seq)).toEqual([1, 2, 3]);
    expect((await store.events('one', 1)).map(({ seq }) => seq)).toEqual([3]);
    expect((await store.exercises()).map(({ id, turn }) => [id, turn])).toEqual([['one', 1]]);
    await store.close();
  });

  test('fails every append behind a failed one, in the same turn of the event loop too', async () => {
    const store = await open();
    await store.createExercise(exercise('one', 'AAAAAA'), [event(1)]);
    const results = await Promise.allSettled([store.append('one', [event(2)]), store.append('one', [event(9)]), store.append('one', [event(10)])]);
    expect(results.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'rejected']);
    expect((await store.events('one')).map(({ seq }) => seq)).toEqual([1, 2]);
    await store.close();
  });

  test('deletes what people wrote and leaves the line as it was', async () => {
    const store = await open();
    await store.createExercise(exercise('one', 'AAAAAA'), [event(1, 0, '{"text":"meet me"}'), event(2, 0, '{"text":"no"}')]);
    await store.deleteTexts('one', [1]);
    expect((await store.events('one')).map(({ line, texts }) => [line, texts])).toEqual([['{"seq":1}', null], ['{"seq":2}', '{"text":"no"}']]);
    await store.deleteTexts('one', 'all');
    expect((await store.events('one')).every(({ texts }) => texts === null)).toBe(true);
    await store.close();
  });

  test('frees a join code when the exercise has ended, and not before', async () => {
    const store = await open();
    await store.createExercise(exercise('one', 'AAAAAA'), []);
    await expect(store.createExercise(exercise('two', 'AAAAAA'), [])).rejects.toThrow();
    await store.endExercise('one', 5);
    await store.createExercise(exercise('two', 'AAAAAA'), []);
    expect((await store.exercise('one'))?.endedAt).toBe(5);
    await store.close();
  });

  test('keeps a cohort with all its worlds, or nothing of it', async () => {
    const store = await open();
    const cohort = { id: 'class', code: 'CCCCCC', title: 'Class', scenario: 'duel', createdAt: 1, closed: false };
    const worlds = [{ ...exercise('one', 'AAAAAA'), cohort: 'class' }, { ...exercise('two', 'BBBBBB'), cohort: 'class', world: 1 }];
    await store.createCohort(cohort, worlds);
    expect(await store.cohorts()).toEqual([cohort]);
    expect((await store.exercises()).map(({ id, cohort: of, world }) => [id, of, world])).toEqual([['one', 'class', 0], ['two', 'class', 1]]);
    await expect(store.createCohort({ ...cohort, id: 'again' }, [{ ...exercise('three', 'AAAAAA'), cohort: 'again' }])).rejects.toThrow();
    expect((await store.cohorts()).map(({ id }) => id)).toEqual(['class']);
    await store.setDoor('class', true);
    expect(await store.cohorts()).toEqual([{ ...cohort, closed: true }]);
    await store.close();
  });

  test('knows people by the hash of their token and forgets them wholly', async () => {
    const store = await open();
    await store.createExercise(exercise('one', 'AAAAAA'), []);
    await store.addParticipant({ exercise: 'one', id: 'p1', name: 'First delegate', role: 'participant', tokenHash: 'h', createdAt: 1, link: null });
    expect((await store.participants('one'))[0]?.name).toBe('First delegate');
    await store.setToken('one', 'p1', 'another');
    expect((await store.participants('one'))[0]?.tokenHash).toBe('another');
    await store.removeParticipant('one', 'p1');
    expect(await store.participants('one')).toEqual([]);
    await store.close();
  });
});

describe('the SQLite store', () => {
  test('has everything again after it was closed and opened', async () => {
    const at = folder();
    const store = await openSqliteStore(at);
    await store.createExercise(exercise('one', 'AAAAAA'), [event(1, 0, '{"text":"kept"}')]);
    await store.heartbeat(77);
    await store.close();
    const again = await openSqliteStore(at);
    expect(await again.events('one')).toEqual([event(1, 0, '{"text":"kept"}')]);
    expect(await again.lastHeartbeat()).toBe(77);
    await again.close();
  });

  test('takes a data folder of the first layout along: each exercise becomes a cohort of one world, practices stay by themselves', async () => {
    const at = folder();
    const old = new DatabaseSync(join(at, 'entente.sqlite'));
    old.exec(readFileSync(join(import.meta.dirname, '..', 'fixtures', 'layout-1.sql'), 'utf8'));
    old.close();
    const store = await openSqliteStore(at);
    expect((await store.cohorts()).map(({ code, title, scenario, closed }) => ({ code, title, scenario, closed }))).toEqual([{ code: 'KRS7Q2', title: 'Monday class', scenario: 'duel', closed: false }, { code: 'TTT222', title: 'Last year', scenario: 'duel', closed: false }]);
    const exercises = await store.exercises();
    expect(exercises.map(({ id, cohort, world, practice, turn }) => ({ id, cohort, world, practice, turn }))).toEqual([
      { id: 'first', cohort: 'first', world: 0, practice: false, turn: 1 }, { id: 'ended', cohort: 'ended', world: 0, practice: false, turn: 0 }, { id: 'alone', cohort: null, world: 0, practice: true, turn: 0 },
    ]);
    expect(await store.events('first')).toEqual([event(1), event(2, 1, '{"text":"kept"}')]);
    expect((await store.participants('first')).map(({ name }) => name)).toEqual(['First delegate']);
    await store.createExercise(exercise('new', 'NEW222'), [event(1)]);
    await store.close();
    // Once migrated it opens as it is.
    const again = await openSqliteStore(at);
    expect((await again.cohorts()).length).toBe(2);
    await again.close();
  });

  test('says so when the folder is of a newer version', async () => {
    const at = folder();
    const database = new DatabaseSync(join(at, 'entente.sqlite'));
    database.exec('PRAGMA user_version = 99');
    database.close();
    await expect(openSqliteStore(at)).rejects.toThrow(/newer version/);
  });

  test('writes through to the disk at every commit', () => {
    const tables = new SqliteTables(join(folder(), 'entente.sqlite'));
    expect(tables.synchronous()).toBe(2);
    tables.close();
  });

  test('says in a plain sentence that another server uses the folder', async () => {
    const at = folder();
    const store = await openSqliteStore(at);
    await store.heartbeat(1);
    await expect(openSqliteStore(at)).rejects.toThrow(/Another Entente server is using/);
    await store.close();
  });

  test.each([
    ['a file stands in its place', (at: string) => writeFileSync(join(at, 'data'), '')],
    ['the database is no database', (at: string) => writeFileSync(join(at, 'entente.sqlite'), 'x'.repeat(5000))],
  ])('says what to do when the folder cannot be used: %s', async (_, spoil) => {
    const at = folder();
    spoil(at);
    const where = _.startsWith('a file') ? join(at, 'data') : at;
    const failure = await openSqliteStore(where).then(() => null, (error: unknown) => error);
    expect(failure).toBeInstanceOf(StoreUnusable);
    expect((failure as Error).message).toContain('--data');
  });

  test.skipIf(process.getuid?.() === 0)('says what to do when the folder is read-only', async () => {
    const at = folder();
    chmodSync(at, 0o500);
    await expect(openSqliteStore(at)).rejects.toBeInstanceOf(StoreUnusable);
  });
});
