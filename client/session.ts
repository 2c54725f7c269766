// What this browser remembers: who one is in each exercise, and the instructor's token.
import type { Session } from '../shared/wire/messages.ts';

const SESSION = 'entente.session.';
/** The projector of a room is an observer of its own, whoever else uses this browser. */
const WALL = 'entente.wall.';
const INSTRUCTOR = 'entente.instructor';

/** Storage may be switched off; the page then works until it is closed. */
const memory = new Map<string, string>();

function read(key: string): string | null {
  try {
    return localStorage.getItem(key) ?? memory.get(key) ?? null;
  } catch {
    return memory.get(key) ?? null;
  }
}

function write(key: string, value: string | null): void {
  if (value === null) memory.delete(key);
  else memory.set(key, value);
  try {
    if (value === null) localStorage.removeItem(key);
    else localStorage.setItem(key, value);
  } catch {
    // Kept in memory above.
  }
}

function readSession(key: string): Session | null {
  const text = read(key);
  if (text === null) return null;
  try {
    return JSON.parse(text) as Session;
  } catch {
    write(key, null);
    return null;
  }
}

export const sessionOf = (exercise: string): Session | null => readSession(SESSION + exercise);
export const wallSessionOf = (exercise: string): Session | null => readSession(WALL + exercise);

export function keepSession(session: Session): void {
  write(SESSION + session.exercise, JSON.stringify(session));
}

export function keepWallSession(session: Session): void {
  write(WALL + session.exercise, JSON.stringify(session));
}

export function forgetSession(exercise: string): void {
  write(SESSION + exercise, null);
}

export function instructorToken(): string | null {
  return read(INSTRUCTOR);
}

/** Of a co-instructor: what opens the board of the worlds they run. */
const COHORT = 'entente.cohort.';
export const cohortToken = (cohort: string): string | null => instructorToken() ?? read(COHORT + cohort);
export const keepCohortToken = (cohort: string, token: string): void => write(COHORT + cohort, token);

export function keepInstructorToken(token: string | null): void {
  write(INSTRUCTOR, token);
}

/** Injects that were before somebody's eyes here. */
const OPENED = 'entente.opened.';

export function openedInjects(exercise: string): string[] {
  try {
    return JSON.parse(read(OPENED + exercise) ?? '[]') as string[];
  } catch {
    return [];
  }
}

export const keepOpened = (exercise: string, injects: readonly string[]): void => write(OPENED + exercise, JSON.stringify(injects));

const WELCOMED = 'entente.welcomed.';
export const wasWelcomed = (exercise: string, seat: string): boolean => read(`${WELCOMED}${exercise}.${seat}`) !== null;
export const markWelcomed = (exercise: string, seat: string): void => write(`${WELCOMED}${exercise}.${seat}`, 'yes');

/** How far messages were read, per thread: the time of the newest one seen. */
const READ = 'entente.read.';

export function readMarks(exercise: string): Record<string, number> {
  try {
    return JSON.parse(read(READ + exercise) ?? '{}') as Record<string, number>;
  } catch {
    return {};
  }
}

export const keepReadMarks = (exercise: string, marks: Record<string, number>): void => write(READ + exercise, JSON.stringify(marks));

/** Whether briefs are read as the minister does, in five lines, or whole as the staff does. */
const BRIEF = 'entente.brief';
export type BriefLength = 'senior' | 'staff';
export const briefLength = (): BriefLength => (read(BRIEF) === 'staff' ? 'staff' : 'senior');
export const keepBriefLength = (length: BriefLength): void => write(BRIEF, length);
