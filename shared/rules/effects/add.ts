// add: moves a number, at once and by a whole amount, if its own condition holds.
import { locate } from '../../model/fields.ts';
import { holds } from '../conditions.ts';
import type { Effect } from './effect.ts';

export const add: Effect<'add'> = {
  kind: 'add',
  about: 'Adds to a number (takes away if negative). `*` in the path stands for each recipient. With `when`, only if that holds.',
  example: 'add: { path: seat/NIH/publicOpinion, by: -3 }',
  run(desk, { path, by, when }, { inject, recipients, audience }) {
    if (when !== undefined && !holds(desk.state, when)) return;
    const places = path.includes('*') ? recipients.map((seat) => path.replace('*', seat)) : [path];
    for (const place of places) {
      // A seat that was left out of this exercise has no numbers.
      if (locate(desk.state, place)) desk.add(place, by, { name: 'inject', cause: inject, sees: audience });
    }
  },
};
