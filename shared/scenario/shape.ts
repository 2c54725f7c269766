// Turns what the schema objects to into problems at their place in the file, in words an instructor understands.
import { z } from 'zod';
import { nearest, suggest } from './problems.ts';
import type { Path, Sink } from './source.ts';

type Issue = z.core.$ZodIssue;

/** Where the issues of a schema lie: the whole file, or a part of it such as the parameters of one clause. */
interface Setting {
  source: Sink;
  schema: z.ZodType;
  data: unknown;
  /** Path of that part in the file. */
  base: Path;
}

/** Reports every issue of `error` at its line. */
export function reportShape(setting: Setting, error: z.ZodError): void {
  const meant = misspelt(setting, error);
  for (const issue of error.issues) {
    const missing = issue.code === 'invalid_type' && meant.has(JSON.stringify(issue.path));
    // A name that does not exist explains both the field that is missing and the effect that is none.
    const explained = issue.code === 'custom' && error.issues.some((other) => other.code === 'unrecognized_keys' && samePath(other.path as Path, issue.path as Path));
    if (!missing && !explained) reportIssue(setting, issue, issue.path as Path);
  }
}

/** Paths of fields that are not there because their name is misspelt. */
function misspelt({ schema, data }: Setting, error: z.ZodError): Set<string> {
  const meant = new Set<string>();
  for (const issue of error.issues) {
    if (issue.code !== 'unrecognized_keys') continue;
    const path = issue.path as Path;
    const holder = valueAt(data, path) as object;
    for (const key of issue.keys) {
      const near = nearest(key, keysOf(schemaAt(schema, path)));
      if (near !== null && !Object.hasOwn(holder, near)) meant.add(JSON.stringify([...path, near]));
    }
  }
  return meant;
}

const samePath = (a: Path, b: Path) => JSON.stringify(a) === JSON.stringify(b);

function reportIssue(setting: Setting, issue: Issue, inner: Path): void {
  const { source, data, base } = setting;
  const path = [...base, ...inner];
  const value = valueAt(data, inner);
  const schema = schemaAt(setting.schema, inner);
  const name = nameOf(path);
  const help = describe(schema);
  switch (issue.code) {
    case 'invalid_type':
      if (value === undefined) return source.atKey(path.slice(0, -1), 'MISSING_FIELD', `${nameOf(path.slice(0, -1))} has no ${String(path.at(-1))}.`, [`Add a line ${String(path.at(-1))}: with ${EXPECTED[issue.expected] ?? issue.expected}.`, help].filter((part) => part !== '').join(' '));
      return source.atValue(path, 'WRONG_TYPE', `${name} must be ${EXPECTED[issue.expected] ?? issue.expected}, not ${shown(value)}.`, quoted(value, issue.expected) || help);
    case 'unrecognized_keys':
      for (const key of issue.keys) source.atKey([...path, key], 'UNKNOWN_FIELD', `${name} has no field ${key}.`, suggest(key, keysOf(schema), 'Fields'));
      return;
    case 'too_small':
    case 'too_big': {
      const limit = issue.code === 'too_small' ? issue.minimum : issue.maximum;
      const least = issue.code === 'too_small' ? 'at least' : 'at most';
      const exactly = 'exact' in issue && issue.exact ? 'exactly' : least;
      if (issue.code === 'too_small' && issue.origin === 'string' && limit === 1) return source.atValue(path, 'OUT_OF_RANGE', `${name} is empty.`, help);
      const unit = issue.origin === 'string' ? ` ${limit === 1n || limit === 1 ? 'character' : 'characters'}` : issue.origin === 'array' ? ` ${limit === 1 ? 'entry' : 'entries'}` : '';
      const has = issue.origin === 'string' ? ` long, not ${String(value).length}` : issue.origin === 'array' && Array.isArray(value) ? `, not ${value.length}` : `, not ${shown(value)}`;
      const verb = issue.origin === 'array' ? 'needs' : 'must be';
      return source.atValue(path, 'OUT_OF_RANGE', `${name} ${verb} ${exactly} ${limit}${unit}${has}.`, help);
    }
    case 'invalid_value':
      if (value === undefined) return source.atKey(path.slice(0, -1), 'MISSING_FIELD', `${nameOf(path.slice(0, -1))} has no ${String(path.at(-1))}.`, `Add a line ${String(path.at(-1))}: with ${issue.values.length === 1 ? '' : 'one of '}${issue.values.join(', ')}.`);
      return source.atValue(path, 'BAD_VALUE', `${name} cannot be ${shown(value)}.`, suggest(String(value), issue.values.map(String), 'Allowed'));
    case 'invalid_format':
      return source.atValue(path, 'BAD_FORMAT', `${name} must be ${issue.message}, not ${shown(value)}.`, capitals(value, issue.message) || help);
    case 'invalid_key':
      return source.atKey(path, 'BAD_FORMAT', `${String(path.at(-1))} cannot stand here as a name: it must be ${issue.issues[0]?.message ?? 'another'}.`, capitals(path.at(-1), issue.issues[0]?.message) || help);
    case 'invalid_union': {
      // The form that was meant is the one that understands most of what is written.
      const branches = issue.errors.filter((branch) => branch.some((one) => one.path.length > 0));
      const meant = branches.sort((a, b) => a.length - b.length)[0];
      if (meant) return meant.forEach((one) => reportIssue(setting, one, [...inner, ...(one.path as Path)]));
      return source.atValue(path, value === undefined ? 'MISSING_FIELD' : 'BAD_VALUE', `${name} cannot be ${shown(value)}.`, help);
    }
    case 'custom':
      return source.atValue(path, 'BAD_VALUE', `${name} must be ${issue.message}.`, help);
    default:
      return source.atValue(path, 'BAD_VALUE', `${name}: ${issue.message}.`, help);
  }
}

