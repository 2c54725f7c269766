// What a plan of a map says: which real coasts go where, where borders and rivers run, and the names on the page.
import type { Island, Point, Stretch } from './coastline.ts';

/** Land goes on beyond the frame by this much, so that its cut edge is never seen. */
export const OFF = 420;

/** A line drawn through a few points; the same seed always draws the same line. */
export interface Drawn {
  through: Point[];
  seed: number;
  /** How far it strays, as a share of its straight pieces. */
  roughness?: number;
}

/** A land mass, walked with the sea on the left, closed far outside the frame, and cut into lands one line after the other. */
export interface Mass {
  /** Real coasts that follow one another; where the shore leaves the frame and comes back, a drawn line between them. */
  shore: (Stretch | Drawn)[];
  closing: Point[];
  /** Each cut crosses one part from edge to edge, in pieces that follow one another: drawn borders, or shores of an inland sea. */
  cuts: (Drawn | Stretch)[][];
  /** Which land each part belongs to, by a point inside it; a part that no land claims is water. */
  parts: { id: string; inside: Point }[];
}

export interface Place { id: string; name: string; kind: 'capital' | 'city'; country: string; at: Point }

export const place = (country: string, kind: Place['kind'], name: string, x: number, y: number): Place =>
  ({ id: name.toUpperCase().replaceAll(' ', '_'), name, kind, country, at: [x, y] });

export interface Water {
  id: string;
  name: string;
  kind: 'sea' | 'ocean' | 'strait';
  at: Point;
  /** Height of the name in pixels at the opening view, and its slope in degrees. */
  size: number;
  angle: number;
  /** How far the water goes from its name, roughly: open sea belongs to the water nearest in proportion. */
  reach: number;
  /** Lands and waters it touches. */
  touches: string[];
}

export interface MapPlan {
  title: string;
  size: Point;
  /** Opening view: left, top, right, bottom. */
  home: readonly [number, number, number, number];
  masses: Mass[];
  islands: ({ id: string } & Island)[];
  lands: { id: string; name: string; kind: 'country' | 'other' }[];
  /** Lakes are islands turned inside out: the shore of a real island, cut from the land it is laid on. */
  lakes: ({ id: string } & Island)[];
  /** From the spring to the mouth; an end near a shore is joined to it. */
  rivers?: Drawn[];
  places: Place[];
  waters: Water[];
}
