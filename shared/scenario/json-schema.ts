// The published JSON Schema of scenario files, for completion and hover help in editors.
import { z } from 'zod';
import { NAMES } from './names.ts';
import { EVENTS } from '../rules/occurrences.ts';
import { actionName, clauseDraft, clauseName, eventName, scenarioSchema } from './schema.ts';

type Json = z.core.JSONSchema.BaseSchema;

/** Parameters go with the kind of the clause, which the catalogue knows and the schema of files does not. */
const parametersByKind = (): Json[] => Object.entries(NAMES.clauses).map(([kind, { parameters }]) => {
  const params = z.toJSONSchema(parameters, { io: 'input', override: ({ jsonSchema }) => withoutControls(jsonSchema) });
  delete params.$schema;
  // oxlint-disable-next-line unicorn/no-thenable -- a keyword of JSON Schema, not a promise
  return { if: { properties: { kind: { const: kind } }, required: ['kind'] }, then: { properties: { params: params as Json } } };
});

/** Which control a form shows is nothing to an editor. */
function withoutControls(schema: Json): void {
  for (const key of ['field', 'options', 'min', 'max', 'optional']) delete schema[key];
}

export function scenarioJsonSchema(): object {
  const schema = z.toJSONSchema(scenarioSchema, {
    io: 'input',
    reused: 'ref',
    override({ zodSchema, jsonSchema }) {
      if (zodSchema === (actionName as z.core.$ZodType)) jsonSchema.enum = [...NAMES.actions];
      if (zodSchema === (eventName as z.core.$ZodType)) jsonSchema.enum = Object.keys(EVENTS);
      if (zodSchema === (clauseName as z.core.$ZodType)) jsonSchema.enum = Object.keys(NAMES.clauses);
      if (zodSchema === (clauseDraft as z.core.$ZodType)) jsonSchema.allOf = parametersByKind();
    },
  });
  return { title: 'Entente scenario', ...schema };
}

/** The text of scenarios/schema.json. */
export function scenarioJsonSchemaText(): string {
  return `${JSON.stringify(scenarioJsonSchema(), null, 2)}\n`;
}
