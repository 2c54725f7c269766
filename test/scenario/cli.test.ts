// The verbs check and schema as a person at a terminal meets them: output and exit codes.
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { SCENARIOS, SCHEMA_FILE, scenarioFiles } from '../../server/scenarios.ts';

const MAIN = resolve(import.meta.dirname, '..', '..', 'server', 'cli', 'main.ts');
const entente = (...args: string[]) => {
  const { status, stdout, stderr } = spawnSync(process.execPath, [MAIN, ...args], { encoding: 'utf8', cwd: resolve(SCENARIOS, '..') });
  return { status, stdout, stderr };
};

let folder: string;
let broken: string;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'entente-check-'));
  broken = join(folder, 'broken.yaml');
  const text = readFileSync(join(SCENARIOS, 'shield-lesson', 'scenario.yaml'), 'utf8');
  writeFileSync(broken, text.replace('between: [NIH, COL]', 'between: [NHI, COL]'));
});

afterAll(() => rmSync(folder, { recursive: true }));

describe('entente check', () => {
  it('finds the scenarios that come with the program clean', () => {
    expect(entente('check', 'scenarios')).toMatchObject({ status: 0, stdout: expect.stringMatching(/^\d+ scenarios? checked: 0 errors, 0 warnings\.\n$/) });
  });

  it('tells file, line and column, what is wrong and what helps, and fails', () => {
    const line = readFileSync(broken, 'utf8').split('\n').findIndex((text) => text.includes('NHI')) + 1;
    expect(entente('check', broken)).toMatchObject({
      status: 1,
      stdout: `${broken}:${line}:17: error UNKNOWN_SEAT NHI is not one of the seats.\nhelp: Did you mean NIH? Seats: NIH, COL, HAN, MER.\n1 scenario checked: 1 error, 0 warnings.\n`,
    });
  });

  it('gives the same as data', () => {
    const { status, stdout } = entente('check', '--json', broken);
    expect(status).toBe(1);
    const { problems } = JSON.parse(stdout) as { problems: Record<string, unknown>[] };
    expect(problems).toHaveLength(1);
    expect(Object.keys(problems[0]!)).toEqual(['file', 'line', 'column', 'endLine', 'endColumn', 'severity', 'code', 'message', 'help']);
  });

  it('is at fault over nothing, and misused without a path', () => {
    expect(entente('check', join(folder, 'nowhere'))).toMatchObject({ status: 1, stderr: expect.stringContaining('There is nothing at') });
    expect(entente('check', folder)).toMatchObject({ status: 1, stderr: expect.stringContaining('no scenario.yaml') });
    expect(entente('check')).toMatchObject({ status: 2 });
  });
});

describe('entente schema', () => {
  it('prints what is published', () => {
    expect(execFileSync(process.execPath, [MAIN, 'schema'], { encoding: 'utf8' })).toBe(readFileSync(SCHEMA_FILE, 'utf8'));
  });
});

it('finds scenario files in and below a folder', () => {
  expect(scenarioFiles(SCENARIOS)).toContain(join(SCENARIOS, 'shield-lesson', 'scenario.yaml'));
  expect(scenarioFiles(broken)).toEqual([broken]);
  expect(scenarioFiles(join(folder, 'nowhere'))).toBeNull();
});
