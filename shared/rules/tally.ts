// Counts public events, so that conditions of a scenario can ask whether something happened without reading the record.
import type { Event, EventType } from '../model/events.ts';
import type { State } from '../model/state.ts';

/** Events that conditions may ask for, with what they mean in a sentence. Only those that everybody saw are counted. */
export const TALLIED = {
  visitHeld: 'a ministerial visit took place',
  visitRefused: 'a visit was refused',
  demarcheMade: 'a public démarche was made',
  reconciliationMade: 'two ministries reconciled over an old grievance',
  exerciseHeld: 'a joint exercise was held',
  forceShown: 'a show of force was made',
  packagesDeployed: 'packages were deployed',
  packagesRecalled: 'packages were recalled',
  activityNotified: 'an activity was notified in advance',
  attributionMade: 'a threat was publicly attributed',
  attributionJudged: 'a public attribution proved right or wrong',
  leakOccurred: 'a report leaked',
  crisisOpened: 'a crisis opened',
  crisisClosed: 'a crisis closed',
  incidentOpened: 'an incident took place',
  incidentCleared: 'an incident was cleared',
  threatEventStruck: 'a threat struck',
  instrumentTabled: 'an unclassified instrument was tabled',
  instrumentEnteredIntoForce: 'an unclassified instrument entered into force',
  instrumentEnded: 'an unclassified instrument ended',
  redLineBroken: 'a red line was broken',
} as const satisfies Partial<Record<EventType, string>>;
export type TalliedType = keyof typeof TALLIED;

const everKey = (type: string) => `event/${type}`;
const turnKey = (type: string, turn: number) => `event/${type}@${turn}`;

/** To be called by `apply` for every event. */
export function tally(state: State, event: Event): void {
  if (event.audience !== 'all' || !Object.hasOwn(TALLIED, event.type)) return;
  for (const key of [everKey(event.type), turnKey(event.type, event.turn)]) state.counters[key] = (state.counters[key] ?? 0) + 1;
}

export function countEver(state: State, type: string): number {
  return state.counters[everKey(type)] ?? 0;
}

export function countThisTurn(state: State, type: string): number {
  return state.counters[turnKey(type, state.turn)] ?? 0;
}
