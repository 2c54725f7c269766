// What differs between two versions of a text: clauses added, removed and changed, and which parameters.
import type { Clause, InstrumentVersion } from '../../shared/model/state.ts';

export interface ClauseChange {
  state: 'same' | 'changed' | 'added' | 'removed';
  before: Clause | null;
  after: Clause | null;
  /** Parameters with another value. */
  parameters: string[];
}

export interface Difference {
  title: { before: string; after: string } | null;
  kind: { before: InstrumentVersion['kind']; after: InstrumentVersion['kind'] } | null;
  clauses: ClauseChange[];
}

const text = (value: unknown) => JSON.stringify(value) ?? 'undefined';

export function changedParameters(before: Clause, after: Clause): string[] {
  return [...new Set([...Object.keys(before.params), ...Object.keys(after.params)])].filter((name) => text(before.params[name]) !== text(after.params[name]));
}

/** The clause of the same kind that differs least, among those not yet paired. */
function partnerOf(clause: Clause, candidates: readonly Clause[], taken: ReadonlySet<Clause>): Clause | null {
  let best: Clause | null = null;
  for (const candidate of candidates) {
    if (candidate.kind !== clause.kind || taken.has(candidate)) continue;
    if (!best || changedParameters(clause, candidate).length < changedParameters(clause, best).length) best = candidate;
  }
  return best;
}

/** Clauses in the order of the newer text; what was removed stands where it stood. */
export function clauseChanges(before: readonly Clause[], after: readonly Clause[]): ClauseChange[] {
  const taken = new Set<Clause>();
  const pairs = new Map<Clause, Clause>();
  // Identical clauses find each other first, so that a changed one does not take their place.
  for (const exact of [true, false]) {
    for (const clause of after) {
      if (pairs.has(clause)) continue;
      const partner = partnerOf(clause, before, taken);
      if (!partner || (exact && changedParameters(partner, clause).length > 0)) continue;
      pairs.set(clause, partner);
      taken.add(partner);
    }
  }
  const changes: ClauseChange[] = after.map((clause) => {
    const partner = pairs.get(clause) ?? null;
    const parameters = partner ? changedParameters(partner, clause) : [];
    return { state: partner ? (parameters.length > 0 ? 'changed' : 'same') : 'added', before: partner, after: clause, parameters };
  });
  before.forEach((clause, index) => {
    if (!taken.has(clause)) changes.splice(Math.min(index, changes.length), 0, { state: 'removed', before: clause, after: null, parameters: [] });
  });
  return changes;
}

export function differenceOf(before: Pick<InstrumentVersion, 'title' | 'kind' | 'clauses'>, after: Pick<InstrumentVersion, 'title' | 'kind' | 'clauses'>): Difference {
  return {
    title: before.title === after.title ? null : { before: before.title, after: after.title },
    kind: before.kind === after.kind ? null : { before: before.kind, after: after.kind },
    clauses: clauseChanges(before.clauses, after.clauses),
  };
}

export function differs({ title, kind, clauses }: Difference): boolean {
  return title !== null || kind !== null || clauses.some(({ state }) => state !== 'same');
}
