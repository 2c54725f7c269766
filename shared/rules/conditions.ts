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

const big = (numbers: object, names: readonly string[]) =>
  Object.fromEntries(names.filter((name) => Object.hasOwn(numbers, name)).map((name) => [name, BigInt((numbers as Record<string, number>)[name]!)]));

/** What an expression sees of the state: of seats and crises, only what its text names. */
function contextOf(state: State, expression: string): object {
  const mentioned = <T>(things: Readonly<Record<string, T>>, collection: string) => (expression.includes(collection) ? Object.entries(things).filter(([name]) => expression.includes(name)) : []);
  const crises = Object.keys(state.scenario.crises);
  return {
    turn: BigInt(state.turn),
    seats: Object.fromEntries(mentioned(state.seats, 'seats').map(([code, ministry]) => [
      code,
      { ...big(ministry, SEAT_NUMBERS), capability: big(ministry.capability, DOMAINS), exposure: big(ministry.exposure, crises) },
    ])),
    crises: Object.fromEntries(mentioned(state.crises, 'crises').map(([id, crisis]) => [
      id, { severity: BigInt(crisis.severity), rung: BigInt(crisis.rung), open: crisis.open },
    ])),
  };
}

/** Does the condition hold in this state? One that fails while it runs does not. */
export function holds(state: State, expression: string): boolean {
  return judgeOf(state.scenario).holds(state, contextOf(state, expression), expression);
}

/** Expressions that failed while they ran, each once, with the first reason: for exercise control. */
export function failuresOf(draft: ScenarioDraft): { expression: string; reason: string }[] {
  return [...judgeOf(draft).failures].map(([expression, reason]) => ({ expression, reason }));
}

/** The declared names and types of a scenario's conditions. */
export function environmentOf(draft: ScenarioDraft): Environment {
  return judgeOf(draft).environment;
}
