// Step 10, second part: who carries how much of the common burden, and what partners think of it (model guide, section 4; ruling 39).
import { ceil, round } from '../../model/arithmetic.ts';
import type { State } from '../../model/state.ts';
import type { BySeat, SeatId } from '../../model/vocabulary.ts';
import { deployedCount } from '../packages.ts';
import { gain, loss } from '../trust.ts';
import type { StepDesk } from './desk.ts';

/** Packages that would be fair: ⌈fair·Y/Ȳ⌉, the mean over seats in play, fixed at the start. */
export function fairShare({ seatIds, scenario, parameters }: State, seat: SeatId): number {
  let total = 0;
  for (const one of seatIds) total += scenario.seats[one]!.income;
  return ceil(parameters.fair * scenario.seats[seat]!.income * seatIds.length, total);
}

/** Burden index 0-100: ⌊70·min(packages, fair)/fair⌉ + 30 for sharing a report this turn. */
export function burdenIndex(state: State): BySeat<number> {
  return Object.fromEntries(state.seatIds.map((seat) => {
    const fair = fairShare(state, seat);
    const shared = state.shares.some(({ from }) => from === seat);
    return [seat, round(70 * Math.min(deployedCount(state, seat), fair), fair) + (shared ? 30 : 0)];
  }));
}

/** Seats of a common organisation or of an instrument in force judge each other: all such circles. */
function circles(state: State): SeatId[][] {
  return [...Object.values(state.organisations).map(({ members }) => members), ...Object.values(state.instruments).filter(({ status }) => status === 'inForce').map(({ parties }) => parties)];
}

export function burden(desk: StepDesk): void {
  const { state } = desk;
  if (!Object.values(state.crises).some(({ open }) => open)) return;
  const index = burdenIndex(state);
  const { burdenGap, burdenCredit } = state.parameters;
  const joint = circles(state);
  for (const judge of state.seatIds) {
    const bound = new Set(joint.filter((circle) => circle.includes(judge)).flat());
    for (const judged of state.seatIds) {
      if (judge === judged || !bound.has(judged)) continue;
      const gap = index[judge]! - index[judged]!;
      if (gap >= 30) loss(desk, judge, judged, round(burdenGap * gap, 100), { name: 'burdenGap' });
      else if (index[judged]! >= 50) gain(desk, judge, judged, burdenCredit, { name: 'burdenCarried' });
    }
  }
}
