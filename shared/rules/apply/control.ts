// How what exercise control does to injects, messages and seats changes the state, and how it is taken back.
import type { Event, EventData, EventType } from '../../model/events.ts';
import type { ControlAct, InjectChange, State } from '../../model/state.ts';
import type { BotCharacter, ControlDeed, InjectId, SeatId } from '../../model/vocabulary.ts';
import { isUnderWay } from '../under-way.ts';

type Handlers = { [T in EventType]?: (state: State, data: EventData[T], event: Event) => void };

/** Acts that are remembered: nobody takes back more, one by one, in front of a class. */
const REMEMBERED = 30;

export const applyControl: Handlers = {
  seatHandedToBot(state, { seat, character }, event) {
    const people = Object.keys(state.seating).filter((person) => state.seating[person] === seat);
    remember(state, event, 'handedOver', seat, { seat: { bot: state.bots[seat] ?? null, people } });
    for (const person of people) {
      delete state.seating[person];
      if (isUnderWay(state)) state.left[person] = seat;
    }
    state.bots[seat] = character;
  },
  peopleMoved(state, { did, moves, bots }, event) {
    for (const [seat, { after }] of Object.entries(bots)) play(state, seat, after);
    remember(state, event, did, moves.map(({ participant }) => participant).join('+'), { moved: { moves, bots } });
  },
  messageHidden(state, { message }, event) {
    if (state.messages.some(({ id, hidden }) => id === message && !hidden)) remember(state, event, 'hidden', message, null);
    show(state, message, false);
  },
  messageRestored(state, { message }) {
    show(state, message, true);
  },
  injectHeld(state, { inject, held }, event) {
    remember(state, event, held ? 'held' : 'released', inject, standing(state, inject));
    hold(state, inject, held);
  },
  injectChanged(state, { inject, to, at, objective }, event) {
    remember(state, event, 'changed', inject, standing(state, inject));
    const change: InjectChange = { ...state.injectChanges[inject], ...event.private?.texts };
    if (to !== undefined) put(change, 'to', to);
    if (at !== undefined) put(change, 'at', at);
    if (objective !== undefined) change.objective = objective;
    state.injectChanges[inject] = change;
  },
  injectDropped(state, { inject, dropped }, event) {
    remember(state, event, dropped ? 'dropped' : 'restored', inject, standing(state, inject));
    const change: InjectChange = { ...state.injectChanges[inject] };
    put(change, 'dropped', dropped || null);
    state.injectChanges[inject] = change;
  },
  injectWritten(state, { inject, from, to, effects, at, objective }, event) {
    const { title = '', text = '', expect } = event.private?.texts ?? {};
    const time = at === null ? { manual: true } : { manual: false, at };
    state.writtenInjects.push({ id: inject, title, text, from, to, effects, ...time, delay: 0, prob: 100, once: true, type: 'inject', ...(expect !== undefined && { expect }), ...(objective && { objective }) });
    if (at !== null) remember(state, event, 'written', inject, null);
  },
  headlinePublished(state, { headline }, event) {
    const { outlet = '', text = '' } = event.private?.texts ?? {};
    state.headlines[headline] = { id: headline, outlet, text, turn: event.turn, phase: event.phase, withdrawn: false };
    remember(state, event, 'published', headline, null);
  },
  headlineWithdrawn(state, { headline }) {
    const held = state.headlines[headline];
    if (held) state.headlines[headline] = { ...held, withdrawn: true };
  },
  numberOverridden(state, { override, path, before, after, reason }, event) {
    state.overrides = [...state.overrides, { id: override, path, before, after, reason, turn: event.turn, phase: event.phase, at: event.at, by: event.actor, undone: null }];
    remember(state, event, 'overridden', path, { number: { before, after } });
  },
  actUndone(state, { act, did, subject }, event) {
    const before = state.controlActs.find(({ id }) => id === act)?.before ?? null;
    // With it goes what taking it back has just done to the same thing.
    state.controlActs = state.controlActs.filter((one) => one.id < act || one.subject !== subject);
    if (did === 'written') {
      state.writtenInjects = state.writtenInjects.filter(({ id }) => id !== subject);
      delete state.injectChanges[subject];
    } else if (before && 'inject' in before) {
      const { held, change } = before.inject;
      hold(state, subject, held);
      if (change) state.injectChanges[subject] = change;
      else delete state.injectChanges[subject];
    } else if (before && 'moved' in before) {
      const { moves, bots } = before.moved;
      for (const [seat, one] of Object.entries(bots)) play(state, seat, one.before);
      for (const { participant, role } of moves) if (role !== undefined) state.team[participant] = role;
    } else if (before && 'number' in before) {
      const latest = state.overrides.findLastIndex(({ path, undone }) => path === subject && !undone);
      state.overrides = state.overrides.map((one, index) => (index === latest ? { ...one, undone: { by: event.actor, at: event.at } } : one));
    } else if (before && 'seat' in before && !before.seat.bot) delete state.bots[subject];
  },
};

function remember(state: State, { seq, actor }: Event, did: ControlDeed, subject: string, before: ControlAct['before']): void {
  state.controlActs = [...state.controlActs, { id: seq, by: actor, did, subject, before }].slice(-REMEMBERED);
}

const standing = (state: State, inject: InjectId): ControlAct['before'] => ({ inject: { held: state.heldInjects.includes(inject), change: state.injectChanges[inject] ?? null } });

function play(state: State, seat: SeatId, bot: BotCharacter | null): void {
  if (bot === null) delete state.bots[seat];
  else state.bots[seat] = bot;
}

function hold(state: State, inject: InjectId, held: boolean): void {
  if (state.heldInjects.includes(inject) === held) return;
  state.heldInjects = held ? [...state.heldInjects, inject] : state.heldInjects.filter((one) => one !== inject);
}

function show(state: State, message: string, shown: boolean): void {
  state.messages = state.messages.map((one) => (one.id === message ? { ...one, hidden: !shown } : one));
}

/** Null: as planned, which is nothing different. */
function put<K extends keyof InjectChange>(change: InjectChange, name: K, value: InjectChange[K] | null): void {
  if (value === null) delete change[name];
  else change[name] = value;
}
