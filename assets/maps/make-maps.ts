// Makes every map from its plan, or those named: lands laid out, shared lines thinned together, written as TopoJSON with a sidecar.
import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import type { FeatureCollection, GeoJsonProperties, Geometry, Position } from 'geojson';
import { neighbors, quantize } from 'topojson-client';
import { topology } from 'topojson-server';
import { presimplify, simplify } from 'topojson-simplify';
import type { GeometryCollection } from 'topojson-specification';
import { RealCoasts, type Ring } from './coastline.ts';
import { lay, type Layout } from './lay.ts';
import type { MapPlan } from './plan.ts';

/** Area of the smallest triangle of shore that is kept. */
const DETAIL = 1;
const GRID = 12_000;
const PLAN = '-plan.ts';

const real = new RealCoasts(JSON.parse(readFileSync(new URL('../../node_modules/world-atlas/land-10m.json', import.meta.url), 'utf8')));
const known = readdirSync(import.meta.dirname).filter((file) => file.endsWith(PLAN)).map((file) => file.slice(0, -PLAN.length)).toSorted();
const asked = process.argv.slice(2);
for (const name of asked.length > 0 ? asked : known) {
  const { PLAN: plan } = await import(`./${name}${PLAN}`) as { PLAN: MapPlan };
  write(name, plan, lay(plan, real));
}

function write(name: string, plan: MapPlan, { lands, rivers }: Layout): void {
  const closed = (ring: Ring): Position[] => [...ring, ring[0]!];
  const collection = <T extends { id: string }>(items: T[], geometry: (item: T) => Geometry, properties: (item: T) => GeoJsonProperties): FeatureCollection =>
    ({ type: 'FeatureCollection', features: items.map((item) => ({ type: 'Feature', id: item.id, properties: properties(item), geometry: geometry(item) })) });
  const objects = {
    regions: collection(plan.lands, ({ id }) => ({ type: 'MultiPolygon', coordinates: lands.get(id)!.map((polygon) => polygon.map(closed)) }), ({ name, kind }) => ({ name, kind })),
    places: collection(plan.places, ({ at }) => ({ type: 'Point', coordinates: at }), ({ name, kind, country }) => ({ name, kind, country })),
    waters: collection(plan.waters, ({ at }) => ({ type: 'Point', coordinates: at }), ({ name, size, angle, kind, reach }) => ({ name, size, angle, kind, reach })),
    ...(rivers.length > 0 && { rivers: collection(rivers.map((line, i) => ({ id: `RIVER_${i + 1}`, line })), ({ line }) => ({ type: 'LineString', coordinates: line }), () => ({})) }),
  };
  const page = quantize(simplify(presimplify(topology(objects)), DETAIL) as Parameters<typeof quantize>[0], GRID);
  const text = JSON.stringify(page);
  writeFileSync(new URL(`${name}.topo.json`, import.meta.url), `${text}\n`);

  const landBorders = neighbors((page.objects['regions'] as GeometryCollection).geometries);
  const shoresOf = (id: string): string[] => plan.waters.filter(({ touches }) => touches.includes(id)).map((water) => water.id);
  const regions = [
    ...plan.lands.map(({ id, name, kind }, i) => ({ id, name, kind, adjacent: [...landBorders[i]!.map((j) => plan.lands[j]!.id), ...shoresOf(id)] })),
    ...plan.waters.map(({ id, name, kind, touches }) => ({ id, name, kind, adjacent: touches })),
  ];
  writeFileSync(new URL(`${name}.json`, import.meta.url), `${JSON.stringify({ id: name, title: plan.title, size: plan.size, home: plan.home, regions }, null, 2)}\n`);
  console.log(`${name}: ${(text.length / 1024).toFixed(1)} KB, ${page.arcs.length} arcs, ${page.arcs.reduce((sum, arc) => sum + arc.length, 0)} points`);
}
