// Folding a record into the state at any of its events.
import type { Event, NewEvent } from '../model/events.ts';
import type { State } from '../model/state.ts';
import { actorName } from '../rules/decide.ts';
import { apply } from '../rules/apply.ts';
import { momentOf } from '../rules/working.ts';
import type { Request } from '../model/commands.ts';
import { setup } from '../scenario/setup.ts';
import type { Header, RecordFile } from './record.ts';
import { hash } from './record.ts';

export function stateAtStart(header: Header): State {
  return setup(header.scenario, { id: header.exercise, seed: header.seed, settings: header.settings });
}

/** The state after the event with this sequence number; after all of them if left out. */
export function stateAt({ header, events }: RecordFile, seq = Number.POSITIVE_INFINITY): State {
  const state = stateAtStart(header);
  for (const event of events) {
    if (event.seq > seq) break;
    apply(state, event);
  }
  return state;
}

/** Gives decided events their place: sequence numbers, time, turn and phase as each one happens. */
export function placed(state: State, decided: readonly NewEvent[], request: Pick<Request, 'actor' | 'id' | 'at'>): Event[] {
  let { seq } = state;
  let moment: Pick<State, 'turn' | 'phase'> = state;
  const actor = actorName(request.actor);
  return decided.map((event) => {
    moment = momentOf(event, moment);
    seq += 1;
    return { ...event, seq, at: request.at, turn: moment.turn, phase: moment.phase, actor, command: request.id } as Event;
  });
}

/** A fingerprint of the state without its scenario: equal digests, equal states. */
export function digest({ scenario: _scenario, ...rest }: State): string {
  return hash(rest);
}
