// Places names on the screen: the most important first, each at the candidate that crosses least, none over another.
import type { Box, Point } from './model.ts';

export interface LabelRequest {
  key: string;
  priority: number;
  width: number;
  height: number;
  /** Top left corners, the preferred first. */
  candidates: Point[];
  /** What the name really covers, from its corner, where that is less than its whole box: sloping names. */
  parts?: Box[];
}

export interface LabelSurroundings {
  frame: Box;
  obstacles: Box[];
  /** Points of lines that a name should rather not cover. */
  lines: Point[];
}

export const overlaps = (a: Box, b: Box): boolean => a[0] < b[2] && a[2] > b[0] && a[1] < b[3] && a[3] > b[1];

const holds = (box: Box, [x, y]: Point): boolean => x > box[0] && x < box[2] && y > box[1] && y < box[3];
const insideFrame = (box: Box, frame: Box): boolean => box[0] >= frame[0] && box[1] >= frame[1] && box[2] <= frame[2] && box[3] <= frame[3];

/** A later candidate is worth taking when it spares the name this many points of lines. */
const COST_OF_A_LATER_CANDIDATE = 0.6;

export function placeLabels(requests: LabelRequest[], { frame, obstacles, lines }: LabelSurroundings): Map<string, Point> {
  const taken = [...obstacles];
  const placed = new Map<string, Point>();
  for (const { key, width, height, candidates, parts = [[0, 0, width, height]] } of requests.toSorted((a, b) => b.priority - a.priority)) {
    let best: { at: Point; boxes: Box[]; cost: number } | null = null;
    for (const [n, at] of candidates.entries()) {
      const boxes = parts.map(([left, top, right, bottom]): Box => [at[0] + left, at[1] + top, at[0] + right, at[1] + bottom]);
      if (boxes.some((box) => !insideFrame(box, frame) || taken.some((other) => overlaps(box, other)))) continue;
      const cost = n * COST_OF_A_LATER_CANDIDATE + lines.filter((point) => boxes.some((box) => holds(box, point))).length;
      if (!best || cost < best.cost) best = { at, boxes, cost };
      if (cost === 0) break;
    }
    if (!best) continue;
    taken.push(...best.boxes);
    placed.set(key, best.at);
  }
  return placed;
}

/** Beside a point: right, left, below, above, then aslant. */
export function besidePoint([x, y]: Point, [width, height]: Point, gap: number): Point[] {
  return [
    [x + gap, y - height / 2],
    [x - gap - width, y - height / 2],
    [x - width / 2, y + gap],
    [x - width / 2, y - gap - height],
    [x + gap * 0.7, y + gap * 0.3],
    [x + gap * 0.7, y - gap * 0.3 - height],
    [x - gap * 0.7 - width, y + gap * 0.3],
    [x - gap * 0.7 - width, y - gap * 0.3 - height],
  ];
}

/** About a point, nearest first: for names that may wander over their own land. */
export function aboutPoint([x, y]: Point, [width, height]: Point, reach: number): Point[] {
  const steps = [0, -0.5, 0.5, -1, 1];
  return steps
    .flatMap((dy) => steps.map((dx): Point => [dx * reach, dy * reach * 0.7]))
    .toSorted((a, b) => Math.hypot(...a) - Math.hypot(...b))
    .map(([dx, dy]) => [x + dx - width / 2, y + dy - height / 2]);
}

/** A sloping name as a chain of small boxes, about the middle of its own box. */
export function slopingParts([width, height]: Point, degrees: number): { size: Point; parts: Box[] } {
  const angle = (degrees * Math.PI) / 180;
  const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
  const size: Point = [Math.abs(width * cos) + Math.abs(height * sin), Math.abs(width * sin) + Math.abs(height * cos)];
  const count = Math.max(1, Math.round(width / height));
  const half = (height * (Math.abs(cos) + Math.abs(sin))) / 2;
  const parts = Array.from({ length: count }, (_, i): Box => {
    const along = ((i + 0.5) / count - 0.5) * width;
    const [x, y] = [size[0] / 2 + along * cos, size[1] / 2 + along * sin];
    return [x - half, y - half, x + half, y + half];
  });
  return { size, parts };
}
