// Scores taken apart for the debrief: the parts that make a total, as points out of a hundred.
import type { Score } from '../../../shared/model/state.ts';

/** Shares of the total (model guide, section 1), in percent. */
const SHARES = { national: 55, order: 35, judgement: 10 } as const;
/** Points that each broken red line costs. */
const RED_LINE = 10;

export type PartName = keyof typeof SHARES;
export const PART_NAMES = Object.keys(SHARES) as PartName[];

export interface ScoreParts {
  total: number;
  parts: { name: PartName; value: number; points: number; share: number }[];
  redLines: number;
  capped: boolean;
}

const hundredths = (value: number) => Math.round(value) / 100;

export function partsOf(score: Score): ScoreParts {
  return {
    total: hundredths(score.total),
    parts: PART_NAMES.map((name) => ({ name, value: hundredths(score[name]), points: Math.round((score[name] * SHARES[name]) / 100) / 100, share: SHARES[name] })),
    redLines: score.redLines.length * RED_LINE,
    capped: score.capped,
  };
}

/** Bands of the total (model guide, section 1). */
export function bandOfScore(score: Score): 'statesman' | 'success' | 'mixed' | 'failure' {
  const total = score.total / 100;
  if (total >= 75 && score.redLines.length === 0) return 'statesman';
  if (total >= 60) return 'success';
  return total >= 45 ? 'mixed' : 'failure';
}
