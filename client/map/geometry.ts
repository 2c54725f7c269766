// Turns a topology into planar lands, lines, places and waters, and tells what lies under a point; knows nothing of a screen.
import Flatbush from 'flatbush';
import polylabel from 'polylabel';
import type { Feature, LineString, MultiPolygon, Point as PointGeometry, Polygon } from 'geojson';
import { feature, mesh } from 'topojson-client';
import type { GeometryCollection, GeometryObject, Topology } from 'topojson-specification';
import type { Box, Point } from './model.ts';

export type Line = Point[];

export interface Area {
  outer: Line;
  holes: Line[];
}

export interface Land {
  id: string;
  name: string;
  kind: 'country' | 'other';
  areas: Area[];
  box: Box;
  /** The point of the largest area farthest from its shore, inside the frame. */
  label: Point;
  /** How far that point is from the shore. */
  room: number;
}

export interface Place {
  id: string;
  name: string;
  kind: 'capital' | 'city';
  country: string;
  at: Point;
}

export interface Water {
  id: string;
  name: string;
  kind: 'sea' | 'ocean' | 'strait';
  at: Point;
  /** Height of the name in pixels at the opening view. */
  size: number;
  /** Slope of the name in degrees. */
  angle: number;
  reach: number;
}

export interface MapGeometry {
  lands: Land[];
  places: Place[];
  waters: Water[];
  /** From the spring to the mouth. */
  rivers: Line[];
  landAt(point: Point): Land | null;
  /** The water a point of open sea belongs to: the nearest in proportion to how far each water reaches. */
  waterAt(point: Point): Water | null;
  /** Where a sign - a crisis, a package - stands when only its region is known: clear of the region's name. */
  signPlace(region: string): Point | null;
  /** Lines between two lands. */
  borders(between?: (a: string, b: string) => boolean): Line[];
  /** Lines between land and water. */
  coast(): Line[];
}

type Properties = Record<string, never> & { name: string };

export function readGeometry(topology: Topology, size: Point): MapGeometry {
  const object = (name: string): GeometryCollection<Properties> => topology.objects[name] as GeometryCollection<Properties>;
  const features = <G extends Polygon | MultiPolygon | PointGeometry | LineString>(name: string): Feature<G, Properties>[] =>
    feature(topology, object(name)).features as Feature<G, Properties>[];
  const lands = features<Polygon | MultiPolygon>('regions').map(({ id, geometry, properties }) => toLand(String(id), properties, geometry, size));
  const pointsOf = <T>(name: string): T[] =>
    features<PointGeometry>(name).map(({ id, geometry, properties }) => ({ ...properties, id: String(id), at: geometry.coordinates as Point }) as T);
  const places = pointsOf<Place>('places');
  const waters = pointsOf<Water>('waters');
  const rivers = 'rivers' in topology.objects ? features<LineString>('rivers').map(({ geometry }) => geometry.coordinates as Line) : [];

  const index = new Flatbush(Math.max(1, lands.length));
  for (const { box } of lands) index.add(...box);
  if (lands.length === 0) index.add(0, 0, 0, 0);
  index.finish();

  const idOf = (geometry: GeometryObject): string => String(geometry.id);
  const landAt = (point: Point): Land | null => {
    for (const i of index.search(point[0], point[1], point[0], point[1])) {
      const land = lands[i];
      if (land?.areas.some((area) => inArea(area, point))) return land;
    }
    return null;
  };
  const waterAt = ([x, y]: Point): Water | null => {
    let best: Water | null = null;
    let least = Infinity;
    for (const water of waters) {
      const away = Math.hypot(water.at[0] - x, water.at[1] - y) / water.reach;
      if (away < least) { least = away; best = water; }
    }
    return best;
  };
  const signPlace = (region: string): Point | null => {
    const land = lands.find(({ id }) => id === region);
    if (land) return [land.label[0], land.label[1] + Math.min(26, land.room * 0.5)];
    const water = waters.find(({ id }) => id === region);
    if (!water) return null;
    return asideOf(water).find((place) => landAt(place) === null && waterAt(place) === water) ?? water.at;
  };
  return {
    lands,
    places,
    waters,
    rivers,
    landAt,
    waterAt,
    signPlace,
    borders: (between = () => true) => mesh(topology, object('regions'), (a, b) => a !== b && between(idOf(a), idOf(b))).coordinates as Line[],
    coast: () => mesh(topology, object('regions'), (a, b) => a === b).coordinates as Line[],
  };
}

