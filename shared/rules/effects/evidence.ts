// evidence: a note for the evaluation.
import type { Effect } from './effect.ts';

export const evidence: Effect<'evidence'> = {
  kind: 'evidence',
  about: 'Leaves a note for the evaluation: a learning objective, or one of its tasks counted from 0, was met or not. Exercise control alone sees it before the debrief.',
  example: 'evidence: { objective: attribution, task: 0, met: true }',
  run(desk, { objective, task, met }, { inject, reason }) {
    const id = desk.id('evidence', inject, objective, String(task ?? ''), String(met));
    desk.emit({ type: 'evidenceNoted', data: { evidence: { id, objective, task: task ?? null, inject: reason === 'inject' ? inject : null, turn: desk.state.turn, met } }, audience: 'control' });
  },
};
