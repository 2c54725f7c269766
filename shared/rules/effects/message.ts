// message: somebody who is no participant writes to the recipients.
import { commitment } from '../commands/handler.ts';
import type { Effect } from './effect.ts';

export const message: Effect<'message'> = {
  kind: 'message',
  about: 'A message from a non-player, such as a neighbour\'s ambassador, to each recipient.',
  example: 'message: { from: Ambassador of Karsa, text: We regret the debris. }',
  run(desk, { from, text }, { inject, recipients }) {
    const id = desk.id('message', inject, from, text);
    const salt = desk.id('salt', id);
    desk.emit({
      type: 'messageSent',
      data: {
        message: { id, turn: desk.state.turn, phase: desk.state.phase, at: 0, from: 'control', persona: from, to: recipients, hidden: false },
        commitment: commitment(salt, { text }),
      },
      audience: recipients,
      private: { salt, texts: { text } },
    });
  },
};
