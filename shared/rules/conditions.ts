// Conditions of a scenario, written in CEL: what they may name, how they are checked before class and judged in play.
import { Environment } from '@marcbachmann/cel-js';
import type { ASTNode } from '@marcbachmann/cel-js';
import { SEAT_FIELDS } from '../model/fields.ts';
import type { EventType } from '../model/events.ts';
import type { State } from '../model/state.ts';
import { BINDINGNESS, CHANNELS, DOMAINS, MARKINGS, pairOf } from '../model/vocabulary.ts';
import type { ChannelKind, Marking } from '../model/vocabulary.ts';
import type { ScenarioDraft } from '../scenario/schema.ts';

/** Public events that conditions may ask for, with what they mean. */
export const EVENTS = {
  visitHeld: 'a ministerial visit took place',
  visitRefused: 'a visit was refused',
  reconciliationMade: 'two ministries reconciled over an old grievance',
  exerciseHeld: 'an exercise was held',
  forceShown: 'a show of force was made',
  packagesDeployed: 'packages were deployed, or a deployment was changed',
  packagesRecalled: 'packages were recalled',
  activityNotified: 'an activity was notified in advance',
  crisisOpened: 'a crisis opened',
  incidentOpened: 'an incident took place',
  incidentCleared: 'an incident was cleared',
  threatEventStruck: 'a threat struck',
} as const satisfies Partial<Record<EventType, string>>;

/** What the text given to a function must name, so that a misspelling is found before class. */
export type ArgumentKind = 'seat' | 'seats' | 'clause' | 'clauseOrKind' | 'event' | 'channel' | 'marking' | 'threat' | 'inject' | 'option' | 'parameter';

interface ConditionFunction {
  signature: string;
  names: readonly ArgumentKind[];
  about: string;
  example: string;
  run(state: State, ...args: never[]): boolean | number | string;
}

const binding = (state: State) => Object.values(state.instruments).flatMap((instrument) => {
  const version = instrument.status === 'inForce' ? instrument.versions.find((one) => one.version === instrument.binding) : undefined;
  return version ? [{ parties: instrument.parties, version }] : [];
});

/** Texts in force among all these seats that have such a clause, or are of that kind of instrument. */
const inForce = (state: State, kind: string, seats: string[]) => binding(state).some(({ parties, version }) =>
  seats.every((seat) => parties.includes(seat)) && (version.kind === kind || version.clauses.some((clause) => clause.kind === kind)));

const missed = (state: State, kind: string, seat: string | null) => state.findings.some((finding) =>
  finding.visible && finding.result === 'missed' && finding.turn === state.turn && finding.kind === kind && (seat === null || finding.seat === seat));

