// The embedded store: SQLite in a thread of its own, so that waiting for the disk never stops the server.
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { Call, Reply } from './sqlite-worker.ts';
import type { Operation, Store } from './store.ts';

interface Waiting {
  keep(value: unknown): void;
  fail(error: Error): void;
}

/** Thrown when the data folder cannot be used; the message is for the person who started the server. */
export class StoreUnusable extends Error {}

class SqliteStore implements Store {
  readonly #worker: Worker;
  readonly #waiting = new Map<number, Waiting>();
  #next = 1;
  #stopped: Error | null = null;

  constructor(worker: Worker) {
    this.#worker = worker;
    worker.on('message', (replies: Reply[]) => {
      for (const reply of replies) {
        const waiting = this.#waiting.get(reply.id);
        this.#waiting.delete(reply.id);
        if ('error' in reply) waiting?.fail(new Error(reply.error));
        else waiting?.keep(reply.value);
      }
    });
    worker.on('error', (error) => this.#stop(error instanceof Error ? error : new Error(String(error))));
    worker.on('exit', () => this.#stop(new Error('The store is closed.')));
  }

  createExercise: Store['createExercise'] = (...args) => this.#call('createExercise', args);
  createCohort: Store['createCohort'] = (...args) => this.#call('createCohort', args);
  cohorts: Store['cohorts'] = () => this.#call('cohorts', []);
  setDoor: Store['setDoor'] = (...args) => this.#call('setDoor', args);
  exercises: Store['exercises'] = () => this.#call('exercises', []);
  exercise: Store['exercise'] = (...args) => this.#call('exercise', args);
  endExercise: Store['endExercise'] = (...args) => this.#call('endExercise', args);
  append: Store['append'] = (...args) => this.#call('append', args);
  events: Store['events'] = (...args) => this.#call('events', args);
  deleteTexts: Store['deleteTexts'] = (...args) => this.#call('deleteTexts', args);
  addParticipant: Store['addParticipant'] = (...args) => this.#call('addParticipant', args);
  participants: Store['participants'] = (...args) => this.#call('participants', args);
  setToken: Store['setToken'] = (...args) => this.#call('setToken', args);
  removeParticipant: Store['removeParticipant'] = (...args) => this.#call('removeParticipant', args);
  addStaffLink: Store['addStaffLink'] = (...args) => this.#call('addStaffLink', args);
  staffLinks: Store['staffLinks'] = () => this.#call('staffLinks', []);
  removeStaffLink: Store['removeStaffLink'] = (...args) => this.#call('removeStaffLink', args);
  rosters: Store['rosters'] = () => this.#call('rosters', []);
  setRoster: Store['setRoster'] = (...args) => this.#call('setRoster', args);
  addInstructor: Store['addInstructor'] = (...args) => this.#call('addInstructor', args);
  instructors: Store['instructors'] = () => this.#call('instructors', []);
  forgetLinks: Store['forgetLinks'] = () => this.#call('forgetLinks', []);
  heartbeat: Store['heartbeat'] = (...args) => this.#call('heartbeat', args);
  lastHeartbeat: Store['lastHeartbeat'] = () => this.#call('lastHeartbeat', []);
  close: Store['close'] = () => this.#call('close', []);

  #call<T>(operation: Operation | 'close', args: unknown[]): Promise<T> {
    if (this.#stopped) return Promise.reject(this.#stopped);
    const id = this.#next++;
    this.#worker.postMessage({ id, operation, args } satisfies Call);
    return new Promise((keep, fail) => this.#waiting.set(id, { keep: keep as (value: unknown) => void, fail }));
  }

  #stop(error: Error) {
    this.#stopped ??= error;
    for (const waiting of this.#waiting.values()) waiting.fail(this.#stopped);
    this.#waiting.clear();
  }
}

/** Opens or creates the store in a folder. Rejects with StoreUnusable, whose message says what to do. */
export async function openSqliteStore(folder: string): Promise<Store> {
  try {
    // What people wrote is in it: for the user who runs the server alone.
    mkdirSync(folder, { recursive: true, mode: 0o700 });
  } catch (error) {
    throw new StoreUnusable(unusable(folder, error as NodeJS.ErrnoException));
  }
  const worker = new Worker(new URL('./sqlite-worker.ts', import.meta.url), { workerData: { file: join(folder, 'entente.sqlite') } });
  await new Promise<void>((ready, fail) => {
    const refused = (error: unknown) => fail(new StoreUnusable(unusable(folder, error as NodeJS.ErrnoException)));
    worker.once('error', refused);
    worker.once('message', () => {
      worker.off('error', refused);
      ready();
    });
  });
  return new SqliteStore(worker);
}

function unusable(folder: string, error: NodeJS.ErrnoException): string {
  if (/locked|busy/i.test(error.message)) return `Another Entente server is using the data folder ${folder}. Stop it, or give this one a folder of its own with --data.`;
  return `The data folder ${folder} cannot be written (${error.message}). Choose another one with --data, or mend its permissions.`;
}
