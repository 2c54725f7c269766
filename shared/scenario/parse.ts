// Reads a scenario file: YAML text in, a checked scenario and every problem with its line and column out.
import { utf8ToBytes } from '@noble/hashes/utils.js';
import { check } from './check.ts';
import type { MapSidecar } from './check.ts';
import { NAMES } from './names.ts';
import type { Names } from './names.ts';
import type { Problem } from './problems.ts';
import { scenarioSchema } from './schema.ts';
import type { Scenario } from './schema.ts';
import { reportShape } from './shape.ts';
import { Source } from './source.ts';

/** Largest file that is read, in bytes of UTF-8. */
export const LARGEST_FILE = 512 * 1024;

export interface ParseOptions {
  /** Name used in problems. */
  file: string;
  /** Map sidecars by id. */
  maps: Record<string, MapSidecar>;
  /** Actions and clauses that exist; left out: those of this program. */
  names?: Names;
}

export interface Parsed {
  /** Null if any problem is an error. */
  scenario: Scenario | null;
  /** In the order of the file. */
  problems: Problem[];
}

/** Never throws, whatever the text. */
export function parseScenario(text: string, options: ParseOptions): Parsed {
  const bytes = utf8ToBytes(text).length;
  if (bytes > LARGEST_FILE) {
    return failed(options.file, 'TOO_LARGE', `The file has ${Math.ceil(bytes / 1024)} kB; at most ${LARGEST_FILE / 1024} are read.`, 'A scenario is text: pictures and other files stay outside.');
  }
  try {
    return read(text, options);
  } catch (error) {
    // Brackets in brackets without end are the one text that the parser itself cannot walk through.
    if (error instanceof RangeError) return failed(options.file, 'YAML_SYNTAX', 'The file nests too deeply to be read.', 'Look for rows of brackets or braces.');
    throw error;
  }
}

function read(text: string, options: ParseOptions): Parsed {
  const source = new Source(text, options.file);
  const data = source.data();
  let scenario: Scenario | null = null;
  if (source.problems.length === 0) {
    const shaped = scenarioSchema.safeParse(data);
    if (shaped.success) scenario = check(shaped.data, { source, maps: options.maps, names: options.names ?? NAMES });
    else reportShape({ source, schema: scenarioSchema, data, base: [] }, shaped.error);
  }
  source.tellWarnings();
  return { scenario, problems: source.problems.sort((a, b) => a.line - b.line || a.column - b.column) };
}

function failed(file: string, code: Problem['code'], message: string, help: string): Parsed {
  return { scenario: null, problems: [{ file, line: 1, column: 1, endLine: 1, endColumn: 1, severity: 'error', code, message, help }] };
}
