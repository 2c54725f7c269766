// What conditions and injects may ask for of what has happened: each event by name, with its meaning and whom it concerns.
import type { EventType, NewEvent } from '../model/events.ts';
import type { Finding, Report, State } from '../model/state.ts';
import type { SeatId } from '../model/vocabulary.ts';

interface Occurrence {
  /** For the authoring guide. */
  about: string;
  /** The event it is seen by, where that has another name. */
  type?: EventType;
  /** Fields of its data, or of the thing it carries, that name the seats it concerns; left out: parties of its instrument, if any. */
  seats?: readonly string[];
  /** Whether an event of that type is one, where not all are. */
  only?: (data: Data) => boolean;
}
type Data = Readonly<Record<string, unknown>>;

const PAIR = ['from', 'to'];
const visiblyMissed = ({ result, visible }: Finding) => result === 'missed' && visible;

/** Events that conditions and injects may ask for, by the name they go by in a scenario. */
export const EVENTS = {
  visitHeld: { about: 'a ministerial visit took place', seats: PAIR },
  visitRefused: { about: 'a visit was refused', seats: PAIR },
  reconciliationMade: { about: 'two ministries reconciled over an old grievance', seats: PAIR },
  forumHeld: { about: 'a forum met', seats: ['host', 'parties', 'guests'] },
  hostGranted: { about: 'a host admitted packages of another', seats: ['host', 'guest'] },
  hostRevoked: { about: 'a host withdrew that', seats: ['host', 'guest'] },
  exerciseHeld: { about: 'an exercise was held', seats: ['parties'] },
  forceShown: { about: 'a show of force was made', seats: ['seat'] },
  packagesDeployed: { about: 'packages were deployed, or a deployment was changed', seats: ['seat'] },
  packagesRecalled: { about: 'packages were recalled', seats: ['seat'] },
  activityNotified: { about: 'an activity was notified in advance', seats: ['by'] },
  reportCollected: { about: 'a service made a report', seats: ['seat'] },
  reportShared: { about: 'a report was passed on; it concerns giver and receivers', seats: PAIR },
  reportPublished: { about: 'a report became public, by a leak or an accident; it concerns the seat whose report it was', seats: ['originator'] },
  leakOccurred: { about: 'a report leaked, published or not; it concerns the seat whose report it was', seats: ['originator'] },
  secretLeaked: {
    about: 'a report marked SECRET or higher leaked and was traced; it concerns the seat that it leaked from',
    type: 'leakOccurred', seats: ['seat'], only: ({ traced, report }) => traced === true && ['S', 'TS'].includes((report as Report).marking),
  },
  deceptionDetected: { about: 'a counterfeit report was found out; it concerns forger and target', seats: ['by', 'target'] },
  cyberOperationExposed: { about: 'a cyber operation was traced to a seat', seats: ['seat'] },
  attributionMade: { about: 'a cause was named publicly; it concerns who named it and who was accused', seats: ['seat', 'accused'], only: ({ public: open }) => open === true },
  instrumentEnteredIntoForce: { about: 'a text entered into force; it concerns its parties' },
  instrumentSuspended: { about: 'a text was suspended' },
  instrumentEnded: { about: 'a text ended' },
  obligationMissed: { about: 'a duty was found missed, visibly; it concerns who missed it', type: 'obligationFound', seats: ['seat'], only: ({ finding }) => visiblyMissed(finding as Finding) },
  disputeFiled: { about: 'a dispute was filed', seats: ['filer', 'respondent'] },
  disputeSettled: { about: 'a dispute was settled', seats: ['filer', 'respondent'] },
  pledgeKept: { about: 'a pledge was kept', seats: ['by', 'seat'] },
  pledgeMissed: { about: 'a pledge was not kept', seats: ['by', 'seat'] },
  membershipChanged: { about: 'a seat joined, left or was expelled from an organisation', seats: ['seat'] },
  motionAdopted: { about: 'an organisation adopted a motion; it concerns who moved it', seats: ['by'] },
  motionFailed: { about: 'a motion failed; it concerns who moved it', seats: ['by'] },
  crisisOpened: { about: 'a crisis opened' },
  incidentOpened: { about: 'an incident took place', seats: ['parties'] },
  incidentCleared: { about: 'an incident was cleared', seats: ['by'] },
  threatEventStruck: { about: 'a threat struck' },
} as const satisfies Record<string, Occurrence>;
export type EventName = keyof typeof EVENTS;

interface Known extends Occurrence {
  name: EventName;
}

const BY_TYPE: Partial<Record<string, Known[]>> = {};
for (const [name, occurrence] of Object.entries(EVENTS) as [EventName, Occurrence][]) (BY_TYPE[occurrence.type ?? name] ??= []).push({ name, ...occurrence });

const NONE: never[] = [];

/** Every name by which conditions know the event, with the seats in play that it concerns then. */
export function occurrencesOf(state: State, event: NewEvent): { name: EventName; seats: SeatId[] }[] {
  const known = BY_TYPE[event.type];
  if (!known) return NONE;
  const data = event.data as Data;
  const found: { name: EventName; seats: SeatId[] }[] = [];
  for (const { name, seats, only } of known) if (only === undefined || only(data)) found.push({ name, seats: concerned(state, data, seats) });
  return found;
}

/** Seats that the fields name, of the data or of the thing it carries; without fields the parties of its instrument. */
function concerned(state: State, data: Data, fields: readonly string[] | undefined): SeatId[] {
  if (fields === undefined) return typeof data.instrument === 'string' ? (state.instruments[data.instrument]?.parties ?? NONE) : NONE;
  const named: unknown[] = [];
  note(named, data, fields);
  for (const name in data) {
    const value = data[name];
    if (typeof value === 'object' && value !== null && !Array.isArray(value)) note(named, value as Data, fields);
  }
  return state.seatIds.filter((seat) => named.includes(seat));
}

function note(named: unknown[], holder: Data, fields: readonly string[]): void {
  for (const field of fields) {
    const value = holder[field];
    if (Array.isArray(value)) named.push(...(value as unknown[]));
    else if (value !== undefined) named.push(value);
  }
}
