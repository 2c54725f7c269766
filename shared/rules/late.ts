// Who is late: seats that people sit in and whose orders of this turn are missing while orders are written.
import type { State } from '../model/state.ts';
import type { MissingOrders, SeatId } from '../model/vocabulary.ts';
import { sheetWithConsents } from './consent.ts';
import { isCourse } from './schedule.ts';
import { isUnderWay } from './under-way.ts';

/** How long the lock waits for missing orders where the settings do not say, in seconds. */
export const USUAL_GRACE = { class: 120, course: 12 * 3600 } as const;

/** Nobody is late who has an order on the sheet (a joint act that was agreed to is one) or has said that all is done: that is how one orders nothing. */
export function lateSeats(state: State): SeatId[] {
  if (state.phase !== 'orders' || !isUnderWay(state)) return [];
  const seated = new Set(Object.values(state.seating));
  return state.seatIds.filter((seat) => seated.has(seat) && !state.ready.includes(seat) && sheetWithConsents(state, seat).length === 0);
}

export const policyOf = ({ settings }: Pick<State, 'settings'>): MissingOrders => settings.missingOrders ?? 'pause';

/** In milliseconds. */
export const graceOf = (state: Pick<State, 'settings' | 'practice'>): number => 1000 * (state.settings.grace ?? USUAL_GRACE[isCourse(state) ? 'course' : 'class']);
