// Counter-intelligence: what a sweep guards in its turn and what it brings to light (model guide, section 3, action 29; ruling 74).
import { clamp, round } from '../../model/arithmetic.ts';
import { path } from '../../model/fields.ts';
import type { State } from '../../model/state.ts';
import type { SeatId } from '../../model/vocabulary.ts';
import type { StepDesk } from '../steps/desk.ts';
import { loss } from '../trust.ts';
import { expose } from './deception.ts';

/** Security that a sweep adds for the rest of the intelligence steps of its turn. */
const GUARD = 10;
/** Trust lost in whoever passed a report on against the rules. */
export const ILLICIT_TRUST_LOST = 15;

/** Security as it counts against leaks: higher in the turn of a sweep. */
export function guarded(state: State, seat: SeatId): number {
  const swept = state.deeds.some(({ type, data }) => type === 'sweepDone' && (data as { seat: SeatId }).seat === seat);
  return state.seats[seat]!.security + (swept ? GUARD : 0);
}

/** Deceptions aimed at the sweeper and illicit shares of its reports by others, of this turn and the last: one draw each. Tells how many were found. */
export function sweep(desk: StepDesk, seat: SeatId): number {
  const { state } = desk;
  const chance = clamp(30 + round(state.seats[seat]!.security + GUARD, 2), 0, 85) * 100;
  const recent = (turn: number) => turn >= state.turn - 1;
  let found = 0;
  for (const deception of Object.values(state.deceptions)) {
    if (!recent(deception.turn) || !deception.to.includes(seat) || deception.foundBy.includes(seat) || !desk.succeeds(`sweep/${seat}/${deception.id}`, chance)) continue;
    const copy = Object.values(state.reports[seat]!).find(({ event }) => event === deception.event);
    if (!copy) continue;
    found += 1;
    desk.add(path.belief(seat, copy.threat, copy.claim), -copy.evidence, { name: 'fabricationRemoved', cause: copy.id, sees: [seat] });
    expose(desk, deception.by, seat, copy.id, { threat: copy.threat, claim: copy.claim });
  }
  for (const share of state.illicitShares) {
    if (!recent(share.turn) || share.originator !== seat || share.from === seat || share.discovered || !desk.succeeds(`sweep/${seat}/${share.id}`, chance)) continue;
    found += 1;
    discover(desk, share.id, share.from, seat, [seat]);
  }
  return found;
}

/** Somebody passed a report on that it should not have: the injured trust it less, and know (ruling 71). */
export function discover(desk: StepDesk, share: string, from: SeatId, originator: SeatId | 'control', injured: readonly SeatId[]): void {
  for (const seat of injured) {
    loss(desk, seat, from, ILLICIT_TRUST_LOST, { name: 'illicitShare', cause: 'SHARE' });
    desk.emit({ type: 'illicitShareDiscovered', data: { share, from, originator }, audience: [seat, from] });
  }
}
