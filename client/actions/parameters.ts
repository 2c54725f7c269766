// Parameters of actions and clauses as a form needs them: which field each is, what it starts with, what there is to choose.
import type { z } from 'zod';
import { DOMAINS, MARKINGS, type SeatId } from '../../shared/model/vocabulary.ts';
import { fieldOf, type Field } from '../../shared/rules/actions/action.ts';
import { refusal, type Refusal } from '../../shared/rules/refusals.ts';
import { ANY, circumstanceOf } from '../../shared/rules/instruments/circumstances.ts';
import { restrictionOf } from '../../shared/rules/instruments/restrictions.ts';
import type { PublicView, ReportView, Sight } from '../../shared/view/view.ts';
import type { Option } from '../design/index.ts';
import { hasText, t, tOr } from '../locales/text.ts';
import { gradeOf, placeName, placesOf, rungName } from '../words.ts';
import { RUNG_MAX } from '../../shared/model/vocabulary.ts';

export type Values = Record<string, unknown>;
export type Shape = Record<string, z.ZodType>;

/** What a field is chosen from: whose eyes, what else is filled in, and which seats may be named. */
export interface Choosing {
  sight: Sight;
  values: Values;
  /** Code of the action or kind of the clause. */
  owner: string;
  seats: readonly SeatId[];
}

/** Does the parameter matter with what is filled in so far? */
export function matters(schema: z.ZodType, values: Values): boolean {
  const only = fieldOf(schema)?.only;
  if (only === undefined) return true;
  const value = values[only.parameter];
  return only.is === 'set' ? value !== null && value !== undefined : only.is.includes(value);
}

export function labelOf(owner: string, name: string): string {
  return tOr(`parameter.${owner}.${name}`, tOr(`parameter.${name}`, name));
}

export function hintOf(owner: string, name: string): string | undefined {
  const key = [`parameter.${owner}.${name}.hint`, `parameter.${name}.hint`].find(hasText);
  return key && t(key);
}

/** Closed lists whose words stand elsewhere. */
const WORDS = ['domain', 'marking', 'channel', 'instrumentKind', 'action', 'clause'];

export function optionLabel(name: string, option: string): string {
  const key = [`option.${name}.${option}`, ...WORDS.map((word) => `${word}.${option}`)].find(hasText);
  return key ? t(key) : option;
}

/** What a caveat leaves out, in words. */
export function restrictionLabel(view: PublicView, text: string): string {
  const restriction = restrictionOf(text);
  if (restriction.of === 'region') return t('restriction.region', { region: placeName(view, restriction.region) });
  return restriction.of === 'domain' ? t('restriction.domain', { domain: optionLabel('domain', restriction.domain) }) : t('restriction.marking', { marking: optionLabel('marking', restriction.marking) });
}

/** When a conditional clause binds, in words. */
export function conditionLabel(view: PublicView, text: string): string {
  const circumstance = circumstanceOf(text);
  if (circumstance.of === 'struck') return t('condition.struck', { country: view.seats[circumstance.seat]?.name ?? circumstance.seat });
  const crisis = circumstance.crisis === ANY ? t('condition.anyCrisis') : view.crises[circumstance.crisis]?.name ?? circumstance.crisis;
  if (circumstance.of === 'open') return t('condition.open', { crisis });
  return t(`condition.${circumstance.of}`, { crisis, at: circumstance.at, rungName: circumstance.of === 'rung' ? rungName(circumstance.at) : '' });
}

const SEVERITIES = [40, 50, 60, 70, 80];
const RUNGS = [3, 4, 5, 6, 7];

const named = (options: readonly string[], name: string): Option<string>[] => options.map((id) => ({ id, label: optionLabel(name, id) }));

type Chooser = (choosing: Choosing, field: Field, name: string) => Option<string>[];

const SEATS: Chooser = ({ sight, seats }) => seats.map((id) => ({ id, label: sight.public.seats[id]?.name ?? id }));
const THREATS: Chooser = ({ sight }) => Object.values(sight.public.threats).map(({ id, name }) => ({ id, label: name }));
const REGIONS: Chooser = ({ sight }) => placesOf(sight.public).map((id) => ({ id, label: placeName(sight.public, id) }));
const CRISES: Chooser = ({ sight }) => Object.values(sight.public.crises).filter(({ open }) => open).sort((a, b) => a.number - b.number).map(({ id, name }) => ({ id, label: name }));
const DOMAIN: Chooser = (_choosing, _field, name) => named(DOMAINS, name);

