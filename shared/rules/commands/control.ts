// What exercise control says to people, and what it takes away of what was said.
import type { Message } from '../../model/entities.ts';
import type { SeatId } from '../../model/vocabulary.ts';
import { opaqueId } from '../random.ts';
import { accept, refuse } from '../refusals.ts';
import type { Handlers } from './handler.ts';
import { commitment } from './handler.ts';

export const controlCommands: Handlers = {
  speak: {
    afterwards: true,
    run(state, { persona, to, text }, { at, id, nonce }) {
      const unknown = to.find((seat) => !state.seatIds.includes(seat));
      if (unknown) return refuse('seatUnknown', 'to', { seat: unknown });
      if (text.trim() === '') return refuse('emptyMessage', 'text');
      const texts = { text: text.trim() };
      return accept([{
        type: 'messageSent', audience: to, private: { salt: nonce, texts },
        data: { message: { id: opaqueId(state.seed, state.turn, 'message', id), turn: state.turn, phase: state.phase, at, from: 'control', persona, to: [...to].sort(), hidden: false }, commitment: commitment(nonce, texts) },
      }]);
    },
  },
  hideMessage: {
    afterwards: true,
    run(state, { message }) {
      const held = state.messages.find(({ id }) => id === message);
      if (!held) return refuse('messageUnknown', 'message');
      return accept([{ type: 'messageHidden', data: { message }, audience: readersOf(held) }]);
    },
  },
};

/** Who has a message before them. */
export function readersOf({ to, from }: Message): (SeatId | 'control')[] {
  return [...to, ...(from === 'control' ? [] : [from])];
}
