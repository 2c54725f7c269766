// Consent to joint acts: who takes part, and the order sheets with what was agreed to (rulings 24-26).
import type { Invitation, Order, State } from '../model/state.ts';
import type { SeatId } from '../model/vocabulary.ts';
import { ingredient } from '../view/keep.ts';
import { invitationsOf } from './concerned.ts';

/** Does the act go ahead with this seat in it, as far as consent goes? */
export function takesPart(invitation: Invitation, seat: SeatId): boolean {
  if (seat !== invitation.from && invitation.answers[seat] !== 'accepted') return false;
  if (invitation.atOnce || (invitation.status !== 'open' && invitation.status !== 'accepted')) return false;
  const accepted = invitation.to.filter((guest) => invitation.answers[guest] === 'accepted');
  if (accepted.length === 0) return false;
  if (!invitation.partial && accepted.length < invitation.to.length) return false;
  return seat === invitation.from || accepted.includes(seat);
}

const consentedBy = ingredient((state, seat): Invitation[] => invitationsOf(state, seat).filter((invitation) => invitation.turn === state.turn && takesPart(invitation, seat)));

/** Orders of a seat as they count at the lock: accepted joint acts that are missing from the sheet are put in front, so that nothing joint fails by forgetfulness. */
export function sheetWithConsents(state: State, seat: SeatId): Order[] {
  const { orders } = state.sheets[seat]!;
  const missing = consentedBy(state, seat).filter(({ id }) => !orders.some(({ invitation }) => invitation === id));
  if (missing.length === 0) return orders;
  return [...missing.map(({ id, action, params }): Order => ({ id: `${id}.${seat}`, action, params, intent: '', invitation: id })), ...orders];
}
