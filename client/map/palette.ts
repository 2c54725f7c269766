// The colours and patterns of the map: one table for the canvas, the legend and the test that measures them.
import type { LinkKind } from './model.ts';

export const PATTERNS = {
  none: null,
  dots: { size: 7, alpha: 0.34, fill: 'M3.5 2.5a1 1 0 1 0 0 2a1 1 0 1 0 0-2z' },
  rules: { size: 6, alpha: 0.17, stroke: 'M0 3H6', width: 1.1 },
  hatch: { size: 8, alpha: 0.26, stroke: 'M-1 9L9 -1M-1 1L1 -1M7 9L9 7', width: 1.1 },
  rings: { size: 10, alpha: 0.4, stroke: 'M5 2.8a2.2 2.2 0 1 0 0 4.4a2.2 2.2 0 1 0 0-4.4z', width: 1 },
  chevrons: { size: 9, alpha: 0.3, stroke: 'M0 6L4.5 3L9 6', width: 1.1 },
} as const satisfies Record<string, { size: number; alpha: number; fill?: string; stroke?: string; width?: number } | null>;
export type PatternName = keyof typeof PATTERNS;
export interface Pattern { size: number; alpha: number; fill?: string; stroke?: string; width?: number }
export const patternOf = (name: PatternName): Pattern | null => PATTERNS[name];

export interface Swatch {
  fill: string;
  /** The dark of the same hue: names, patterns and perimeters. */
  ink: string;
  pattern: PatternName;
}

/** The order is the order of distinctness: the first four are told apart best. */
export const AFFILIATIONS: Swatch[] = [
  { fill: '#86B5E3', ink: '#12324F', pattern: 'none' },
  { fill: '#F2DA8F', ink: '#5A4200', pattern: 'dots' },
  { fill: '#A793A5', ink: '#2B1A30', pattern: 'rules' },
  { fill: '#DB8A66', ink: '#431708', pattern: 'hatch' },
  { fill: '#B3BAAA', ink: '#2C3524', pattern: 'rings' },
  { fill: '#8877C8', ink: '#0C0620', pattern: 'chevrons' },
];

/** A country of the exercise with no affiliation, and land outside it. */
export const UNALIGNED: Swatch = { fill: '#E3DCCF', ink: '#4A4336', pattern: 'none' };
export const OTHER_LAND: Swatch = { fill: '#F1EEE8', ink: '#6B6555', pattern: 'none' };

export const swatchOf = (affiliation: number): Swatch => AFFILIATIONS[affiliation] ?? UNALIGNED;

export const SEA = { top: '#DEE7EC', bottom: '#D0DDE5', grid: 'rgba(255,255,255,.42)', ink: '#3C5D73', chosen: [[0, 'rgba(15,76,117,.34)'], [0.6, 'rgba(15,76,117,.24)'], [1, 'rgba(15,76,117,0)']] } as const;

/** The pale water along the shore: broad and faint first. */
export const COAST_GLOW = [
  { width: 22, colour: 'rgba(255,255,255,.13)' },
  { width: 13, colour: 'rgba(255,255,255,.17)' },
  { width: 6, colour: 'rgba(255,255,255,.26)' },
] as const;

export const LINES = {
  coast: { colour: '#587284', width: 0.9 },
  river: { colour: '#6C8FA8', width: 1.3 },
  border: { colour: 'rgba(255,255,255,.92)', width: 1.4 },
  otherBorder: { colour: '#CFC8B8', width: 1 },
  perimeter: { colour: '#2A4356', width: 1.6 },
  own: { width: 1.4, alpha: 0.6 },
  chosenCasing: { colour: 'rgba(255,255,255,.95)', width: 5 },
  chosen: { colour: '#0B2E45', width: 2 },
} as const;

export const LINKS: Record<LinkKind, { colour: string; width: number; casing: number; dash: readonly [number, number] | null }> = {
  agreement: { colour: '#0F4C75', width: 2.4, casing: 5, dash: null },
  intelligence: { colour: '#8A2F6B', width: 2, casing: 4.6, dash: [7, 5] },
  channel: { colour: '#2F6B55', width: 2.2, casing: 4.6, dash: [2, 4] },
};

export const INK = { strong: '#14222E', soft: '#4B6070', halo: '#FFFFFF', marker: '#0B2E45' } as const;

/** How a crisis is drawn: from the first band whose top is above the severity. */
export const SEVERITY = [
  { below: 35, colour: '#99650A' },
  { below: 65, colour: '#C4511A' },
  { below: Infinity, colour: '#B3261E' },
] as const;
export const UNKNOWN_SEVERITY = '#5B6B78';
export const severityColour = (severity: number | null): string =>
  (severity === null ? UNKNOWN_SEVERITY : SEVERITY.find(({ below }) => severity < below)!.colour);

export const FONTS = {
  condensed: '"IBM Plex Sans Condensed", sans-serif',
  sans: '"IBM Plex Sans", system-ui, sans-serif',
  serif: '"Source Serif 4 Variable", Georgia, serif',
} as const;
