// Conditions of a scenario, written in CEL: what they may name, and whether they hold in a state.
import { Environment } from '@marcbachmann/cel-js';
import { SEAT_FIELDS } from '../model/fields.ts';
import type { State } from '../model/state.ts';
import { DOMAINS } from '../model/vocabulary.ts';
import type { ScenarioDraft } from '../scenario/schema.ts';
import { FUNCTIONS } from './condition-functions.ts';

export const SEAT_NUMBERS = Object.keys(SEAT_FIELDS) as (keyof typeof SEAT_FIELDS)[];
export const CRISIS_FIELDS = { severity: 'int', rung: 'int', open: 'bool' } as const;

/** Small enough that nobody can write an expression which takes noticeable time. */
const LIMITS = { maxAstNodes: 200, maxDepth: 24, maxListElements: 24, maxMapEntries: 24, maxCallArguments: 8 };

/** A judge of one scenario's conditions: parses each once. */
class Judge {
  readonly environment: Environment;
  readonly failures = new Map<string, string>();
  readonly #read = new Map<string, Read>();
  readonly #draft: ScenarioDraft;
  #state: State | null = null;

  constructor(draft: ScenarioDraft) {
    this.#draft = draft;
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

  holds(state: State, expression: string): boolean {
    this.#state = state;
    try {
      const { run, seats, crises } = this.#reading(expression);
      return run(contextOf(state, seats, crises)) === true;
    } catch (error) {
      if (!this.failures.has(expression)) this.failures.set(expression, (error as Error).message.split('\n')[0]!);
      return false;
    } finally {
      this.#state = null;
    }
  }

  #reading(expression: string): Read {
    let read = this.#read.get(expression);
    if (!read) {
      const mentioned = (things: object, collection: string) => (expression.includes(collection) ? Object.keys(things).filter((name) => expression.includes(name)) : []);
      read = { run: this.environment.parse(expression), seats: mentioned(this.#draft.seats, 'seats'), crises: mentioned(this.#draft.crises, 'crises') };
      this.#read.set(expression, read);
    }
    return read;
  }
}

/** An expression ready to be judged, and the seats and crises that its text names: it sees no others. */
interface Read {
  run: (context: object) => unknown;
  seats: readonly string[];
  crises: readonly string[];
}

const judges = new WeakMap<ScenarioDraft, Judge>();

function judgeOf(draft: ScenarioDraft): Judge {
  let judge = judges.get(draft);
  if (!judge) judges.set(draft, (judge = new Judge(draft)));
  return judge;
}

const big = (numbers: object, names: readonly string[]) =>
  Object.fromEntries(names.filter((name) => Object.hasOwn(numbers, name)).map((name) => [name, BigInt((numbers as Record<string, number>)[name]!)]));

/** What an expression sees of the state. */
function contextOf(state: State, seats: readonly string[], crises: readonly string[]): object {
  return {
    turn: BigInt(state.turn),
    seats: Object.fromEntries(seats.filter((code) => state.seats[code]).map((code) => {
      const ministry = state.seats[code]!;
      return [code, { ...big(ministry, SEAT_NUMBERS), capability: big(ministry.capability, DOMAINS), exposure: big(ministry.exposure, Object.keys(state.scenario.crises)) }];
    })),
    crises: Object.fromEntries(crises.filter((id) => state.crises[id]).map((id) => {
      const { severity, rung, open } = state.crises[id]!;
      return [id, { severity: BigInt(severity), rung: BigInt(rung), open }];
    })),
  };
}

/** Does the condition hold in this state? One that fails while it runs does not. */
export function holds(state: State, expression: string): boolean {
  return judgeOf(state.scenario).holds(state, expression);
}

/** Expressions that failed while they ran, each once, with the first reason: for exercise control. */
export function failuresOf(draft: ScenarioDraft): { expression: string; reason: string }[] {
  return [...judgeOf(draft).failures].map(([expression, reason]) => ({ expression, reason }));
}

/** The declared names and types of a scenario's conditions. */
export function environmentOf(draft: ScenarioDraft): Environment {
  return judgeOf(draft).environment;
}
