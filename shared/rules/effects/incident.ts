// incident: forces have met, and the rung rises next turn unless somebody clears it.
import { openIncident } from '../steps/crisis.ts';
import type { Effect } from './effect.ts';

export const incident: Effect<'incident'> = {
  kind: 'incident',
  about: 'Opens an incident in a crisis, with all that follows: next turn the rung rises unless a party does DECONFLICT. Left out if the crisis is not open.',
  example: 'incident: { crisis: karsa, parties: [NIH, HAN] }',
  run(desk, { crisis, parties }) {
    const held = desk.state.crises[crisis]!;
    const inPlay = parties.filter((seat) => desk.state.seatIds.includes(seat)).sort();
    if (held.open && inPlay.length > 0) openIncident(desk, held, inPlay);
  },
};
