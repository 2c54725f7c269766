// The worlds of a cohort as the page speaks of them: their letters, who is awaited in them, and which a command fits.
import type { ControlCommand } from '../../shared/model/commands.ts';
import type { WorldClock, WorldSummary } from '../../shared/view/world-summary.ts';
import type { CohortSlice, WorldPeople } from '../../shared/wire/documents.ts';
import type { CohortCard } from '../../shared/wire/messages.ts';

export interface World {
  exercise: string;
  letter: string;
  /** Its own code: that of its wall. */
  code: string;
  summary: WorldSummary;
  people: WorldPeople;
}

/** A, B, C. */
export const letterOf = (world: number): string => String.fromCodePoint('A'.codePointAt(0)! + world);

/** In order; those of which the room has told. */
export function worldsOf(card: Pick<CohortCard, 'worlds'>, slice: CohortSlice): World[] {
  return card.worlds.flatMap(({ id, code, world }) => {
    const [summary, people] = [slice.worlds[id], slice.people[id]];
    return summary && people ? [{ exercise: id, letter: letterOf(world), code, summary, people }] : [];
  });
}

/** Seats with people, and those of them that are not ready. */
export function readiness({ seats }: WorldSummary): { seats: number; ready: number; missing: WorldSummary['seats'] } {
  const manned = seats.filter(({ people }) => people > 0);
  const missing = manned.filter(({ ready }) => !ready);
  return { seats: manned.length, ready: manned.length - missing.length, missing };
}

const underWay = ({ status }: WorldClock): boolean => status === 'running' || status === 'paused';

/** When a command makes sense in a world: to the others it is not sent. */
const FITS = {
  startExercise: ({ status }) => status === 'lobby',
  pause: ({ status }) => status === 'running',
  callBreak: ({ status }) => status === 'running',
  resume: ({ status }) => status === 'paused',
  // In a break the break is what is longer; a course goes by dates.
  extendPhase: (clock) => underWay(clock) && clock.breakUntil === null && clock.mode === 'class',
  advancePhase: underWay,
  endExercise: underWay,
} satisfies Partial<Record<ControlCommand['type'], (clock: WorldClock) => boolean>>;
export type CourseCommand = Extract<ControlCommand, { type: keyof typeof FITS }>;

export function fitting(worlds: readonly World[], type: CourseCommand['type']): World[] {
  return worlds.filter(({ summary }) => FITS[type](summary.clock));
}
