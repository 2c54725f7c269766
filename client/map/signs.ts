// Where signs stand on the screen: each at its own place, or where others are in the way at the nearest place that is free.
import { overlaps } from './labels.ts';
import type { Box, Point } from './model.ts';

/** Pixels from ring to ring of the places that are tried, and how many rings there are. */
const STEP = 14;
const RINGS = 16;
/** Sixteen directions, below and beside first. */
const ANGLES = [90, 180, 0, 270, 135, 45, 225, 315, 112.5, 67.5, 157.5, 22.5, 202.5, 337.5, 247.5, 292.5].map((degrees) => (degrees * Math.PI) / 180);
/** So far a sign goes to stay on the water, or on the land, that it belongs to. */
const LOYALTY = 112;

const DETOURS: Point[] = [[0, 0], ...Array.from({ length: RINGS }, (_, ring) => ANGLES.map((angle): Point => [(ring + 1) * STEP * Math.cos(angle), (ring + 1) * STEP * Math.sin(angle)])).flat()];

/** A box about a place, on the screen. */
export const boxAt = ([x, y]: Point, [left, top, right, bottom]: Box, growth = 1): Box => [x + left * growth, y + top * growth, x + right * growth, y + bottom * growth];

/** Room beside a sign for a name of one line that begins at the gap. */
export const nameBeside = (text: string, size: number, gap: number): Box => [gap, -size * 0.7, gap + text.length * size * 0.52, size * 0.7];

/** The nearest place that is clear of what is taken, on ground of the same kind if that is not far; its own where there is none. */
export function freePlace(at: Point, box: Box, growth: number, taken: readonly Box[], isLand: (at: Point) => boolean): Point {
  const ground = isLand(at);
  const clear = (place: Point): boolean => !taken.some((other) => overlaps(other, boxAt(place, box, growth)));
  const places = DETOURS.map(([dx, dy]): Point => [at[0] + dx, at[1] + dy]);
  return places.find((place) => Math.hypot(place[0] - at[0], place[1] - at[1]) <= LOYALTY && clear(place) && isLand(place) === ground) ?? places.find(clear) ?? at;
}
