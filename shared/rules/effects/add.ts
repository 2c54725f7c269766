// add, set and scale: move a number, at once and by a whole amount, if their own condition holds.
import { round } from '../../model/arithmetic.ts';
import { locate } from '../../model/fields.ts';
import { holds } from '../conditions.ts';
import type { StepDesk } from '../steps/desk.ts';
import type { Effect, Occasion } from './effect.ts';

/** For each number that is meant and there: the amount that `by` makes of what it is by then. */
function move(desk: StepDesk, { path, when }: { path: string; when?: string | undefined }, { inject, reason, recipients, audience }: Occasion, by: (level: number) => number): void {
  if (when !== undefined && !holds(desk.state, when)) return;
  for (const place of path.includes('*') ? recipients.map((seat) => path.replace('*', seat)) : [path]) {
    // A seat that was left out of this exercise has no numbers.
    if (locate(desk.state, place)) desk.add(place, by(desk.level(place)), { name: reason, cause: inject, sees: audience });
  }
}

export const add: Effect<'add'> = {
  kind: 'add',
  about: 'Adds to a number (takes away if negative). `*` in the path stands for each recipient. With `when`, only if that holds.',
  example: 'add: { path: seat/NIH/publicOpinion, by: -3 }',
  run: (desk, value, occasion) => move(desk, value, occasion, () => value.by),
};

export const set: Effect<'set'> = {
  kind: 'set',
  about: 'Makes a number what is written here.',
  example: 'set: { path: seat/NIH/security, to: 40 }',
  run: (desk, value, occasion) => move(desk, value, occasion, (level) => value.to - level),
};

export const scale: Effect<'scale'> = {
  kind: 'scale',
  about: 'Makes a number so many percent of what it is, rounded half up.',
  example: 'scale: { path: seat/*/income, percent: 90 }',
  run: (desk, value, occasion) => move(desk, value, occasion, (level) => round(level * value.percent, 100) - level),
};
