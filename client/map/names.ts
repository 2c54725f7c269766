// Lists the names the page carries: what each says, how it is set, where it may stand and how important it is.
import type { MapGeometry } from './geometry.ts';
import { aboutPoint, besidePoint, slopingParts, type LabelRequest } from './labels.ts';
import { ringRadius } from './marks.ts';
import type { MapCrisis, MapModel, Point } from './model.ts';
import { FONTS, INK, OTHER_LAND, SEA, swatchOf } from './palette.ts';

export interface Name {
  key: string;
  text: string;
  at: Point;
  font: string;
  size: number;
  style: string;
  colour: string;
  halo: number;
  haloColour: string;
  spacing: number;
  angle: number;
  priority: number;
  /** How it may stand: over a land, beside a sign, or near its own place on the sea. */
  stands: 'about' | 'beside' | 'near';
  /** From its place to where a name beside it begins, in pixels. */
  gap: number;
  /** How far a name near its place may move, in units of the page. */
  wander: number;
  /** Shown from this zoom on, the opening view being 1. */
  from: number;
  /** A land's name is left out when the land is narrower than it on the screen. */
  breadth: number | null;
}

const plain = { font: FONTS.condensed, halo: 0, haloColour: INK.halo, spacing: 0, angle: 0, gap: 0, wander: 0, from: 0, breadth: null } as const;

/** A land whose middle is nearer to its shore than this has a name that runs out over the sea: its halo is white. */
const ROOM_FOR_A_NAME = 62;

/** Size of the name of a crisis, and where it begins beside the sign: the ring grows with the severity, and its figure stands under it. */
export const CRISIS_NAME = 13;
export const crisisGap = ({ severity }: Pick<MapCrisis, 'severity'>): number => ringRadius(severity) + 11;

/** The same of a capital. */
export const CAPITAL_NAME = 13;
export const CAPITAL_GAP = 9;

/** Where more packages than this stand about the same crises, their symbols speak for themselves until one looks closer. */
const CROWD = 6;
const CLOSER = 1.3;

export function namesOn({ lands, places, waters }: MapGeometry, { countries, crises, packages }: MapModel): Name[] {
  const byId = new Map(countries.map((country) => [country.id, country]));
  return [
    ...lands.map((land): Name => {
      const country = byId.get(land.id);
      const [left, , right] = land.box;
      const common = { ...plain, key: `land ${land.id}`, at: land.label, breadth: right - left };
      if (!country) return { ...common, text: land.name, size: 12.5, style: '500', colour: OTHER_LAND.ink, spacing: 0.8, priority: 12, stands: 'about' };
      return {
        ...common,
        text: country.name.toUpperCase(),
        size: country.you ? 16 : 14,
        style: country.you ? '700' : '600',
        colour: swatchOf(country.affiliation).ink,
        halo: 3,
        haloColour: land.room < ROOM_FOR_A_NAME ? INK.halo : swatchOf(country.affiliation).fill,
        spacing: 2.2,
        priority: country.you ? 100 : 90,
        stands: 'about',
      };
    }),
    ...places.map(({ id, name, kind, country, at }): Name => {
      const you = byId.get(country)?.you ?? false;
      return kind === 'capital'
        ? { ...plain, key: `place ${id}`, text: name, at, size: CAPITAL_NAME, style: you ? '600' : '500', colour: INK.strong, halo: 3.5, priority: you ? 95 : 60, stands: 'beside', gap: CAPITAL_GAP }
        : { ...plain, key: `place ${id}`, text: name, at, size: 11.5, style: '500', colour: INK.soft, halo: 3, priority: 14, stands: 'beside', gap: 6, from: 0.95 };
    }),
    ...waters.map(({ id, name, at, size, angle, kind, reach }): Name =>
      ({ ...plain, key: `water ${id}`, text: name, at, font: FONTS.serif, size, style: 'italic 400', colour: SEA.ink, spacing: kind === 'strait' ? 0.6 : 1.8, angle, priority: kind === 'strait' ? 40 : 55, stands: 'near', wander: reach * (kind === 'strait' ? 0.35 : 0.6) })),
    ...crises.map((crisis): Name =>
      ({ ...plain, key: `crisis ${crisis.id}`, text: crisis.name, at: crisis.at, size: CRISIS_NAME, style: '600', colour: '#8C1D17', halo: 3.5, priority: 80, stands: 'beside', gap: crisisGap(crisis) })),
    ...packages.map(({ id, name, at }): Name =>
      ({ ...plain, key: `package ${id}`, text: name, at, size: 11.5, style: '500', colour: INK.soft, halo: 3, priority: 30, stands: 'beside', gap: 24, from: packages.length > CROWD ? CLOSER : 0 })),
  ];
}

/** What the placing of a name depends on, besides the name. */
export interface NamePlacing {
  /** Relative to the opening view. */
  zoom: number;
  /** Pixels in one unit of the page. */
  scale: number;
  /** Whether a point of the screen is land, where no water's name may stand. */
  isLand(at: Point): boolean;
  /** Where a sign really stands, if it gave way. */
  placeOf(id: string): Point | null;
}

/** Names of waters grow and shrink with the page, and have the size they ask for at this many pixels to its unit. */
const FULL_SIZE = 0.8;
export const growthAt = (scale: number): number => Math.min(1.7, Math.max(0.7, (scale / FULL_SIZE) ** 0.7));

/** Where on the screen a name of this size in pixels may stand, or null when it is not shown at this zoom. */
export function requestFor(name: Name, size: Point, toScreen: (at: Point) => Point, { zoom, scale, isLand, placeOf }: NamePlacing): LabelRequest | null {
  if (zoom < name.from || (name.breadth !== null && name.breadth * scale < size[0] * 0.8)) return null;
  const { key, priority } = name;
  const at = (name.stands === 'beside' && placeOf(key.slice(key.indexOf(' ') + 1))) || toScreen(name.at);
  if (name.stands === 'near') {
    const growth = growthAt(scale);
    const { size: [width, height], parts } = slopingParts([size[0] * growth, size[1] * growth], name.angle);
    const candidates = aboutPoint(at, [width, height], name.wander * scale).filter(([x, y]) =>
      !parts.some(([left, top, right, bottom]) => isLand([x + (left + right) / 2, y + (top + bottom) / 2])));
    return { key, priority, width, height, candidates, parts };
  }
  const candidates = name.stands === 'about' ? [...aboutPoint(at, size, 34), ...besidePoint(at, size, 46)] : besidePoint(at, size, name.gap);
  return { key, priority, width: size[0], height: size[1], candidates };
}
