// A copy of the state that one decision works on: it has the same parts until events replace them. Steps lay events down, which are folded in so that the next step sees them.
import type { Event, NewEvent } from '../model/events.ts';
import type { State } from '../model/state.ts';
import { keepViewsTogether } from '../view/keep.ts';
import { apply } from './apply.ts';
import { StepDesk } from './steps/desk.ts';

export class Working {
  readonly state: State;
  readonly events: NewEvent[] = [];
  readonly #at: number;

  constructor(state: State, at: number) {
    this.state = { ...state };
    keepViewsTogether(this.state, state);
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
