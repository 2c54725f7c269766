// The text of a scenario file with its places: which line and column a path such as seats.NIH.income stands at.
import { Document, LineCounter, isAlias, isCollection, isMap, isScalar, isSeq, parseDocument } from 'yaml';
import type { Node, ParsedNode } from 'yaml';
import { PROBLEM_CODES } from './problems.ts';
import type { Problem, ProblemCode } from './problems.ts';

export type Path = readonly (string | number)[];

/** Character offsets, the end just behind the last character. */
interface Span {
  start: number;
  end: number;
}

interface Found {
  key: Node | null;
  value: Node | null;
}

/** Where checks tell what is wrong, by the path of the thing that is. */
export interface Sink {
  atValue(path: Path, code: ProblemCode, message: string, help?: string, severity?: Problem['severity']): void;
  atKey(path: Path, code: ProblemCode, message: string, help?: string, severity?: Problem['severity']): void;
  inText(path: Path, start: number, end: number, code: ProblemCode, message: string, help?: string): void;
}

export class Source implements Sink {
  readonly file: string;
  readonly text: string;
  readonly problems: Problem[] = [];
  readonly #lines = new LineCounter();
  readonly #document: Document.Parsed<ParsedNode, true>;

  constructor(text: string, file: string) {
    this.file = file;
    this.text = text;
    this.#document = parseDocument(text, { lineCounter: this.#lines, prettyErrors: false, stringKeys: true, logLevel: 'silent' });
    for (const error of this.#document.errors) {
      const duplicate = error.code === 'DUPLICATE_KEY';
      this.#report({ start: error.pos[0], end: duplicate ? this.#wordEnd(error.pos[0]) : error.pos[1] }, duplicate ? 'DUPLICATE_KEY' : 'YAML_SYNTAX', ...this.#explained(error.code, error.message, error.pos[0]));
    }
  }

  /** Odd things that YAML allows but that mean nothing here, such as !tags. */
  tellWarnings(): void {
    for (const warning of this.#document.warnings) this.#report({ start: warning.pos[0], end: warning.pos[1] }, 'YAML_SYNTAX', `${warning.message}.`, '', 'warning');
  }

  /** The plain data, or undefined if the text cannot be turned into any. */
  data(): unknown {
    if (this.problems.length > 0) return undefined;
    try {
      return this.#document.toJS({ maxAliasCount: 100 });
    } catch (error) {
      const alias = error instanceof ReferenceError;
      this.#report({ start: 0, end: 0 }, alias ? 'TOO_MANY_ALIASES' : 'YAML_SYNTAX', alias ? 'The aliases (*name) of this file multiply it beyond measure.' : `The file cannot be read: ${(error as Error).message}`, 'Write out what the aliases stand for.');
      return undefined;
    }
  }

  /** A problem with the value that stands at `path`. */
  atValue(path: Path, code: ProblemCode, message: string, help = '', severity: Problem['severity'] = 'error'): void {
    this.#report(this.#valueSpan(path), code, message, help, severity);
  }

  /** A problem with the key that `path` ends in; for items of lists, with the start of the item. */
  atKey(path: Path, code: ProblemCode, message: string, help = '', severity: Problem['severity'] = 'error'): void {
    this.#report(this.#keySpan(path), code, message, help, severity);
  }

  /** A problem with the part from `start` to `end` of the text that stands at `path`. */
  inText(path: Path, start: number, end: number, code: ProblemCode, message: string, help = ''): void {
    this.#report(this.#partSpan(path, start, end), code, message, help);
  }

  #report(span: Span, code: ProblemCode, message: string, help: string, severity: Problem['severity'] = 'error'): void {
    const from = this.#lines.linePos(Math.min(span.start, this.text.length));
    const to = this.#lines.linePos(Math.min(Math.max(span.end, span.start), this.text.length));
    const [line, column] = [Math.max(1, from.line), Math.max(1, from.col)];
    const [endLine, endColumn] = to.line > line || (to.line === line && to.col >= column) ? [to.line, to.col] : [line, column];
    this.problems.push({ file: this.file, line, column, endLine, endColumn, severity, code, message, help: help === '' ? PROBLEM_CODES[code] : help });
  }

