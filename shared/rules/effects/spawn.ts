// spawn: opens a crisis with the severity and rung that it has by then.
import type { Effect } from './effect.ts';

export const spawn: Effect<'spawn'> = {
  kind: 'spawn',
  about: 'Opens a crisis of the scenario. Everybody sees it.',
  example: 'spawn: karsa',
  run(desk, crisis) {
    const held = desk.state.crises[crisis];
    if (held && !held.open) desk.emit({ type: 'crisisOpened', data: { crisis, severity: held.severity, rung: held.rung }, audience: 'all' });
  },
};
