// How injects that come due change the state, written into copies by hand: at every phase much may fire.
import type { State } from '../../model/state.ts';
import { tableOf } from '../../model/table.ts';
import type { InjectId } from '../../model/vocabulary.ts';
import type { HandlersByHand, Own } from './copies.ts';

export const applyInjects: HandlersByHand = {
  injectFired(state, { inject, to }, { own }, { phase }) {
    own(state, 'injects').push({ id: inject, turn: state.turn, phase, to, options: null });
    noLongerDue(state, inject);
    note(state, inject, own);
    wasSeen(state, inject, own);
  },
  injectDue(state, due, { own }) {
    own(state, 'dueInjects').push(due);
    note(state, due.inject, own);
  },
  injectSkipped(state, { inject }, { own }) {
    own(state, 'skippedInjects').push({ id: inject, turn: state.turn });
    noLongerDue(state, inject);
    note(state, inject, own);
  },
};

function noLongerDue(state: State, inject: InjectId): void {
  if (state.dueInjects.length > 0) state.dueInjects = state.dueInjects.filter((due) => due.inject !== inject || due.turn > state.turn);
}

/** What an inject waits for, as often as it has happened by now: only what comes later lets it come due again. */
function note(state: State, inject: InjectId, own: Own): void {
  const event = state.scenario.injects.find(({ id }) => id === inject)?.after;
  if (event === undefined) return;
  const heard = (own(state, 'heard')[inject] = tableOf<number>());
  for (const key of Object.keys(state.tally)) if (key === event || key.startsWith(`${event}/`)) heard[key] = state.tally[key]!;
}

/** An inject has reached people: the time set for it is used up, and what was done to it before can no longer be taken back. */
function wasSeen(state: State, inject: InjectId, own: Own): void {
  if (state.injectChanges[inject]?.at) {
    delete own(own(state, 'injectChanges'), inject)!.at;
    state.dueInjects = state.dueInjects.filter((due) => due.inject !== inject);
  }
  if (state.controlActs.some(({ subject }) => subject === inject)) state.controlActs = state.controlActs.filter(({ subject }) => subject !== inject);
}
