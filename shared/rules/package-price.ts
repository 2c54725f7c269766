// What a package costs where it stands: the price of the rules, less what parties do for each other (ruling 42).
import type { State } from '../model/state.ts';
import type { CrisisId, SeatId } from '../model/vocabulary.ts';
import type { Sight } from '../view/view.ts';
import { clausesInForce } from './instruments/binding.ts';
import type { Text } from './instruments/binding.ts';
import { neighboursOf } from './steps/geography.ts';

/** Credits a package that LOGISTICS spares. */
const LOGISTICS_SPARES = 1;

/** Do the seat and one of those whose land lies in or beside the region support each other? Its own land counts: the others supply it there. */
function supported(instruments: Record<string, Text>, seat: SeatId, near: readonly SeatId[]): boolean {
  return clausesInForce(instruments, 'LOGISTICS').some(({ parties }) => parties.includes(seat) && parties.some((party) => near.includes(party)));
}

const reduced = (price: number, spared: boolean) => Math.max(0, price - (spared ? LOGISTICS_SPARES : 0));

/** For the asking seat, in a crisis it knows. */
export function packagePriceInSight(see: Sight, crisis: CrisisId): number {
  const near = see.public.crises[crisis]?.near ?? [];
  return reduced(see.public.exercise.parameters.deployPrice, supported(see.own.instruments, see.own.seat.id, near));
}

export function packagePriceInState(state: State, seat: SeatId, crisis: CrisisId): number {
  return reduced(state.parameters.deployPrice, supported(state.instruments, seat, neighboursOf(state, state.scenario.crises[crisis]!.region)));
}
