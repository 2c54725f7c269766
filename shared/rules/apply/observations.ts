// How observations of evaluators change the state: a note that was changed or taken away stays, with who did it and when.
import type { Event, EventData, EventType } from '../../model/events.ts';
import type { Observation, State } from '../../model/state.ts';

type Handlers = { [T in EventType]?: (state: State, data: EventData[T], event: Event) => void };

const personOf = ({ actor }: Event): string => actor.slice(actor.indexOf(':') + 1);

/** Of words that were deleted, or that are not handed out, nothing is left. */
function wordsOf(event: Event): Pick<Observation, 'text' | 'objective' | 'seat' | 'rating'> {
  const { text = '', objective = null, seat = null, rating = null } = event.private?.texts ?? {};
  return { text, objective, seat, rating: rating as Observation['rating'] };
}

export const applyObservations: Handlers = {
  observationPinned(state, { observation, private: own, disclosed }, event) {
    state.observations[observation] = {
      id: observation, by: personOf(event), turn: event.turn, phase: event.phase, seq: event.seq, at: event.at, ...wordsOf(event), private: own, disclosed, changed: null, removed: null,
    };
  },
  observationChanged(state, { observation, private: own, disclosed }, event) {
    const held = state.observations[observation];
    if (held) Object.assign(held, wordsOf(event), { private: own, disclosed, changed: { by: personOf(event), at: event.at, seq: event.seq } });
  },
  observationRemoved(state, { observation }, event) {
    const held = state.observations[observation];
    if (held) held.removed = { by: personOf(event), at: event.at };
  },
};
