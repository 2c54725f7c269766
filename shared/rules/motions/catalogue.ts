// Every kind of motion. Adding one means its file, its texts, its test and a line here.
import type { MotionKind, SeatId } from '../../model/vocabulary.ts';
import { parsedOnce } from '../parsing.ts';
import { admission } from './admission.ts';
import { attribution } from './attribution.ts';
import { expulsion } from './expulsion.ts';
import { levy } from './levy.ts';
import { mandate } from './mandate.ts';
import type { MotionType } from './motion.ts';
import { norm } from './norm.ts';
import { sanction } from './sanction.ts';
import { standard } from './standard.ts';
import { standingForce } from './standing-force.ts';

// Each kind has parameters of its own; whoever goes through the catalogue hands back what the kind's own schema accepted.
const TYPES: { readonly [K in MotionKind]: unknown } = { mandate, levy, standard, norm, sanction, admission, expulsion, attribution, standingForce };

export const MOTIONS = TYPES as Readonly<Record<MotionKind, MotionType>>;

/** Seats that a motion is about. One whose parameters nobody can read is about nobody. */
export function subjectsOf({ kind, params }: { kind: MotionKind; params: Record<string, unknown> }): SeatId[] {
  const read = parsedOnce(MOTIONS[kind].parameters, params);
  return read.success ? MOTIONS[kind].subjects(read.data) : [];
}
