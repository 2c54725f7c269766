// A well-formed example of every command, made from its schema: a new command is tried by itself.
import { z } from 'zod';
import type { Command } from '../../shared/model/commands.ts';
import { commandRequest } from '../../shared/wire/messages.ts';

interface Shape {
  const?: unknown;
  enum?: unknown[];
  anyOf?: Shape[];
  oneOf?: Shape[];
  type?: string;
  pattern?: string;
  minLength?: number;
  minItems?: number;
  minimum?: number;
  items?: Shape;
  properties?: Record<string, Shape>;
  required?: string[];
}

/** The smallest value of that shape; a code of three letters is a ministry of the duel. */
function sampleOf(shape: Shape): unknown {
  if (shape.const !== undefined) return shape.const;
  if (shape.enum) return shape.enum[0];
  const choices = shape.anyOf ?? shape.oneOf;
  if (choices) return sampleOf(choices[0]!);
  switch (shape.type) {
    case 'object':
      return Object.fromEntries((shape.required ?? []).map((name) => [name, sampleOf(shape.properties![name]!)]));
    case 'array':
      return Array.from({ length: shape.minItems ?? 0 }, () => sampleOf(shape.items!));
    case 'string':
      return shape.pattern?.includes('[A-Z]{3}') ? 'ARD' : 'x'.repeat(shape.minLength ?? 0);
    case 'integer':
    case 'number':
      return Math.max(0, shape.minimum ?? 0);
    case 'boolean':
      return false;
    default:
      return null;
  }
}

/** The single ones of a union of unions. */
function leaves(schema: z.ZodType): z.ZodType[] {
  return 'options' in schema ? (schema.options as z.ZodType[]).flatMap(leaves) : [schema];
}

const schemas = leaves(commandRequest.shape.command);

/** One of each, as a browser would send it. */
export const SAMPLES: readonly Command[] = schemas.map((schema) => sampleOf(z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' }) as Shape) as Command);
