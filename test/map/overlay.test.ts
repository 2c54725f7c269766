// What the map lays over the page, as far as it can be known without a screen: routes of links, names, signs.
import { readFileSync } from 'node:fs';
import type { Topology } from 'topojson-specification';
import { describe, expect, test } from 'vitest';
import symbols from '../../assets/symbols/domains.json' with { type: 'json' };
import { readGeometry } from '../../client/map/geometry.ts';
import { routeLinks } from '../../client/map/links.ts';
import { ringRadius } from '../../client/map/marks.ts';
import { DOMAINS, sameSelection, type MapLink, type MapModel, type Point } from '../../client/map/model.ts';
import { namesOn } from '../../client/map/names.ts';
import { severityColour } from '../../client/map/palette.ts';

const topology = JSON.parse(readFileSync(new URL('../../assets/maps/karsa-sea.topo.json', import.meta.url), 'utf8')) as Topology;
const geometry = readGeometry(topology, [1600, 1000]);
const onPage = (at: Point): Point => at;
const link = (id: string, from: string, to: string, kind: MapLink['kind'] = 'agreement'): MapLink => ({ id, from, to, kind, label: '' });
const capital = (country: string): Point => geometry.places.find((place) => place.kind === 'capital' && place.country === country)!.at;

const model: MapModel = {
  topology,
  size: [1600, 1000],
  home: [225, 30, 1560, 970],
  countries: [{ id: 'NIH', name: 'Nihara', affiliation: 0, you: true }, { id: 'HAN', name: 'Hanseo', affiliation: -1, you: false }],
  crises: [{ id: 'launches', number: 1, name: 'Launches', at: [800, 400], severity: null, rung: 2 }],
  links: [],
  packages: [{ id: 'pickets', country: 'NIH', name: 'Picket ships', domain: 'SEA', count: 2, at: [800, 400] }],
  affiliations: [{ name: 'Consultations', index: 0 }],
};

describe('routes of links', () => {
  test('run from capital to capital, in the direction of the link', () => {
    const [route] = routeLinks([link('a', 'NIH', 'COL')], geometry, onPage);
    expect(route!.points[0]).toEqual(capital('NIH'));
    expect(route!.points.at(-1)).toEqual(capital('COL'));
  });

  test('of one pair lie apart, whichever end each is told from', () => {
    const routes = routeLinks([link('a', 'NIH', 'COL'), link('b', 'COL', 'NIH', 'intelligence'), link('c', 'NIH', 'COL', 'channel')], geometry, onPage);
    const middles = routes.map(({ points }) => points[Math.floor(points.length / 2)]!.map(Math.round).join());
    expect(new Set(middles).size).toBe(3);
  });

  test('may end at a water, and a region that is not on the page has none', () => {
    expect(routeLinks([link('a', 'NIH', 'STRAIT_SARU'), link('b', 'NIH', 'ATLANTIS')], geometry, onPage)).toHaveLength(1);
  });
});

describe('names', () => {
  const names = namesOn(geometry, model);

  test('have keys of their own', () => {
    expect(new Set(names.map(({ key }) => key)).size).toBe(names.length);
  });

  test('say every land, place, water, crisis and package once', () => {
    expect(names).toHaveLength(geometry.lands.length + geometry.places.length + geometry.waters.length + 2);
  });

  test("put the viewer's own country before all, and cities last", () => {
    const ordered = names.toSorted((a, b) => b.priority - a.priority).map(({ text }) => text);
    expect(ordered[0]).toBe('NIHARA');
    expect(ordered.indexOf('Launches')).toBeLessThan(ordered.indexOf('Karsa Sea'));
    expect(ordered.indexOf('Karsa Sea')).toBeLessThan(ordered.indexOf('Norihama'));
  });

  test('of lands outside the exercise are set more quietly than of its countries', () => {
    const size = (text: string): number => names.find((name) => name.text === text)!.size;
    expect(size('Orvany')).toBeLessThan(size('HANSEO'));
    expect(size('HANSEO')).toBeLessThan(size('NIHARA'));
  });
});

describe('signs', () => {
  test('there is a symbol for every domain', () => {
    expect(Object.keys(symbols).toSorted()).toEqual([...DOMAINS].toSorted());
    for (const { svg, width, height } of Object.values(symbols)) {
      expect(svg).toMatch(/^<svg[^>]+>.*<\/svg>$/);
      expect(Math.max(width, height)).toBeLessThan(48);
    }
  });

  test('a graver crisis has a larger ring of a graver colour, an unknown one a colour of its own', () => {
    expect(ringRadius(90)).toBeGreaterThan(ringRadius(10));
    expect(new Set([null, 10, 50, 90].map(severityColour)).size).toBe(4);
  });

  test('a selection is the same by kind and id', () => {
    expect(sameSelection({ kind: 'country', id: 'NIH' }, { kind: 'country', id: 'NIH' })).toBe(true);
    expect(sameSelection({ kind: 'crisis', id: 'NIH' }, { kind: 'country', id: 'NIH' })).toBe(false);
    expect(sameSelection(null, null)).toBe(true);
    expect(sameSelection(null, { kind: 'country', id: 'NIH' })).toBe(false);
  });
});
