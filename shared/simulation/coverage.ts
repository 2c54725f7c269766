// What several scenarios show between them: every action used, every kind of duty broken, by somebody somewhere (model guide, section 7).
import { ACTIONS } from '../rules/actions/catalogue.ts';
import { CLAUSES } from '../rules/clauses/catalogue.ts';
import type { Criterion, Report } from './report.ts';
import { atLeast } from './report.ts';

export interface Coverage {
  scenarios: string[];
  /** Actions that nobody carried out in any of them. */
  neverUsed: string[];
  /** Kinds of clauses that nobody broke in any of them, of those that can be broken. */
  neverBroken: string[];
  criteria: Criterion[];
}

/** Kinds that can be broken: the others shape a text, or the rules themselves see to it that they are kept. */
const BREAKABLE = Object.values(CLAUSES).filter(({ comply, certain }) => comply && !certain).map(({ kind }) => kind);

export function coverageOf(reports: readonly Report[]): Coverage {
  const codes = Object.keys(ACTIONS);
  const neverUsed = codes.filter((code) => reports.every(({ outcomes }) => (outcomes.actions[code] ?? 0) === 0));
  const neverBroken = BREAKABLE.filter((kind) => reports.every(({ outcomes }) => (outcomes.clauses[kind]?.missed ?? 0) === 0));
  return {
    scenarios: reports.map(({ scenario }) => scenario), neverUsed, neverBroken,
    criteria: [
      atLeast('actionsUsed', codes.length - neverUsed.length, codes.length),
      atLeast('clausesBroken', BREAKABLE.length - neverBroken.length, BREAKABLE.length),
    ],
  };
}
