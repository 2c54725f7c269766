// A copy of the state that one decision works on: it has the same parts until events replace them. Steps lay events down, which are folded in so that the next step sees them.
import type { Event, NewEvent } from '../model/events.ts';
import type { State } from '../model/state.ts';
import { keepViews, keepViewsTogether } from '../view/keep.ts';
import { apply, applyAll } from './apply.ts';
import { Copies } from './apply/copies.ts';
import { StepDesk } from './steps/desk.ts';

/** Working copies by their lists of events: each has folded them in already. */
const WORKED = new WeakMap<readonly NewEvent[], Working>();

export class Working {
  readonly state: State;
  readonly events: NewEvent[] = [];
  readonly #before: State;
  readonly #seq: number;
  readonly #at: number;

  constructor(state: State, at: number) {
    this.state = { ...state };
    keepViewsTogether(this.state, state);
    // Only events change it, whatever becomes of the state it is a copy of.
    keepViews(this.state);
    this.#before = state;
    this.#seq = state.seq;
    this.#at = at;
    WORKED.set(this.events, this);
  }

  emit(...events: NewEvent[]): void {
    this.#fold(events);
  }

  #fold(events: readonly NewEvent[]): void {
    if (events.length === 0) return;
    const copies = new Copies();
    for (const event of events) {
      this.events.push(event);
      const { turn, phase } = momentOf(event, this.state);
      apply(this.state, { type: event.type, data: event.data, audience: event.audience, private: event.private, turn, phase, seq: this.state.seq + 1, at: this.#at, actor: '', command: null } as Event, copies);
    }
  }

  /** Is its state what the state comes to by these events, decided at that time? Who asked is in no state but in acts that can be taken back, and those hand over no working copy. */
  comesFrom(state: State, at: number): boolean {
    return this.#before === state && this.#seq === state.seq && this.#at === at && this.state.seq === state.seq + this.events.length;
  }

  /** One sub-step: everything in it reads the state as the sub-step began; the sums are taken at its end (ruling 8). */
  step(name: string, run: (desk: StepDesk) => void): void {
    const desk = new StepDesk(this.state);
    run(desk);
    this.#fold(deskEvents(desk, name));
  }
}

/** Folds decided events into the state they were decided on; where that was done while deciding, the parts are taken over. */
export function carryOut(state: State, decided: readonly NewEvent[], events: readonly Event[]): void {
  const work = WORKED.get(decided);
  if (events.length > 0 && work?.comesFrom(state, events[0]!.at)) Object.assign(state, work.state);
  else applyAll(state, events);
}

/** Turn and phase of an event: one that starts them belongs to them. */
export function momentOf(event: NewEvent, { turn, phase }: Pick<State, 'turn' | 'phase'>): Pick<State, 'turn' | 'phase'> {
  if (event.type === 'turnStarted') return { turn: event.data.turn, phase };
  return { turn, phase: event.type === 'phaseStarted' ? event.data.phase : phase };
}

/** What a desk lays into the record: the numbers first, then what happened. */
export function deskEvents(desk: StepDesk, step: string): NewEvent[] {
  const changes = desk.changes();
  return changes.length > 0 ? [{ type: 'numbersChanged', data: { step, changes }, audience: 'all' }, ...desk.events] : desk.events;
}
