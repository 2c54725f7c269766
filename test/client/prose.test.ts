// Clauses as prose: every kind speaks, every parameter is marked, blanks stay visible.
import { describe, expect, it } from 'vitest';
import { fieldOf } from '../../shared/rules/actions/action.ts';
import { clauseTitle, proseOf } from '../../client/clauses/prose.ts';
import { hasText } from '../../client/locales/text.ts';
import { CLAUSES } from '../../shared/rules/clauses/catalogue.ts';
import { Table } from './fixture.ts';

const view = new Table().sight('NIH').public;

const FILLED: Record<string, Record<string, unknown>> = {
  TRAINING: { domain: 'AMD', provider: 'COL', trainee: 'NIH', places: 2 },
  EXERCISE: { domains: ['SEA', 'AMD'], every: 2, minimum: 2, rotation: true },
  INFOSEC: { minimum: 50, ceiling: 'S' },
  INTEL_SHARE: { threats: ['launches'], minimum: 1, ceiling: 'C' },
  ORCON: { onward: 'consent' },
  COST_SHARE: { key: 'income', amount: 3 },
  NOTIFY: { activity: 'SHOW_FORCE', ahead: 1 },
  HOTLINE: { within: 1 },
  MUTUAL_ASSIST: { crisis: 'karsa', rung: 5, minimum: 2, within: 0 },
  ACCESS: { host: 'MER', guest: 'COL', regions: ['MER'], cap: 1, purpose: 'basing' },
  AID: { from: 'COL', to: 'NIH', what: 'money', amount: 3, condition: 'always' },
  FUSION_CELL: { host: 'COL', raw: true },
  INSPECT: { quota: 1, regions: ['NIH'] },
  LOGISTICS: {},
  INCIDENT_PROC: { joint: true },
  LIMIT: { domain: 'SEA', region: 'NIH', cap: 0 },
  NORM: { act: 'cyberOperation', secret: true },
  STANDARD: { level: 2, domains: ['SEA'], by: 4 },
  STANDING_FORCE: { domain: 'SEA', packages: 1, notice: 1, missions: ['karsa'] },
  DISPUTE: { method: 'arbitrate', remedy: 'pay', amount: 3 },
  IF: { condition: 'rung/any/5', clause: { kind: 'HOTLINE', params: { within: 0 } } },
  CAVEAT: { party: 'NIH', clause: 'EXERCISE', restriction: 'domain/SEA' },
  TERM: { duration: 4, renewal: 'auto', notice: 1 },
};

const text = (kind: string, params: Record<string, unknown>) => proseOf(view, { kind, params }).map((piece) => piece.text).join('');

describe('clause prose', () => {
  it.each(Object.keys(CLAUSES))('%s has a title, help and a sentence that marks every parameter', (kind) => {
    expect(hasText(`clause.${kind}`) && hasText(`clause.${kind}.help`) && hasText(`clause.${kind}.prose`)).toBe(true);
    const params = FILLED[kind]!;
    expect(CLAUSES[kind]!.parameters.safeParse(params).success).toBe(true);
    const pieces = proseOf(view, { kind, params });
    const marked = pieces.flatMap(({ parameter }) => parameter ?? []).sort();
    expect(marked).toEqual(Object.keys(CLAUSES[kind]!.parameters.shape).sort());
    expect(pieces.map((piece) => piece.text).join('')).not.toMatch(/[{}[\]|]|undefined|NaN/);
    // The marker covers what a parameter says, not the comma or the space before it.
    for (const piece of pieces) if (piece.parameter !== null) expect(piece.text).toMatch(/^[^\s,;]/);
  });

  it.each(Object.keys(CLAUSES))('%s shows a blank for each parameter that is still open', (kind) => {
    const blanks = proseOf(view, { kind, params: {} }).filter(({ blank }) => blank).map(({ parameter }) => parameter);
    const open = Object.entries(CLAUSES[kind]!.parameters.shape).filter(([, schema]) => !['flag', 'threats', 'crises'].includes(fieldOf(schema)!.field)).map(([name]) => name);
    expect(blanks.sort()).toEqual(expect.arrayContaining(open.sort()));
  });

  it('names countries, domains and numbers as people read them', () => {
    expect(text('TRAINING', FILLED.TRAINING!)).toBe('Columbria shall give Nihara 2 training courses in air and missile defence in every turn.');
    expect(text('EXERCISE', { ...FILLED.EXERCISE, every: 1, rotation: false })).toBe('At least 2 Parties shall exercise together in sea and air and missile defence every turn.');
    expect(text('INTEL_SHARE', { threats: [], minimum: 2, ceiling: 'S' })).toContain('2 reports of its own on any threat, marked no higher than SECRET');
    expect(text('TERM', { duration: 1, renewal: 'end', notice: 0 })).toBe('This instrument lasts one turn; after that it ends. A Party may leave at any time.');
  });

  it('keeps brackets in names from being taken for marks', () => {
    const odd = { ...view, seats: { ...view.seats, COL: { ...view.seats.COL!, name: 'Col[x|y]' } } };
    expect(proseOf(odd, { kind: 'TRAINING', params: FILLED.TRAINING! })[0]).toEqual({ text: 'Col x y ', parameter: 'provider', blank: false });
  });

  it('names a clause of a kind it does not know', () => {
    expect(proseOf(view, { kind: 'LUNAR', params: {} })).toEqual([{ text: clauseTitle('LUNAR'), parameter: null, blank: false }]);
  });
});
