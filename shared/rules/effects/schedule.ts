// schedule: another inject fires so many turns later.
import type { Effect } from './effect.ts';

export const schedule: Effect<'schedule'> = {
  kind: 'schedule',
  about: 'Another inject fires so many turns later, at the briefing, whatever its own trigger says; 0: as soon as injects are judged again.',
  example: 'schedule: { inject: 12-second, turns: 1 }',
  run: (desk, { inject, turns }) => desk.emit({ type: 'injectDue', data: { inject, turn: desk.state.turn + turns, concerned: [] }, audience: 'control' }),
};
