// Checks of agreement texts, those in force at the start, templates and drafts of injects alike: parties, terms, and what clauses name.
import type { z } from 'zod';
import { BINDINGNESS } from '../../model/vocabulary.ts';
import { fieldOf } from '../../rules/actions/action.ts';
import { unwrapped } from '../../rules/instruments/binding.ts';
import type { ProblemCode } from '../problems.ts';
import type { ClauseDraft, ScenarioDraft } from '../schema.ts';
import { reportShape } from '../shape.ts';
import type { Path } from '../source.ts';
import type { CheckDesk } from './desk.ts';

type InstrumentDraft = ScenarioDraft['instruments'][number];

export function checkInstrument(desk: CheckDesk, path: Path, instrument: InstrumentDraft): void {
  instrument.parties.forEach((code, index) => {
    if (desk.seatCode([...path, 'parties', index], code) && instrument.parties.indexOf(code) < index) desk.source.atValue([...path, 'parties', index], 'PARTIES', `${code} is named twice.`);
  });
  if (instrument.tabledBy !== undefined) desk.known([...path, 'tabledBy'], instrument.tabledBy, instrument.parties, 'PARTIES', 'Parties');
  checkClauses(desk, path, instrument, instrument.parties);
}

export function checkClauses(desk: CheckDesk, path: Path, text: Pick<InstrumentDraft, 'kind' | 'clauses'>, parties: readonly string[]): void {
  text.clauses.forEach((clause, index) => checkClause(desk, [...path, 'clauses', index], clause, text, parties));
  if (BINDINGNESS[text.kind] >= 2 && !text.clauses.some((clause) => clause.kind === 'TERM')) {
    desk.source.atKey([...path, 'clauses'], 'TERM_MISSING', `This ${text.kind} has no TERM clause.`, 'Agreements and treaties say how long they last: add a clause of kind TERM.');
  }
}

/** One clause; a condition wraps another. */
function checkClause(desk: CheckDesk, here: Path, clause: ClauseDraft, text: Pick<InstrumentDraft, 'clauses'>, parties: readonly string[]): void {
  if (!desk.known([...here, 'kind'], clause.kind, Object.keys(desk.names.clauses), 'UNKNOWN_CLAUSE', 'Clauses')) return;
  const { parameters: schema, misfit } = desk.names.clauses[clause.kind]!;
  const parsed = schema.safeParse(clause.params);
  if (!parsed.success) return reportShape({ source: desk.source, schema, data: clause.params, base: [...here, 'params'] }, parsed.error);
  checkParameters(desk, [...here, 'params'], schema, clause.params, parties);
  const fault = misfit?.(parsed.data, parties, text.clauses.map(unwrapped));
  if (fault) desk.source.atValue([...here, 'params', fault.parameter], 'BAD_VALUE', `${fault.parameter} does not suit the parties.`, Object.entries(fault.limits).map(([limit, value]) => `${limit}: ${value}`).join(', '));
  if (clause.kind === 'IF') checkClause(desk, [...here, 'params', 'clause'], unwrapped({ kind: clause.kind, params: parsed.data }), text, parties);
}

/** Seats, regions and threats that parameters of a clause name. */
function checkParameters(desk: CheckDesk, path: Path, schema: z.ZodType, params: Record<string, unknown>, parties: readonly string[]): void {
  const shape = (schema as { shape?: Record<string, z.ZodType> }).shape ?? {};
  const lists: Record<string, [readonly string[] | null, ProblemCode, string]> = {
    seat: [parties, 'UNKNOWN_SEAT', 'Parties'], seats: [parties, 'UNKNOWN_SEAT', 'Parties'],
    region: [desk.regions, 'UNKNOWN_REGION', 'Regions'], regions: [desk.regions, 'UNKNOWN_REGION', 'Regions'],
    threat: [desk.threats, 'UNKNOWN_THREAT', 'Threats'], threats: [desk.threats, 'UNKNOWN_THREAT', 'Threats'], crisis: [desk.crises, 'UNKNOWN_CRISIS', 'Crises'], crises: [desk.crises, 'UNKNOWN_CRISIS', 'Crises'],
  };
  for (const [name, value] of Object.entries(params)) {
    const list = lists[(shape[name] && fieldOf(shape[name])?.field) ?? ''];
    if (!list?.[0]) continue;
    if (typeof value === 'string') desk.known([...path, name], value, list[0], list[1], list[2]);
    if (Array.isArray(value)) value.forEach((item, index) => typeof item === 'string' && desk.known([...path, name, index], item, list[0]!, list[1], list[2]));
  }
}
