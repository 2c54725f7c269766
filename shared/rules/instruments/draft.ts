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
import { parsedOnce } from '../parsing.ts';
import { refusal } from '../refusals.ts';
import type { Refusal, RefusalCode } from '../refusals.ts';
import { clausesInForce, unwrapped } from './binding.ts';
import { ANY, circumstanceOf } from './circumstances.ts';
import type { Circumstance } from './circumstances.ts';
import { contradictionIn } from './contradictions.ts';
import { restrictionOf } from './restrictions.ts';
import type { Restriction } from './restrictions.ts';

/** Where a clause of a draft stands: `clauses/2`. What is wrong in it is at `clauses/2/minimum`, in a clause inside it at `clauses/2/clause/minimum`. */
export function placeOf(clause: number): string {
  return `clauses/${clause}`;
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
  for (const [index, clause] of draft.clauses.entries()) {
    const fault = faultOfClause(see, clause, placeOf(index), draft);
    if (fault) return fault;
  }
  if (BINDINGNESS[draft.kind] >= 2 && !draft.clauses.some(({ kind }) => kind === 'TERM')) return refusal('termMissing', 'clauses', { kind: draft.kind });
  return contradiction(see, draft);
}

/** The same of one clause, at its place; what it wraps is looked at too. */
export function faultOfClause(see: Sight, { kind, params }: Clause, place: string, text: Pick<DraftText, 'parties' | 'clauses'>): Refusal | null {
  const entry = Object.hasOwn(CLAUSES, kind) ? CLAUSES[kind]! : null;
  if (!entry) return refusal('clauseUnknown', place, { kind: kind.slice(0, 30) });
  const unlocked = see.public.exercise.unlocked;
  if (unlocked && !unlocked.clauses.includes(kind)) return refusal('clauseLocked', place, { kind, turn: see.public.exercise.unlocksAt.clauses[kind] ?? 0 });
  const fault = unbound(entry, place, params) ?? unfounded(see, entry, place, params, text.parties) ?? misfit(entry, place, params, text);
  if (fault) return fault;
  for (const name of FORMS.get(entry)!.wrapping) {
    const inner = faultOfClause(see, boundParams(entry, params)[name] as Clause, `${place}/${name}`, text);
    if (inner) return inner;
  }
  return null;
}

/** Per kind of clause: its parameters with the control each is chosen with, and the names of those that are clauses themselves. */
const FORMS = new Map(Object.values(CLAUSES).map((entry): [ClauseKind, Form] => {
  const fields = Object.entries(entry.parameters.shape).map(([name, schema]) => ({ name, field: fieldOf(schema)?.field ?? 'text' }));
  return [entry, { fields, wrapping: fields.filter(({ field }) => field === 'clause').map(({ name }) => name) }];
}));

interface Form {
  fields: readonly { name: string; field: Field['field'] }[];
  wrapping: readonly string[];
}

function boundParams({ kind, parameters }: ClauseKind, params: Record<string, unknown>): Record<string, unknown> {
  const parsed = parsedOnce(parameters, params);
  if (!parsed.success) throw new Error(`A clause ${kind} with faulty parameters`, { cause: parsed.error });
  return parsed.data;
}

/** A clause as its schema reads it, defaults filled in; only for one without fault. */
export function boundClause({ kind, params }: Clause): Clause {
  const entry = CLAUSES[kind]!;
  const bound = boundParams(entry, params);
  const { wrapping } = FORMS.get(entry)!;
  return { kind, params: Object.fromEntries(Object.entries(bound).map(([name, value]) => [name, wrapping.includes(name) ? boundClause(value as Clause) : value])) };
}

export function boundClauses(clauses: readonly Clause[]): Clause[] {
  return clauses.map(boundClause);
}

function unbound({ kind, parameters }: ClauseKind, place: string, params: Record<string, unknown>): Refusal | null {
  const parsed = parsedOnce(parameters, params);
  if (parsed.success) return null;
  const issue = parsed.error.issues[0]!;
  if (issue.code === 'unrecognized_keys') return refusal('parameterUnknown', [place, ...issue.path.map(String), issue.keys[0]!.slice(0, 40)].join('/'), { kind });
  const parameter = String(issue.path[0]);
  const value = params[parameter];
  const missing = value === undefined || value === null || value === '';
  return refusal(missing ? 'parameterMissing' : 'parameterInvalid', `${place}/${parameter}`, { kind, ...limitsOf(parameters.shape[parameter]!) });
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
  condition: { code: 'crisisUnknown', holds: (see, value) => tested(see, circumstanceOf(value as string)) },
  restriction: { code: 'regionUnknown', holds: (see, value) => founded(see, restrictionOf(value as string)) },
  threats: { code: 'threatUnknown', holds: (see, value) => (value as string[]).every((threat) => Object.hasOwn(see.public.threats, threat)) },
};

function tested(see: Sight, circumstance: Circumstance): boolean {
  if (circumstance.of === 'struck') return see.public.exercise.seats.includes(circumstance.seat);
  return (circumstance.crisis === ANY && circumstance.of !== 'open') || Object.hasOwn(see.public.crises, circumstance.crisis);
}

function founded(see: Sight, restriction: Restriction): boolean {
  return restriction.of !== 'region' || see.public.exercise.regions.includes(restriction.region);
}

/** Seats must be parties; crises and threats must be known to the one who asks. */
function unfounded(see: Sight, entry: ClauseKind, place: string, params: Record<string, unknown>, parties: readonly SeatId[]): Refusal | null {
  for (const { name, field } of FORMS.get(entry)!.fields) {
    const check = FOUNDED[field];
    if (check && !check.holds(see, params[name], parties)) return refusal(check.code, `${place}/${name}`, { kind: entry.kind });
  }
  return null;
}

function misfit(entry: ClauseKind, place: string, params: Record<string, unknown>, { parties, clauses }: Pick<DraftText, 'parties' | 'clauses'>): Refusal | null {
  const found = entry.misfit?.(boundParams(entry, params), parties, clauses.map(unwrapped)) ?? null;
  return found && refusal('parameterInvalid', `${place}/${found.parameter}`, { kind: entry.kind, ...found.limits });
}

function contradiction(see: Sight, draft: DraftText): Refusal | null {
  const others = clausesInForce(see.own.instruments).filter(({ instrument }) => instrument !== draft.replaces);
  const found = contradictionIn(boundClauses(draft.clauses).map(unwrapped), draft.parties, others, (crisis) => see.public.crises[crisis]?.region ?? null);
  return found && refusal('clausesContradict', placeOf(found.clause), {
    kind: found.kind, other: found.other.kind, otherClause: found.other.clause, instrument: found.other.instrument ?? '',
  });
}
