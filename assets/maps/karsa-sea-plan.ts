// The plan of the Karsa Sea: which real coasts go where, where borders run, and the names on the page.
import type { Island, Point, Stretch } from './coastline.ts';

export const TITLE = 'The Karsa Sea';
export const SIZE: Point = [1600, 1000];
export const HOME = [225, 30, 1560, 970] as const;

/** Land goes on beyond the frame, so that its cut edge is never seen. */
const OFF = 420;

/** The mainland's shore, walked with the sea on the left, closed far outside the frame. */
export const MAINLAND = {
  shore: [
    { real: [[163.2, 59.6], [177.3, 62.6]], to: [[1010, -OFF], [600, 296]], depth: -1.9, bow: 0.16, islandsWithin: 0.15 },
    { real: [[144.2, -7.7], [147, -6.75]], to: [[600, 296], [440, 462]], depth: -0.85, lean: 0.55, islandsWithin: 3 },
    { real: [[129.6, -14.9], [122.2, -18]], to: [[440, 462], [-OFF, 900]], depth: -0.9, islandsWithin: 0.3 },
  ] satisfies Stretch[] as Stretch[],
  closing: [[-OFF, -OFF]] as Point[],
  cuts: [
    { through: [[590, 336], [545, 350], [490, 372], [440, 462]] as Point[], seed: 11 },
    { through: [[430, -OFF], [452, -120], [398, 60], [432, 190], [405, 300], [490, 372]] as Point[], seed: 23 },
    { through: [[-OFF, 200], [-120, 300], [120, 262], [270, 330], [405, 300]] as Point[], seed: 35 },
  ],
  faces: [
    { id: 'KAR', inside: [600, 40] as Point },
    { id: 'HAN', inside: [560, 420] as Point },
    { id: 'ORV', inside: [150, 60] as Point },
    { id: 'TES', inside: [200, 420] as Point },
  ],
};

/** Other shores that run off the map. */
export const COASTS: { id: string; shore: Stretch[]; closing: Point[] }[] = [
  {
    id: 'COL',
    shore: [
      { real: [[-68.4, -52.3], [-62.2, -38.9]], to: [[1450, 1000 + OFF], [1400, 560]], depth: -0.9, bow: -0.05, islandsWithin: 0.2 },
      { real: [[-55.7, 52.2], [-64.5, 60.4]], to: [[1400, 560], [1500, -OFF]], depth: -1, bow: 0.05, islandsWithin: 0.2 },
    ],
    closing: [[1600 + OFF, -OFF], [1600 + OFF, 1000 + OFF]],
  },
  {
    id: 'TAL',
    shore: [{ real: [[129.6, -14.9], [135.9, -14.9]], to: [[40, 1000 + OFF], [620, 1000 + OFF]], depth: 0.9, bow: -0.36, islandsWithin: 0.5 }],
    closing: [],
  },
];

export const ISLANDS: ({ id: string } & Island)[] = [
  { id: 'NIH', real: [60, 75.5], at: [1030, 395], length: 390, turn: -58, breadth: -1.25, bow: 0.1 },
  { id: 'NIH', real: [-126, 50.2], at: [862, 668], length: 230, turn: -42, breadth: -1.25, islandsWithin: 0.3 },
  { id: 'NIH', real: [-60.5, 46.8], at: [1188, 158], length: 104, turn: -70, breadth: -1.1, islandsWithin: 0.3 },
  { id: 'NIH', real: [-1.3, 60.3], at: [876, 814], length: 62, turn: 70, breadth: -1, islandsWithin: 1 },
  { id: 'COL', real: [-7, 62.1], at: [1255, 700], length: 34, turn: 30, breadth: -1, islandsWithin: 2 },
  { id: 'MER', real: [-58.5, -51.7], at: [795, 886], length: 165, turn: 20, breadth: -1, islandsWithin: 1.2 },
  { id: 'ISV', real: [14, 78], at: [1265, -22], length: 200, turn: 20, breadth: -1, islandsWithin: 0.6 },
];

