// The arithmetic of looking at a page: screen = page x scale + offset, within limits; no screen needed.
import type { Box, Point } from './model.ts';

export interface View {
  scale: number;
  x: number;
  y: number;
}

export interface Limits {
  least: number;
  most: number;
  /** What may be looked at: the view never leaves it. */
  bounds: Box;
}

export const toScreen = ({ scale, x, y }: View, [px, py]: Point): Point => [px * scale + x, py * scale + y];
export const toPage = ({ scale, x, y }: View, [sx, sy]: Point): Point => [(sx - x) / scale, (sy - y) / scale];
export const sameView = (a: View, b: View): boolean => a.scale === b.scale && a.x === b.x && a.y === b.y;

const clamp = (value: number, least: number, most: number): number => Math.min(most, Math.max(least, value));

/** The view that shows the box in the middle of the screen, as large as the share of the screen allows. */
export function fit([left, top, right, bottom]: Box, [width, height]: Point, share = 1): View {
  const scale = Math.min(width / (right - left), height / (bottom - top)) * share;
  return centred([(left + right) / 2, (top + bottom) / 2], scale, [width, height]);
}

export const centred = ([x, y]: Point, scale: number, [width, height]: Point): View =>
  ({ scale, x: width / 2 - x * scale, y: height / 2 - y * scale });

/** Zooms about a screen point, which stays on the same place of the page. */
export function zoomAbout(view: View, [sx, sy]: Point, factor: number, { least, most }: Limits): View {
  const scale = clamp(view.scale * factor, least, most);
  const ratio = scale / view.scale;
  return { scale, x: sx - (sx - view.x) * ratio, y: sy - (sy - view.y) * ratio };
}

export const between = (from: View, to: View, share: number): View => ({
  scale: from.scale + (to.scale - from.scale) * share,
  x: from.x + (to.x - from.x) * share,
  y: from.y + (to.y - from.y) * share,
});

/** Share of the screen that the home takes up. */
const SHARE = 0.97;

/** How far one may zoom, given the home: never so far out that the bounds would not fill the screen. */
export function limitsFor(home: Box, bounds: Box, [width, height]: Point): Limits {
  const { scale } = fit(home, [width, height], SHARE);
  const fills = Math.max(width / (bounds[2] - bounds[0]), height / (bounds[3] - bounds[1]));
  return { least: Math.max(scale * 0.75, fills), most: Math.max(scale * 10, fills), bounds };
}

/** The view a map opens with: its home, or on a screen that has no room for all of that, as much of it as there is about what matters. */
export function openingFor(home: Box, matters: readonly Point[], limits: Limits, screen: Point): View {
  const whole = fit(home, screen, SHARE);
  if (whole.scale >= limits.least || matters.length === 0) return within(whole, limits, screen);
  const middle = [0, 1].map((axis) => matters.reduce((sum, at) => sum + at[axis]!, 0) / matters.length) as Point;
  return within(centred(middle, limits.least, screen), limits, screen);
}

/** The nearest view that obeys the limits. */
export function within(view: View, { least, most, bounds }: Limits, [width, height]: Point): View {
  const scale = clamp(view.scale, least, most);
  const middle = toPage(view, [width / 2, height / 2]);
  const at = scale === view.scale ? view : centred(middle, scale, [width, height]);
  return {
    scale,
    x: clamp(at.x, width - bounds[2] * scale, -bounds[0] * scale),
    y: clamp(at.y, height - bounds[3] * scale, -bounds[1] * scale),
  };
}
