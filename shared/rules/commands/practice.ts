// A practice turn before the exercise: begun in the lobby, and thrown away.
import { startExercise } from '../course.ts';
import { inPractice } from '../practice.ts';
import { accept, refuse } from '../refusals.ts';
import { Working } from '../working.ts';
import type { Handlers } from './handler.ts';

export const practiceCommands: Handlers = {
  startPractice: {
    run(state, _command, { at }) {
      if (state.status !== 'lobby') return refuse('alreadyStarted');
      const work = new Working(state, at);
      work.emit({ type: 'practiceStarted', data: {}, audience: 'all' });
      startExercise(work, at);
      return accept(work.events);
    },
  },
  endPractice: {
    run: (state) => (inPractice(state) ? accept([{ type: 'practiceEnded', data: {}, audience: 'all' }]) : refuse('noPractice')),
  },
};
