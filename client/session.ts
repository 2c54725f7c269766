// What this browser remembers: who one is in each exercise, and the instructor's token.
import type { Session } from '../shared/wire/messages.ts';

const SESSION = 'entente.session.';
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

export function sessionOf(exercise: string): Session | null {
  const text = read(SESSION + exercise);
  if (text === null) return null;
  try {
    return JSON.parse(text) as Session;
  } catch {
    write(SESSION + exercise, null);
    return null;
  }
}

export function keepSession(session: Session): void {
  write(SESSION + session.exercise, JSON.stringify(session));
}

export function forgetSession(exercise: string): void {
  write(SESSION + exercise, null);
}

export function instructorToken(): string | null {
  return read(INSTRUCTOR);
}

export function keepInstructorToken(token: string | null): void {
  write(INSTRUCTOR, token);
}
