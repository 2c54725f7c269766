// The worlds of a cohort as the page speaks of them: their letters, who is awaited in them, and which a command fits.
import type { ControlCommand } from '../../shared/model/commands.ts';
import type { Status } from '../../shared/model/vocabulary.ts';
import type { WorldSummary } from '../../shared/view/world-summary.ts';
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

/** In which standing of a world a command makes sense: to the others it is not sent. */
const FITS = {
  startExercise: ['lobby'], pause: ['running'], resume: ['paused'],
  extendPhase: ['running', 'paused'], advancePhase: ['running', 'paused'], endExercise: ['running', 'paused'],
} as const satisfies Partial<Record<ControlCommand['type'], readonly Status[]>>;
export type CourseCommand = Extract<ControlCommand, { type: keyof typeof FITS }>;

export function fitting(worlds: readonly World[], type: CourseCommand['type']): World[] {
  const fits: readonly Status[] = FITS[type];
  return worlds.filter(({ summary }) => fits.includes(summary.clock.status));
}
