// What the server keeps, behind one interface: exercises, their events, the texts people wrote, and who may come back in.
import type { Expected } from '../../shared/model/roster.ts';
import type { Role, Sight, StaffRole } from '../../shared/model/roles.ts';

/** An exercise as it is listed. The header is the first line of its record. */
export interface StoredExercise {
  id: string;
  /** Join code; unique among exercises that have not ended. */
  code: string;
  title: string;
  header: string;
  createdAt: number;
  /** Milliseconds since the epoch; null while it has not ended. */
  endedAt: number | null;
  /** Somebody practises alone: not listed for the instructor. */
  practice: boolean;
  /** The cohort it is a world of; null for a practice. */
  cohort: string | null;
  /** Its place among the worlds of the cohort, from 0. */
  world: number;
}

/** The people and the worlds of one set-up: exercises of one scenario that run side by side. */
export interface StoredCohort {
  id: string;
  /** Join code of the whole; that of its exercise where there is one world. Unique among those with a world that has not ended. */
  code: string;
  title: string;
  /** Id of the scenario. */
  scenario: string;
  createdAt: number;
  /** Its door is closed to newcomers. */
  closed: boolean;
}

/** One event, sealed: `line` is its text in the record, `texts` what people wrote, kept apart so that it can be deleted. */
export interface StoredEvent {
  seq: number;
  turn: number;
  line: string;
  texts: string | null;
}

/** A person in an exercise. Only the hash of the token is kept. */
export interface StoredParticipant {
  exercise: string;
  /** Opaque: the only thing events know of a person. */
  id: string;
  name: string;
  role: Role;
  tokenHash: string;
  createdAt: number;
  /** The staff link they came by; null: with the code, or as the instructor. */
  link: string | null;
}

/** A link by which staff come into an exercise. Only the hash of its token is kept. */
export interface StoredStaffLink {
  id: string;
  exercise: string;
  role: StaffRole;
  /** Of observers. */
  sight: Sight | null;
  /** Whom it was made for. */
  name: string;
  tokenHash: string;
  createdAt: number;
}

/** Who is expected in a cohort; `version` counts the changes. */
export interface StoredRoster {
  cohort: string;
  version: number;
  entries: Expected[];
}

/** What opens the instructor's pages: the link printed at the start, or the session a browser exchanged it for. */
export interface StoredInstructor {
  id: string;
  kind: 'link' | 'session';
  tokenHash: string;
  createdAt: number;
}

/**
 * Every call is asynchronous and is carried out in the order of the calls. A promise of a change is kept only once the
 * change is durable. `append` refuses (rejects) events that do not follow the last one stored: the key (exercise, seq)
 * keeps two writers apart, and a failed append makes every later one of the same exercise fail until it starts again.
 */
export interface Store {
  createExercise(exercise: StoredExercise, events: StoredEvent[]): Promise<void>;
  /** A cohort with all its worlds, or nothing of it. */
  createCohort(cohort: StoredCohort, worlds: StoredExercise[]): Promise<void>;
  cohorts(): Promise<StoredCohort[]>;
  setDoor(cohort: string, closed: boolean): Promise<void>;
  exercises(): Promise<(StoredExercise & { turn: number })[]>;
  exercise(id: string): Promise<StoredExercise | null>;
  endExercise(id: string, at: number): Promise<void>;
  append(exercise: string, events: StoredEvent[]): Promise<void>;
  /** All events, or those of one turn, in order. */
  events(exercise: string, turn?: number): Promise<StoredEvent[]>;
  /** Deletes what people wrote: all of it, or that of some events. */
  deleteTexts(exercise: string, seqs: number[] | 'all'): Promise<void>;
  addParticipant(participant: StoredParticipant): Promise<void>;
  participants(exercise: string): Promise<StoredParticipant[]>;
  /** Another token opens the session of this person from now on. */
  setToken(exercise: string, id: string, tokenHash: string): Promise<void>;
  /** Replaces a person's name and token by nothing; the opaque id stays in the record. */
  removeParticipant(exercise: string, id: string): Promise<void>;
  addStaffLink(link: StoredStaffLink): Promise<void>;
  staffLinks(): Promise<StoredStaffLink[]>;
  /** Takes a link back, and removes everybody who came by it. */
  removeStaffLink(id: string): Promise<void>;
  rosters(): Promise<StoredRoster[]>;
  setRoster(roster: StoredRoster): Promise<void>;
  addInstructor(instructor: StoredInstructor): Promise<void>;
  instructors(): Promise<StoredInstructor[]>;
  /** Links of earlier starts no longer open anything. */
  forgetLinks(): Promise<void>;
  /** When the server last said that it was running. */
  heartbeat(at: number): Promise<void>;
  lastHeartbeat(): Promise<number | null>;
  close(): Promise<void>;
}

/** The operations of a store, as they travel to another thread. */
export type Operation = Exclude<keyof Store, 'close'>;

/** Throws unless `events` follow `last` one by one. */
export function assertFollows(exercise: string, last: number, events: readonly StoredEvent[]): void {
  events.forEach((event, index) => {
    if (event.seq !== last + 1 + index) throw new Error(`Exercise ${exercise}: event ${event.seq} does not follow ${last + index}.`);
  });
}
