// Common standards of a pair: what a STANDARD clause asks of them, and how far it lets them go together.
import type { State } from '../../model/state.ts';
import type { Domain, SeatId } from '../../model/vocabulary.ts';
import { clausesInForce } from './binding.ts';
import type { BindingClause } from './binding.ts';

export interface StandardParams {
  level: number;
  domains: Domain[];
  by: number;
}

/** Interoperability that a level asks for: 40, 60, 80. */
export function interoperabilityOf(level: number): number {
  return 20 + 20 * level;
}

function between(state: State, a: SeatId, b: SeatId): BindingClause<StandardParams>[] {
  return clausesInForce<StandardParams>(state.instruments, 'STANDARD').filter(({ parties }) => parties.includes(a) && parties.includes(b));
}

/** Highest level agreed between two seats; 0 without a clause. */
export function agreedLevel(state: State, a: SeatId, b: SeatId): number {
  return Math.max(0, ...between(state, a, b).map(({ params }) => params.level));
}

/** Interoperability that two seats gain more from an exercise in a domain of their common standard. */
export function exerciseBonus(state: State, a: SeatId, b: SeatId, domain: Domain): number {
  return between(state, a, b).some(({ params }) => params.domains.includes(domain)) ? 2 : 0;
}
