// The published JSON Schema is the one the program makes, and says something about every field.
import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { SCHEMA_FILE } from '../../server/scenarios.ts';
import { scenarioJsonSchema, scenarioJsonSchemaText } from '../../shared/scenario/json-schema.ts';

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
