// Which seats own land next to a region (ruling 30). The scenario carries the adjacency of its map.
import type { State } from '../../model/state.ts';
import type { RegionId, SeatId } from '../../model/vocabulary.ts';

export function neighboursOf(state: State, region: RegionId): SeatId[] {
  const near = new Set([region, ...(state.scenario.adjacency[region] ?? [])]);
  return state.seatIds.filter((seat) => near.has(state.scenario.seats[seat]!.region));
}
