// The form of a verb of the command line, and how its arguments are read and explained.
import { parseArgs } from 'node:util';

/** One flag of a verb. `value` names what stands behind it; a flag without it is a switch. */
export interface Option {
  help: string;
  value?: string;
  short?: string;
  multiple?: boolean;
}

/** What a person typed behind the verb. */
export interface Arguments {
  positionals: string[];
  /** Values of flags with a `value`, by name; several for a `multiple` one. */
  values: Record<string, string | undefined>;
  lists: Record<string, string[]>;
  switches: Record<string, boolean>;
  json: boolean;
}

/** Exit codes: all is well; the input is at fault; the command was typed wrongly. */
export const EXIT = { ok: 0, fault: 1, misuse: 2 } as const;

export interface Verb {
  /** What stands behind the verb in the usage line, such as `PATH…`. */
  usage: string;
  /** A paragraph for `--help`. */
  about: string;
  options: Record<string, Option>;
  run(args: Arguments): Promise<number> | number;
}

/** Thrown for arguments that make no sense: told with the usage, exit code 2. */
export class Misuse extends Error {}

/** Thrown when the input or the surroundings are at fault: told as it is, exit code 1. */
export class Fault extends Error {}

const COMMON: Record<string, Option> = {
  json: { help: 'Print the result as JSON.' },
  help: { help: 'Print this help.', short: 'h' },
};

/** Reads the arguments of a verb; null when its help was asked for. */
export function readArguments(verb: Verb, args: string[]): Arguments | null {
  const options = { ...verb.options, ...COMMON };
  let parsed;
  try {
    parsed = parseArgs({
      args,
      allowPositionals: true,
      options: Object.fromEntries(Object.entries(options).map(([name, option]) => [
        name,
        { type: option.value ? 'string' : 'boolean', multiple: option.multiple ?? false, ...(option.short ? { short: option.short } : {}) } as const,
      ])),
    });
  } catch (error) {
    throw new Misuse((error as Error).message);
  }
  if (parsed.values['help'] === true) return null;
  const read: Arguments = { positionals: parsed.positionals, values: {}, lists: {}, switches: {}, json: parsed.values['json'] === true };
  for (const [name, option] of Object.entries(options)) {
    const value = parsed.values[name];
    if (option.multiple) read.lists[name] = (value as string[] | undefined) ?? [];
    else if (option.value) read.values[name] = value as string | undefined;
    else read.switches[name] = value === true;
  }
  return read;
}

/** A flag that must be a whole number within limits. */
export function wholeNumber(args: Arguments, name: string, { min, max, fallback }: { min: number; max: number; fallback: number }): number {
  const text = args.values[name];
  if (text === undefined) return fallback;
  const number = Number(text);
  if (!Number.isInteger(number) || number < min || number > max) throw new Misuse(`--${name} takes a whole number from ${min} to ${max}, not "${text}".`);
  return number;
}

export function helpOf(name: string, verb: Verb): string {
  const rows = Object.entries({ ...verb.options, ...COMMON }).map(([flag, option]): [string, string] => [
    `${option.short ? `-${option.short}, ` : ''}--${flag}${option.value ? ` ${option.value}` : ''}`,
    option.help,
  ]);
  return [`entente ${name} ${verb.usage}`.trimEnd(), '', verb.about, '', 'Options:', ...columns(rows)].join('\n');
}

/** Two columns, the first as wide as its widest entry. */
export function columns(rows: [string, string][]): string[] {
  const width = Math.max(...rows.map(([left]) => left.length));
  return rows.map(([left, right]) => `  ${left.padEnd(width)}  ${right}`);
}
