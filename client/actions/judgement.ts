// What can be said of an act before it is asked for, from the seat's own sight: its price, and the first reason against it.
import type { Action, Price } from '../../shared/rules/actions/action.ts';
import { ACTIONS } from '../../shared/rules/actions/catalogue.ts';
import type { Refusal } from '../../shared/rules/refusals.ts';
import type { Sight } from '../../shared/view/view.ts';
import { parse, type Values } from './parameters.ts';

export interface Judgement {
  /** Null while something is missing. */
  params: Record<string, unknown> | null;
  price: Price | null;
  refusal: Refusal | null;
  /** The refusal only says that the form is not filled in yet. */
  incomplete: boolean;
  partners: string[];
}

export function judge(see: Sight, action: Action, values: Values): Judgement {
  const parsed = parse(action.parameters, values);
  if (!parsed.ok) return { params: null, price: null, refusal: parsed.refusal, incomplete: true, partners: [] };
  const partners = action.partners(parsed.params, see.own.seat.id);
  return {
    params: parsed.params,
    price: action.price(see, parsed.params, { role: 'host', parties: 1 + partners.length }),
    refusal: action.refuse(see, parsed.params),
    incomplete: false,
    partners,
  };
}

export type Way = 'act' | 'invite' | 'order';

/** How it is asked for: a joint act without partners is an order of one's own. */
export function wayOf(action: Action, partners: readonly string[]): Way {
  if (action.timing === 'immediate') return 'act';
  return action.timing === 'joint' && partners.length > 0 ? 'invite' : 'order';
}

/** Price of an order on the sheet, as far as this seat can reckon it; null for an unknown action. */
export function priceOfOrder(see: Sight, order: { action: string; params: Record<string, unknown>; invitation: string | null }): Price | null {
  const action = ACTIONS[order.action];
  if (!action) return null;
  const invitation = order.invitation === null ? undefined : see.own.invitations[order.invitation];
  const self = see.own.seat.id;
  const accepted = invitation ? invitation.to.filter((seat) => invitation.answers[seat] === 'accepted').length : 0;
  const role = invitation && invitation.from !== self ? 'guest' : 'host';
  return action.price(see, order.params, { role, parties: 1 + accepted });
}
