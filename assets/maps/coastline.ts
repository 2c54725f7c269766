// Takes stretches and islands of real coast from Natural Earth and lays them anywhere on a plane, mirrored, turned, stretched and bent.
import { geoAzimuthalEqualArea, geoDistance, type GeoProjection } from 'd3-geo';
import { feature } from 'topojson-client';
import type { MultiPolygon, Polygon, Position } from 'geojson';
import type { GeometryCollection, Topology } from 'topojson-specification';

export type Point = [number, number];
export type Ring = Point[];

/** A real coast followed from one place to another, and the two plane points its ends are pinned to. */
export interface Stretch {
  /** Longitude and latitude of the start and the end on the real coast. */
  real: [Point, Point];
  /** Take the other way round the real land mass. */
  longWay?: boolean;
  to: [Point, Point];
  /** Height of the coast's features over the chord: negative mirrors it, 1 keeps its proportions. */
  depth: number;
  /** Bows the whole stretch sideways, as a share of the chord. */
  bow?: number;
  /** Leans what stands out from the chord towards its start (positive) or its end. */
  lean?: number;
  /** Real islands are carried along up to this distance from the chord, as a share of it. */
  islandsWithin?: number;
}

/** A real island, found by a point on its shore, laid down about a plane point. */
export interface Island {
  real: Point;
  at: Point;
  /** Length of the island's longer axis on the plane. */
  length: number;
  /** Direction of the longer axis in degrees, clockwise on the screen. */
  turn: number;
  /** Breadth in proportion to the real one: negative mirrors it. */
  breadth: number;
  bow?: number;
  /** Neighbouring real islands are carried along up to this distance, as a share of the length. */
  islandsWithin?: number;
}

export const signedArea = (ring: Ring): number => {
  let sum = 0;
  for (let i = 0, j = ring.length - 1; i < ring.length; j = i++) sum += ring[j]![0] * ring[i]![1] - ring[i]![0] * ring[j]![1];
  return sum / 2;
};

export const contains = (ring: Ring, [x, y]: Point): boolean => {
  let inside = false;
  for (let i = 0, j = ring.length - 1; i < ring.length; j = i++) {
    const [xi, yi] = ring[i]!;
    const [xj, yj] = ring[j]!;
    if (yi > y !== yj > y && x < ((xj - xi) * (y - yi)) / (yj - yi) + xi) inside = !inside;
  }
  return inside;
};

const centre = (ring: Ring): Point => [
  ring.reduce((sum, point) => sum + point[0], 0) / ring.length,
  ring.reduce((sum, point) => sum + point[1], 0) / ring.length,
];

/** All real shores, as open lists of longitude and latitude. */
export class RealCoasts {
  readonly rings: Ring[];

  constructor(land: Topology) {
    const collection = feature(land, land.objects['land'] as GeometryCollection);
    const polygons = collection.features.flatMap(({ geometry }): Position[][][] =>
      geometry.type === 'MultiPolygon' ? (geometry as MultiPolygon).coordinates : [(geometry as Polygon).coordinates]);
    this.rings = polygons.map((polygon) => polygon[0]!.slice(0, -1) as Ring);
  }

  /** The shore that passes nearest to all the places given. */
  private shoreNear(...places: Point[]): number {
    let best = -1;
    let least = Infinity;
    this.rings.forEach((ring, r) => {
      const away = places.reduce((sum, place) => sum + geoDistance(ring[nearestVertex(ring, place)]!, place), 0);
      if (away < least) { least = away; best = r; }
    });
    return best;
  }

  /** The coast of a stretch on the plane, with the real islands that lie off it. */
  stretch({ real, longWay, to, depth, bow = 0, lean = 0, islandsWithin = 0 }: Stretch): { coast: Ring; islands: Ring[] } {
    const shore = this.shoreNear(...real);
    const ring = this.rings[shore]!;
    const start = nearestVertex(ring, real[0]);
    const end = nearestVertex(ring, real[1]);
    const forward = (end - start + ring.length) % ring.length;
    const step = (forward <= ring.length / 2) !== (longWay ?? false) ? 1 : -1;
    const path: Ring = [];
    for (let v = start; ; v = (v + step + ring.length) % ring.length) {
      path.push(ring[v]!);
      if (v === end) break;
    }
    const project = planar(centre(path));
    const onPlane = path.map(project);
    const a = onPlane[0]!;
    const b = onPlane.at(-1)!;
    const chord = Math.hypot(b[0] - a[0], b[1] - a[1]);
    const along: Point = [(b[0] - a[0]) / chord, (b[1] - a[1]) / chord];
    const [p, q] = to;
    const local = ([x, y]: Point): Point => [
      ((x - a[0]) * along[0] + (y - a[1]) * along[1]) / chord,
      ((y - a[1]) * along[0] - (x - a[0]) * along[1]) / chord,
    ];
    const lay = ([alongChord, n]: Point): Point => {
      const side = n * depth + bow * 4 * alongChord * (1 - alongChord);
      const t = alongChord + lean * n * depth;
      return [p[0] + t * (q[0] - p[0]) - side * (q[1] - p[1]), p[1] + t * (q[1] - p[1]) + side * (q[0] - p[0])];
    };
    const coast = onPlane.map((point) => lay(local(point)));
    coast[0] = p;
    coast[coast.length - 1] = q;
    const islands = this.around(shore, path, project)
      .map((island) => island.map(local))
      .filter((island) => { const [t, n] = centre(island); return Math.abs(t - 0.5) < Math.max(0.5, islandsWithin) && Math.abs(n) < islandsWithin; })
      .map((island) => island.map(lay));
    return { coast, islands };
  }

