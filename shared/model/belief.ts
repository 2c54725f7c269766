// Belief: levels in tenths of a deciban turn into shares by an integer table (model guide, section 2; rulings 2 and 3).
import { round } from './arithmetic.ts';
import { POWERS } from './powers.ts';
import type { HypothesisId } from './vocabulary.ts';

const REACH = POWERS.length - 1;

/** Relative weight of each hypothesis. */
export function weights(levels: Record<HypothesisId, number>): Record<HypothesisId, number> {
  let top = -Infinity;
  for (const id in levels) top = Math.max(top, levels[id]!);
  const weight: Record<HypothesisId, number> = {};
  for (const id in levels) weight[id] = POWERS[Math.min(REACH, top - levels[id]!)]!;
  return weight;
}

function sumOf(weight: Record<HypothesisId, number>): number {
  let sum = 0;
  for (const id in weight) sum += weight[id]!;
  return sum;
}

/** Shown percentages: ⌊100w/Σw⌉ (ruling 3). */
export function shares(levels: Record<HypothesisId, number>): Record<HypothesisId, number> {
  const weight = weights(levels);
  const sum = sumOf(weight);
  const shown: Record<HypothesisId, number> = {};
  for (const id in weight) shown[id] = round(100 * weight[id]!, sum);
  return shown;
}

/** Is the share of `id` at least `percent`, compared exactly? */
export function reaches(levels: Record<HypothesisId, number>, id: HypothesisId, percent: number): boolean {
  const weight = weights(levels);
  const sum = sumOf(weight);
  return 100 * (weight[id] ?? 0) >= percent * sum;
}
