// What exercise control (and, for the next phase, the clock) may ask for.
import type { Message } from '../../model/entities.ts';
import type { SeatId } from '../../model/vocabulary.ts';
import { opaqueId } from '../random.ts';
import { advance, endExercise, startExercise } from '../course.ts';
import { accept, refuse } from '../refusals.ts';
import { Working } from '../working.ts';
import type { Handlers } from './handler.ts';
import { commitment } from './handler.ts';

export const controlCommands: Handlers = {
  startExercise: {
    run(state, _command, { at }) {
      if (state.status !== 'lobby') return refuse('alreadyStarted');
      const work = new Working(state, at);
      startExercise(work, at);
      return accept(work.events);
    },
  },
  advancePhase: {
    run(state, _command, { at, actor }) {
      if (state.status === 'lobby') return refuse('notRunning');
      if (state.status === 'paused' && actor.kind === 'clock') return refuse('notRunning');
      const work = new Working(state, at);
      // Control may advance a paused exercise: the next phase runs.
      if (state.status === 'paused') work.emit({ type: 'clockResumed', data: { deadline: at }, audience: 'all' });
      advance(work, at);
      return accept(work.events);
    },
  },
  pause: {
    run(state, { reason }, { at }) {
      if (state.status === 'paused') return refuse('alreadyPaused');
      if (state.status !== 'running') return refuse('notRunning');
      const { deadline } = state.clock;
      const remaining = deadline === null ? null : Math.max(0, deadline - at);
      return accept([{ type: 'clockPaused', data: { reason, remaining }, audience: 'all' }]);
    },
  },
  resume: {
    run(state, _command, { at }) {
      if (state.status !== 'paused') return refuse('notPaused');
      const { remaining } = state.clock;
      return accept([{ type: 'clockResumed', data: { deadline: remaining === null ? null : at + remaining }, audience: 'all' }]);
    },
  },
  extendPhase: {
    run(state, { seconds }, { at }) {
      if (state.status === 'lobby') return refuse('notRunning');
      const { deadline, remaining } = state.clock;
      const longer = {
        seconds,
        deadline: deadline === null ? null : Math.max(at, deadline + seconds * 1000),
        remaining: remaining === null ? null : Math.max(0, remaining + seconds * 1000),
      };
      return accept([{ type: 'phaseExtended', data: longer, audience: 'all' }]);
    },
  },
  endExercise: {
    run(state, _command, { at }) {
      if (state.status === 'lobby') return refuse('notRunning');
      const work = new Working(state, at);
      endExercise(work, true);
      return accept(work.events);
    },
  },
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
