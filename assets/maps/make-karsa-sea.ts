// Makes the map of the Karsa Sea: real coasts laid out by the plan, cut by drawn borders, thinned and written as TopoJSON with its sidecar.
import { readFileSync, writeFileSync } from 'node:fs';
import type { FeatureCollection, GeoJsonProperties, Geometry, Position } from 'geojson';
import { neighbors, quantize } from 'topojson-client';
import { topology } from 'topojson-server';
import { presimplify, simplify } from 'topojson-simplify';
import type { GeometryCollection } from 'topojson-specification';
import { RealCoasts, border, contains, signedArea, type Point, type Ring, type Stretch } from './coastline.ts';
import { COASTS, HOME, ISLANDS, LAKES, LANDS, MAINLAND, PLACES, SIZE, TITLE, WATERS } from './karsa-sea-plan.ts';

/** Islands and islets smaller than this many square units would only be specks. */
const SMALLEST_ISLAND = 7;
/** An islet carried along with a coast belongs to the land within this distance, else it is dropped. */
const ISLET_REACH = 60;
/** Area of the smallest triangle of shore that is kept. */
const DETAIL = 1;
const GRID = 12_000;

const real = new RealCoasts(JSON.parse(readFileSync(new URL('../../node_modules/world-atlas/land-10m.json', import.meta.url), 'utf8')));

/** Each land's polygons: the outer ring first, then its lakes. */
const lands = new Map<string, Ring[][]>(LANDS.map(({ id }) => [id, []]));
const polygonsOf = (id: string): Ring[][] => {
  const polygons = lands.get(id);
  if (!polygons) throw new Error(`the plan names no land ${id}`);
  return polygons;
};

const islets: Ring[] = [];
layMainland();
for (const coast of COASTS) polygonsOf(coast.id).push([layShore(coast.shore, coast.closing)]);
for (const island of ISLANDS) {
  for (const ring of real.island(island)) if (Math.abs(signedArea(ring)) > SMALLEST_ISLAND) polygonsOf(island.id).push([ring]);
}
for (const islet of islets) giveToNearest(islet);
for (const lake of LAKES) {
  const shore = real.island(lake)[0]!;
  const around = polygonsOf(lake.id).find(([outer]) => shore.every((point) => contains(outer!, point)));
  if (!around) throw new Error(`the lake in ${lake.id} touches its shore`);
  around.push(shore);
}
for (const { name, country, at } of PLACES) {
  if (!polygonsOf(country).some(([outer, ...lakes]) => contains(outer!, at) && !lakes.some((lake) => contains(lake, at)))) {
    throw new Error(`${name} is not in ${country}`);
  }
}
write();

/** Joins the stretches into one shore, closes it far outside the frame, and keeps its islets for later. */
function layShore(stretches: Stretch[], closing: Point[]): Ring {
  const laid = stretches.map((stretch) => real.stretch(stretch));
  islets.push(...laid.flatMap(({ islands }) => islands));
  const coast = laid.flatMap(({ coast }, i) => (i === 0 ? coast : coast.slice(1)));
  return [...coast, ...subdivide([coast.at(-1)!, ...closing, coast[0]!]).slice(1, -1)];
}

/** Vertices every few units, so that a border can end anywhere on a straight edge. */
function subdivide(line: Point[]): Point[] {
  return line.flatMap((to, i) => {
    const from = line[i - 1];
    if (!from) return [to];
    const steps = Math.ceil(Math.hypot(to[0] - from[0], to[1] - from[1]) / 20);
    return Array.from({ length: steps }, (_, k): Point => {
      const share = (k + 1) / steps;
      return [from[0] + (to[0] - from[0]) * share, from[1] + (to[1] - from[1]) * share];
    });
  });
}

function layMainland(): void {
  let faces = [layShore(MAINLAND.shore, MAINLAND.closing)];
  for (const { through, seed } of MAINLAND.cuts) faces = cut(faces, border(through, seed));
  for (const { id, inside } of MAINLAND.faces) {
    const face = faces.find((ring) => contains(ring, inside));
    if (!face) throw new Error(`no part of the mainland holds the point given for ${id}`);
    polygonsOf(id).push([face]);
  }
}

