// The lines between countries: bowed curves in screen units, and their dashes.
import type { Point } from './model.ts';

/** A curve from one point to another, bowed to one side by a share of its length. */
export function bowed([ax, ay]: Point, [bx, by]: Point, bow: number, steps = 48): Point[] {
  const cx = (ax + bx) / 2 - (by - ay) * bow * 2;
  const cy = (ay + by) / 2 + (bx - ax) * bow * 2;
  return Array.from({ length: steps + 1 }, (_, i) => {
    const t = i / steps;
    const u = 1 - t;
    return [u * u * ax + 2 * u * t * cx + t * t * bx, u * u * ay + 2 * u * t * cy + t * t * by];
  });
}

/** Cuts a line into its dashes. */
export function dashes(points: Point[], dash: number, gap: number): Point[][] {
  const out: Point[][] = [];
  let current: Point[] = points[0] ? [points[0]] : [];
  let drawing = true;
  let left = dash;
  for (let i = 1; i < points.length; i++) {
    let [x, y] = points[i - 1]!;
    const [tx, ty] = points[i]!;
    let length = Math.hypot(tx - x, ty - y);
    while (length > left) {
      x += ((tx - x) * left) / length;
      y += ((ty - y) * left) / length;
      length -= left;
      if (drawing) out.push([...current, [x, y]]);
      current = [[x, y]];
      drawing = !drawing;
      left = drawing ? dash : gap;
    }
    left -= length;
    if (drawing) current.push([tx, ty]);
  }
  if (drawing && current.length > 1) out.push(current);
  return out;
}

/** The point at a share of the way along a line of even steps. */
export function pointAlong(points: Point[], share: number): Point {
  const at = Math.min(points.length - 1, Math.max(0, share * (points.length - 1)));
  const i = Math.min(points.length - 2, Math.floor(at));
  const [ax, ay] = points[i]!;
  const [bx, by] = points[i + 1]!;
  return [ax + (bx - ax) * (at - i), ay + (by - ay) * (at - i)];
}
