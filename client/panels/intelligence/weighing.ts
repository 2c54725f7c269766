// What a belief is made of: each report's part in it, and what the belief would be without it. Levels never leave this file.
import { shares } from '../../../shared/model/belief.ts';
import type { HypothesisId } from '../../../shared/model/vocabulary.ts';
import type { BeliefView, ReportView } from '../../../shared/view/view.ts';

export interface Push {
  report: ReportView;
  /** Percent of everything that speaks for the claim. */
  part: number;
  /** What the claim would stand at without it, in percent. */
  without: number;
  /** The event behind it was already counted through another copy. */
  counted: boolean;
}

export interface Weighed {
  hypothesis: HypothesisId;
  percent: number;
  pushes: Push[];
  /** Percent of what speaks for it that no report at hand explains: the ministry's first estimate, fused or superseded reports. */
  rest: number;
}

/** Reports that speak for a hypothesis, strongest first. */
export function weigh(belief: BeliefView, reports: readonly ReportView[], hypothesis: HypothesisId): Weighed {
  const level = belief.levels[hypothesis] ?? 0;
  const speaking = reports.filter((report) => report.threat === belief.threat && report.claim === hypothesis).sort((a, b) => b.evidence - a.evidence);
  const told = speaking.reduce((sum, report) => sum + weightOf(report), 0);
  const whole = Math.max(level, told, 1);
  return {
    hypothesis,
    percent: belief.shares[hypothesis] ?? 0,
    pushes: speaking.map((report) => ({
      report,
      part: Math.round((100 * weightOf(report)) / whole),
      without: shares({ ...belief.levels, [hypothesis]: Math.max(0, level - weightOf(report)) })[hypothesis] ?? 0,
      counted: weightOf(report) > 0,
    })),
    rest: Math.round((100 * Math.max(0, whole - told)) / whole),
  };
}

/** A report found out as a fabrication no longer moves anything. */
function weightOf(report: ReportView): number {
  return report.fabricated ? 0 : report.evidence;
}

/** Hypotheses of a threat, most believed first. */
export function ranked(belief: BeliefView, hypotheses: readonly { id: HypothesisId }[]): HypothesisId[] {
  return hypotheses.map(({ id }) => id).sort((a, b) => (belief.shares[b] ?? 0) - (belief.shares[a] ?? 0));
}
