// When a conditional clause binds: a closed list of public circumstances, tested at each Briefing and when a text enters into force.
import type { CrisisId, SeatId } from '../../model/vocabulary.ts';

/** Stands for any open crisis. */
export const ANY = 'any';

export type Circumstance = { of: 'severity' | 'rung'; crisis: CrisisId; at: number } | { of: 'open'; crisis: CrisisId } | { of: 'struck'; seat: SeatId };

/** Reads `severity/C1/60` and its like; the field of the parameter has checked the form. */
export function circumstanceOf(text: string): Circumstance {
  const [of, subject = '', at] = text.split('/');
  if (of === 'severity' || of === 'rung') return { of, crisis: subject, at: Number(at) };
  return of === 'open' ? { of, crisis: subject } : { of: 'struck', seat: subject };
}
