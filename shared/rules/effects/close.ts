// close: ends a crisis; the packages in it return.
import type { Effect } from './effect.ts';

export const close: Effect<'close'> = {
  kind: 'close',
  about: 'Closes a crisis. Packages that were there return without cost.',
  example: 'close: karsa',
  run(desk, crisis) {
    if (desk.state.crises[crisis]?.open) desk.emit({ type: 'crisisClosed', data: { crisis }, audience: 'all' });
  },
};