export function inLine(line: Line, [x, y]: Point): boolean {
  let inside = false;
  for (let i = 0, j = line.length - 1; i < line.length; j = i++) {
    const [xi, yi] = line[i]!;
    const [xj, yj] = line[j]!;
    if (yi > y !== yj > y && x < ((xj - xi) * (y - yi)) / (yj - yi) + xi) inside = !inside;
  }
  return inside;
}

export const inArea = ({ outer, holes }: Area, point: Point): boolean => inLine(outer, point) && !holes.some((hole) => inLine(hole, point));

export function boxOf(lines: Line[]): Box {
  let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const line of lines) {
    for (const [x, y] of line) {
      left = Math.min(left, x);
      top = Math.min(top, y);
      right = Math.max(right, x);
      bottom = Math.max(bottom, y);
    }
  }
  return [left, top, right, bottom];
}

export const clipBox = (box: Box, frame: Box): Box =>
  [Math.max(box[0], frame[0]), Math.max(box[1], frame[1]), Math.min(box[2], frame[2]), Math.min(box[3], frame[3])];

export const boxCentre = ([left, top, right, bottom]: Box): Point => [(left + right) / 2, (top + bottom) / 2];

/** Points beside a water's name, the ones square to it first. */
function asideOf({ at: [x, y], angle, reach }: Water): Point[] {
  return [90, 270, 60, 120, 240, 300].map((turn) => {
    const direction = ((angle + turn) * Math.PI) / 180;
    return [x + 0.3 * reach * Math.cos(direction), y + 0.3 * reach * Math.sin(direction)];
  });
}

function toLand(id: string, properties: Properties, geometry: Polygon | MultiPolygon, size: Point): Land {
  const polygons = geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates;
  const areas = polygons.map(([outer, ...holes]): Area => ({ outer: outer as Line, holes: holes as Line[] }));
  return {
    ...(properties as unknown as Pick<Land, 'name' | 'kind'>),
    id,
    areas,
    box: boxOf(areas.map(({ outer }) => outer)),
    ...labelPoint(areas, size),
  };
}

/** Land runs on beyond the frame, where a name would not be read: the largest area is clipped to the frame first. */
function labelPoint(areas: Area[], [width, height]: Point): Pick<Land, 'label' | 'room'> {
  const inside = areas.map(({ outer, holes }) => [outer, ...holes].map((line) => clipLine(line, [0, 0, width, height])).filter((line) => line.length > 2));
  const largest = inside.reduce((best, lines) => (surface(lines[0]) > surface(best[0]) ? lines : best), inside[0] ?? []);
  if (!largest[0]) return { label: boxCentre(boxOf(areas.map(({ outer }) => outer))), room: 0 };
  const pole = polylabel(largest, 1);
  return { label: [pole[0], pole[1]], room: pole.distance };
}

function surface(line: Line | undefined): number {
  if (!line) return 0;
  let sum = 0;
  for (let i = 0, j = line.length - 1; i < line.length; j = i++) sum += line[j]![0] * line[i]![1] - line[i]![0] * line[j]![1];
  return Math.abs(sum) / 2;
}

/** Sutherland and Hodgman's clipping, one side of the box after the other. */
function clipLine(line: Line, [left, top, right, bottom]: Box): Line {
  const sides: { inside: (p: Point) => boolean; cross: (a: Point, b: Point) => Point }[] = [
    { inside: ([x]) => x >= left, cross: atX(left) },
    { inside: ([x]) => x <= right, cross: atX(right) },
    { inside: ([, y]) => y >= top, cross: atY(top) },
    { inside: ([, y]) => y <= bottom, cross: atY(bottom) },
  ];
  return sides.reduce((kept, { inside, cross }) => kept.flatMap((point, i): Line => {
    const before = kept.at(i - 1)!;
    const entering = inside(point);
    const crossing = entering !== inside(before) ? [cross(before, point)] : [];
    return entering ? [...crossing, point] : crossing;
  }), line);
}

const atX = (x: number) => (a: Point, b: Point): Point => [x, a[1] + ((b[1] - a[1]) * (x - a[0])) / (b[0] - a[0])];
const atY = (y: number) => (a: Point, b: Point): Point => [a[0] + ((b[0] - a[0]) * (y - a[1])) / (b[1] - a[1]), y];
