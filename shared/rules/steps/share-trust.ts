// Trust for reports passed on this turn, and what comes of those that should not have been (model guide, section 3, action 24; rulings 17 and 71).
import type { SeatId } from '../../model/vocabulary.ts';
import { gain, loss } from '../trust.ts';
import type { StepDesk } from './desk.ts';

/** Highest chance in percent that an illicit share is discovered. */
const DISCOVERY_MAX = 95;

export function shareTrust(desk: StepDesk): void {
  const { shares, scenario } = desk.state;
  const thanked = new Set<string>();
  for (const { from, to } of shares) {
    for (const seat of to) {
      if (thanked.has(`${seat}>${from}`)) continue;
      thanked.add(`${seat}>${from}`);
      gain(desk, seat, from, scenario.parameters.shareTrust, { name: 'reportReceived', cause: 'SHARE' });
    }
  }
  for (const { from, event, originator, illicit } of shares) {
    if (illicit.length === 0) continue;
    const chance = Math.min(DISCOVERY_MAX, 25 + 10 * illicit.length) * 100;
    if (!desk.succeeds(`illicit/${from}/${event}`, chance)) continue;
    const injured: SeatId[] = originator !== 'control' && originator !== from ? [originator] : illicitWitnesses(desk, from, illicit);
    for (const seat of injured) {
      loss(desk, seat, from, 15, { name: 'illicitShare', cause: 'SHARE' });
      desk.emit({ type: 'illicitShareDiscovered', data: { from, originator }, audience: [seat, from] });
    }
  }
}

/** When a ministry passes on its own report against the rules, those it was releasable to are the injured ones (ruling 71). */
function illicitWitnesses(desk: StepDesk, from: SeatId, illicit: readonly SeatId[]): SeatId[] {
  const share = desk.state.shares.find((one) => one.from === from && one.illicit === illicit);
  return (share?.to ?? []).filter((seat) => !illicit.includes(seat));
}
