// When a person of a course is reminded: a phase ends within a day, and the seat has not done what it is awaited for.
import type { SeatId } from '../../shared/model/vocabulary.ts';
import type { PublicView, SeatView } from '../../shared/view/view.ts';

const HOUR = 3_600_000;

/** Nearest first: from when on a reminder is in earnest. */
const LEVELS = [['now', HOUR / 2], ['soon', 3 * HOUR], ['today', 24 * HOUR]] as const;
export type Urgency = (typeof LEVELS)[number][0];

export interface Reminder {
  urgency: Urgency;
  at: number;
  /** Orders are due, and the sheet is empty. */
  empty: boolean;
}

/** Null: there is nothing to remind this seat of. `orders`: how many stand on its sheet as this page shows it. */
export function reminderFor({ exercise, seats }: Pick<PublicView, 'exercise' | 'seats'>, seat: SeatId, orders: SeatView['sheet']['orders']['length'], now: number): Reminder | null {
  const { mode, status, deadline, phase, awaited } = exercise;
  if (mode !== 'course' || status !== 'running' || deadline === null || awaited !== null || seats[seat]?.ready) return null;
  const urgency = LEVELS.find(([, within]) => deadline - now <= within)?.[0];
  return urgency === undefined || deadline <= now ? null : { urgency, at: deadline, empty: phase === 'orders' && orders === 0 };
}
