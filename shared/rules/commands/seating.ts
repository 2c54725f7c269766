// Who sits where: taking and leaving a seat, and exercise control moving people or handing a seat to a bot.
import type { NewEvent } from '../../model/events.ts';
import type { State } from '../../model/state.ts';
import { accept, refuse } from '../refusals.ts';
import type { Result } from '../refusals.ts';
import type { Handlers } from './handler.ts';

function seatPerson(state: State, participant: string, seat: string | null): Result<NewEvent[]> {
  if (seat !== null && !state.seatIds.includes(seat)) return refuse('seatUnknown', 'seat', { seat });
  const held = state.seating[participant];
  const leave: NewEvent[] = held ? [{ type: 'seatLeft', data: { participant, seat: held }, audience: 'control' }] : [];
  if (seat === null) return accept(leave);
  if (held === seat) return accept([]);
  return accept([...leave, { type: 'seatTaken', data: { participant, seat }, audience: 'control' }]);
}

export const seatingCommands: Handlers = {
  takeSeat: {
    run: (state, { seat }, { actor }) => (actor.kind === 'participant' ? seatPerson(state, actor.id, seat) : refuse('noSeat')),
  },
  leaveSeat: {
    run: (state, _command, { actor }) => (actor.kind === 'participant' ? seatPerson(state, actor.id, null) : refuse('noSeat')),
  },
  seatParticipant: {
    run: (state, { participant, seat }) => seatPerson(state, participant, seat),
  },
  handToBot: {
    run: (state, { seat, character }) =>
      (state.seatIds.includes(seat) ? accept([{ type: 'seatHandedToBot', data: { seat, character }, audience: 'control' }]) : refuse('seatUnknown', 'seat', { seat })),
  },
};
