// Every map as it opens: each country's name and capital find room at the sizes of screen the page is made for, clear of the cards.
import { describe, expect, test } from 'vitest';
import { readGeometry } from '../../client/map/geometry.ts';
import { placeLabels } from '../../client/map/labels.ts';
import type { Box, MapModel, Point } from '../../client/map/model.ts';
import { namesOn, requestFor, type Name } from '../../client/map/names.ts';
import { fit, toPage, toScreen } from '../../client/map/view.ts';
import { MAPS } from './maps.ts';

/** The map's part of a window of 1440 x 900, 1920 x 1080 and 1024 x 768 with the panel open, and its legend: on a small one it starts closed. */
const SCREENS: { width: number; height: number; legend: Point }[] = [
  { width: 952, height: 768, legend: [232, 287] },
  { width: 1352, height: 948, legend: [232, 287] },
  { width: 610, height: 650, legend: [102, 36] },
];
/** Between a card and the map's edge, and what names keep clear about it, in pixels. */
const EDGE = 16;
const CLEAR = 6;
/** Half of what a capital's sign covers, in pixels. */
const SIGN = 5;

/** A little more than the condensed face is broad and high on the screen. */
const sizeOf = ({ text, size, spacing }: Name): Point => [text.length * (size * 0.54 + spacing), size * 1.25];

describe.each(MAPS)('$name', ({ page, sidecar: { size, home } }) => {
  const geometry = readGeometry(page, size);
  const countries = geometry.lands.filter(({ kind }) => kind === 'country').map(({ id, name }) => ({ id, name, affiliation: 0, you: false }));
  const capitals = geometry.places.filter(({ kind }) => kind === 'capital');
  const model: MapModel = { topology: page, size, home, countries, crises: [], links: [], packages: [], affiliations: [] };

  test.each(SCREENS)('has room on a map of $width by $height pixels', ({ width, height, legend }) => {
    const view = fit(home, [width, height], 0.97);
    const at = (point: Point): Point => toScreen(view, point);
    const isLand = (point: Point): boolean => geometry.landAt(toPage(view, point)) !== null;
    const requests = namesOn(geometry, model).flatMap((name) => requestFor(name, sizeOf(name), at, { zoom: 1, scale: view.scale, isLand, placeOf: () => null }) ?? []);
    const signs = capitals.map((place): Box => { const [x, y] = at(place.at); return [x - SIGN, y - SIGN, x + SIGN, y + SIGN]; });
    const [near, far] = [EDGE - CLEAR, EDGE + CLEAR];
    const cards: Box[] = [
      [width - 168 - far, near, width - near, 40 + far],
      [width - 40 - far, height - 120 - far, width - near, height - near],
      [near, height - legend[1] - far, legend[0] + far, height - near],
    ];
    const placed = placeLabels(requests, { frame: [4, 4, width - 4, height - 4], obstacles: [...cards, ...signs], lines: [] });
    const missing = [...countries.map(({ id }) => `land ${id}`), ...capitals.map(({ id }) => `place ${id}`)].filter((key) => !placed.has(key));
    expect(missing).toEqual([]);
  });

  test('keeps the capitals apart', () => {
    const view = fit(home, [SCREENS[0]!.width, SCREENS[0]!.height], 0.97);
    for (const [i, { at, name }] of capitals.entries()) for (const other of capitals.slice(0, i)) {
      expect(Math.hypot(at[0] - other.at[0], at[1] - other.at[1]) * view.scale, `${name} and ${other.name}`).toBeGreaterThan(3 * SIGN);
    }
  });
});
