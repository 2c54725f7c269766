// Grades of reports: what they are worth as evidence, how trust caps them, how corroboration raises them (model guide, section 3; rulings 5, 6, 18, 66).
import { clamp, round } from '../../model/arithmetic.ts';
import type { Ministry } from '../../model/state.ts';
import type { Credibility, HypothesisId, Marking, Reliability, ThreatId } from '../../model/vocabulary.ts';
import { MARKINGS, RELIABILITIES } from '../../model/vocabulary.ts';

const CREDIBILITY_WEIGHT: Record<Credibility, number> = { 1: 100, 2: 70, 3: 40, 4: 10, 5: 0, 6: 20 };
const RELIABILITY_PERCENT: Record<Reliability, number> = { A: 100, B: 85, C: 65, D: 35, E: 10, F: 50 };
const RELIABILITY_BONUS: Record<Reliability, number> = { A: 15, B: 10, C: 5, D: 0, E: -10, F: 0 };

/** Tenths of a deciban that a report moves belief in its claim: ⌊W·R/100⌉. */
export function evidenceOf(credibility: Credibility, reliability: Reliability): number {
  return round(CREDIBILITY_WEIGHT[credibility] * RELIABILITY_PERCENT[reliability], 100);
}

/** Chance in percent that collection finds the truth. */
export function accuracy(ministry: Pick<Ministry, 'capability' | 'civilMilitary' | 'ai'>, reliability: Reliability, denial: number): number {
  return clamp(40 + round(ministry.capability.ISR, 4) + 5 * ministry.civilMilitary + RELIABILITY_BONUS[reliability] + 3 * ministry.ai - denial, 35, 92);
}

/** Credibility a collector of this accuracy gives its own report. */
export function credibilityFor(percent: number): Credibility {
  if (percent >= 75) return 2;
  return percent >= 55 ? 3 : 4;
}

/** Marking of a fresh report: the better the source, the more it has to be protected. */
export function markingFor(reliability: Reliability): Marking {
  if (reliability === 'A') return 'S';
  return reliability === 'B' || reliability === 'C' ? 'C' : 'R';
}

/** The best letter a receiver gives to someone it trusts this much. */
function capFor(trust: number): Reliability {
  if (trust >= 75) return 'A';
  if (trust >= 55) return 'B';
  if (trust >= 35) return 'C';
  return trust >= 15 ? 'D' : 'E';
}

/** Marking of a copy without its source: two lower. */
export function sanitisedMarking(marking: Marking): Marking {
  return MARKINGS[Math.max(0, MARKINGS.indexOf(marking) - 2)]!;
}

export function worse(a: Reliability, b: Reliability): Reliability {
  return RELIABILITIES.indexOf(a) >= RELIABILITIES.indexOf(b) ? a : b;
}

/** Letter at the receiver: the worse of the sender's and the cap by the receiver's trust. */
export function received(letter: Reliability, trust: number): Reliability {
  return worse(letter, capFor(trust));
}

/** One better when the receiver already held the same claim from a different source; 5 and 6 stay (ruling 6). */
export function corroborated(credibility: Credibility): Credibility {
  return credibility === 2 ? 1 : credibility === 3 ? 2 : credibility === 4 ? 3 : credibility;
}

/** Source part of a visible event id `source@turn`; a sanitised id is its own source. */
export function sourceOf(event: string): string {
  const end = event.indexOf('@');
  return end < 0 ? event : event.slice(0, end);
}

/** Does anything held support the same claim from another source? */
export function hasOtherSource(held: readonly { event: string; threat: ThreatId; claim: HypothesisId }[], report: { event: string; threat: ThreatId; claim: HypothesisId }): boolean {
  const source = sourceOf(report.event);
  return held.some((one) => one.threat === report.threat && one.claim === report.claim && sourceOf(one.event) !== source);
}
