// Step 11: political capital grows with opinion, readiness decays, liaison officers do their quiet work (model guide, section 2; ruling 19).
import { path } from '../../model/fields.ts';
import { pairOf } from '../../model/vocabulary.ts';
import { deployedCount } from '../packages.ts';
import { mutualGain } from '../trust.ts';
import type { StepDesk } from './desk.ts';
import { pairsOf } from './pairs.ts';

/** Packages abroad from which readiness wears faster. */
const STRETCHED = 4;

export function decay(desk: StepDesk): void {
  const { state } = desk;
  for (const seat of state.seatIds) {
    const ministry = state.seats[seat]!;
    desk.add(path.seat(seat, 'politicalCapital'), ministry.publicOpinion >= 50 ? 3 : 1, { name: 'opinion', sees: [seat] });
    desk.add(path.seat(seat, 'readiness'), -state.parameters.readinessDecay, { name: 'decay', sees: [seat] });
    if (deployedCount(state, seat) >= STRETCHED) desk.add(path.seat(seat, 'readiness'), -1, { name: 'stretched', sees: [seat] });
  }
  for (const [a, b] of pairsOf(state.seatIds)) {
    if (!state.pairs[pairOf(a, b)]!.channels.includes('liaison')) continue;
    desk.add(path.interoperability(a, b), 1, { name: 'liaison' });
    mutualGain(desk, a, b, 1, { name: 'liaison' });
  }
}
