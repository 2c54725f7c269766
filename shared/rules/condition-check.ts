// Checks conditions before class: every misspelt name, wrong type and thing that is not allowed, at its place in the text.
import type { ASTNode } from '@marcbachmann/cel-js';
import { BINDINGNESS, CHANNELS, DOMAINS, MARKINGS, MOTION_KINDS, PROHIBITED_ACTS } from '../model/vocabulary.ts';
import type { ScenarioDraft } from '../scenario/schema.ts';
import { FUNCTIONS } from './condition-functions.ts';
import type { ArgumentKind } from './condition-functions.ts';
import { EVENTS } from './occurrences.ts';
import { CRISIS_FIELDS, SEAT_NUMBERS, environmentOf } from './conditions.ts';

/** What is wrong with an expression, from character `start` to `end`. */
export interface ExpressionFault {
  kind: 'syntax' | 'type' | 'name';
  message: string;
  start: number;
  end: number;
  /** What to do about it, where that is not a matter of names. */
  help?: string;
  /** The misspelt name with the names it could have been. */
  name?: { written: string; among: readonly string[]; what: string };
}

/** Names that arguments of functions may have. */
export interface ExpressionNames {
  clauses: readonly string[];
}

/** Everything that is wrong with an expression, told before it ever runs. */
export function checkExpression(draft: ScenarioDraft, expression: string, names: ExpressionNames): ExpressionFault[] {
  const environment = environmentOf(draft);
  const result = environment.check(expression);
  if (!result.valid) return [explained(draft, expression, result.error as unknown as CelFault)];
  if (result.type !== 'bool') {
    return [{ kind: 'type', message: `The expression gives ${TYPE_WORDS[result.type ?? ''] ?? result.type}, not true or false.`, start: 0, end: expression.length, help: `Compare it with something, as in ${expression} >= 3.` }];
  }
  return argumentFaults(draft, environment.parse(expression).ast, names);
}

interface CelFault {
  code: string;
  summary: string;
  name: string;
  range?: { start: number; end: number };
}

const TYPE_WORDS: Record<string, string> = { int: 'a whole number', double: 'a number', string: 'a text', bool: 'true or false' };
const VARIABLES = ['turn', 'seats', 'crises'];
const functionNames = [...new Set(FUNCTIONS.map((entry) => entry.signature.split('(')[0]!))];

function explained(draft: ScenarioDraft, expression: string, fault: CelFault): ExpressionFault {
  const { start, end } = fault.range ?? { start: 0, end: expression.length };
  const written = expression.slice(start, end);
  switch (fault.code) {
    case 'unknown_variable':
      return { kind: 'name', message: `Nothing is called ${written} here.`, start, end, name: { written, among: [...VARIABLES, ...functionNames], what: 'Names' } };
    case 'no_such_key': {
      const key = fault.summary.replace(/^No such key: /, '');
      return { kind: 'name', message: `There is no ${key} here.`, start, end, name: { written: key, ...keysBefore(draft, expression.slice(0, start)) } };
    }
    case 'no_matching_overload': {
      const name = /^\w+/.exec(written)?.[0] ?? written;
      const forms = FUNCTIONS.filter((entry) => entry.signature.startsWith(`${name}(`)).map((entry) => entry.signature);
      if (forms.length === 0) return { kind: 'name', message: `There is no function ${name}.`, start, end: start + name.length, name: { written: name, among: functionNames, what: 'Functions' } };
      return { kind: 'type', message: `${name} is called as ${forms.join(' or ')}.`, start, end };
    }
    case 'no_such_overload':
      return { kind: 'type', message: mismatch(fault.summary), start, end, help: 'Numbers are compared with numbers, texts in double quotation marks with texts; && and || join conditions.' };
    default:
      return { kind: fault.name === 'ParseError' ? 'syntax' : 'type', message: sentence(fault.summary), start, end };
  }
}

const sentence = (text: string) => {
  const plain = text.replace('Unexpected token: EOF', 'the expression breaks off');
  return `${plain[0]?.toUpperCase() ?? ''}${plain.slice(1)}.`;
};

/** "no such overload: int == string", in words. */
function mismatch(summary: string): string {
  const [left = '', operator = '', right = ''] = summary.replace(/^no such overload: /, '').split(' ');
  const word = (type: string) => TYPE_WORDS[type] ?? (type.startsWith('$') ? 'a group of numbers' : type.startsWith('list') ? 'a list' : type);
  return right === '' ? `This does not go together: ${left} ${operator}.` : `${operator} does not go between ${word(left)} and ${word(right)}.`;
}

