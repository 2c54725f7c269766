// The names of actions and clauses that a scenario may use, with the parameters of each clause.
import { ACTIONS } from '../rules/actions/catalogue.ts';
import { CLAUSES } from '../rules/clauses/catalogue.ts';
import type { ClauseKind } from '../rules/clauses/clause.ts';

export interface Names {
  actions: readonly string[];
  clauses: Readonly<Record<string, Pick<ClauseKind, 'parameters' | 'misfit'>>>;
}

export const NAMES: Names = { actions: Object.keys(ACTIONS), clauses: CLAUSES };
