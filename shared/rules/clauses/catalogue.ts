// The catalogue of clause kinds: the one list that forms, guides, prices and compliance go by.
import { access } from './access.ts';
import { aid } from './aid.ts';
import { caveat } from './caveat.ts';
import type { ClauseKind } from './clause.ts';
import { costShare } from './cost-share.ts';
import { dispute } from './dispute.ts';
import { exercise } from './exercise.ts';
import { fusionCell } from './fusion-cell.ts';
import { hotline } from './hotline.ts';
import { conditional } from './if.ts';
import { incidentProc } from './incident-proc.ts';
import { infosec } from './infosec.ts';
import { inspect } from './inspect.ts';
import { intelShare } from './intel-share.ts';
import { limit } from './limit.ts';
import { logistics } from './logistics.ts';
import { mutualAssist } from './mutual-assist.ts';
import { norm } from './norm.ts';
import { notify } from './notify.ts';
import { orcon } from './orcon.ts';
import { standard } from './standard.ts';
import { standingForce } from './standing-force.ts';
import { term } from './term.ts';
import { training } from './training.ts';

// Each kind has parameters of its own; whoever goes through the catalogue hands back what the kind's own schema accepted.
const KINDS: readonly unknown[] = [
  training, exercise, infosec, intelShare, orcon, fusionCell, aid, costShare, logistics, access, mutualAssist, hotline, notify, incidentProc, limit, inspect, norm, standard, standingForce,
  dispute, caveat, conditional, term,
];

export const CLAUSES: Readonly<Record<string, ClauseKind>> = Object.fromEntries((KINDS as ClauseKind[]).map((kind) => [kind.kind, kind]));
