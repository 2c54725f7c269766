// How the course of an exercise changes the state: seats, turns, orders and messages.
import type { Event, EventData, EventType } from '../../model/events.ts';
import type { State } from '../../model/state.ts';
import { isUnderWay } from '../under-way.ts';
import { joinTeam, leaveTeam } from './team.ts';

type Handlers = { [T in EventType]?: (state: State, data: EventData[T], event: Event) => void };

export const applyCourse: Handlers = {
  seatTaken(state, { participant, seat }) {
    joinTeam(state, participant, seat);
    state.seating[participant] = seat;
    state.briefsRead[participant] = union(state.briefsRead[participant] ?? [], [seat]);
    delete state.bots[seat];
    state.ready = state.ready.filter((one) => one !== seat);
  },
  seatLeft(state, { participant, seat }) {
    delete state.seating[participant];
    if (isUnderWay(state)) state.left[participant] = seat;
    leaveTeam(state, participant, seat);
    if (state.status === 'lobby' && !Object.values(state.seating).includes(seat)) state.bots[seat] = state.settings.bots[seat]!;
  },
  exerciseStarted(state) {
    state.status = 'running';
  },
  seatReady(state, { seat, ready }) {
    state.ready = ready ? union(state.ready, [seat]) : state.ready.filter((one) => one !== seat);
  },
  exerciseScored(state, { scores }) {
    state.scores = scores;
  },
  snapshotTaken(state, { snapshot }) {
    state.snapshots.push(snapshot);
  },
  redLineBroken(state, { seat, redLine }) {
    state.redLines[seat] = union(state.redLines[seat] ?? [], [redLine]);
  },
  orderCancelled(state, { seat, order, reason }) {
    state.sheets[seat]!.outcomes[order] = { done: false, reason };
  },
  messageSent(state, { message }, event) {
    state.messages.push({ ...message, at: event.at, text: event.private?.texts.text ?? '' });
  },
  evidenceNoted(state, { evidence }) {
    state.evidence.push(evidence);
  },
  parameterChanged(state, { name, value }) {
    state.parameters[name] = value;
  },
  decisionTaken(state, { inject, seat, option }) {
    state.decisions.push({ inject, seat, option });
  },
  availabilityChanged(state, { actions, clauses, available }) {
    if (!state.unlocked) return;
    const change = (held: string[], named: string[]) => (available ? union(held, named) : held.filter((one) => !named.includes(one)));
    state.unlocked = { actions: change(state.unlocked.actions, actions), clauses: change(state.unlocked.clauses, clauses) };
  },
};

export function union(held: readonly string[], more: readonly string[]): string[] {
  return [...new Set([...held, ...more])];
}
