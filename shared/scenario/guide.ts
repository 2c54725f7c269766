// Tables of the authoring guide, made from the catalogues so that they cannot fall behind.
import { SEAT_FIELDS } from '../model/fields.ts';
import { DOMAINS } from '../model/vocabulary.ts';
import type { Field } from '../rules/actions/action.ts';
import { fieldOf } from '../rules/actions/action.ts';
import { FUNCTIONS } from '../rules/condition-functions.ts';
import { EFFECTS } from '../rules/effects/catalogue.ts';
import { EVENTS } from '../rules/occurrences.ts';
import { NAMES } from './names.ts';
import { PROBLEM_CODES } from './problems.ts';
import { cells, code, table } from './tables.ts';
import type { Row } from './tables.ts';

/** What may be written for a parameter. */
function allowed(name: string, { field, options, min, max }: Field): string {
  if (options) return `${code(name)}: ${options.join(', ')}`;
  if (field === 'number') return `${code(name)}: ${min} to ${max}`;
  return `${code(name)}: ${FIELD_WORDS[field] ?? field}`;
}

const FIELD_WORDS: Partial<Record<Field['field'], string>> = {
  seat: 'a seat', domain: 'a domain', domains: 'a list of domains', regions: 'a list of regions', threats: 'a list of threats, empty for all', crisis: 'a crisis', flag: 'true or false',
  crises: 'a list of crises, may be empty', clause: '`kind` and `params` of a clause', condition: '`severity/ID/60`, `rung/ID/5` (`any` for any crisis), `open/ID` or `struck/ARD`', restriction: '`domain/SEA`, `region/ID` or `marking/S` (what is marked higher)',
};

/** Every number an effect can change, as a path. */
const PATHS: readonly Row[] = [
  ...Object.entries(SEAT_FIELDS).map(([name, { min, max }]): Row => [code(`seat/CODE/${name}`), max === null ? `from ${min}` : `${min} to ${max}`]),
  [code('seat/CODE/capability/DOMAIN'), `0 to 100; DOMAIN is ${DOMAINS.join(', ')}`],
  [code('seat/CODE/exposure/CRISIS'), '0 to 100'],
  [code('trust/CODE/OTHER'), '0 to 100; trust of the first in the second; grievance lowers the limit'],
  [code('pair/CODE-OTHER/grievance'), '0 to 100; codes in order of the alphabet'],
  [code('pair/CODE-OTHER/interoperability'), '0 to 100; codes in order of the alphabet'],
  [code('crisis/ID/severity'), '0 to 100'],
  [code('crisis/ID/rung'), '0 to 9'],
  [code('crisis/ID/drift'), '-20 to 30'],
  [code('crisis/ID/demand/DOMAIN'), '-100 to 100; points per four seats that are needed besides, whatever the cause'],
  [code('organisation/ID/fund'), 'from 0'],
  [code('belief/CODE/THREAT/HYPOTHESIS'), 'from 0; tenths of a deciban'],
];

export const GUIDE_TABLES: Readonly<Record<string, string>> = {
  effects: table(['effect', 'what it does', 'written'], Object.values(EFFECTS).map(({ kind, about, example }) => [code(kind), about, code(example)])),
  functions: table(['function', 'holds or gives', 'example'], FUNCTIONS.map(({ signature, about, example }) => [code(signature), about, code(example)])),
  events: table(['event', 'what happened'], Object.entries(EVENTS).map(([name, { about }]) => [code(name), about])),
  paths: table(['path', 'range'], PATHS),
  actions: cells(Object.values(NAMES.actions)),
  clauses: table(['clause', 'parameters'], Object.entries(NAMES.clauses).map(([kind, { parameters }]) => [
    code(kind), Object.entries(parameters.shape).map(([name, schema]) => allowed(name, fieldOf(schema) ?? { field: 'text' })).join('; '),
  ])),
  problems: table(['code', 'meaning'], Object.entries(PROBLEM_CODES).map(([name, about]) => [code(name), about])),
};
