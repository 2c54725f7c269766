// What the map shows, as plain data: whoever has a view of the exercise makes it, and the map adds no rules to it.
import type { Topology } from 'topojson-specification';

export type Point = [number, number];
export type Box = readonly [left: number, top: number, right: number, bottom: number];

/** What response packages are made of. */
export const DOMAINS = ['LAND', 'SEA', 'AMD', 'CYB', 'ISR', 'UXS', 'LOG', 'DIS'] as const;
export type Domain = (typeof DOMAINS)[number];

export const LINK_KINDS = ['agreement', 'intelligence', 'channel'] as const;
export type LinkKind = (typeof LINK_KINDS)[number];

export interface MapCountry {
  id: string;
  name: string;
  /** Index in the palette; -1 for none. */
  affiliation: number;
  /** The viewer's own country. */
  you: boolean;
}

export interface MapCrisis {
  id: string;
  /** Keys the marker to the list of crises. */
  number: number;
  name: string;
  at: Point;
  /** 0 to 100, or null when the viewer does not know it. */
  severity: number | null;
  /** 0 to 9. */
  rung: number;
}

export interface MapLink {
  id: string;
  from: string;
  to: string;
  kind: LinkKind;
  label: string;
}

/** Packages of one country and one domain that stand in one place. */
export interface MapPackage {
  id: string;
  country: string;
  name: string;
  domain: Domain;
  count: number;
  at: Point;
}

export interface MapAffiliation {
  name: string;
  index: number;
}

export interface MapModel {
  topology: Topology;
  /** The frame of the page, in its own units. */
  size: Point;
  /** What the page frames when it opens. */
  home: Box;
  countries: MapCountry[];
  crises: MapCrisis[];
  links: MapLink[];
  packages: MapPackage[];
  affiliations: MapAffiliation[];
}

export type MapSelection = { kind: 'country' | 'crisis' | 'water' | 'package'; id: string } | null;

export const sameSelection = (a: MapSelection, b: MapSelection): boolean => a?.kind === b?.kind && a?.id === b?.id;
