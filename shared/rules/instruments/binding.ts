// What binds now: the text in force of an instrument, its clauses and its parties, read alike from the state and from a view.
import type { Clause, InstrumentVersion } from '../../model/state.ts';
import type { InstrumentStatus, SeatId } from '../../model/vocabulary.ts';
import { BINDINGNESS } from '../../model/vocabulary.ts';
import type { TermParams } from '../clauses/term.ts';

/** What an instrument in the state and one in a view have in common. */
export interface Text {
  id: string;
  parties: SeatId[];
  status: InstrumentStatus;
  versions: InstrumentVersion[];
  binding: number | null;
  inForceSince: number | null;
  /** Conditional clauses that bind, by their place, with the first turn they do. */
  active?: Record<string, number>;
}

/** The latest version: the one that signatures name. */
export function latest(text: Text): InstrumentVersion {
  return text.versions[text.versions.length - 1]!;
}

/** The version that binds; null before entry into force. */
export function bindingVersion(text: Text): InstrumentVersion | null {
  for (const version of text.versions) if (version.version === text.binding) return version;
  return null;
}

export function bindingness(version: InstrumentVersion): number {
  return BINDINGNESS[version.kind];
}

/** Is the latest version still to be signed or ratified: a draft, or an amendment of what is in force? */
export function isPending(text: Text): boolean {
  if (text.status === 'tabled' || text.status === 'signed') return true;
  return (text.status === 'inForce' || text.status === 'suspended') && latest(text).version !== text.binding;
}

/** Key of the counter that keeps version numbers from being used twice: a lapsed amendment leaves a gap. */
export function versionsKey(instrument: string): string {
  return `versions/${instrument}`;
}

/** The clause itself, or the one that a condition wraps. */
export function unwrapped(clause: Clause): Clause {
  return clause.kind === 'IF' ? ((clause.params.clause as Clause | undefined) ?? clause) : clause;
}

/** A clause in force, with where it stands. */
export interface BindingClause<P = Record<string, unknown>> {
  instrument: string;
  parties: SeatId[];
  clause: number;
  kind: string;
  params: P;
  /** First turn it binds. */
  since: number;
}

/** Clauses of everything in force (not suspended), of one kind if named. */
export function clausesInForce<P = Record<string, unknown>>(instruments: Record<string, Text>, kind?: string): BindingClause<P>[] {
  const found: BindingClause<P>[] = [];
  for (const id in instruments) gather(found, instruments[id]!, kind);
  return found;
}

/** Those of one text. */
export function clausesIn<P = Record<string, unknown>>(text: Text, kind?: string): BindingClause<P>[] {
  const found: BindingClause<P>[] = [];
  gather(found, text, kind);
  return found;
}

function gather<P>(found: BindingClause<P>[], text: Text, kind: string | undefined): void {
  if (text.status !== 'inForce') return;
  const clauses = bindingVersion(text)?.clauses ?? [];
  for (let clause = 0; clause < clauses.length; clause += 1) {
    const written = clauses[clause]!;
    const { kind: one, params } = unwrapped(written);
    if (kind !== undefined && one !== kind) continue;
    const from = written.kind === 'IF' ? text.active?.[clause] : 0;
    if (from !== undefined) found.push({ instrument: text.id, parties: text.parties, clause, kind: one, params: params as P, since: Math.max(text.inForceSince ?? 0, from) });
  }
}

/** The TERM of a text; null without one. */
export function termOf(clauses: readonly Clause[]): TermParams | null {
  return (clauses.find(({ kind }) => kind === 'TERM')?.params as TermParams | undefined) ?? null;
}

/** Turn in whose resolution the instrument expires; null for one without TERM or with automatic renewal (ruling 55). */
export function expiryTurn(text: Text): number | null {
  const term = termOf(bindingVersion(text)?.clauses ?? []);
  return term === null || term.renewal === 'auto' || text.inForceSince === null ? null : text.inForceSince + term.duration;
}
