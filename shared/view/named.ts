// What an event speaks of by its id alone, by name: for those who may know of everything and whose own view does not hold it.
import type { State } from '../model/state.ts';
import { injectOf } from '../rules/inject-list.ts';
import { latest } from '../rules/instruments/binding.ts';

/** Names in the place of ids, as far as the event has such ids. */
export interface Named {
  /** Title of the text as it stands last. */
  instrument?: string;
  /** Code of the joint act that was proposed. */
  action?: string;
  /** Title of the inject, and what the option says that was chosen in it. */
  inject?: string;
  option?: string;
  redLine?: string;
}

type Data = Record<string, unknown>;
type Name = (state: State, id: string, data: Data) => string | undefined;

/** By the field that holds the id. */
const NAMES: Readonly<Record<string, readonly [keyof Named, Name]>> = {
  instrument: ['instrument', ({ instruments }, id) => instruments[id] && latest(instruments[id]).title],
  invitation: ['action', ({ invitations }, id) => invitations[id]?.action],
  inject: ['inject', (state, id) => injectOf(state, id)?.title],
  option: ['option', (state, id, { inject }) => injectOf(state, String(inject))?.decide?.options.find((one) => one.id === id)?.label],
  redLine: ['redLine', ({ scenario }, id, { seat }) => scenario.seats[String(seat)]?.redLines.find((one) => one.id === id)?.text],
};

/** Null where it speaks of nothing by its id. Findings and disputes stand one level down in the data of their events. */
export function namedIn(state: State, data: Data): Named | null {
  const holder = (data.finding ?? data.dispute ?? data) as Data;
  const named: Named = {};
  for (const [field, [as, name]] of Object.entries(NAMES)) {
    const id = holder[field];
    const found = typeof id === 'string' ? name(state, id, holder) : undefined;
    if (found !== undefined) named[as] = found;
  }
  return Object.keys(named).length > 0 ? named : null;
}
