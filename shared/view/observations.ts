// Who reads an observation: its author alone, all of exercise control, or everybody once it is disclosed in the debrief.
import type { Event } from '../model/events.ts';
import type { Observation, State } from '../model/state.ts';
import { byId } from './keep.ts';
import type { Shown } from './visibility.ts';
import { OBSERVATION, shown } from './visibility.ts';

export type ObservationView = Shown<Observation, typeof OBSERVATION>;

type ObservationEvent = Extract<Event, { type: 'observationPinned' | 'observationChanged' | 'observationRemoved' }>;

export function isOfObservation(event: Event): event is ObservationEvent {
  return event.type === 'observationPinned' || event.type === 'observationChanged' || event.type === 'observationRemoved';
}

/** Without words it is one whose words were deleted, or not handed out: nobody is shown it. */
const standing = ({ text }: Observation): boolean => text !== '';

const disclosed = ({ observations }: State): Observation[] => Object.values(observations).filter((one) => standing(one) && one.disclosed && !one.removed);

/** What all of exercise control reads, those taken away among it. */
export function sharedObservations({ observations }: State): Record<string, Observation> {
  return byId(Object.values(observations).filter((one) => standing(one) && !one.private), (one) => one);
}

export function notebookOf({ observations }: State, person: string): Record<string, Observation> {
  return byId(Object.values(observations).filter((one) => standing(one) && one.private && one.by === person), (one) => one);
}

export function disclosedObservations(state: State): Record<string, ObservationView> {
  return byId(disclosed(state), (one) => shown(OBSERVATION, one));
}

/** May this person who sees all, or (null) somebody else, read what the event says? Others read the latest words alone, and only in the debrief. */
export function readsObservation(state: State, event: ObservationEvent, person: string | null): boolean {
  if (person !== null) return !event.data.private || event.actor.slice(event.actor.indexOf(':') + 1) === person;
  const held = state.observations[event.data.observation];
  return state.status === 'debrief' && held !== undefined && held.disclosed && !held.removed && (held.changed?.seq ?? held.seq) === event.seq;
}