  /** What the path leads to; through aliases, to where the text really stands. */
  #find(path: Path): Found {
    let found: Found = { key: null, value: this.#document.contents };
    for (const step of path) {
      const holder = this.#resolved(found.value);
      if (isMap(holder)) {
        const pair = holder.items.find((item) => isScalar(item.key) && String(item.key.value) === String(step));
        if (!pair) return { key: null, value: null };
        found = { key: pair.key as Node, value: (pair.value as Node | null) ?? null };
      } else if (isSeq(holder)) {
        found = { key: null, value: (holder.items[Number(step)] as Node | undefined) ?? null };
      } else return { key: null, value: null };
    }
    return found;
  }

  #resolved(node: Node | null): Node | null {
    return isAlias(node) ? (node.resolve(this.#document) as Node | undefined) ?? null : node;
  }

  #valueSpan(path: Path): Span {
    const { key, value } = this.#find(path);
    if (value?.range && !isCollection(value) && value.range[1] > value.range[0]) return { start: value.range[0], end: value.range[1] };
    return key || !value ? this.#keySpan(path) : this.#firstLine(value);
  }

  #keySpan(path: Path): Span {
    const { key, value } = this.#find(path);
    if (key?.range) return { start: key.range[0], end: key.range[1] };
    if (value) return this.#firstLine(value);
    return path.length === 0 ? { start: 0, end: 0 } : this.#keySpan(path.slice(0, -1));
  }

  #firstLine(node: Node): Span {
    const start = node.range?.[0] ?? 0;
    const newline = this.text.indexOf('\n', start);
    const end = Math.min(node.range?.[1] ?? start, newline < 0 ? this.text.length : newline);
    return { start, end: Math.max(start, end) };
  }

  #partSpan(path: Path, start: number, end: number): Span {
    const node = this.#resolved(this.#find(path).value);
    if (!isScalar(node) || !node.range || typeof node.value !== 'string') return this.#valueSpan(path);
    const written = this.text.slice(node.range[0], node.range[1]);
    // Plain and simply quoted text stands in the file as it is; folded text is found by the word that is wrong.
    const whole = written.indexOf(node.value);
    if (whole >= 0) return { start: node.range[0] + whole + start, end: node.range[0] + whole + Math.max(end, start) };
    const word = node.value.slice(start, end);
    const only = word === '' || /\s/.test(word) ? -1 : written.indexOf(word);
    if (only < 0 || written.indexOf(word, only + 1) >= 0) return this.#valueSpan(path);
    return { start: node.range[0] + only, end: node.range[0] + only + word.length };
  }

  #wordEnd(start: number): number {
    const match = /^[^\s:]+/.exec(this.text.slice(start, start + 100));
    return start + (match?.[0].length ?? 1);
  }

  #explained(code: string, message: string, start: number): [string, string] {
    if (code === 'DUPLICATE_KEY') {
      const name = this.text.slice(start, this.#wordEnd(start));
      return [`${name} stands twice in the same mapping.`, 'Rename one of the two, or put both contents under one.'];
    }
    return [`This is not valid YAML: ${message}.`, (message.includes('end with a') ? YAML_HELP.MISSING_CHAR : YAML_HELP[code]) ?? 'Look at the indentation and at quotation marks here and in the line above.'];
  }
}

/** What usually went wrong, by the code of the YAML parser. */
const YAML_HELP: Record<string, string> = {
  TAB_AS_INDENT: 'Indent with spaces, never with tabs.',
  BAD_INDENT: 'Everything on one level begins in the same column; indent with two spaces per level.',
  BLOCK_AS_IMPLICIT_KEY: 'A text that contains ": " needs quotation marks around it, or a > before it on its own line.',
  MULTILINE_IMPLICIT_KEY: 'A colon may be missing behind the key of this line or of the next.',
  BAD_SCALAR_START: 'A text that begins with a special character needs quotation marks.',
  BAD_ALIAS: 'A text that begins with * or & needs quotation marks.',
  MISSING_CHAR: 'A quotation mark or bracket that opens above is not closed.',
  BAD_DQ_ESCAPE: 'Inside double quotation marks a backslash is special: use single quotation marks.',
  MULTIPLE_DOCS: 'A scenario is one document: remove the line ---.',
};
