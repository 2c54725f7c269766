// The published JSON Schema and the authoring guide are the ones the program makes, and say something about everything.
import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { join } from 'node:path';
import { GUIDE_FILE, RULES_FILE, SCENARIOS, SCHEMA_FILE, readScenario } from '../../server/scenarios.ts';
import { checkExpression } from '../../shared/rules/condition-check.ts';
import { RULES_TABLES } from '../../shared/rules/guide.ts';
import { GUIDE_TABLES } from '../../shared/scenario/guide.ts';
import { scenarioJsonSchema, scenarioJsonSchemaText } from '../../shared/scenario/json-schema.ts';
import { NAMES } from '../../shared/scenario/names.ts';
import { OBJECTIVES, scenarioSchema } from '../../shared/scenario/schema.ts';
import { withTables } from '../../shared/scenario/tables.ts';

describe('scenarios/schema.json', () => {
  it('is up to date', () => {
    const published = existsSync(SCHEMA_FILE) ? readFileSync(SCHEMA_FILE, 'utf8') : '';
    expect(published === scenarioJsonSchemaText(), 'The schema of scenario files has changed. Run: npx entente schema --write').toBe(true);
  });

  it('offers actions, clauses and the parameters of each clause', () => {
    const text = JSON.stringify(scenarioJsonSchema());
    expect(text).toContain('"enum":["VISIT",');
    expect(text).toContain('{"if":{"properties":{"kind":{"const":"INFOSEC"}},"required":["kind"]},"then":{"properties":{"params":{"type":"object","properties":{"minimum"');
  });

  it('describes every field of a file', () => {
    type Node = { properties?: Record<string, Node>; description?: string; $ref?: string; const?: unknown } & Record<string, unknown>;
    const schema = scenarioJsonSchema() as Node & { $defs: Record<string, Node> };
    const silent: string[] = [];
    const visit = (node: unknown, path: string): void => {
      if (typeof node !== 'object' || node === null) return;
      const { properties } = node as Node;
      for (const [name, field] of Object.entries(properties ?? {})) {
        const target = field.$ref ? schema.$defs[field.$ref.split('/').at(-1)!]! : field;
        if (!(field.description ?? target.description)) silent.push(`${path}/${name}`);
      }
      for (const [key, value] of Object.entries(node)) if (key !== 'allOf') visit(value, `${path}/${key}`);
    };
    visit(schema, '');
    expect(silent).toEqual([]);
  });
});

describe('shared/rules/README.md', () => {
  it('has every table, up to date', () => {
    const guide = readFileSync(RULES_FILE, 'utf8');
    expect(Object.keys(RULES_TABLES).filter((name) => !guide.includes(`<!-- table: ${name} -->`))).toEqual([]);
    expect(withTables(guide, RULES_TABLES) === guide, 'The tables of the model guide have changed. Run: npx entente schema --write').toBe(true);
  });
});

describe('scenarios/README.md', () => {
  const guide = readFileSync(GUIDE_FILE, 'utf8');

  it('has every table, up to date', () => {
    expect(Object.keys(GUIDE_TABLES).filter((name) => !guide.includes(`<!-- table: ${name} -->`))).toEqual([]);
    expect(withTables(guide, GUIDE_TABLES) === guide, 'The tables of the authoring guide have changed. Run: npx entente schema --write').toBe(true);
  });

  it('speaks of every section of a file and every code of an objective', () => {
    expect(Object.keys(scenarioSchema.shape).filter((field) => !guide.includes(`\`${field}\``) && !guide.includes(`## ${field[0]!.toUpperCase()}${field.slice(1)}`))).toEqual([]);
    expect(OBJECTIVES.filter((code) => !guide.includes(`| \`${code}\` |`))).toEqual([]);
  });

  it('gives expressions that hold water', () => {
    const scenario = readScenario(join(SCENARIOS, 'shield-lesson', 'scenario.yaml')).scenario!;
    const examples = guide.slice(guide.indexOf('| you want | you write |')).split('\n\n')[0]!.split('\n').slice(2).map((row) => /`(.*)`/.exec(row)![1]!.replaceAll('\\|', '|'));
    expect(examples.length).toBeGreaterThan(3);
    for (const example of examples) expect([example, checkExpression(scenario, example, { clauses: Object.keys(NAMES.clauses) })]).toEqual([example, []]);
  });
});
