// Trust for reports passed on this turn, and what comes of those that should not have been (model guide, section 3, action 24; rulings 17 and 71).
import type { SeatId } from '../../model/vocabulary.ts';
import { discover } from '../intelligence/sweeps.ts';
import { gain } from '../trust.ts';
import type { StepDesk } from './desk.ts';

/** Highest chance in percent that an illicit share is discovered. */
const DISCOVERY_MAX = 95;

export function shareTrust(desk: StepDesk): void {
  const { shares, illicitShares, parameters } = desk.state;
  const thanked = new Set<string>();
  for (const { from, to } of shares) {
    for (const seat of to) {
      if (thanked.has(`${seat}>${from}`)) continue;
      thanked.add(`${seat}>${from}`);
      gain(desk, seat, from, parameters.shareTrust, { name: 'reportReceived', cause: 'SHARE' });
    }
  }
  for (const { id, from, to: illicit, event, originator, turn, discovered } of illicitShares) {
    if (turn !== desk.state.turn || discovered) continue;
    const chance = Math.min(DISCOVERY_MAX, 25 + 10 * illicit.length) * 100;
    if (!desk.succeeds(`illicit/${from}/${event}`, chance)) continue;
    const injured: SeatId[] = originator !== 'control' && originator !== from ? [originator] : illicitWitnesses(desk, from, event, illicit);
    discover(desk, id, from, originator, injured);
  }
}

/** When a ministry passes on its own report against the rules, those it was releasable to are the injured ones (ruling 71). */
function illicitWitnesses(desk: StepDesk, from: SeatId, event: string, illicit: readonly SeatId[]): SeatId[] {
  const share = desk.state.shares.find((one) => one.from === from && one.event === event);
  return (share?.to ?? []).filter((seat) => !illicit.includes(seat));
}
