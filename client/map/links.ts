// Routes the links between countries and draws them, with the dots that travel along them and the pulses of crises.
import type { GameObjects } from 'phaser';
import { bowed, dashes, pointAlong } from './curves.ts';
import type { MapGeometry } from './geometry.ts';
import { ringRadius } from './marks.ts';
import type { LinkKind, MapCrisis, MapLink, Point } from './model.ts';
import { LINKS, severityColour } from './palette.ts';

export interface Route {
  kind: LinkKind;
  points: Point[];
}

type ToScreen = (at: Point) => Point;

const colourNumber = (colour: string): number => Number.parseInt(colour.slice(1), 16);

/** Links of one pair bow one beside the other, always told from the same end. */
const BOWS = [0.11, -0.11, 0.2, -0.2, 0.29, -0.29];

export function routeLinks(links: MapLink[], { lands, places, waters }: MapGeometry, toScreen: ToScreen): Route[] {
  const endOf = (id: string): Point | undefined =>
    places.find(({ kind, country }) => kind === 'capital' && country === id)?.at ??
    lands.find((land) => land.id === id)?.label ??
    waters.find((water) => water.id === id)?.at;
  const seen = new Map<string, number>();
  return links.flatMap(({ from, to, kind }): Route[] => {
    const [first, second] = [from, to].toSorted() as [string, string];
    const [a, b] = [endOf(first), endOf(second)];
    if (!a || !b) return [];
    const pair = `${first} ${second}`;
    const nth = seen.get(pair) ?? 0;
    seen.set(pair, nth + 1);
    const points = bowed(toScreen(a), toScreen(b), BOWS[nth % BOWS.length]!);
    return [{ kind, points: first === from ? points : points.toReversed() }];
  });
}

function trace(graphics: GameObjects.Graphics, points: Point[]): void {
  graphics.beginPath();
  points.forEach(([x, y], i) => (i === 0 ? graphics.moveTo(x, y) : graphics.lineTo(x, y)));
  graphics.strokePath();
}

export function drawLinks(graphics: GameObjects.Graphics, routes: Route[]): void {
  graphics.clear();
  for (const { kind, points } of routes) {
    graphics.lineStyle(LINKS[kind].casing, 0xffffff, 0.82);
    trace(graphics, points);
  }
  for (const { kind, points } of routes) {
    const { colour, width, dash } = LINKS[kind];
    graphics.lineStyle(width, colourNumber(colour), 1);
    for (const piece of dash ? dashes(points, ...dash) : [points]) trace(graphics, piece);
  }
}

/** At a phase of the cycle, from 0 to 1; null draws what a still map shows. */
export function drawMotion(graphics: GameObjects.Graphics, routes: Route[], crises: MapCrisis[], toScreen: ToScreen, phase: number | null): void {
  graphics.clear();
  for (const { at, severity, rung } of crises) {
    const [x, y] = toScreen(at);
    const ring = ringRadius(severity) + 4;
    const spread = 8 + rung * 3;
    const colour = colourNumber(severityColour(severity));
    for (const offset of phase === null ? [] : [0, 0.5]) {
      const share = ((phase ?? 0) + offset) % 1;
      graphics.lineStyle(2, colour, (1 - share) * 0.65);
      graphics.strokeCircle(x, y, ring + share * spread);
    }
    if (phase === null) {
      graphics.lineStyle(1.5, colour, 0.45);
      graphics.strokeCircle(x, y, ring + spread * 0.6);
    }
  }
  if (phase === null) return;
  routes.forEach(({ kind, points }, i) => {
    const [x, y] = pointAlong(points, (phase + i * 0.137) % 1);
    graphics.fillStyle(0xffffff, 1);
    graphics.fillCircle(x, y, 4);
    graphics.fillStyle(colourNumber(LINKS[kind].colour), 1);
    graphics.fillCircle(x, y, 2.6);
  });
}
