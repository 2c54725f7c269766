// Scenario files and map sidecars on disk: where they are, and how they are read.
import { existsSync, readFileSync, readdirSync, statSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { MapSidecar } from '../shared/scenario/check.ts';
import { parseScenario } from '../shared/scenario/parse.ts';
import type { Parsed } from '../shared/scenario/parse.ts';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');

/** Folder of the scenarios that come with the program. */
export const SCENARIOS = join(root, 'scenarios');
export const SCHEMA_FILE = join(SCENARIOS, 'schema.json');
export const GUIDE_FILE = join(SCENARIOS, 'README.md');
/** The model guide. */
export const RULES_FILE = join(root, 'shared', 'rules', 'README.md');
const MAPS = join(root, 'assets', 'maps');

/** Sidecars of all maps, by id. */
export function readMaps(folder = MAPS): Record<string, MapSidecar> {
  const files = readdirSync(folder).filter((name) => name.endsWith('.json') && !name.endsWith('.topo.json'));
  return Object.fromEntries(files.map((name) => {
    const map = JSON.parse(readFileSync(join(folder, name), 'utf8')) as MapSidecar;
    return [map.id, map];
  }));
}

/** The scenario files a path stands for: itself, or every scenario.yaml in and below a folder. Null if there is nothing at the path. */
export function scenarioFiles(path: string): string[] | null {
  if (!existsSync(path)) return null;
  if (!statSync(path).isDirectory()) return [path];
  return readdirSync(path, { recursive: true, encoding: 'utf8' })
    .filter((name) => /(^|[/\\])scenario\.ya?ml$/.test(name) && !name.includes('node_modules'))
    .sort()
    .map((name) => join(path, name));
}

/** Reads and checks one file; problems name it as a person would from where they stand. */
export function readScenario(file: string, maps: Record<string, MapSidecar> = readMaps()): Parsed {
  const name = relative(process.cwd(), file);
  return parseScenario(readFileSync(file, 'utf8'), { file: name.startsWith('..') ? file : name, maps });
}