export const LANDS: { id: string; name: string; kind: 'country' | 'other' }[] = [
  { id: 'NIH', name: 'Nihara', kind: 'country' },
  { id: 'HAN', name: 'Hanseo', kind: 'country' },
  { id: 'MER', name: 'Meridia', kind: 'country' },
  { id: 'COL', name: 'Columbria', kind: 'country' },
  { id: 'KAR', name: 'Karsa', kind: 'country' },
  { id: 'ORV', name: 'Orvany', kind: 'other' },
  { id: 'TES', name: 'Tesmar', kind: 'other' },
  { id: 'TAL', name: 'Talasse', kind: 'other' },
  { id: 'ISV', name: 'Isvar', kind: 'other' },
];

/** Lakes are islands turned inside out: the shore of a real island, cut from the land it is laid on. */
export const LAKES: ({ id: string } & Island)[] = [
  { id: 'KAR', real: [57.2, 70], at: [492, 205], length: 84, turn: -62, breadth: -0.7 },
  { id: 'ORV', real: [-73.8, -42.6], at: [215, 95], length: 120, turn: 28, breadth: -0.8 },
  { id: 'TES', real: [18.5, 57.4], at: [215, 545], length: 66, turn: 60, breadth: -0.9 },
  { id: 'COL', real: [22.5, 58.3], at: [1545, 470], length: 70, turn: 75, breadth: -0.8 },
];

export interface Place { id: string; name: string; kind: 'capital' | 'city'; country: string; at: Point }

const place = (country: string, kind: Place['kind'], name: string, x: number, y: number): Place =>
  ({ id: name.toUpperCase().replaceAll(' ', '_'), name, kind, country, at: [x, y] });

export const PLACES: Place[] = [
  place('NIH', 'capital', 'Saruma', 1008, 456),
  place('NIH', 'city', 'Hamazuki', 1098, 262),
  place('NIH', 'city', 'Norihama', 832, 712),
  place('NIH', 'city', 'Otsurai', 1205, 165),
  place('HAN', 'capital', 'Dohyang', 676, 548),
  place('HAN', 'city', 'Sungwol', 560, 440),
  place('HAN', 'city', 'Naejin', 682, 648),
  place('MER', 'capital', 'Port Meri', 832, 890),
  place('MER', 'city', 'Talawe', 690, 912),
  place('MER', 'city', 'Lunaro', 738, 942),
  place('COL', 'capital', 'Fort Columb', 1418, 640),
  place('COL', 'city', 'Lindmere', 1450, 372),
  place('COL', 'city', 'Ashport', 1470, 890),
  place('KAR', 'capital', 'Tarsovar', 596, 228),
  place('KAR', 'city', 'Ostrokar', 632, 128),
  place('KAR', 'city', 'Zhelan', 505, 330),
  place('ORV', 'city', 'Orvast', 250, 200),
  place('TES', 'city', 'Marrend', 350, 560),
  place('TAL', 'city', 'Sennet', 330, 960),
  place('ISV', 'city', 'Isholm', 1250, 30),
];

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

export const WATERS: Water[] = [
  { id: 'SEA_KARSA', name: 'Karsa Sea', kind: 'sea', at: [826, 322], size: 28, angle: -42, reach: 240, touches: ['KAR', 'HAN', 'NIH', 'STRAIT_SARU', 'STRAIT_ISVAR'] },
  { id: 'STRAIT_SARU', name: 'Saru Strait', kind: 'strait', at: [752, 622], size: 16, angle: -64, reach: 90, touches: ['HAN', 'NIH', 'SEA_KARSA', 'SEA_CORRAN'] },
  { id: 'GREAT_OCEAN', name: 'Meridian Ocean', kind: 'ocean', at: [1240, 520], size: 30, angle: -68, reach: 320, touches: ['NIH', 'MER', 'COL', 'ISV', 'SEA_CORRAN', 'STRAIT_ISVAR'] },
  { id: 'SEA_CORRAN', name: 'Corran Sea', kind: 'sea', at: [478, 740], size: 25, angle: 24, reach: 220, touches: ['HAN', 'TES', 'TAL', 'MER', 'NIH', 'STRAIT_SARU', 'GREAT_OCEAN'] },
  { id: 'STRAIT_ISVAR', name: 'Isvar Strait', kind: 'strait', at: [1010, 92], size: 17, angle: -14, reach: 120, touches: ['KAR', 'NIH', 'ISV', 'SEA_KARSA', 'GREAT_OCEAN'] },
];
