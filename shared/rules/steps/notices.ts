// Was an activity announced in time (ruling 27)?
import type { State } from '../../model/state.ts';
import type { RegionId, SeatId } from '../../model/vocabulary.ts';

/** A notice of any party for this turn, made before this turn, or one that a NOTIFY clause of the scenario seeded. */
export function wasNotified(state: State, parties: readonly SeatId[], activity: string, region: RegionId): boolean {
  return state.notices.some((notice) => parties.includes(notice.by) && notice.activity === activity && notice.region === region && notice.turn === state.turn && notice.madeTurn < state.turn);
}
