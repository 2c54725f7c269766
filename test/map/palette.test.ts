// Measures the map's colours: apart for every kind of colour vision, and names readable on them.
import { differenceCiede2000, filterDeficiencyDeuter, filterDeficiencyProt, filterDeficiencyTrit, parse, wcagContrast, type Color } from 'culori';
import { describe, expect, test } from 'vitest';
import { AFFILIATIONS, INK, LINKS, OTHER_LAND, SEA, SEVERITY, UNALIGNED, UNKNOWN_SEVERITY } from '../../client/map/palette.ts';

const difference = differenceCiede2000();
const VISIONS = { normal: (colour: Color) => colour, protan: filterDeficiencyProt(1), deutan: filterDeficiencyDeuter(1), tritan: filterDeficiencyTrit(1) };
type Vision = keyof typeof VISIONS;

const least = (fills: string[], vision: Vision): number => {
  const seen = fills.map((fill) => VISIONS[vision](parse(fill)!));
  return Math.min(...seen.flatMap((a, i) => seen.slice(0, i).map((b) => difference(a, b))));
};

const fills = AFFILIATIONS.map(({ fill }) => fill);

describe('fills of affiliations', () => {
  // Measured: 24.2, 13.6, 14.6 and 18.5.
  test.each<[Vision, number]>([['normal', 24], ['protan', 13.5], ['deutan', 14.5], ['tritan', 18.4]])('the first four are apart with %s vision by %f', (vision, goal) => {
    expect(least(fills.slice(0, 4), vision)).toBeGreaterThanOrEqual(goal);
  });

  // Measured: 18.7, 13.6, 13.6 and 13.7.
  test.each<[Vision, number]>([['normal', 18.6], ['protan', 13.5], ['deutan', 13.5], ['tritan', 13.6]])('all six are apart with %s vision by %f, and never share a pattern', (vision, goal) => {
    expect(least(fills, vision)).toBeGreaterThanOrEqual(goal);
    expect(new Set(AFFILIATIONS.map(({ pattern }) => pattern)).size).toBe(AFFILIATIONS.length);
  });

  test.each(Object.keys(VISIONS) as Vision[])('no affiliation is taken for the sea or for land outside the exercise with %s vision', (vision) => {
    for (const fill of fills) for (const ground of [SEA.top, SEA.bottom, OTHER_LAND.fill]) expect(least([fill, ground], vision), `${fill} on ${ground}`).toBeGreaterThanOrEqual(10.5);
  });
});

describe('ink', () => {
  test.each([...AFFILIATIONS, UNALIGNED, OTHER_LAND].map(({ fill, ink }) => [ink, fill]))('%s is readable on %s', (ink, fill) => {
    expect(wcagContrast(ink!, fill!)).toBeGreaterThanOrEqual(4.5);
  });

  test.each([SEA.top, SEA.bottom])('names of waters are readable on %s', (water) => {
    expect(wcagContrast(SEA.ink, water)).toBeGreaterThanOrEqual(4.5);
  });

  test.each([...SEVERITY.map(({ colour }) => colour), UNKNOWN_SEVERITY, INK.strong, INK.soft])('%s carries white figures, or stands on white', (colour) => {
    expect(wcagContrast('#FFFFFF', colour)).toBeGreaterThanOrEqual(4.5);
  });

  test('the kinds of links differ in dash as well as in colour', () => {
    expect(new Set(Object.values(LINKS).map(({ dash }) => String(dash))).size).toBe(3);
    expect(least(Object.values(LINKS).map(({ colour }) => colour), 'normal')).toBeGreaterThanOrEqual(15);
  });
});
