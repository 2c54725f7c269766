// CAVEAT: one party's duty under another clause of the text is narrower than the others'.
import { z } from 'zod';
import type { SeatId } from '../../model/vocabulary.ts';
import { field } from '../actions/action.ts';
import { restrictionOf } from '../instruments/restrictions.ts';
import type { Restriction } from '../instruments/restrictions.ts';
import { clause } from './clause.ts';

/** Kinds of clauses that can be narrowed, and by what. */
export const NARROWED = {
  TRAINING: ['domain'], EXERCISE: ['domain'], INTEL_SHARE: ['marking'], MUTUAL_ASSIST: ['domain', 'region'], STANDING_FORCE: ['domain', 'region'], INSPECT: ['region'],
} as const satisfies Record<string, readonly Restriction['of'][]>;

const KINDS = Object.keys(NARROWED) as [keyof typeof NARROWED, ...(keyof typeof NARROWED)[]];

const parameters = z.strictObject({ party: field.seat(), clause: field.choice(KINDS), restriction: field.restriction() });
export type CaveatParams = z.infer<typeof parameters>;

export const caveat = clause<CaveatParams>({
  kind: 'CAVEAT',
  parameters,
  intrusiveness: ({ party }, seat: SeatId) => (seat === party ? -1 : 0),
  misfit({ clause: kind, restriction }, _parties, clauses) {
    if (!clauses.some((other) => other.kind === kind)) return { parameter: 'clause', limits: {} };
    const { of } = restrictionOf(restriction);
    return (NARROWED[kind] as readonly Restriction['of'][]).includes(of) ? null : { parameter: 'restriction', limits: {} };
  },
});
