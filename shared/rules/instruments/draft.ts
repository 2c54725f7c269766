// Is a draft text sound: every clause known, available and bound to parameters that suit its parties, and the whole free of contradiction.
import type { z } from 'zod';
import type { Clause } from '../../model/state.ts';
import type { InstrumentKind, SeatId } from '../../model/vocabulary.ts';
import { BINDINGNESS } from '../../model/vocabulary.ts';
import type { Sight } from '../../view/view.ts';
import { fieldOf } from '../actions/action.ts';
import type { Field } from '../actions/action.ts';
import { CLAUSES } from '../clauses/catalogue.ts';
import type { ClauseKind } from '../clauses/clause.ts';
import { refusal } from '../refusals.ts';
import type { Refusal, RefusalCode } from '../refusals.ts';
import { clausesInForce } from './binding.ts';
import { contradictionIn } from './contradictions.ts';
import { restrictionOf } from './restrictions.ts';
import type { Restriction } from './restrictions.ts';

/** Where a parameter of a draft stands: `clauses/2/minimum`. */
export function placeOf(clause: number, parameter?: string): string {
  return parameter === undefined ? `clauses/${clause}` : `clauses/${clause}/${parameter}`;
}

export interface DraftText {
  kind: InstrumentKind;
  /** All parties, the one who tables included. */
  parties: readonly SeatId[];
  clauses: readonly Clause[];
  /** The instrument that this text would replace; null for a new one. */
  replaces: string | null;
}

/** The first thing wrong with a text that the asking seat may know, or null. */
export function faultIn(see: Sight, draft: DraftText): Refusal | null {
  for (const [index, { kind, params }] of draft.clauses.entries()) {
    const entry = Object.hasOwn(CLAUSES, kind) ? CLAUSES[kind]! : null;
    if (!entry) return refusal('clauseUnknown', placeOf(index), { kind: kind.slice(0, 30) });
    const unlocked = see.public.exercise.unlocked;
    if (unlocked && !unlocked.clauses.includes(kind)) return refusal('clauseLocked', placeOf(index), { kind, turn: see.public.exercise.unlocksAt.clauses[kind] ?? 0 });
    const fault = unbound(entry, index, params) ?? unfounded(see, entry, index, params, draft.parties) ?? misfit(entry, index, params, draft);
    if (fault) return fault;
  }
  if (BINDINGNESS[draft.kind] >= 2 && !draft.clauses.some(({ kind }) => kind === 'TERM')) return refusal('termMissing', 'clauses', { kind: draft.kind });
  return contradiction(see, draft);
}

/** The clauses as their schemas read them, defaults filled in; only for a text without fault. */
export function boundClauses(clauses: readonly Clause[]): Clause[] {
  return clauses.map(({ kind, params }) => ({ kind, params: CLAUSES[kind]!.parameters.parse(params) }));
}

function unbound({ kind, parameters }: ClauseKind, index: number, params: Record<string, unknown>): Refusal | null {
  const parsed = parameters.safeParse(params);
  if (parsed.success) return null;
  const issue = parsed.error.issues[0]!;
  if (issue.code === 'unrecognized_keys') return refusal('parameterUnknown', placeOf(index, issue.keys[0]!.slice(0, 40)), { kind });
  const parameter = String(issue.path[0]);
  const value = params[parameter];
  const missing = value === undefined || value === null || value === '';
  return refusal(missing ? 'parameterMissing' : 'parameterInvalid', placeOf(index, parameter), { kind, ...limitsOf(parameters.shape[parameter]!) });
}

function limitsOf(schema: z.ZodType): Record<string, number> {
  const { min, max } = fieldOf(schema) ?? {};
  return { ...(min === undefined ? {} : { min }), ...(max === undefined ? {} : { max }) };
}

/** What a value must refer to, by the control it is chosen with. */
const FOUNDED: Partial<Record<Field['field'], { code: RefusalCode; holds(see: Sight, value: unknown, parties: readonly SeatId[]): boolean }>> = {
  seat: { code: 'parameterInvalid', holds: (_see, value, parties) => parties.includes(value as SeatId) },
  crisis: { code: 'crisisUnknown', holds: (see, value) => Object.hasOwn(see.public.crises, value as string) },
  regions: { code: 'regionUnknown', holds: (see, value) => (value as string[]).every((region) => see.public.exercise.regions.includes(region)) },
  region: { code: 'regionUnknown', holds: (see, value) => see.public.exercise.regions.includes(value as string) },
  crises: { code: 'crisisUnknown', holds: (see, value) => (value as string[]).every((crisis) => Object.hasOwn(see.public.crises, crisis)) },
  restriction: { code: 'regionUnknown', holds: (see, value) => founded(see, restrictionOf(value as string)) },
  threats: { code: 'threatUnknown', holds: (see, value) => (value as string[]).every((threat) => Object.hasOwn(see.public.threats, threat)) },
};

function founded(see: Sight, restriction: Restriction): boolean {
  return restriction.of !== 'region' || see.public.exercise.regions.includes(restriction.region);
}

/** Seats must be parties; crises and threats must be known to the one who asks. */
function unfounded(see: Sight, { kind, parameters }: ClauseKind, index: number, params: Record<string, unknown>, parties: readonly SeatId[]): Refusal | null {
  for (const [parameter, schema] of Object.entries(parameters.shape)) {
    const check = FOUNDED[fieldOf(schema)?.field ?? 'text'];
    if (check && !check.holds(see, params[parameter], parties)) return refusal(check.code, placeOf(index, parameter), { kind });
  }
  return null;
}

function misfit(entry: ClauseKind, index: number, params: Record<string, unknown>, { parties, clauses }: DraftText): Refusal | null {
  const found = entry.misfit?.(entry.parameters.parse(params), parties, clauses) ?? null;
  return found && refusal('parameterInvalid', placeOf(index, found.parameter), { kind: entry.kind, ...found.limits });
}

function contradiction(see: Sight, draft: DraftText): Refusal | null {
  const others = clausesInForce(see.own.instruments).filter(({ instrument }) => instrument !== draft.replaces);
  const found = contradictionIn(boundClauses(draft.clauses), draft.parties, others);
  return found && refusal('clausesContradict', placeOf(found.clause), {
    kind: found.kind, other: found.other.kind, otherClause: found.other.clause, instrument: found.other.instrument ?? '',
  });
}