/** Cuts the face that the line crosses in two; both halves get the very same border points, so no gap can open. */
function cut(faces: Ring[], line: Ring): Ring[] {
  const face = faces.find((ring) => contains(ring, line[Math.floor(line.length / 2)]!));
  if (!face) throw new Error('a border runs outside the mainland');
  const vertexAt = ([x, y]: Point): number =>
    face.reduce((best, point, v) => (Math.hypot(point[0] - x, point[1] - y) < Math.hypot(face[best]![0] - x, face[best]![1] - y) ? v : best), 0);
  const walk = (from: number, to: number): Ring =>
    (from <= to ? face.slice(from, to + 1) : [...face.slice(from), ...face.slice(0, to + 1)]);
  const start = vertexAt(line[0]!);
  const end = vertexAt(line.at(-1)!);
  const between = line.slice(1, -1);
  return [
    ...faces.filter((other) => other !== face),
    [...walk(start, end), ...between.toReversed()],
    [...walk(end, start), ...between],
  ];
}

function giveToNearest(islet: Ring): void {
  if (Math.abs(signedArea(islet)) < SMALLEST_ISLAND) return;
  const shores = [...lands].flatMap(([id, polygons]) => polygons.map((polygon) => ({ id, outer: polygon[0]! })));
  if (shores.some(({ outer }) => islet.some((point) => contains(outer, point)))) return;
  let owner: string | undefined;
  let least = ISLET_REACH;
  for (const { id, outer } of shores) {
    for (const [x, y] of outer) {
      const away = Math.hypot(x - islet[0]![0], y - islet[0]![1]);
      if (away < least) { least = away; owner = id; }
    }
  }
  if (owner) polygonsOf(owner).push([islet]);
}

function write(): void {
  const closed = (ring: Ring): Position[] => [...ring, ring[0]!];
  const collection = <T extends { id: string }>(items: T[], geometry: (item: T) => Geometry, properties: (item: T) => GeoJsonProperties): FeatureCollection =>
    ({ type: 'FeatureCollection', features: items.map((item) => ({ type: 'Feature', id: item.id, properties: properties(item), geometry: geometry(item) })) });
  const objects = {
    regions: collection(LANDS, ({ id }) => ({ type: 'MultiPolygon', coordinates: polygonsOf(id).map((polygon) => polygon.map(closed)) }), ({ name, kind }) => ({ name, kind })),
    places: collection(PLACES, ({ at }) => ({ type: 'Point', coordinates: at }), ({ name, kind, country }) => ({ name, kind, country })),
    waters: collection(WATERS, ({ at }) => ({ type: 'Point', coordinates: at }), ({ name, size, angle, kind, reach }) => ({ name, size, angle, kind, reach })),
  };
  const page = quantize(simplify(presimplify(topology(objects)), DETAIL) as Parameters<typeof quantize>[0], GRID);
  const text = JSON.stringify(page);
  writeFileSync(new URL('karsa-sea.topo.json', import.meta.url), `${text}\n`);

  const landBorders = neighbors((page.objects['regions'] as GeometryCollection).geometries);
  const shoresOf = (id: string): string[] => WATERS.filter(({ touches }) => touches.includes(id)).map((water) => water.id);
  const regions = [
    ...LANDS.map(({ id, name, kind }, i) => ({ id, name, kind, adjacent: [...landBorders[i]!.map((j) => LANDS[j]!.id), ...shoresOf(id)] })),
    ...WATERS.map(({ id, name, kind, touches }) => ({ id, name, kind, adjacent: touches })),
  ];
  writeFileSync(new URL('karsa-sea.json', import.meta.url), `${JSON.stringify({ id: 'karsa-sea', title: TITLE, size: SIZE, home: HOME, regions }, null, 2)}\n`);
  console.log(`karsa-sea: ${(text.length / 1024).toFixed(1)} KB, ${page.arcs.length} arcs, ${page.arcs.reduce((sum, arc) => sum + arc.length, 0)} points`);
}
