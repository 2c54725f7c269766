// How ideas that no action covers, and announcements, change the state.
import type { Event, EventData, EventType } from '../../model/events.ts';
import type { State } from '../../model/state.ts';

type Handlers = { [T in EventType]?: (state: State, data: EventData[T], event: Event) => void };

export const applyIdeas: Handlers = {
  matrixProposed(state, { matrix, seat }, event) {
    const { act = '', effect = '', ...reasons } = event.private?.texts ?? {};
    state.matrix[matrix] = {
      id: matrix, seat, turn: state.turn, act, effect, reasons: Object.keys(reasons).sort().map((key) => reasons[key]!), arguments: [], status: 'open', odds: null, success: null, outcome: '',
    };
  },
  matrixArgued(state, { matrix, seat, side }, event) {
    state.matrix[matrix]?.arguments.push({ seat, side, text: event.private?.texts.text ?? '' });
  },
  matrixWithdrawn(state, { matrix }) {
    const held = state.matrix[matrix];
    if (held) held.status = 'withdrawn';
  },
  matrixRemoved(state, { matrix }) {
    const held = state.matrix[matrix];
    if (held) held.status = 'removed';
  },
  matrixJudged(state, { matrix, odds, success }, event) {
    const held = state.matrix[matrix];
    if (held) Object.assign(held, { status: 'judged', odds, success, outcome: event.private?.texts.outcome ?? '' });
  },
  actsAnnounced(state, { seat, actions }) {
    state.announced[seat] = actions;
  },
};
