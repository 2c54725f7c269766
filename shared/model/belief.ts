// Belief: levels in tenths of a deciban turn into shares by an integer table (model guide, section 2; rulings 2 and 3).
import { round } from './arithmetic.ts';
import { POWERS } from './powers.ts';
import type { HypothesisId } from './vocabulary.ts';

const REACH = POWERS.length - 1;

/** Relative weight of each hypothesis. */
export function weights(levels: Record<HypothesisId, number>): Record<HypothesisId, number> {
  const top = Math.max(...Object.values(levels));
  return Object.fromEntries(Object.entries(levels).map(([id, level]) => [id, POWERS[Math.min(REACH, top - level)]!]));
}

/** Shown percentages: ⌊100w/Σw⌉ (ruling 3). */
export function shares(levels: Record<HypothesisId, number>): Record<HypothesisId, number> {
  const weight = weights(levels);
  const sum = Object.values(weight).reduce((total, one) => total + one, 0);
  return Object.fromEntries(Object.entries(weight).map(([id, one]) => [id, round(100 * one, sum)]));
}

/** Is the share of `id` at least `percent`, compared exactly? */
export function reaches(levels: Record<HypothesisId, number>, id: HypothesisId, percent: number): boolean {
  const weight = weights(levels);
  const sum = Object.values(weight).reduce((total, one) => total + one, 0);
  return 100 * (weight[id] ?? 0) >= percent * sum;
}
