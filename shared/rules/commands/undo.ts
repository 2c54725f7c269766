// Taking back what exercise control did last: the events that put things as they were.
import type { NewEvent } from '../../model/events.ts';
import type { ControlAct, State } from '../../model/state.ts';
import { accept, refuse } from '../refusals.ts';
import { lastUndoable } from '../undoable.ts';
import { readersOf } from './control.ts';
import type { Handlers } from './handler.ts';

export const undoCommands: Handlers = {
  undoAct: {
    afterwards: true,
    run(state, { act }) {
      const last = lastUndoable(state);
      if (!last) return refuse('nothingToUndo');
      if (last.id !== act) return refuse('notLastAct');
      const { by, did, subject } = last;
      return accept([...inverse(state, last), { type: 'actUndone', data: { act, by, did, subject }, audience: 'control' }]);
    },
  },
};

/** What others than exercise control learn of it; all else follows from the act itself. */
function inverse(state: State, { did, subject, before }: ControlAct): NewEvent[] {
  if (did === 'hidden') {
    const message = state.messages.find(({ id }) => id === subject);
    return message ? [{ type: 'messageRestored', data: { message: subject }, audience: readersOf(message) }] : [];
  }
  if (before === null || !('seat' in before)) return [];
  const { bot, people } = before.seat;
  if (bot) return [{ type: 'seatHandedToBot', data: { seat: subject, character: bot }, audience: 'control' }];
  return people.map((participant) => ({ type: 'seatTaken', data: { participant, seat: subject }, audience: 'control' }));
}