/** Every function a condition may call. Several entries of one name are its forms. */
export const FUNCTIONS: readonly ConditionFunction[] = [
  {
    signature: 'inForce(string): bool', names: ['clauseOrKind'], example: 'inForce("TRAINING")',
    about: 'A text with this clause, or of this kind (mou, agreement, treaty), is in force between anybody.',
    run: (state, kind: string) => inForce(state, kind, []),
  },
  {
    signature: 'inForce(string, list<string>): bool', names: ['clauseOrKind', 'seats'], example: 'inForce("INTEL_SHARE", ["NIH", "COL"])',
    about: 'Such a text is in force, and all these seats are parties to it.',
    run: (state, kind: string, seats: string[]) => inForce(state, kind, seats),
  },
  {
    signature: 'highest(string, string, string): int', names: ['clause', 'parameter', 'seat'], example: 'highest("ACCESS", "cap", "NIH") > 2',
    about: 'The highest value of a number in clauses of this kind that bind the seat; 0 without any.',
    run: (state, kind: string, parameter: string, seat: string) => binding(state).reduce((most, { parties, version }) => {
      if (!parties.includes(seat)) return most;
      const values = version.clauses.filter((clause) => clause.kind === kind).map((clause) => clause.params[parameter]);
      return Math.max(most, ...values.filter((value): value is number => Number.isSafeInteger(value)));
    }, 0),
  },
  {
    signature: 'missed(string): bool', names: ['clause'], example: 'missed("INTEL_SHARE")',
    about: 'A duty under such a clause was found missed this turn, visibly.',
    run: (state, kind: string) => missed(state, kind, null),
  },
  {
    signature: 'missed(string, string): bool', names: ['clause', 'seat'], example: 'missed("INTEL_SHARE", "COL")',
    about: 'The same, by this seat.',
    run: (state, kind: string, seat: string) => missed(state, kind, seat),
  },
  {
    signature: 'happened(string): bool', names: ['event'], example: 'happened("forceShown")',
    about: 'This public event took place this turn.',
    run: (state, type: string) => state.deeds.some((deed) => deed.type === type),
  },
  {
    signature: 'count(string): int', names: ['event'], example: 'count("exerciseHeld") >= 2',
    about: 'How often this public event has taken place since the exercise began.',
    run: (state, type: string) => state.tally[type] ?? 0,
  },
  {
    signature: 'fired(string): bool', names: ['inject'], example: 'fired("07-anniversary")',
    about: 'This inject has fired.',
    run: (state, inject: string) => state.injects.some((one) => one.id === inject),
  },
  {
    signature: 'decided(string, string): bool', names: ['inject', 'option'], example: 'decided("06-congress", "hold")',
    about: 'A seat chose this option of the inject, or it became the default.',
    run: (state, inject: string, option: string) => state.decisions.some((one) => one.inject === inject && one.option === option),
  },
  {
    signature: 'attributed(string): bool', names: ['seat'], example: 'attributed("COL")',
    about: 'A public attribution named a hypothesis that this seat sponsors.',
    run: (state, seat: string) => state.attributions.some((one) => one.public && state.scenario.threats[one.threat]?.hypotheses[one.claim]?.sponsor === seat),
  },
  {
    signature: 'trust(string, string): int', names: ['seat', 'seat'], example: 'trust("NIH", "COL") >= 60',
    about: 'How far the first seat trusts the second, 0 to 100.',
    run: (state, from: string, towards: string) => state.trust[from]?.[towards] ?? 0,
  },
  {
    signature: 'grievance(string, string): int', names: ['seat', 'seat'], example: 'grievance("NIH", "HAN") < 50',
    about: 'The grievance between two seats, 0 to 100.',
    run: (state, a: string, b: string) => state.pairs[pairOf(a, b)]?.grievance ?? 0,
  },
  {
    signature: 'interoperability(string, string): int', names: ['seat', 'seat'], example: 'interoperability("NIH", "COL") >= 60',
    about: 'How well the forces of two seats work together, 0 to 100.',
    run: (state, a: string, b: string) => state.pairs[pairOf(a, b)]?.interoperability ?? 0,
  },
  {
    signature: 'channel(string, string, string): bool', names: ['channel', 'seat', 'seat'], example: 'channel("hotline", "NIH", "HAN")',
    about: 'This channel (hotline, liaison, securelink) is open between the two seats.',
    run: (state, kind: string, a: string, b: string) => state.pairs[pairOf(a, b)]?.channels.includes(kind as ChannelKind) ?? false,
  },
  {
    signature: 'deployed(string): int', names: ['seat'], example: 'deployed("COL") <= 4',
    about: 'How many packages the seat has in all crises together.',
    run: (state, seat: string) => Object.values(state.crises).reduce((sum, crisis) => sum + (crisis.deployments[seat] ?? []).reduce((part, one) => part + one.count, 0), 0),
  },
  {
    signature: 'passedOn(string, string): bool', names: ['seat', 'marking'], example: 'passedOn("COL", "TS")',
    about: 'The seat has passed on a report marked so (U, R, C, S, TS) or higher.',
    run: (state, seat: string, marking: string) => Object.values(state.reports[seat] ?? {}).some((report) =>
      report.sharedWith.length > 0 && MARKINGS.indexOf(report.marking) >= MARKINGS.indexOf(marking as Marking)),
  },
  {
    signature: 'truth(string): string', names: ['threat'], example: 'truth("karsa") == "salvo"',
    about: 'The true hypothesis of a threat: whoever gets such an inject may guess it.',
    run: (state, threat: string) => state.threats[threat]?.truth ?? '',
  },
];