  /** The shore of an island on the plane, and of the islands about it. */
  island({ real, at, length, turn, breadth, bow = 0, islandsWithin = 0 }: Island): Ring[] {
    const found = this.shoreNear(real);
    const shore = this.rings[found]!;
    const project = planar(centre(shore));
    const onPlane = shore.map(project);
    const middle = centre(onPlane);
    const axis = principalAxis(onPlane, middle);
    const local = ([x, y]: Point): Point => [
      (x - middle[0]) * Math.cos(axis) + (y - middle[1]) * Math.sin(axis),
      (y - middle[1]) * Math.cos(axis) - (x - middle[0]) * Math.sin(axis),
    ];
    const reach = onPlane.map(local).map(([t]) => t);
    const scale = length / (Math.max(...reach) - Math.min(...reach));
    const angle = (turn * Math.PI) / 180;
    const lay = ([t, n]: Point): Point => {
      const u = t * scale;
      const side = n * scale * breadth + bow * length * (1 - (2 * u / length) ** 2);
      return [at[0] + u * Math.cos(angle) - side * Math.sin(angle), at[1] + u * Math.sin(angle) + side * Math.cos(angle)];
    };
    const others = this.around(found, shore, project)
      .map((ring) => ring.map(local))
      .filter((ring) => Math.hypot(...centre(ring)) * scale < islandsWithin * length);
    return [onPlane.map(local), ...others].map((ring) => ring.map(lay));
  }

  private around(self: number, path: Ring, project: (point: Point) => Point): Ring[] {
    const middle = centre(path);
    return this.rings
      .filter((ring, r) => r !== self && ring.length < 4000 && geoDistance(ring[0]!, middle) < 0.25)
      .map((ring) => ring.map(project));
  }
}

/** Flat distance is enough to find a vertex, and far quicker than the great circle. */
function nearestVertex(ring: Ring, [lon, lat]: Point): number {
  const shrink = Math.cos((lat * Math.PI) / 180);
  let best = 0;
  let least = Infinity;
  ring.forEach(([x, y], v) => {
    const away = ((x - lon) * shrink) ** 2 + (y - lat) ** 2;
    if (away < least) { least = away; best = v; }
  });
  return best;
}

/** An equal-area projection about a place: shapes of a thousand kilometres keep their looks. */
function planar(about: Point): (point: Point) => Point {
  const projection: GeoProjection = geoAzimuthalEqualArea().rotate([-about[0], -about[1]]).translate([0, 0]).scale(1000);
  return (point) => projection(point) as Point;
}

function principalAxis(points: Ring, middle: Point): number {
  let xx = 0;
  let yy = 0;
  let xy = 0;
  for (const [px, py] of points) {
    const x = px - middle[0];
    const y = py - middle[1];
    xx += x * x;
    yy += y * y;
    xy += x * y;
  }
  return Math.atan2(2 * xy, xx - yy) / 2;
}

/** A repeatable source of numbers in [0, 1), so that the same table always makes the same map. */
export function numbers(seed: number): () => number {
  let state = seed >>> 0;
  return () => (state = (state * 1664525 + 1013904223) >>> 0) / 2 ** 32;
}

/** A land border through the given points: midpoints are displaced again and again, so it wanders like a river. */
export function border(through: Point[], seed: number, roughness = 0.22): Ring {
  const next = numbers(seed);
  let line: Ring = through;
  for (let pass = 0; pass < 7; pass++) {
    line = line.flatMap((point, i): Ring => {
      const before = line[i - 1];
      if (!before) return [point];
      const dx = point[0] - before[0];
      const dy = point[1] - before[1];
      if (Math.hypot(dx, dy) < 4) return [point];
      const shift = (next() - 0.5) * 2 * roughness;
      return [[(before[0] + point[0]) / 2 - dy * shift, (before[1] + point[1]) / 2 + dx * shift], point];
    });
  }
  return line;
}
