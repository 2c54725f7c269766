// The map's arithmetic without a screen: what lies where, how a view moves, how names and lines are laid.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { bowed, dashes, pointAlong } from '../../client/map/curves.ts';
import { inArea, readGeometry } from '../../client/map/geometry.ts';
import { aboutPoint, besidePoint, overlaps, placeLabels, type LabelRequest } from '../../client/map/labels.ts';
import type { Box, Point } from '../../client/map/model.ts';
import { fit, limitsFor, openingFor, toPage, toScreen, within, zoomAbout } from '../../client/map/view.ts';
import { MAPS } from './maps.ts';

const HOME: Box = [225, 30, 1560, 970];
const BOUNDS: Box = [-300, -300, 1900, 1300];

describe.each(MAPS)('what lies where on $name', ({ page, sidecar: { size } }) => {
  const geometry = readGeometry(page, size);

  test.each(geometry.lands.map((land) => [land.name, land] as const))('the name of %s stands on it, inside the frame', (_, land) => {
    expect(geometry.landAt(land.label)).toBe(land);
    expect(land.label[0]).toBeGreaterThan(0);
    expect(land.label[0]).toBeLessThan(size[0]);
    expect(land.label[1]).toBeGreaterThan(0);
    expect(land.label[1]).toBeLessThan(size[1]);
  });

  test('the quick search agrees with asking every land', () => {
    fc.assert(fc.property(fc.integer({ min: -300, max: size[0] + 300 }), fc.integer({ min: -300, max: size[1] + 300 }), (x, y) => {
      const slow = geometry.lands.filter((land) => land.areas.some((area) => inArea(area, [x, y]))).map(({ id }) => id);
      const quick = geometry.landAt([x, y]);
      expect(quick ? [quick.id] : []).toEqual(slow.slice(0, 1));
    }));
  });

  test('a lake is not land', () => {
    const lakes = geometry.lands.flatMap(({ areas }) => areas.flatMap(({ holes }) => holes));
    expect(lakes.length).toBeGreaterThan(0);
    for (const lake of lakes) {
      const [x, y] = lake.reduce<Point>((sum, point) => [sum[0] + point[0] / lake.length, sum[1] + point[1] / lake.length], [0, 0]);
      expect(geometry.landAt([x, y])).toBeNull();
    }
  });

  test('a river runs over land and ends at a shore', () => {
    const shores = new Set(geometry.coast().flat().map(String));
    for (const river of geometry.rivers) {
      expect(shores).toContain(String(river.at(-1)));
      const overLand = river.filter((point) => geometry.landAt(point) !== null).length;
      expect(overLand / river.length).toBeGreaterThan(0.9);
    }
  });

  test('the name of every water stands on that water', () => {
    for (const water of geometry.waters) expect(geometry.waterAt(water.at)).toBe(water);
  });

  test.each(geometry.lands.map(({ id }) => id))('a sign for %s stands on it', (id) => {
    expect(geometry.landAt(geometry.signPlace(id)!)?.id).toBe(id);
  });

  test.each(geometry.waters.map(({ id, at }) => [id, at] as const))('a sign for %s stands on that water, clear of its name', (id, at) => {
    const place = geometry.signPlace(id)!;
    expect(geometry.landAt(place)).toBeNull();
    expect(geometry.waterAt(place)?.id).toBe(id);
    expect(Math.hypot(place[0] - at[0], place[1] - at[1])).toBeGreaterThan(20);
  });

  test('a sign for a region that is not on the page has no place', () => {
    expect(geometry.signPlace('ATLANTIS')).toBeNull();
  });
});

test('a border between two lands is drawn once, and the filter chooses it', () => {
  const { page, sidecar } = MAPS.find(({ name }) => name === 'karsa-sea')!;
  const geometry = readGeometry(page, sidecar.size);
  const all = geometry.borders().length;
  const oneSide = geometry.borders((a, b) => [a, b].includes('HAN')).length;
  expect(oneSide).toBeGreaterThan(0);
  expect(oneSide).toBeLessThan(all);
  expect(geometry.borders((a, b) => [a, b].includes('NIH'))).toEqual([]);
});

test('rivers are drawn where a map has any, and a map need not', () => {
  const count = (wanted: string): number => { const { page, sidecar } = MAPS.find(({ name }) => name === wanted)!; return readGeometry(page, sidecar.size).rivers.length; };
  expect(count('dry-line')).toBeGreaterThan(2);
  expect(count('karsa-sea')).toBe(0);
});

