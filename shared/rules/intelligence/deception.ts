// Counterfeit reports: how likely they are seen through, and what follows when they are (model guide, section 3, action 28; rulings 72 and 74).
import { clamp, round } from '../../model/arithmetic.ts';
import { path } from '../../model/fields.ts';
import type { State } from '../../model/state.ts';
import type { HypothesisId, SeatId, ThreatId } from '../../model/vocabulary.ts';
import type { StepDesk } from '../steps/desk.ts';
import { loss } from '../trust.ts';

const TRUST_LOST = 25;
const GRIEVANCE = 5;
const CAPITAL_LOST = 5;

/** Chance in percent that a target sees through it: its guard, a report it holds that says otherwise, less what it leaves to machines. */
export function detectionChance(state: State, target: SeatId, threat: ThreatId, claim: HypothesisId): number {
  const { security, ai } = state.seats[target]!;
  const contrary = Object.values(state.reports[target]!).some((held) => held.threat === threat && held.claim !== claim && !held.fabricated);
  return clamp(20 + round(security, 4) + (contrary ? 15 : 0) - 10 * ai, 5, 90);
}

/** The target knows: trust, grievance and the deceiver's standing pay for it, once per deceiver and target (ruling 72). */
export function expose(desk: StepDesk, by: SeatId, target: SeatId, report: string, claim: { threat: ThreatId; claim: HypothesisId }): void {
  const before = Object.values(desk.state.deceptions).some((one) => one.by === by && one.foundBy.includes(target));
  const now = desk.events.some((event) => event.type === 'deceptionDetected' && event.data.by === by && event.data.target === target);
  desk.emit({ type: 'deceptionDetected', data: { by, target, report, ...claim }, audience: [by, target] });
  if (before || now) return;
  const reason = { name: 'deception', cause: 'DECEIVE', with: by, sees: [by, target] };
  loss(desk, target, by, TRUST_LOST, reason);
  desk.add(path.grievance(by, target), GRIEVANCE, reason);
  desk.add(path.seat(by, 'politicalCapital'), -CAPITAL_LOST, { ...reason, with: target });
}