const SEAT_NUMBERS = Object.keys(SEAT_FIELDS) as (keyof typeof SEAT_FIELDS)[];
const CRISIS_FIELDS = { severity: 'int', rung: 'int', open: 'bool' } as const;

/** Small enough that nobody can write an expression which takes noticeable time. */
const LIMITS = { maxAstNodes: 200, maxDepth: 24, maxListElements: 24, maxMapEntries: 24, maxCallArguments: 8 };

/** A judge of one scenario's conditions: parses each once. */
class Judge {
  readonly environment: Environment;
  readonly failures = new Map<string, string>();
  readonly #parsed = new Map<string, (context: object) => unknown>();
  #state: State | null = null;

  constructor(draft: ScenarioDraft) {
    const crises = Object.keys(draft.crises);
    const numbers = (names: readonly string[]) => Object.fromEntries(names.map((name) => [name, 'int']));
    const seat = { ...numbers(SEAT_NUMBERS), capability: numbers(DOMAINS), exposure: numbers(crises) };
    this.environment = new Environment({ limits: LIMITS });
    this.environment.registerVariable('turn', 'int');
    this.environment.registerVariable({ name: 'seats', schema: Object.fromEntries(Object.keys(draft.seats).map((code) => [code, seat])) } as never);
    this.environment.registerVariable({ name: 'crises', schema: Object.fromEntries(crises.map((id) => [id, CRISIS_FIELDS])) } as never);
    for (const entry of FUNCTIONS) {
      this.environment.registerFunction(entry.signature, (...args: unknown[]) => {
        const value = entry.run(this.#state!, ...(args as never[]));
        return typeof value === 'number' ? BigInt(value) : value;
      });
    }
  }

  holds(state: State, context: object, expression: string): boolean {
    this.#state = state;
    try {
      let run = this.#parsed.get(expression);
      if (!run) {
        run = this.environment.parse(expression);
        this.#parsed.set(expression, run);
      }
      return run(context) === true;
    } catch (error) {
      if (!this.failures.has(expression)) this.failures.set(expression, (error as Error).message.split('\n')[0]!);
      return false;
    } finally {
      this.#state = null;
    }
  }
}

const judges = new WeakMap<ScenarioDraft, Judge>();

function judgeOf(draft: ScenarioDraft): Judge {
  let judge = judges.get(draft);
  if (!judge) judges.set(draft, (judge = new Judge(draft)));
  return judge;
}

/** What an expression sees of the state. */
function contextOf(state: State): object {
  const big = (numbers: object, names: readonly string[]) =>
    Object.fromEntries(names.filter((name) => Object.hasOwn(numbers, name)).map((name) => [name, BigInt((numbers as Record<string, number>)[name]!)]));
  const crises = Object.keys(state.scenario.crises);
  return {
    turn: BigInt(state.turn),
    seats: Object.fromEntries(Object.entries(state.seats).map(([code, ministry]) => [
      code,
      { ...big(ministry, SEAT_NUMBERS), capability: big(ministry.capability, DOMAINS), exposure: big(ministry.exposure, crises) },
    ])),
    crises: Object.fromEntries(Object.values(state.crises).map((crisis) => [
      crisis.id, { severity: BigInt(crisis.severity), rung: BigInt(crisis.rung), open: crisis.open },
    ])),
  };
}

/** Does the condition hold in this state? One that fails while it runs does not. */
export function holds(state: State, expression: string): boolean {
  return judgeOf(state.scenario).holds(state, contextOf(state), expression);
}

/** Expressions that failed while they ran, each once, with the first reason: for exercise control. */
export function failuresOf(draft: ScenarioDraft): { expression: string; reason: string }[] {
  return [...judgeOf(draft).failures].map(([expression, reason]) => ({ expression, reason }));
}

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
  const { environment } = judgeOf(draft);
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
  if (/capability\.$/.test(before)) return { among: DOMAINS, what: 'Domains' };
  if (/exposure\.$/.test(before)) return { among: Object.keys(draft.crises), what: 'Crises' };
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
