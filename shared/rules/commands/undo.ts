// Taking back what exercise control did last: the events that put things as they were.
import type { NewEvent } from '../../model/events.ts';
import { audienceOf, locate } from '../../model/fields.ts';
import type { ControlAct, State } from '../../model/state.ts';
import { accept, refuse } from '../refusals.ts';
import { StepDesk } from '../steps/desk.ts';
import { lastUndoable } from '../undoable.ts';
import { deskEvents } from '../working.ts';
import { readersOf } from './control.ts';
import type { Handlers } from './handler.ts';
import { seatingEvents } from './seating.ts';

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

/** The number as it was, with the reason in its ledger. */
function setBack(state: State, path: string, to: number): NewEvent[] {
  const place = locate(state, path);
  if (!place) return [];
  const desk = new StepDesk(state);
  desk.add(path, to - place.holder[place.key]!, { name: 'overrideUndone', sees: audienceOf(path, place.rule.sees, place.seats) });
  return deskEvents(desk, 'override.undone');
}

/** What others than exercise control learn of it; all else follows from the act itself. */
function inverse(state: State, { did, subject, before }: ControlAct): NewEvent[] {
  if (did === 'hidden') {
    const message = state.messages.find(({ id }) => id === subject);
    return message ? [{ type: 'messageRestored', data: { message: subject }, audience: readersOf(message) }] : [];
  }
  if (did === 'published') return [{ type: 'headlineWithdrawn', data: { headline: subject }, audience: 'all' }];
  if (before && 'number' in before) return setBack(state, subject, before.number.before);
  if (before && 'moved' in before) return seatingEvents(before.moved.moves.map(({ participant, from, to }) => ({ participant, from: to, to: from })));
  if (before === null || !('seat' in before)) return [];
  const { bot, people } = before.seat;
  if (bot) return [{ type: 'seatHandedToBot', data: { seat: subject, character: bot }, audience: 'control' }];
  return people.map((participant) => ({ type: 'seatTaken', data: { participant, seat: subject }, audience: 'control' }));
}
