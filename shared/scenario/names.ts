// The names of actions and clauses that a scenario may use, with the parameters of each clause.
import type { z } from 'zod';

export interface Names {
  actions: readonly string[];
  /** Parameters per kind; null where they are not checked. */
  clauses: Record<string, z.ZodType | null>;
}

const ACTION_NAMES = [
  'VISIT', 'CHANNEL', 'DEMARCHE', 'RECONCILE', 'TABLE', 'AMEND', 'SIGN', 'RATIFY', 'SUSPEND', 'WITHDRAW', 'INVEST', 'TRAIN', 'EXERCISE',
  'EXCHANGE', 'STANDARDISE', 'HARDEN', 'COLLECT', 'SHARE', 'SANITISE', 'FUSE', 'ATTRIBUTE', 'DEPLOY', 'SHOW_FORCE', 'DECONFLICT', 'NOTIFY',
] as const;

const CLAUSE_NAMES = [
  'EXERCISE', 'TRAINING', 'INTEL_SHARE', 'INFOSEC', 'ORCON', 'FUSION_CELL', 'LOGISTICS', 'ACCESS', 'MUTUAL_ASSIST', 'HOTLINE', 'NOTIFY',
  'LIMIT', 'NORM', 'COST_SHARE', 'STANDARD', 'TERM',
] as const;

export const NAMES: Names = { actions: ACTION_NAMES, clauses: Object.fromEntries(CLAUSE_NAMES.map((name) => [name, null])) };
