// Every map that comes with the program, as the tests read it.
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Topology } from 'topojson-specification';
import type { Box, Point } from '../../client/map/model.ts';

export interface MapFiles {
  name: string;
  page: Topology;
  sidecar: { id: string; size: Point; home: Box; regions: { id: string; name: string; kind: string; adjacent: string[] }[] };
}

const folder = join(import.meta.dirname, '..', '..', 'assets', 'maps');
const read = (file: string): unknown => JSON.parse(readFileSync(join(folder, file), 'utf8'));
const PAGE = '.topo.json';

export const MAPS = readdirSync(folder).filter((file) => file.endsWith(PAGE)).map((file): MapFiles => {
  const name = file.slice(0, -PAGE.length);
  return { name, page: read(file) as Topology, sidecar: read(`${name}.json`) as MapFiles['sidecar'] };
});
