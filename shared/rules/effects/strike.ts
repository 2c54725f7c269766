// strike: an event of a threat happens now.
import { strike as struck } from '../steps/threat-events.ts';
import type { Effect } from './effect.ts';

export const strike: Effect<'strike'> = {
  kind: 'strike',
  about: 'An event of a threat strikes now instead of in its turn. Left out if it has struck already, or its crisis is not open.',
  example: 'strike: { threat: launches, event: overflight }',
  run(desk, { threat, event }) {
    const held = desk.state.scenario.threats[threat]!.events.find(({ id }) => id === event);
    if (held) struck(desk, desk.state.threats[threat]!, held);
  },
};
