// Who sits where: taking and leaving a seat, and exercise control moving or swapping people or handing a seat to a bot.
import type { Move } from '../../model/entities.ts';
import type { NewEvent } from '../../model/events.ts';
import type { State } from '../../model/state.ts';
import type { BotCharacter, BySeat, ControlDeed, SeatId } from '../../model/vocabulary.ts';
import { accept, refuse } from '../refusals.ts';
import type { Result } from '../refusals.ts';
import { isUnderWay } from '../under-way.ts';
import type { Handlers } from './handler.ts';

/** People get up before anybody sits down, so that a seat that is taken over is free at no time for a bot and full for nobody. */
export function seatingEvents(moves: readonly Move[]): NewEvent[] {
  return [
    ...moves.flatMap(({ participant, from }): NewEvent[] => (from === null ? [] : [{ type: 'seatLeft', data: { participant, seat: from }, audience: 'control' }])),
    ...moves.flatMap(({ participant, to }): NewEvent[] => (to === null ? [] : [{ type: 'seatTaken', data: { participant, seat: to }, audience: 'control' }])),
  ];
}

function moveOf(state: State, participant: string, to: SeatId | null): Move {
  const role = state.team[participant];
  return { participant, from: state.seating[participant] ?? null, to, ...(role !== undefined && { role }) };
}

function seatPerson(state: State, participant: string, seat: SeatId | null): Result<Move[]> {
  if (seat !== null && !state.seatIds.includes(seat)) return refuse('seatUnknown', 'seat', { seat });
  const move = moveOf(state, participant, seat);
  return accept(move.from === move.to ? [] : [move]);
}

/** People choose and change until the exercise starts. From then on, pauses included, whoever has sat in a ministry knows its secrets: they get up and sit down there again, and exercise control says who moves elsewhere. */
function ownMove(state: State, participant: string, seat: SeatId | null): Result<NewEvent[]> {
  const known = state.seating[participant] ?? state.left[participant];
  if (isUnderWay(state) && seat !== null && known !== undefined && known !== seat) return refuse('seatKept', 'seat', { seat: known });
  const moves = seatPerson(state, participant, seat);
  return moves.ok ? accept(seatingEvents(moves.value)) : moves;
}

/** Moved by exercise control: that it was can be taken back. `offered`: bots that come to play a seat in which nobody is left. */
function moved(state: State, did: Extract<ControlDeed, 'moved' | 'swapped'>, moves: readonly Move[], offered: BySeat<BotCharacter | null> = {}): NewEvent[] {
  const seating = { ...state.seating, ...Object.fromEntries(moves.map(({ participant, to }) => [participant, to])) };
  const seats = [...new Set(moves.flatMap(({ from, to }) => [from, to]))].filter((seat) => seat !== null);
  const left = (seat: SeatId) => (state.status === 'lobby' ? (state.settings.bots[seat] ?? null) : null);
  const bots = Object.fromEntries(seats.map((seat) => {
    const before = state.bots[seat] ?? null;
    return [seat, { before, after: Object.values(seating).includes(seat) ? null : (offered[seat] ?? before ?? left(seat)) }];
  }));
  return [...seatingEvents(moves), { type: 'peopleMoved', data: { did, moves: [...moves], bots }, audience: 'control' }];
}

export const seatingCommands: Handlers = {
  takeSeat: {
    run: (state, { seat }, { actor }) => (actor.kind === 'participant' ? ownMove(state, actor.id, seat) : refuse('noSeat')),
  },
  leaveSeat: {
    run: (state, _command, { actor }) => (actor.kind === 'participant' ? ownMove(state, actor.id, null) : refuse('noSeat')),
  },
  seatParticipant: {
    run(state, { participant, seat }) {
      const moves = seatPerson(state, participant, seat);
      if (!moves.ok) return moves;
      return accept(moves.value.length === 0 ? [] : moved(state, 'moved', moves.value));
    },
  },
  swapPeople: {
    run(state, { a, b }) {
      const [one, other] = [state.seating[a] ?? null, state.seating[b] ?? null];
      if (one === other) return refuse('nothingChanged', 'b');
      return accept(moved(state, 'swapped', [moveOf(state, a, other), moveOf(state, b, one)]));
    },
  },
  swapSeats: {
    run(state, { a, b }) {
      const unknown = [a, b].find((seat) => !state.seatIds.includes(seat));
      if (unknown !== undefined) return refuse('seatUnknown', unknown === a ? 'a' : 'b', { seat: unknown });
      const sitting = (seat: SeatId) => Object.keys(state.seating).filter((person) => state.seating[person] === seat);
      const moves = [...sitting(a).map((person) => moveOf(state, person, b)), ...sitting(b).map((person) => moveOf(state, person, a))];
      if (a === b || moves.length === 0) return refuse('nothingChanged', 'b');
      return accept(moved(state, 'swapped', moves, { [a]: state.bots[b] ?? null, [b]: state.bots[a] ?? null }));
    },
  },
  handToBot: {
    run: (state, { seat, character }) =>
      (state.seatIds.includes(seat) ? accept([{ type: 'seatHandedToBot', data: { seat, character }, audience: 'control' }]) : refuse('seatUnknown', 'seat', { seat })),
  },
};