const CHOOSERS: Partial<Record<Field['field'], Chooser>> = {
  seat: SEATS,
  seats: SEATS,
  domain: DOMAIN,
  domains: DOMAIN,
  region: REGIONS,
  regions: REGIONS,
  threat: THREATS,
  threats: THREATS,
  choice: (_choosing, field, name) => named(field.options ?? [], name),
  marking: (_choosing, field, name) => named(field.options ?? MARKINGS, name),
  crisis: CRISES,
  crises: CRISES,
  condition: ({ sight }) => [
    ...['any', ...Object.values(sight.public.crises).filter(({ open }) => open).map(({ id }) => id)].flatMap((id) => [...SEVERITIES.map((at) => `severity/${id}/${at}`), ...RUNGS.map((at) => `rung/${id}/${at}`)]),
    ...sight.public.exercise.seats.map((seat) => `struck/${seat}`),
  ].map((id) => ({ id, label: conditionLabel(sight.public, id) })),
  dispute: ({ sight }) => Object.values(sight.own.disputes).map(({ id, kind, respondent, about }) => ({ id, label: t('form.dispute', { clause: tOr(`clause.${kind}`, kind), country: sight.public.seats[respondent]?.name ?? respondent, turn: about }) })),
  restriction: (choosing, field, name) => [
    ...DOMAINS.map((id) => `domain/${id}`), ...MARKINGS.slice(0, -1).map((id) => `marking/${id}`), ...REGIONS(choosing, field, name).map(({ id }) => `region/${id}`),
  ].map((id) => ({ id, label: restrictionLabel(choosing.sight.public, id) })),
  hypothesis: ({ sight, values }) => (sight.public.threats[String(values.threat)]?.hypotheses ?? []).map(({ id, name, text }) => ({ id, label: name, description: text })),
  source: ({ sight, values }) => sight.own.ministry.sources
    .filter(({ threat }) => values.threat === undefined || threat === values.threat)
    .map(({ id, reliability, burned }) => ({ id, label: t(burned ? 'form.sourceBurned' : 'form.source', { id, letter: reliability }), disabled: burned })),
  report: (choosing) => reports(choosing.sight, ({ id }) => id),
  event: (choosing) => reports(choosing.sight, ({ event }) => event),
  organisation: ({ sight }) => Object.values(sight.public.organisations).map(({ id, name }) => ({ id, label: name })),
  motion: ({ sight, values }) => Object.values(sight.own.motions)
    .filter(({ status, organisation }) => status === 'open' && (values.organisation === undefined || values.organisation === organisation))
    .map(({ id, kind, organisation }) => ({ id, label: t(`motion.${kind}`), description: sight.public.organisations[organisation]?.name })),
  instrument: ({ sight }) => Object.values(sight.own.instruments).map(({ id, title }) => ({ id, label: title })),
};

function reports(sight: Sight, key: (report: ReportView) => string): Option<string>[] {
  return Object.values(sight.own.reports).map((report) => ({
    id: key(report),
    label: t('form.withReport', { grade: gradeOf(report), claim: sight.public.threats[report.threat]?.hypotheses.find(({ id }) => id === report.claim)?.name ?? report.claim }),
    description: sight.public.threats[report.threat]?.name,
  }));
}

/** What there is to choose from; empty for fields that are typed in. */
export function optionsFor(choosing: Choosing, field: Field, name: string): Option<string>[] {
  if (name === 'rung') return Array.from({ length: RUNG_MAX }, (_, index) => ({ id: String(index + 1), label: `${index + 1}: ${rungName(index + 1)}` }));
  return CHOOSERS[field.field]?.(choosing, field, name) ?? [];
}

const LISTS: readonly Field['field'][] = ['seats', 'domains', 'regions', 'crises', 'threats', 'packages', 'clauses', 'orders'];

/** What a form starts with: what it was opened on, else the default, else the only thing there is to choose. */
export function startValues(shape: Shape, choosing: Omit<Choosing, 'values'>, given: Values): Values {
  const values: Values = {};
  for (const [name, schema] of Object.entries(shape)) {
    const field = fieldOf(schema);
    if (name in given) values[name] = given[name];
    else {
      const preset = schema.safeParse(undefined);
      const options = field ? optionsFor({ ...choosing, values }, field, name).filter((option) => !option.disabled) : [];
      if (preset.success) values[name] = preset.data;
      else if (field && LISTS.includes(field.field)) values[name] = options.length === 1 && (field.min ?? 0) > 0 ? [options[0]!.id] : [];
      else if (field?.field === 'number') values[name] = field.min ?? 0;
      else if (options.length === 1) values[name] = options[0]!.id;
    }
  }
  return values;
}

export type Parsed<P> = { ok: true; params: P } | { ok: false; refusal: Refusal };

/** The parameters as their schema reads them, or the first that is missing or wrong. */
export function parse<P>(schema: z.ZodType<P>, values: Values): Parsed<P> {
  const parsed = schema.safeParse(Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)));
  if (parsed.success) return { ok: true, params: parsed.data };
  const name = String(parsed.error.issues[0]?.path[0] ?? '');
  const value = values[name];
  const missing = value === undefined || value === null || value === '' || (Array.isArray(value) && value.length === 0);
  return { ok: false, refusal: refusal(missing ? 'parameterMissing' : 'parameterInvalid', name) };
}
