// What can be wrong with a scenario file: the form of a problem, and the nearest right name for a misspelt one.

export interface Problem {
  file: string;
  /** 1-based, like every editor counts. */
  line: number;
  column: number;
  endLine: number;
  /** Just behind the last character. */
  endColumn: number;
  severity: 'error' | 'warning';
  code: ProblemCode;
  message: string;
  /** What to do about it. */
  help: string;
}

/** Every code, with what it means, for the authoring guide. */
export const PROBLEM_CODES = {
  TOO_LARGE: 'The file is larger than 512 kB.',
  YAML_SYNTAX: 'The text is not valid YAML.',
  DUPLICATE_KEY: 'The same key stands twice in one mapping.',
  TOO_MANY_ALIASES: 'YAML aliases multiply the file beyond measure.',
  MISSING_FIELD: 'A required field is not there.',
  UNKNOWN_FIELD: 'No field of this name belongs here.',
  WRONG_TYPE: 'A text stands where a number is needed, or the like.',
  OUT_OF_RANGE: 'A number, text or list is too small, too large, too short or too long.',
  BAD_VALUE: 'The value is not one of the allowed ones.',
  BAD_FORMAT: 'The value has the wrong form, such as a seat code that is not three capital letters.',
  DUPLICATE_ID: 'Two things of one kind share an id.',
  UNKNOWN_MAP: 'There is no such map.',
  UNKNOWN_REGION: 'The map has no such region.',
  UNKNOWN_AFFILIATION: 'The scenario has no such affiliation.',
  UNKNOWN_SEAT: 'The scenario has no such seat.',
  UNKNOWN_CRISIS: 'The scenario has no such crisis.',
  UNKNOWN_THREAT: 'The scenario has no such threat.',
  UNKNOWN_HYPOTHESIS: 'The threat has no such hypothesis.',
  UNKNOWN_OBJECTIVE: 'The scenario has no such learning objective.',
  UNKNOWN_ORGANISATION: 'The scenario has no such organisation.',
  UNKNOWN_EVENT: 'There is no such event.',
  UNKNOWN_INJECT: 'The scenario has no such inject.',
  UNKNOWN_SOURCE: 'The seat has no such source.',
  UNKNOWN_OPTION: 'The decision has no such option.',
  UNKNOWN_ACTION: 'There is no such action.',
  UNKNOWN_CLAUSE: 'There is no such kind of clause.',
  UNKNOWN_PATH: 'The path names no number.',
  OBJECTIVE_SUBJECT: 'An objective lacks the seat, crisis or domain it is about, or has one it cannot use.',
  WEIGHTS: 'Weights of objectives or chances of hypotheses do not add up to 100.',
  COVER: 'A cover story is the hypothesis itself.',
  PARTIES: 'An instrument or relation names a seat twice, or is tabled by a seat that is no party.',
  TERM_MISSING: 'An agreement or treaty needs a TERM clause.',
  TURN: 'A turn lies beyond the last one.',
  VARIANT: 'A variant leaves out a seat that is not optional.',
  SCHEDULE: 'An inject schedules itself where it cannot fire again.',
  NEVER_FIRES: 'An inject has neither a time, a condition nor an event to wait for, and is not manual.',
  NEVER_OPENS: 'A crisis is neither open from the start nor opened by an inject.',
  NOTHING_TO_LOCK: 'A lock in a scenario that says nothing of what is available.',
  EXPRESSION_SYNTAX: 'An expression cannot be read.',
  EXPRESSION_TYPE: 'An expression compares or calls things that do not fit, or does not give true or false.',
  EXPRESSION_NAME: 'An expression names something that is not there.',
} as const;
export type ProblemCode = keyof typeof PROBLEM_CODES;

/** Number of letters to insert, delete, replace or swap with their neighbour to make one word of the other. */
export function distance(a: string, b: string): number {
  let [older, old, now]: [number[], number[], number[]] = [[], Array.from({ length: b.length + 1 }, (_, index) => index), []];
  for (let i = 1; i <= a.length; i += 1) {
    now = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const same = a[i - 1] === b[j - 1] ? 0 : 1;
      now[j] = Math.min(old[j]! + 1, now[j - 1]! + 1, old[j - 1]! + same);
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) now[j] = Math.min(now[j]!, older[j - 2]! + 1);
    }
    [older, old] = [old, now];
  }
  return old[b.length]!;
}

/** The candidate nearest to `name`, or null if none is near enough to be meant. */
export function nearest(name: string, candidates: Iterable<string>): string | null {
  if (name.length > 100) return null;
  let best: string | null = null;
  let least = Math.max(2, Math.floor(name.length / 3)) + 0.5;
  for (const candidate of candidates) {
    // A different capital counts for less than a different letter.
    const apart = distance(name.toLowerCase(), candidate.toLowerCase()) + (name === candidate ? 0 : 0.1);
    if (apart < least && apart < candidate.length) [best, least] = [candidate, apart];
  }
  return best;
}

/** "Did you mean NIH? Seats: COL, HAN, MER, NIH." */
export function suggest(name: string, candidates: Iterable<string>, what: string): string {
  const all = [...candidates];
  const near = nearest(name, all);
  const list = all.length === 0 ? `There are no ${what.toLowerCase()}.` : all.length <= 14 ? `${what}: ${all.join(', ')}.` : '';
  return [near === null ? '' : `Did you mean ${near}?`, list].filter((part) => part !== '').join(' ');
}