const EXPECTED: Record<string, string> = {
  string: 'a text', number: 'a number', int: 'a whole number', boolean: 'true or false', array: 'a list (lines that begin with "- ")', object: 'a group of fields', record: 'a group of named entries', tuple: 'a list',
};

/** `seats.NIH.income`, the way paths are written in the guide. */
function nameOf(path: Path): string {
  if (path.length === 0) return 'The scenario';
  return path.map((step) => (typeof step === 'number' ? `[${step + 1}]` : `.${step}`)).join('').replace(/^\./, '');
}

function shown(value: unknown): string {
  if (value === null) return 'empty';
  if (value === undefined) return 'nothing';
  if (Array.isArray(value)) return 'a list';
  if (typeof value === 'object') return 'a group of fields';
  const text = String(value);
  return typeof value === 'string' ? `"${text.length > 40 ? `${text.slice(0, 40)}…` : text}"` : text;
}

/** A number, yes or no written where a text belongs. */
function quoted(value: unknown, expected: string): string {
  return expected === 'string' && (typeof value === 'number' || typeof value === 'boolean') ? `Put it in quotation marks: "${value}".` : '';
}

/** A seat code in small letters. */
function capitals(value: unknown, rule: string | undefined): string {
  const code = String(value).toUpperCase();
  return rule === 'three capital letters' && /^[A-Z]{3}$/.test(code) ? `Did you mean ${code}?` : '';
}

function valueAt(data: unknown, path: Path): unknown {
  return path.reduce<unknown>((value, step) => (typeof value === 'object' && value !== null && Object.hasOwn(value, step) ? (value as Record<string | number, unknown>)[step] : undefined), data);
}

/** The schema of the value at `path`, through defaults and options. */
function schemaAt(schema: z.ZodType, path: Path): z.ZodType | null {
  let here: z.ZodType | null = schema;
  for (const step of path) {
    here = here && inside(unwrapped(here), step);
    if (!here) return null;
  }
  return here;
}

function inside(schema: z.ZodType, step: string | number): z.ZodType | null {
  if (schema instanceof z.ZodObject) return (schema.shape as Record<string, z.ZodType>)[step] ?? null;
  if (schema instanceof z.ZodRecord) return schema.valueType as z.ZodType;
  if (schema instanceof z.ZodArray) return schema.element as z.ZodType;
  return null;
}

function unwrapped(schema: z.ZodType): z.ZodType {
  let here = schema;
  while (here instanceof z.ZodOptional || here instanceof z.ZodDefault || here instanceof z.ZodPrefault || here instanceof z.ZodNullable) here = here.unwrap() as z.ZodType;
  return here;
}

function describe(schema: z.ZodType | null): string {
  return schema ? schema.description ?? unwrapped(schema).description ?? '' : '';
}

function keysOf(schema: z.ZodType | null): string[] {
  const plain = schema && unwrapped(schema);
  if (plain instanceof z.ZodObject) return Object.keys(plain.shape);
  if (plain instanceof z.ZodRecord && plain.keyType instanceof z.ZodEnum) return plain.keyType.options.map(String);
  return [];
}
