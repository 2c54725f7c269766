// The orders a bot writes for a seat whose people are late: this once, as the seat sees things, and nothing but orders.
import type { OrderInput } from '../model/commands.ts';
import type { State } from '../model/state.ts';
import type { SeatId } from '../model/vocabulary.ts';
import { publicView, seatView } from '../view/view-for.ts';
import { BOTS, commandsOf } from './bots.ts';

export function standInOrders(state: State, seat: SeatId): OrderInput[] {
  const shared = publicView(state);
  // Exercise control may go on while the clock stands still.
  const sight = { own: seatView(state, seat), public: { ...shared, exercise: { ...shared.exercise, status: 'running' as const } } };
  const character = state.settings.bots[seat] ?? 'titForTat';
  return commandsOf(BOTS[character], state, seat, sight).flatMap((command) => (command.command.type === 'saveOrders' ? [command.command.orders] : [])).at(-1) ?? [];
}
