// Signs in a crowd: eight ministries send to one crisis, and no sign stands on another, its count or its code, nor on the name of the crisis.
import { describe, expect, test } from 'vitest';
import { readGeometry } from '../../client/map/geometry.ts';
import { overlaps } from '../../client/map/labels.ts';
import { crisisBox, packageBox } from '../../client/map/marks.ts';
import type { Box, Point } from '../../client/map/model.ts';
import { crisisGap } from '../../client/map/names.ts';
import { boxAt, freePlace, nameBeside } from '../../client/map/signs.ts';
import { fit, toPage, toScreen } from '../../client/map/view.ts';
import { MAPS } from './maps.ts';

/** The map's part of the screen: of a tablet, of a laptop, and under the board of exercise control. */
const SCREENS: Point[] = [[610, 650], [952, 768], [1340, 410]];
const CRISIS = { severity: 85 };
const SENT = Array.from({ length: 16 }, (_, place) => ({ domain: (['SEA', 'LOG', 'ISR', 'DIS'] as const)[place % 4]!, count: 1 + (place % 3) }));

describe.each(MAPS)('$name', ({ page, sidecar: { size, home } }) => {
  const geometry = readGeometry(page, size);

  test.each(SCREENS)('keeps sixteen packages apart on %i by %i pixels', (...screen) => {
    const view = fit(home, screen as Point, 0.97);
    const isLand = (at: Point): boolean => geometry.landAt(toPage(view, at)) !== null;
    for (const { id } of geometry.waters) {
      const crisis = toScreen(view, geometry.signPlace(id)!);
      const taken: Box[] = [boxAt(crisis, crisisBox(CRISIS)), boxAt(crisis, nameBeside('Cables of Amber Sound', 13, crisisGap(CRISIS)))];
      for (const [place, sent] of SENT.entries()) {
        const angle = (place / SENT.length) * 2 * Math.PI;
        const own: Point = [crisis[0] + 40 * Math.cos(angle), crisis[1] + 40 * Math.sin(angle)];
        const box = boxAt(freePlace(own, packageBox(sent), 0.78, taken, isLand), packageBox(sent), 0.78);
        expect(taken.filter((other) => overlaps(other, box)), `${id}, package ${place}`).toEqual([]);
        taken.push(box);
      }
    }
  });
});

test('a sign stays on its own ground while there is room not far off', () => {
  const shore = ([x]: Point): boolean => x < 90;
  const here: Box = [80, 80, 140, 120];
  const [x] = freePlace([100, 100], [-10, -10, 10, 10], 1, [here], shore);
  expect(shore([x, 0])).toBe(false);
  expect(freePlace([100, 100], [-10, -10, 10, 10], 1, [], shore)).toEqual([100, 100]);
});