/** The names that may follow `seats.`, `seats.NIH.`, `crises.` and so on. */
function keysBefore(draft: ScenarioDraft, before: string): { among: readonly string[]; what: string } {
  if (/seats(\.|\[")$/.test(before)) return { among: Object.keys(draft.seats), what: 'Seats' };
  if (/crises(\.|\[")$/.test(before)) return { among: Object.keys(draft.crises), what: 'Crises' };
  if (/crises\.\w+\.$/.test(before)) return { among: Object.keys(CRISIS_FIELDS), what: 'Numbers' };
  if (before.endsWith('capability.')) return { among: DOMAINS, what: 'Domains' };
  if (before.endsWith('exposure.')) return { among: Object.keys(draft.crises), what: 'Crises' };
  if (/seats\.\w+\.$/.test(before)) return { among: [...SEAT_NUMBERS, 'capability', 'exposure'], what: 'Numbers' };
  return { among: [...Object.keys(draft.seats), ...Object.keys(draft.crises)], what: 'Names' };
}

/** Parts of CEL that are refused: patterns and lists walked within lists can be made to run for ever. */
const REFUSED: ReadonlySet<string> = new Set(['matches', 'all', 'exists', 'exists_one', 'map', 'filter', 'bind']);

/** Texts given to functions must name something. */
function argumentFaults(draft: ScenarioDraft, ast: ASTNode, names: ExpressionNames): ExpressionFault[] {
  const lists: Record<ArgumentKind, { among: readonly string[]; what: string } | null> = {
    seat: { among: Object.keys(draft.seats), what: 'Seats' },
    seats: { among: Object.keys(draft.seats), what: 'Seats' },
    clause: { among: names.clauses, what: 'Clauses' },
    clauseOrKind: { among: [...names.clauses, ...Object.keys(BINDINGNESS)], what: 'Clauses and kinds' },
    event: { among: Object.keys(EVENTS), what: 'Events' },
    channel: { among: CHANNELS, what: 'Channels' },
    marking: { among: MARKINGS, what: 'Markings' },
    threat: { among: Object.keys(draft.threats), what: 'Threats' },
    crisis: { among: Object.keys(draft.crises), what: 'Crises' },
    organisation: { among: Object.keys(draft.organisations), what: 'Organisations' },
    motionKind: { among: MOTION_KINDS, what: 'Kinds of motions' },
    act: { among: PROHIBITED_ACTS, what: 'Acts' },
    domain: { among: DOMAINS, what: 'Domains' },
    inject: { among: draft.injects.map((one) => one.id), what: 'Injects' },
    option: { among: draft.injects.flatMap((one) => one.decide?.options.map((option) => option.id) ?? []), what: 'Options' },
    parameter: null,
  };
  const faults: ExpressionFault[] = [];
  const literal = (node: ASTNode, kind: ArgumentKind) => {
    const list = lists[kind];
    if (!list || node.op !== 'value' || typeof node.args !== 'string' || list.among.includes(node.args)) return;
    const { start, end } = node.range;
    faults.push({ kind: 'name', message: `There is no ${node.args} among the ${list.what.toLowerCase()}.`, start, end, name: { written: node.args, ...list } });
  };
  const visit = (node: unknown): void => {
    if (Array.isArray(node)) return node.forEach(visit);
    if (typeof node !== 'object' || node === null || !('op' in node)) return;
    const one = node as ASTNode;
    if (one.op === 'rcall' && REFUSED.has(one.args[0])) {
      const message = `${one.args[0]} is not available in conditions.`;
      faults.push({ kind: 'name', message, start: one.range.start, end: one.range.end, help: 'Use the functions that the guide lists.' });
    }
    if (one.op === 'call') {
      const [name, args] = one.args;
      const entry = FUNCTIONS.find((candidate) => candidate.signature.startsWith(`${name}(`) && candidate.names.length === args.length);
      entry?.names.forEach((kind, index) => {
        const argument = args[index]!;
        if (argument.op === 'list') for (const item of argument.args) literal(item, kind);
        else literal(argument, kind);
      });
    }
    visit(one.args);
  };
  visit(ast);
  return faults;
}
