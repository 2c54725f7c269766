// Clauses that cannot both be kept: within a text, and with what already binds the same parties (ruling 49).
import type { Clause } from '../../model/state.ts';
import type { Marking, SeatId } from '../../model/vocabulary.ts';
import { MARKINGS } from '../../model/vocabulary.ts';
import type { BindingClause } from './binding.ts';

/** One row per pair of kinds; of the pairs that ruling 49 lists, only this one has both its kinds in the catalogue. */
const RULES: readonly { kinds: readonly [string, string]; contradict(a: Record<string, unknown>, b: Record<string, unknown>): boolean }[] = [
  {
    kinds: ['INTEL_SHARE', 'INFOSEC'],
    contradict: (share, security) => MARKINGS.indexOf(share.ceiling as Marking) > MARKINGS.indexOf(security.ceiling as Marking),
  },
];

export interface Contradiction {
  /** Place in the text under examination. */
  clause: number;
  kind: string;
  /** The clause it cannot stand beside; `instrument` is null for one of the same text. */
  other: { instrument: string | null; clause: number; kind: string };
}

function contradict(a: Clause, b: Clause): boolean {
  return RULES.some(({ kinds: [first, second], contradict: test }) =>
    (a.kind === first && b.kind === second && test(a.params, b.params)) || (b.kind === first && a.kind === second && test(b.params, a.params)));
}

/** The first contradiction in a text for these parties, or null. What is in force between two or more of them counts too. */
export function contradictionIn(clauses: readonly Clause[], parties: readonly SeatId[], inForce: readonly BindingClause[]): Contradiction | null {
  for (const [clause, one] of clauses.entries()) {
    const within = clauses.findIndex((other, index) => index > clause && contradict(one, other));
    if (within >= 0) return { clause, kind: one.kind, other: { instrument: null, clause: within, kind: clauses[within]!.kind } };
    const standing = inForce.find((other) => contradict(one, other) && other.parties.filter((party) => parties.includes(party)).length >= 2);
    if (standing) return { clause, kind: one.kind, other: { instrument: standing.instrument, clause: standing.clause, kind: standing.kind } };
  }
  return null;
}
