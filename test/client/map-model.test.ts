// What the map is told: crises where their region is, packages by whom, links of what is in force, and selections both ways.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { fromMap, mapModel, readPage, toMap } from '../../client/shell/map-model.ts';
import type { PublicView, Sight } from '../../shared/view/view.ts';

const maps = join(import.meta.dirname, '..', '..', 'assets', 'maps');
const read = (name: string) => JSON.parse(readFileSync(join(maps, name), 'utf8'));
const page = readPage(read('karsa-sea.topo.json'), read('karsa-sea.json'));

const crisis = (id: string, number: number, part: object = {}) => ({ id, number, name: id, region: 'SEA_KARSA', open: true, severity: 40, rung: 2, deployments: {}, ...part });
const instrument = (id: string, parties: string[], kinds: string[], status = 'inForce') => ({ id, title: id, parties, status, binding: 1, versions: [{ version: 1, clauses: kinds.map((kind) => ({ kind, params: {} })) }] });

function publicView(part: object = {}): PublicView {
  return {
    exercise: { seats: ['COL', 'HAN', 'NIH'] },
    affiliations: { west: { name: 'West' }, east: { name: 'East' } },
    seats: {
      COL: { id: 'COL', name: 'Columbria', region: 'COL', affiliation: 'west' },
      HAN: { id: 'HAN', name: 'Hanseo', region: 'HAN', affiliation: 'east' },
      NIH: { id: 'NIH', name: 'Nihara', region: 'NIH', affiliation: 'west' },
    },
    crises: {},
    instruments: {},
    ...part,
  } as unknown as PublicView;
}
const sight = (view: PublicView, own: object = {}): Sight => ({ public: view, own: { seat: { id: 'NIH' }, instruments: {}, relations: {}, ...own } }) as unknown as Sight;

describe('signs', () => {
  test('of open crises stand in their region, apart from one another', () => {
    const view = publicView({ crises: { one: crisis('one', 1), two: crisis('two', 2), over: crisis('over', 3, { open: false }), lost: crisis('lost', 4, { region: 'NOWHERE' }) } });
    const { crises } = mapModel(page, view, null);
    expect(crises.map(({ id }) => id)).toEqual(['one', 'two']);
    expect(Math.hypot(crises[0]!.at[0] - crises[1]!.at[0], crises[0]!.at[1] - crises[1]!.at[1])).toBeGreaterThan(60);
  });

  test('of packages tell who sent them; empty ones are not drawn', () => {
    const view = publicView({ crises: { one: crisis('one', 1, { deployments: { NIH: [{ domain: 'SEA', count: 2 }, { domain: 'CYB', count: 0 }] } }) } });
    expect(mapModel(page, view, null).packages).toMatchObject([{ id: 'one/NIH/SEA', country: 'NIH', name: 'Sea', count: 2 }]);
  });

  test('of countries carry their affiliation, and which one is yours', () => {
    const view = publicView();
    expect(mapModel(page, view, sight(view)).countries).toEqual([
      { id: 'COL', name: 'Columbria', affiliation: 0, you: false },
      { id: 'HAN', name: 'Hanseo', affiliation: 1, you: false },
      { id: 'NIH', name: 'Nihara', affiliation: 0, you: true },
    ]);
  });
});

describe('links', () => {
  test('are drawn for what is in force, one per pair and kind', () => {
    const view = publicView({ instruments: { a: instrument('a', ['NIH', 'COL'], ['NOTIFY']), b: instrument('b', ['COL', 'NIH'], ['TRAINING']), c: instrument('c', ['NIH', 'HAN'], ['NOTIFY'], 'tabled') } });
    expect(mapModel(page, view, null).links).toEqual([{ id: 'agreement/COL/NIH', from: 'COL', to: 'NIH', kind: 'agreement', label: 'a and b' }]);
  });

  test('of agreements on intelligence are two, and one’s own channels are of their own kind', () => {
    const view = publicView();
    const own = { instruments: { s: instrument('s', ['NIH', 'COL'], ['INTEL_SHARE']) }, relations: { HAN: { seat: 'HAN', channels: ['hotline'] } } };
    expect(mapModel(page, view, sight(view, own)).links.map(({ id }) => id)).toEqual(['agreement/COL/NIH', 'intelligence/COL/NIH', 'channel/HAN/NIH']);
  });
});

test.each([
  [{ kind: 'seat', id: 'NIH' }, { kind: 'country', id: 'NIH' }],
  [{ kind: 'crisis', id: 'one' }, { kind: 'crisis', id: 'one' }],
  [{ kind: 'region', id: 'SEA_KARSA' }, { kind: 'water', id: 'SEA_KARSA' }],
] as const)('%o is %o on the map, and back', (chosen, shown) => {
  const view = publicView();
  expect(toMap(chosen, view)).toEqual(shown);
  expect(fromMap(shown, view)).toEqual(chosen);
});

test('a package leads to its crisis, a country outside the exercise to its region, and what is no place to nothing', () => {
  const view = publicView();
  expect(fromMap({ kind: 'package', id: 'one/NIH/SEA' }, view)).toEqual({ kind: 'crisis', id: 'one' });
  expect(fromMap({ kind: 'country', id: 'ORV' }, view)).toEqual({ kind: 'region', id: 'ORV' });
  expect(toMap({ kind: 'report', id: 'r' }, view)).toBeNull();
});
