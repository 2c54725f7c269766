// Lists the names the page carries: what each says, how it is set, where it may stand and how important it is.
import type { MapGeometry } from './geometry.ts';
import type { MapModel, Point } from './model.ts';
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
        ? { ...plain, key: `place ${id}`, text: name, at, size: 13, style: you ? '600' : '500', colour: INK.strong, halo: 3.5, priority: you ? 95 : 60, stands: 'beside', gap: 9 }
        : { ...plain, key: `place ${id}`, text: name, at, size: 11.5, style: '500', colour: INK.soft, halo: 3, priority: 14, stands: 'beside', gap: 6, from: 0.95 };
    }),
    ...waters.map(({ id, name, at, size, angle, kind, reach }): Name =>
      ({ ...plain, key: `water ${id}`, text: name, at, font: FONTS.serif, size, style: 'italic 400', colour: SEA.ink, spacing: kind === 'strait' ? 0.6 : 1.8, angle, priority: kind === 'strait' ? 40 : 55, stands: 'near', wander: reach * (kind === 'strait' ? 0.35 : 0.6) })),
    ...crises.map(({ id, name, at }): Name =>
      ({ ...plain, key: `crisis ${id}`, text: name, at, size: 13, style: '600', colour: '#8C1D17', halo: 3.5, priority: 80, stands: 'beside', gap: 27 })),
    ...packages.map(({ id, name, at }): Name =>
      ({ ...plain, key: `package ${id}`, text: name, at, size: 11.5, style: '500', colour: INK.soft, halo: 3, priority: 30, stands: 'beside', gap: 24 })),
  ];
}
