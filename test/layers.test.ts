// Who may import whom, what shared code may never touch, and that no circle of imports exists.
import { readFileSync, readdirSync, statSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { describe, expect, test } from 'vitest';

const ROOT = resolve(import.meta.dirname, '..');

function sources(folder: string): string[] {
  return readdirSync(folder).flatMap((name) => {
    const path = join(folder, name);
    if (statSync(path).isDirectory()) return sources(path);
    return /\.tsx?$/.test(name) && !name.endsWith('.d.ts') ? [path] : [];
  });
}

interface Import {
  from: string;
  to: string;
  /** Erased at run time. */
  typeOnly: boolean;
}

const IMPORT = /^(?:import|export)\s+(type\s+)?(?:[^'"]*?\sfrom\s+)?['"]([^'"]+)['"]|\bimport\(\s*['"]([^'"]+)['"]\s*\)/gm;

function importsOf(file: string): Import[] {
  return [...readFileSync(file, 'utf8').matchAll(IMPORT)].map(([, type, named, dynamic]) => {
    const target = (named ?? dynamic)!;
    return { from: relative(ROOT, file), to: target.startsWith('.') ? relative(ROOT, resolve(dirname(file), target)) : target, typeOnly: type !== undefined };
  });
}

const FOLDERS = ['shared', 'server', 'client'];
const files = FOLDERS.flatMap((folder) => sources(join(ROOT, folder)));
const imports = files.flatMap(importsOf);
const inside = (path: string, folder: string) => path === folder || path.startsWith(`${folder}/`);

/** Pure libraries that shared code may use, and where. */
const PURE: Record<string, string> = {
  zod: 'shared', yaml: 'shared/scenario', '@marcbachmann/cel-js': 'shared/rules', '@noble/hashes': 'shared', '@colyseus/schema': 'shared/wire',
};

/** What each part of shared code may import besides itself. The vocabulary knows nobody; the wire and the record are on top. */
const MAY_IMPORT: Record<string, readonly string[]> = {
  'shared/model': ['shared/scenario/schema.ts', 'shared/ledger'],
  'shared/scenario': ['shared/model', 'shared/rules'],
  'shared/rules': ['shared/model', 'shared/scenario', 'shared/view', 'shared/ledger'],
  'shared/view': ['shared/model', 'shared/scenario', 'shared/rules', 'shared/ledger'],
  'shared/record': ['shared/model', 'shared/scenario', 'shared/rules', 'shared/view'],
  'shared/bots': ['shared/model', 'shared/rules', 'shared/view', 'shared/scenario/schema.ts'],
  'shared/simulation': ['shared/model', 'shared/scenario', 'shared/rules', 'shared/view', 'shared/record', 'shared/bots'],
  'shared/wire': ['shared/model', 'shared/rules/refusals.ts', 'shared/view', 'shared/scenario/schema.ts'],
};

const packageOf = (name: string) => name.split('/').slice(0, name.startsWith('@') ? 2 : 1).join('/');

describe('layers', () => {
  test('shared code imports itself and the pure libraries of the list, each where it belongs', () => {
    const strangers = imports.filter(({ from, to }) => inside(from, 'shared') && !inside(to, 'shared'))
      .filter(({ from, to }) => !PURE[packageOf(to)] || !inside(from, PURE[packageOf(to)]!));
    expect(strangers).toEqual([]);
  });

  test('every library of the list is used: the list only shrinks', () => {
    const used = new Set(imports.filter(({ from }) => inside(from, 'shared')).map(({ to }) => packageOf(to)));
    expect(Object.keys(PURE).filter((library) => !used.has(library))).toEqual([]);
  });

  test('parts of shared code import downwards', () => {
    const upwards = imports.filter(({ from, to }) => {
      const part = Object.keys(MAY_IMPORT).find((folder) => inside(from, folder));
      if (!part || !inside(to, 'shared') || inside(to, part)) return false;
      return !MAY_IMPORT[part]!.some((allowed) => inside(to, allowed));
    });
    expect(upwards).toEqual([]);
  });

  test('every part of shared code has its place in the list', () => {
    const parts = new Set(files.map((file) => relative(ROOT, file)).filter((file) => inside(file, 'shared')).map((file) => file.split('/').slice(0, 2).join('/')));
    expect([...parts].filter((part) => !MAY_IMPORT[part])).toEqual([]);
  });

  test('the client knows nothing of the server, nor the server of the client', () => {
    expect(imports.filter(({ from, to }) => (inside(from, 'client') && inside(to, 'server')) || (inside(from, 'server') && inside(to, 'client')))).toEqual([]);
  });

  test('shared code has no clock, no chance but the keyed draw, no input or output', () => {
    const FORBIDDEN = /\bMath\.random\b|\bDate\.now\b|\bnew Date\b|\bperformance\.|\bset(?:Timeout|Interval|Immediate)\b|\bfetch\(|\bprocess\.|\bconsole\.|\bglobalThis\b|\.toLocale\w*\(/;
    const found = files.filter((file) => inside(relative(ROOT, file), 'shared')).flatMap((file) =>
      readFileSync(file, 'utf8').split('\n').flatMap((line, index) => (FORBIDDEN.test(line.replace(/\/\/.*|^\s*\*.*/, '')) ? [`${relative(ROOT, file)}:${index + 1}: ${line.trim()}`] : [])));
    expect(found).toEqual([]);
  });

  test('no circle of imports at run time', () => {
    const edges = new Map<string, string[]>();
    for (const { from, to, typeOnly } of imports) if (!typeOnly) edges.set(from, [...(edges.get(from) ?? []), to]);
    const done = new Set<string>();
    const circles: string[] = [];
    const walk = (file: string, trail: string[]): void => {
      if (trail.includes(file)) circles.push([...trail.slice(trail.indexOf(file)), file].join(' -> '));
      if (done.has(file) || trail.includes(file)) return;
      for (const next of edges.get(file) ?? []) walk(next, [...trail, file]);
      done.add(file);
    };
    for (const file of edges.keys()) walk(file, []);
    expect(circles).toEqual([]);
  });

  test('every file says in its first line what it owns', () => {
    const silent = files.filter((file) => !/^(#!.*\n)?(\/\/|\/\*\*?) \S/.test(readFileSync(file, 'utf8')));
    expect(silent.map((file) => relative(ROOT, file))).toEqual([]);
  });
});
