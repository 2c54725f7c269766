// Keeps the synchronised state in step with the views: writes only the documents whose text has changed.
import type { MapSchema } from '@colyseus/schema';
import type { State } from '../shared/model/state.ts';
import type { SeatId } from '../shared/model/vocabulary.ts';
import { controlView, notebookView, publicView, seatView } from '../shared/view/view-for.ts';
import { DOOR, OPENED, ROSTER, changedDocuments } from '../shared/wire/documents.ts';
import type { Opened, Roster, Slice, SliceKind } from '../shared/wire/documents.ts';
import { ExerciseState, PresenceState, SliceState } from '../shared/wire/state.ts';
import type { StoredParticipant } from './store/store.ts';

/** Key of the slice that all of exercise control see. */
export const CONTROL = 'control';

/** Who is connected, by opaque participant id. */
export type Connected = ReadonlySet<string>;

export class Mirror {
  readonly state: ExerciseState;
  /** What the documents of each slice were made from. */
  readonly #shown = new Map<MapSchema<string>, Slice[SliceKind]>();

  /** Slices of every seat are allocated here, so that later changes shift nobody's references. */
  constructor(seats: readonly SeatId[]) {
    this.state = new ExerciseState();
    for (const seat of seats) this.state.seats.set(seat, new SliceState());
    this.state.control.set(CONTROL, new SliceState());
  }

  seat(seat: SeatId): SliceState {
    return this.state.seats.get(seat)!;
  }

  control(): SliceState {
    return this.state.control.get(CONTROL)!;
  }

  /** The notebook of a person who has one, allocated as they come: everybody sees that they are here, so that the moment tells nothing. */
  notebook(person: string, state: State): SliceState {
    let held = this.state.control.get(person);
    if (!held) {
      this.state.control.set(person, (held = new SliceState()));
      this.#write(held.documents, 'notebook', notebookView(state, person));
    }
    return held;
  }

  /** Shows the exercise as it is now. */
  show(state: State, now: number): void {
    this.state.turn = state.turn;
    this.state.phase = state.phase;
    this.state.status = state.status;
    this.state.now = now;
    this.#write(this.state.documents, 'public', publicView(state));
    for (const seat of state.seatIds) this.#write(this.seat(seat).documents, 'seat', seatView(state, seat));
    for (const [key, slice] of this.state.control) {
      if (key === CONTROL) this.#write(slice.documents, 'control', controlView(state));
      else this.#write(slice.documents, 'notebook', notebookView(state, key));
    }
  }

  #write<K extends SliceKind>(held: MapSchema<string>, kind: K, slice: Slice[K]): void {
    const { texts, gone } = changedDocuments(kind, (this.#shown.get(held) as Slice[K] | undefined) ?? null, slice);
    for (const key of gone) held.delete(key);
    for (const [key, text] of Object.entries(texts)) set(held, key, text);
    this.#shown.set(held, slice);
  }

  /** Shows who is here. Names go to everybody only where the settings say so; exercise control has them in any case. */
  showPeople(state: State, people: readonly StoredParticipant[], connected: Connected, now: number): void {
    const known = new Set(people.map(({ id }) => id));
    for (const id of this.state.presence.keys()) if (!known.has(id)) this.state.presence.delete(id);
    for (const { id, name, role } of people) {
      let presence = this.state.presence.get(id);
      if (!presence) {
        if (role === 'control' && !connected.has(id)) continue;
        this.state.presence.set(id, (presence = new PresenceState()));
      }
      const here = connected.has(id);
      const since = presence.since === 0 || presence.connected !== here ? now : presence.since;
      assign(presence, { seat: state.seating[id] ?? '', name: state.settings.namesShown ? name : '', connected: here, since, role });
    }
    const roster: Roster = Object.fromEntries(people.map(({ id, name, role }) => [id, { name, role }]));
    set(this.control().documents, ROSTER, JSON.stringify(roster));
  }

  /** Shows exercise control whether newcomers find the door closed. */
  showDoor(closed: boolean): void {
    set(this.control().documents, DOOR, JSON.stringify(closed));
  }

  /** Shows exercise control which injects were opened. */
  showOpened(opened: Opened): void {
    set(this.control().documents, OPENED, JSON.stringify(opened));
  }
}

function set(held: MapSchema<string>, key: string, text: string): void {
  if (held.get(key) !== text) held.set(key, text);
}

function assign(presence: PresenceState, values: { seat: string; name: string; connected: boolean; since: number; role: string }): void {
  for (const [field, value] of Object.entries(values) as [keyof typeof values, never][]) if (presence[field] !== value) presence[field] = value;
}
