// pressure: what moves the rung in the next crisis step (ruling 31).
import type { Effect } from './effect.ts';

export const pressure: Effect<'pressure'> = {
  kind: 'pressure',
  about: 'Presses on a crisis in its next step, or on all: 3 and more raise the rung, 6 and more raise it twice, -3 and less lower it.',
  example: 'pressure: { value: 2, crisis: karsa }',
  run: (desk, { value, crisis }) => desk.emit({ type: 'pressureLaid', data: { value, region: null, ...(crisis === undefined ? {} : { crisis }), name: 'inject', by: null }, audience: 'control' }),
};
