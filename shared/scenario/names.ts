// The names of actions and clauses that a scenario may use, with the parameters of each clause.
import { CLAUSES } from '../rules/clauses/catalogue.ts';
import type { ClauseKind } from '../rules/clauses/clause.ts';

export interface Names {
  actions: readonly string[];
  clauses: Readonly<Record<string, Pick<ClauseKind, 'parameters' | 'misfit'>>>;
}

const ACTION_NAMES = [
  'VISIT', 'CHANNEL', 'DEMARCHE', 'RECONCILE', 'TABLE', 'AMEND', 'SIGN', 'RATIFY', 'SUSPEND', 'WITHDRAW', 'INVEST', 'TRAIN', 'EXERCISE',
  'EXCHANGE', 'STANDARDISE', 'HARDEN', 'COLLECT', 'SHARE', 'SANITISE', 'FUSE', 'ATTRIBUTE', 'DEPLOY', 'SHOW_FORCE', 'DECONFLICT', 'NOTIFY',
] as const;

export const NAMES: Names = { actions: ACTION_NAMES, clauses: CLAUSES };
