// Clauses that cannot both be kept: within a text, and with what already binds the same parties (ruling 49).
import type { Clause } from '../../model/state.ts';
import type { CrisisId, Marking, RegionId, SeatId } from '../../model/vocabulary.ts';
import { MARKINGS } from '../../model/vocabulary.ts';
import type { BindingClause } from './binding.ts';

type Params = Record<string, unknown>;
type RegionOf = (crisis: CrisisId) => RegionId | null;

/** One row per pair of kinds that ruling 49 names, exactly these. */
const RULES: readonly { kinds: readonly [string, string]; contradict(a: Params, b: Params, regionOf: RegionOf): boolean }[] = [
  {
    kinds: ['INTEL_SHARE', 'INFOSEC'],
    contradict: (share, security) => MARKINGS.indexOf(share.ceiling as Marking) > MARKINGS.indexOf(security.ceiling as Marking),
  },
  {
    kinds: ['LIMIT', 'STANDING_FORCE'],
    contradict: (limit, force, regionOf) => limit.domain === force.domain && (limit.cap as number) < (force.packages as number)
      && (force.missions as CrisisId[]).some((mission) => regionOf(mission) === limit.region),
  },
  {
    kinds: ['LIMIT', 'MUTUAL_ASSIST'],
    contradict: (limit, assistance, regionOf) => (limit.cap as number) < (assistance.minimum as number) && regionOf(assistance.crisis as CrisisId) === limit.region,
  },
  { kinds: ['ORCON', 'FUSION_CELL'], contradict: (control, cell) => control.onward === 'prohibited' && cell.raw === true },
  { kinds: ['AID', 'AID'], contradict: (a, b) => a.from === b.from && a.to === b.to && a.what === b.what && (a.amount !== b.amount || a.condition !== b.condition) },
  { kinds: ['LIMIT', 'LIMIT'], contradict: (a, b) => a.domain === b.domain && a.region === b.region && a.cap !== b.cap },
];

export interface Contradiction {
  /** Place in the text under examination. */
  clause: number;
  kind: string;
  /** The clause it cannot stand beside; `instrument` is null for one of the same text. */
  other: { instrument: string | null; clause: number; kind: string };
}

function contradict(a: Clause, b: Clause, regionOf: RegionOf): boolean {
  return RULES.some(({ kinds: [first, second], contradict: test }) =>
    (a.kind === first && b.kind === second && test(a.params, b.params, regionOf)) || (b.kind === first && a.kind === second && test(b.params, a.params, regionOf)));
}

/** The first contradiction in a text for these parties, or null; clauses under a condition stand here without it. What is in force between two or more of them counts too. */
export function contradictionIn(clauses: readonly Clause[], parties: readonly SeatId[], inForce: readonly BindingClause[], regionOf: RegionOf): Contradiction | null {
  for (const [clause, one] of clauses.entries()) {
    const within = clauses.findIndex((other, index) => index > clause && contradict(one, other, regionOf));
    if (within >= 0) return { clause, kind: one.kind, other: { instrument: null, clause: within, kind: clauses[within]!.kind } };
    const standing = inForce.find((other) => contradict(one, other, regionOf) && other.parties.filter((party) => parties.includes(party)).length >= 2);
    if (standing) return { clause, kind: one.kind, other: { instrument: standing.instrument, clause: standing.clause, kind: standing.kind } };
  }
  return null;
}
