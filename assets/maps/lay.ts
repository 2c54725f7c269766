// Lays the lands of a plan on the page: shores joined from real coasts, cut by borders, with their islands, lakes and rivers.
import { border, contains, signedArea, type Point, type RealCoasts, type Ring, type Stretch } from './coastline.ts';
import type { Drawn, MapPlan, Mass } from './plan.ts';

/** Islands and islets smaller than this many square units would only be specks. */
const SMALLEST_ISLAND = 7;
/** An islet carried along with a coast belongs to the land within this distance, else it is dropped. */
const ISLET_REACH = 60;
/** A border may keep to the water's edge this far at either end; what strays farther, over the sea or a neighbour, is left off. */
const ASTRAY = 15;
/** An end of a river is joined to a shore within this distance. */
const MOUTH_REACH = 30;

/** Each land's polygons by its id, the outer ring first and then its lakes; and the rivers. */
export interface Layout { lands: Map<string, Ring[][]>; rivers: Ring[] }

export function lay(plan: MapPlan, real: RealCoasts): Layout {
  const lands = new Map<string, Ring[][]>(plan.lands.map(({ id }) => [id, []]));
  const islets: Ring[] = [];
  const polygonsOf = (id: string): Ring[][] => {
    const polygons = lands.get(id);
    if (!polygons) throw new Error(`the plan names no land ${id}`);
    return polygons;
  };
  for (const mass of plan.masses) layMass(mass, real, islets, polygonsOf);
  for (const island of plan.islands) {
    for (const ring of real.island(island)) if (Math.abs(signedArea(ring)) > SMALLEST_ISLAND) polygonsOf(island.id).push([ring]);
  }
  for (const islet of islets) giveToNearest(islet, lands);
  for (const lake of plan.lakes) {
    const shore = real.island(lake)[0]!;
    const around = polygonsOf(lake.id).find(([outer]) => shore.every((point) => contains(outer!, point)));
    if (!around) throw new Error(`the lake in ${lake.id} touches its shore`);
    around.push(shore);
  }
  const astray = plan.places.filter(({ country, at }) =>
    !polygonsOf(country).some(([outer, ...lakes]) => contains(outer!, at) && !lakes.some((lake) => contains(lake, at))));
  if (astray.length > 0) throw new Error(`not in their country: ${astray.map(({ name }) => name).join(', ')}`);
  const shores = [...lands.values()].flat(2);
  return { lands, rivers: (plan.rivers ?? []).map((river) => joinToShores(drawn(river), shores)) };
}

const drawn = ({ through, seed, roughness }: Drawn): Ring => border(through, seed, roughness);

function layMass({ shore, closing, cuts, parts }: Mass, real: RealCoasts, islets: Ring[], polygonsOf: (id: string) => Ring[][]): void {
  const line = (pieces: (Drawn | Stretch)[]): Ring => join(pieces.map((piece) => {
    if (!('real' in piece)) return drawn(piece);
    const { coast, islands } = real.stretch(piece);
    islets.push(...islands);
    return coast;
  }));
  const coast = line(shore);
  let faces = [[...coast, ...subdivide([coast.at(-1)!, ...closing, coast[0]!]).slice(1, -1)]];
  for (const pieces of cuts) faces = cut(faces, line(pieces));
  for (const { id, inside } of parts) {
    const face = faces.find((ring) => contains(ring, inside));
    if (!face) throw new Error(`no part of the land holds the point given for ${id}`);
    polygonsOf(id).push([face]);
  }
}

const join = (pieces: Ring[]): Ring => pieces.flatMap((piece, i) => (i === 0 ? piece : piece.slice(1)));

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

const away = (a: Point, b: Point): number => Math.hypot(a[0] - b[0], a[1] - b[1]);

/** Cuts the part that the line crosses in two; both halves get the very same border points, so no gap can open. */
function cut(faces: Ring[], line: Ring): Ring[] {
  const middle = Math.floor(line.length / 2);
  const face = faces.find((ring) => contains(ring, line[middle]!));
  if (!face) throw new Error(`a border runs outside its land at ${line[middle]!.map(Math.round).join()}`);
  let [first, last] = [middle, middle];
  while (first > 1 && contains(face, line[first - 1]!)) first--;
  while (last < line.length - 2 && contains(face, line[last + 1]!)) last++;
  if (away(line[0]!, line[first]!) < ASTRAY) first = 1;
  if (away(line.at(-1)!, line[last]!) < ASTRAY) last = line.length - 2;
  const vertexAt = (at: Point): number => face.reduce((best, point, v) => (away(point, at) < away(face[best]!, at) ? v : best), 0);
  const walk = (from: number, to: number): Ring =>
    (from <= to ? face.slice(from, to + 1) : [...face.slice(from), ...face.slice(0, to + 1)]);
  const start = vertexAt(line[first === 1 ? 0 : first]!);
  const end = vertexAt(line[last === line.length - 2 ? line.length - 1 : last]!);
  const between = line.slice(first, last + 1);
  return [
    ...faces.filter((other) => other !== face),
    [...walk(start, end), ...between.toReversed()],
    [...walk(end, start), ...between],
  ];
}

function giveToNearest(islet: Ring, lands: Layout['lands']): void {
  if (Math.abs(signedArea(islet)) < SMALLEST_ISLAND) return;
  const shores = [...lands].flatMap(([id, polygons]) => polygons.map((polygon) => ({ id, outer: polygon[0]! })));
  if (shores.some(({ outer }) => islet.some((point) => contains(outer, point)))) return;
  let owner: string | undefined;
  let least = ISLET_REACH;
  for (const { id, outer } of shores) {
    for (const point of outer) {
      const distance = away(point, islet[0]!);
      if (distance < least) { least = distance; owner = id; }
    }
  }
  if (owner) lands.get(owner)!.push([islet]);
}

/** Moves the ends of a river onto the nearest vertex of a shore where one is near: a spring in the hills stays where it is. */
function joinToShores(river: Ring, shores: Ring[]): Ring {
  const joined = (end: Point): Point => {
    const nearest = shores.flat().reduce((best, point) => (away(point, end) < away(best, end) ? point : best));
    return away(nearest, end) < MOUTH_REACH ? nearest : end;
  };
  return [joined(river[0]!), ...river.slice(1, -1), joined(river.at(-1)!)];
}
