// unlock and lock: what participants may do and write from now on.
import type { Effect } from './effect.ts';

export const unlock: Effect<'unlock'> = {
  kind: 'unlock',
  about: 'Makes actions and clauses available to everybody from now on.',
  example: 'unlock: { actions: [NOTIFY], clauses: [NOTIFY] }',
  run: (desk, names) => desk.emit({ type: 'availabilityChanged', data: { ...names, available: true }, audience: 'all' }),
};

export const lock: Effect<'lock'> = {
  kind: 'lock',
  about: 'Takes actions and clauses away from everybody. Texts already in force keep their clauses.',
  example: 'lock: { actions: [SHARE] }',
  run: (desk, names) => desk.emit({ type: 'availabilityChanged', data: { ...names, available: false }, audience: 'all' }),
};
