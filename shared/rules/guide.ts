// Tables of the model guide (README.md beside this file), made from the catalogues so that they cannot fall behind.
import { BINDINGNESS, INSTRUMENT_KINDS } from '../model/vocabulary.ts';
import { SEAT_FIELDS } from '../model/fields.ts';
import { cells, code, table } from '../scenario/tables.ts';
import { OBJECTIVES, parameters } from '../scenario/schema.ts';
import { ACTIONS } from './actions/catalogue.ts';
import type { Action } from './actions/action.ts';
import { fieldOf } from './actions/action.ts';
import { CLAUSES } from './clauses/catalogue.ts';
import { REFUSALS } from './refusals.ts';

const TIMING: Record<Action['timing'], string> = { immediate: 'at once', order: 'order', joint: 'joint' };

function capOf({ cap }: Action): string {
  return cap === null ? '' : typeof cap === 'number' ? `${cap} a turn` : 'by parameter';
}

function consentOf(action: Action): string {
  if (action.timing !== 'joint') return 'none';
  const asked = action.partial ? 'those who accept' : 'all asked';
  return action.alone ? `${asked}, or alone` : asked;
}

/** Two parties of an example that a clause names by its parameters. */
const HOST = 'AAA';
const OTHER = 'BBB';

/** Intrusiveness for a party that the clause puts under an obligation as host, giver or receiver, and for the other; where a choice decides, for each option. */
function intrusiveness(kind: (typeof CLAUSES)[string]): string {
  const fields = Object.entries(kind.parameters.shape).map(([name, schema]) => [name, fieldOf(schema)] as const);
  const options = Math.max(1, ...fields.map(([, field]) => field?.options?.length ?? 0));
  const example = (chosen: number) => Object.fromEntries(fields.map(([name, field]) => {
    if (field?.field === 'seat') return [name, ['host', 'from', 'provider', 'party'].includes(name) ? HOST : OTHER];
    return [name, field?.field === 'number' ? 1 : field?.options?.[Math.min(chosen, field.options.length - 1)]];
  }));
  const values = Array.from({ length: options }, (_, chosen) => {
    const [own, others] = [kind.intrusiveness(example(chosen), HOST), kind.intrusiveness(example(chosen), OTHER)];
    return own === others ? String(own) : `${own} and ${others}`;
  });
  return [...new Set(values)].join(', ');
}

const defaults = parameters.parse({}) as unknown as Record<string, number>;

export const RULES_TABLES: Readonly<Record<string, string>> = {
  actions: table(['action', 'when', 'points', 'consent', 'seen by', 'a turn', 'step', 'parameters'], Object.values(ACTIONS).map((action) => [
    code(action.code), TIMING[action.timing], action.guestPoints > 0 ? `${action.points}, guests ${action.guestPoints}` : String(action.points), consentOf(action), action.visibility,
    capOf(action), action.step ?? '', cells(Object.keys(action.parameters.shape)),
  ])),
  clauses: table(['clause', 'intrusiveness', 'found out', 'judged', 'parameters'], Object.values(CLAUSES).map((kind) => [
    code(kind.kind), intrusiveness(kind), kind.hidden ? 'by its parameters' : kind.visible ? 'at once' : 'when uncovered', kind.comply ? 'every turn' : 'shapes rules and prices', cells(Object.keys(kind.parameters.shape)),
  ])),
  instruments: table(['kind', 'bindingness'], INSTRUMENT_KINDS.map((kind) => [code(kind), String(BINDINGNESS[kind])])),
  ministry: table(['number', 'range', 'seen by'], Object.entries(SEAT_FIELDS).map(([name, { min, max, sees }]) => [code(name), max === null ? `from ${min}` : `${min} to ${max}`, sees === 'all' ? 'everybody' : 'its seat'])),
  parameters: table(['parameter', 'default', 'meaning'], Object.entries(parameters.shape).map(([name, schema]) => [code(name), String(defaults[name]), schema.description ?? ''])),
  objectives: cells([...OBJECTIVES]),
  refusals: cells([...REFUSALS]),
};
