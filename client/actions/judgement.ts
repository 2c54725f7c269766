// What can be said of an act before it is asked for, from the seat's own sight: its price, and the first reason against it.
import type { Action, Price } from '../../shared/rules/actions/action.ts';
import { legal } from '../../shared/rules/legality.ts';
import type { Refusal } from '../../shared/rules/refusals.ts';
import type { Sight } from '../../shared/view/view.ts';
import { timesOrdered } from './availability.ts';
import { fieldOf } from '../../shared/rules/actions/action.ts';
import { optionsFor, parse, type Values } from './parameters.ts';

export interface Judgement {
  /** Null while something is missing. */
  params: Record<string, unknown> | null;
  /** While something is missing, what it would cost with the first of each choice; null where even that cannot be said. */
  price: Price | null;
  refusal: Refusal | null;
  /** The refusal only says that the form is not filled in yet. */
  incomplete: boolean;
  partners: string[];
}

export function judge(see: Sight, action: Action, values: Values): Judgement {
  const parsed = parse(action.parameters, values);
  if (!parsed.ok) return { params: null, price: likelyPrice(see, action, values), refusal: parsed.refusal, incomplete: true, partners: chosenPartners(values) };
  const partners = action.partners(parsed.params, see.own.seat.id);
  return {
    params: parsed.params,
    price: action.price(see, parsed.params, { role: 'host', parties: 1 + partners.length }),
    refusal: legal(see, action, parsed.params, timesOrdered(see, action)),
    incomplete: false,
    partners,
  };
}

export type Way = 'act' | 'invite' | 'order';

function likelyPrice(see: Sight, action: Action, values: Values): Price | null {
  const seats = see.public.exercise.seats.filter((seat) => seat !== see.own.seat.id);
  const filled = { ...values };
  for (const [name, schema] of Object.entries(action.parameters.shape)) {
    const field = fieldOf(schema);
    if (filled[name] !== undefined || !field || schema.safeParse(undefined).success) continue;
    if (field.field === 'text') {
      // What is written does not change the price.
      filled[name] = '-';
      continue;
    }
    const first = optionsFor({ sight: see, values: filled, owner: action.code, seats }, field, name).find(({ disabled }) => !disabled)?.id;
    filled[name] = schema.safeParse(first).success ? first : [first];
  }
  const parsed = parse(action.parameters, filled);
  return parsed.ok ? action.price(see, parsed.params, { role: 'host', parties: 1 + chosenPartners(values).length }) : null;
}

/** Whom a form names so far, while the rest is still open. */
function chosenPartners({ partner, partners }: Values): string[] {
  return [...(typeof partner === 'string' ? [partner] : []), ...(Array.isArray(partners) ? (partners as string[]) : [])];
}

/** How it is asked for: a joint act that is done alone is an order of one's own, unless it takes effect at once. */
export function wayOf(action: Action, partners: readonly string[]): Way {
  if (action.timing === 'immediate' || (action.perform && partners.length === 0)) return 'act';
  return action.timing === 'joint' && (partners.length > 0 || !action.alone) ? 'invite' : 'order';
}