describe('the view', () => {
  const screen: Point = [1000, 700];
  const home = fit(HOME, screen);
  const limits = limitsFor(HOME, BOUNDS, screen);

  test('fitting a box shows all of it, in the middle', () => {
    const [left, top] = toScreen(home, [HOME[0], HOME[1]]);
    const [right, bottom] = toScreen(home, [HOME[2], HOME[3]]);
    expect(left).toBeGreaterThanOrEqual(-1e-6);
    expect(top).toBeGreaterThanOrEqual(-1e-6);
    expect(left + right).toBeCloseTo(screen[0]);
    expect(top + bottom).toBeCloseTo(screen[1]);
  });

  test('zooming keeps the place under the pointer', () => {
    fc.assert(fc.property(fc.integer({ min: 0, max: 1000 }), fc.integer({ min: 0, max: 700 }), fc.double({ min: 0.2, max: 5, noNaN: true }), (x, y, factor) => {
      const before = toPage(home, [x, y]);
      const after = toPage(zoomAbout(home, [x, y], factor, limits), [x, y]);
      expect(after[0]).toBeCloseTo(before[0], 6);
      expect(after[1]).toBeCloseTo(before[1], 6);
    }));
  });

  test('no move shows what lies outside the bounds', () => {
    fc.assert(fc.property(fc.integer({ min: -5000, max: 5000 }), fc.integer({ min: -5000, max: 5000 }), fc.double({ min: 0.01, max: 30, noNaN: true }), (x, y, scale) => {
      const view = within({ scale, x, y }, limits, screen);
      const [left, top] = toPage(view, [0, 0]);
      const [right, bottom] = toPage(view, screen);
      expect(left).toBeGreaterThanOrEqual(BOUNDS[0] - 1e-6);
      expect(top).toBeGreaterThanOrEqual(BOUNDS[1] - 1e-6);
      expect(right).toBeLessThanOrEqual(BOUNDS[2] + 1e-6);
      expect(bottom).toBeLessThanOrEqual(BOUNDS[3] + 1e-6);
    }));
  });

  test('a very broad screen still cannot see past the bounds', () => {
    const broad: Point = [4000, 500];
    expect(limitsFor(HOME, BOUNDS, broad).least).toBeGreaterThanOrEqual(4000 / 2200);
  });

  test('opens with the whole home where there is room, else with what matters in the middle', () => {
    const crisis: Point = [700, 800];
    const opening = (on: Point, matters: Point[]) => openingFor(HOME, matters, limitsFor(HOME, BOUNDS, on), on);
    expect(opening(screen, [crisis])).toEqual(opening(screen, []));
    const broad: Point = [1340, 400];
    expect(toScreen(opening(broad, [crisis]), crisis)[1]).toBeCloseTo(200);
    expect(opening(broad, [crisis]).scale).toBe(opening(broad, []).scale);
  });
});

describe('names', () => {
  const frame: Box = [0, 0, 400, 300];
  const request = (key: string, priority: number, at: Point): LabelRequest => ({ key, priority, width: 60, height: 16, candidates: besidePoint(at, [60, 16], 6) });

  test('never lie over one another, over an obstacle or beyond the frame', () => {
    const point = fc.tuple(fc.integer({ min: -20, max: 420 }), fc.integer({ min: -20, max: 320 }));
    fc.assert(fc.property(fc.array(point, { maxLength: 40 }), fc.array(point, { maxLength: 5 }), (points, corners) => {
      const obstacles = corners.map(([x, y]): Box => [x, y, x + 50, y + 30]);
      const placed = [...placeLabels(points.map((at, i) => request(String(i), i, at)), { frame, obstacles, lines: [] }).values()].map(([x, y]): Box => [x, y, x + 60, y + 16]);
      for (const [i, box] of placed.entries()) {
        expect(box[0] >= 0 && box[1] >= 0 && box[2] <= 400 && box[3] <= 300).toBe(true);
        expect([...placed.slice(0, i), ...obstacles].some((other) => overlaps(box, other))).toBe(false);
      }
    }));
  });

  test('of two that fight for one place the more important stands', () => {
    const only = (key: string, priority: number): LabelRequest => ({ key, priority, width: 60, height: 16, candidates: [[10, 10]] });
    expect([...placeLabels([only('city', 1), only('country', 9)], { frame, obstacles: [], lines: [] }).keys()]).toEqual(['country']);
  });

  test('step aside for lines', () => {
    const lines: Point[] = Array.from({ length: 10 }, (_, i) => [110 + i * 5, 100]);
    expect(placeLabels([request('a', 1, [100, 100])], { frame, obstacles: [], lines }).get('a')![0]).toBeLessThan(100);
  });

  test('may wander about their point, nearest first', () => {
    const [first, ...others] = aboutPoint([100, 100], [20, 10], 30);
    expect(first).toEqual([90, 95]);
    expect(others).toHaveLength(24);
  });
});

describe('lines between countries', () => {
  const curve = bowed([0, 0], [100, 0], 0.2);

  test('start and end where they should, and bow by the share asked', () => {
    expect(curve[0]).toEqual([0, 0]);
    expect(curve.at(-1)).toEqual([100, 0]);
    expect(Math.max(...curve.map(([, y]) => Math.abs(y)))).toBeCloseTo(20, 5);
    expect(pointAlong(curve, 0.5)[0]).toBeCloseTo(50, 5);
  });

  test('dashes have their length and leave their gaps', () => {
    const cut = dashes([[0, 0], [35, 0]], 10, 5);
    expect(cut.map((dash) => [dash[0]![0], dash.at(-1)![0]])).toEqual([[0, 10], [15, 25], [30, 35]]);
  });
});
