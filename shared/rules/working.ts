// A copy of the state that one decision works on: steps lay down events, which are folded in so that the next step sees them.
import type { Event, NewEvent } from '../model/events.ts';
import type { State } from '../model/state.ts';
import { apply } from './apply.ts';
import { StepDesk } from './steps/desk.ts';

export class Working {
  readonly state: State;
  readonly events: NewEvent[] = [];
  readonly #at: number;

  constructor(state: State, at: number) {
    this.state = copyOf(state);
    this.#at = at;
  }

  emit(...events: NewEvent[]): void {
    for (const event of events) {
      this.events.push(event);
      apply(this.state, { ...event, seq: this.state.seq + 1, at: this.#at, turn: this.state.turn, phase: this.state.phase, actor: '', command: null } as Event);
    }
  }

  /** One sub-step: everything in it reads the state as the sub-step began; the sums are taken at its end (ruling 8). */
  step(name: string, run: (desk: StepDesk) => void): void {
    const desk = new StepDesk(this.state);
    run(desk);
    this.emit(...deskEvents(desk, name));
  }
}

/** What a desk lays into the record: the numbers first, then what happened. */
export function deskEvents(desk: StepDesk, step: string): NewEvent[] {
  const changes = desk.changes();
  const numbers: NewEvent[] = changes.length > 0 ? [{ type: 'numbersChanged', data: { step, changes }, audience: 'all' }] : [];
  return [...numbers, ...desk.events];
}

/** Lists to which events add and whose entries they never change: the copy has a list of its own with the same entries. */
const GROWING: ReadonlySet<string> = new Set<keyof State>(['messages', 'findings', 'notices', 'injects', 'decisions', 'attributions', 'snapshots', 'deeds', 'pressures', 'lastChanges']);
/** What no event changes. */
const FIXED: ReadonlySet<string> = new Set<keyof State>(['scenario', 'settings', 'seatIds', 'turnStart', 'scores']);

function copyOf(state: State): State {
  return Object.fromEntries(Object.entries(state).map(([key, value]) => [key, FIXED.has(key) ? value : GROWING.has(key) ? [...value] : cloned(value)])) as unknown as State;
}

/** A deep copy of plain JSON. */
function cloned<T>(value: T): T {
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map(cloned) as T;
  const copy: Record<string, unknown> = {};
  for (const key of Object.keys(value)) copy[key] = cloned((value as Record<string, unknown>)[key]);
  return copy as T;
}
