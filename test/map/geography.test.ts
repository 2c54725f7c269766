// Holds every map to what the exercise and the page rely on.
import { feature, neighbors } from 'topojson-client';
import type { Feature, MultiPolygon, Point, Polygon, Position } from 'geojson';
import type { GeometryCollection } from 'topojson-specification';
import { describe, expect, test } from 'vitest';
import { MAPS } from './maps.ts';

type Named = Record<string, unknown> & { name: string };

const polygonsOf = (geometry: Polygon | MultiPolygon): Position[][][] =>
  (geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates);
const inRing = (ring: Position[], [x, y]: Position): boolean => {
  let inside = false;
  for (let i = 0, j = ring.length - 1; i < ring.length; j = i++) {
    const [xi, yi] = ring[i] as [number, number];
    const [xj, yj] = ring[j] as [number, number];
    if (yi > y! !== yj > y! && x! < ((xj - xi) * (y! - yi)) / (yj - yi) + xi) inside = !inside;
  }
  return inside;
};

describe.each(MAPS)('$name', ({ name, page, sidecar }) => {
  const features = <G extends Polygon | MultiPolygon | Point>(object: string): Feature<G, Named>[] =>
    feature(page, page.objects[object] as GeometryCollection<Named>).features as Feature<G, Named>[];
  const lands = features<Polygon | MultiPolygon>('regions');
  const places = features<Point>('places');
  const waters = features<Point>('waters');

  const landsAt = (point: Position): string[] =>
    lands.filter(({ geometry }) => polygonsOf(geometry).some(([outer, ...lakes]) => inRing(outer!, point) && !lakes.some((lake) => inRing(lake, point)))).map(({ id }) => String(id));

  /** The lands on each arc's two sides, in the direction the arc is drawn. */
  const usesOfArcs = (object: string): Map<number, { land: string; reversed: boolean }[]> => {
    const uses = new Map<number, { land: string; reversed: boolean }[]>();
    const walk = (arcs: unknown, land: string): void => {
      if (Array.isArray(arcs)) return arcs.forEach((arc) => walk(arc, land));
      const arc = arcs as number;
      const index = arc < 0 ? ~arc : arc;
      uses.set(index, [...(uses.get(index) ?? []), { land, reversed: arc < 0 }]);
    };
    for (const geometry of (page.objects[object] as GeometryCollection | undefined)?.geometries ?? []) walk((geometry as { arcs?: unknown }).arcs, String(geometry.id));
    return uses;
  };

  describe('the topology', () => {
    test('is small enough to load with the page', () => {
      expect(JSON.stringify(page).length).toBeLessThan(90 * 1024);
    });

    test('gives every land, place and water an id of its own and a name', () => {
      const all = [...lands, ...places, ...waters];
      expect(new Set(all.map(({ id }) => id)).size).toBe(all.length);
      for (const { id, properties } of all) {
        expect(id).toMatch(/^[A-Z_]+$/);
        expect(properties.name).toMatch(/^[A-Z]/);
      }
    });

    test('refers only to arcs it holds, and uses every one', () => {
      const used = new Set([...usesOfArcs('regions').keys(), ...usesOfArcs('rivers').keys()]);
      expect([...used].toSorted((a, b) => a - b)).toEqual(page.arcs.map((_, index) => index));
    });

    test('closes every ring', () => {
      for (const { geometry } of lands) for (const ring of polygonsOf(geometry).flat()) {
        expect(ring.length).toBeGreaterThanOrEqual(4);
        expect(ring.at(-1)).toEqual(ring[0]);
      }
    });

    test('shares each border arc between two lands that walk it in opposite directions: no gaps', () => {
      const shared = [...usesOfArcs('regions').values()].filter((uses) => uses.length > 1);
      expect(shared.length).toBeGreaterThan(0);
      for (const uses of shared) {
        expect(uses).toHaveLength(2);
        expect(uses[0]!.land).not.toBe(uses[1]!.land);
        expect(uses[0]!.reversed).toBe(!uses[1]!.reversed);
      }
    });

    test('lays no two lands over each other', () => {
      const [width, height] = sidecar.size;
      const twice: string[] = [];
      for (let x = -100.5; x < width + 100; x += 9) for (let y = -100.5; y < height + 100; y += 9) {
        const found = landsAt([x, y]);
        if (found.length > 1) twice.push(`${found.join(' and ')} at ${x},${y}`);
      }
      expect(twice).toEqual([]);
    });
  });

  describe('places and waters', () => {
    test.each(places.map((place) => [place.properties.name, place] as const))('%s lies inside its country', (_, { geometry, properties }) => {
      expect(landsAt(geometry.coordinates)).toEqual([properties['country']]);
    });

    test('every country has one capital', () => {
      const countries = lands.filter(({ properties }) => properties['kind'] === 'country').map(({ id }) => id);
      const seats = places.filter(({ properties }) => properties['kind'] === 'capital').map(({ properties }) => properties['country']);
      expect(seats.toSorted()).toEqual(countries.toSorted());
    });

    test.each(waters.map((water) => [water.properties.name, water] as const))('the name of %s stands on water', (_, { geometry }) => {
      expect(landsAt(geometry.coordinates)).toEqual([]);
    });
  });

  describe('the sidecar', () => {
    test('bears the name of its file', () => {
      expect(sidecar.id).toBe(name);
    });

    test('names the same lands and waters as the page', () => {
      const onPage = [...lands, ...waters].map(({ id, properties }) => ({ id, name: properties.name, kind: properties['kind'] }));
      expect(sidecar.regions.map(({ id, name, kind }) => ({ id, name, kind }))).toEqual(onPage);
    });

    test('is adjacent both ways, to ids that exist, and never to itself', () => {
      const adjacent = new Map(sidecar.regions.map((region) => [region.id, region.adjacent]));
      for (const [id, others] of adjacent) {
        expect(others).not.toContain(id);
        expect(others.length).toBeGreaterThan(0);
        for (const other of others) expect(adjacent.get(other), `${other}, neighbour of ${id}`).toContain(id);
      }
    });

    test('knows every land border of the page', () => {
      const borders = neighbors((page.objects['regions'] as GeometryCollection).geometries);
      lands.forEach(({ id }, i) => {
        const across = sidecar.regions.find((region) => region.id === id)!.adjacent.filter((other) => lands.some((land) => land.id === other));
        expect(across.toSorted()).toEqual(borders[i]!.map((j) => String(lands[j]!.id)).toSorted());
      });
    });

    test('opens on a view inside the page that shows every capital', () => {
      const [left, top, right, bottom] = sidecar.home as [number, number, number, number];
      for (const { geometry: { coordinates: [x, y] }, properties } of places) {
        if (properties['kind'] !== 'capital') continue;
        expect(x! > left && x! < right && y! > top && y! < bottom, properties.name).toBe(true);
      }
    });
  });
});
