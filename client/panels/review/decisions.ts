// What each ministry ordered in a turn, why, and what became of it: told in the debrief, when everything is disclosed.
import type { SeatId } from '../../../shared/model/vocabulary.ts';
import type { Invitation, Order } from '../../../shared/model/state.ts';
import type { SeenEvent } from '../../../shared/wire/messages.ts';
import { seenBy } from '../../actions/perspective.ts';

export interface Decided {
  order: string;
  action: string;
  params: Record<string, unknown>;
  intent: string;
  /** Null where the record says nothing of it. */
  outcome: { done: boolean; reason: string | null } | null;
}

/** By seat, in the order of the sheet as it stood at the lock; joint acts that were never written on a sheet come after. */
export function decisionsOf(events: readonly SeenEvent[]): Record<SeatId, Decided[]> {
  const decided: Record<SeatId, Decided[]> = {};
  const invitations = new Map(events.filter(({ type }) => type === 'invitationSent').map(({ data }) => [(data.invitation as Invitation).id, data.invitation as Invitation]));
  const paramsOf = (seat: SeatId, invitation: string | null | undefined, params: Record<string, unknown>) => {
    const agreed = invitation ? invitations.get(invitation) : undefined;
    return agreed ? seenBy(seat, agreed) : params;
  };
  for (const { type, data } of events) {
    if (type !== 'ordersSaved') continue;
    const texts = (data.texts ?? {}) as Record<string, string>;
    decided[data.seat as SeatId] = (data.orders as Order[]).map(({ id, action, params, invitation }) => ({ order: id, action, params: paramsOf(data.seat as SeatId, invitation, params), intent: texts[id] ?? '', outcome: null }));
  }
  for (const { type, data } of events) {
    if (type !== 'orderDone' && type !== 'orderCancelled') continue;
    const list = (decided[data.seat as SeatId] ??= []);
    const outcome = { done: type === 'orderDone', reason: (data.reason as string | undefined) ?? null };
    const held = list.find(({ order }) => order === data.order);
    if (held) held.outcome = outcome;
    // A joint act that nobody wrote on the sheet has the id of its invitation and the seat.
    else list.push({ order: data.order as string, action: data.action as string, params: paramsOf(data.seat as SeatId, (data.order as string).split('.')[0], {}), intent: '', outcome });
  }
  return decided;
}
