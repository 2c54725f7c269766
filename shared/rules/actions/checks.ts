// Reasons against an act that many actions share. They look at the sight of the asking seat alone.
import type { Sight } from '../../view/view.ts';
import { refusal } from '../refusals.ts';
import type { Refusal } from '../refusals.ts';

/** The first refusal of a list. */
export function first(...checks: (Refusal | null)[]): Refusal | null {
  return checks.find((check) => check !== null) ?? null;
}

/** A partner must be another seat in play. */
export function partner(see: Sight, seat: string, subject = 'partner'): Refusal | null {
  if (seat === see.own.seat.id) return refusal('partnerIsSelf', subject);
  return see.public.exercise.seats.includes(seat) ? null : refusal('partnerNotInPlay', subject, { seat });
}

export function partners(see: Sight, seats: readonly string[], subject = 'partners'): Refusal | null {
  return first(...seats.map((seat) => partner(see, seat, subject)));
}

export function regionKnown(see: Sight, region: string): Refusal | null {
  return see.public.exercise.regions.includes(region) ? null : refusal('regionUnknown', 'region');
}

/** Is another action open, which this one does in passing? */
export function isUnlocked(see: Sight, action: string): boolean {
  return see.public.exercise.unlocked?.actions.includes(action) ?? true;
}

/** The highest rung among open crises must be below `limit`. */
export function rungBelow(see: Sight, limit: number): Refusal | null {
  const rung = Math.max(0, ...Object.values(see.public.crises).filter(({ open }) => open).map((crisis) => crisis.rung));
  return rung < limit ? null : refusal('rungTooHigh', null, { rung, limit });
}

export function crisisOpen(see: Sight, crisis: string, subject = 'crisis'): Refusal | null {
  const held = see.public.crises[crisis];
  if (!held) return refusal('crisisUnknown', subject);
  return held.open ? null : refusal('crisisClosed', subject, { crisis: held.name });
}

export function threatKnown(see: Sight, threat: string): Refusal | null {
  return see.public.threats[threat] ? null : refusal('threatUnknown', 'threat');
}

export function claimKnown(see: Sight, threat: string, claim: string): Refusal | null {
  return see.public.threats[threat]?.hypotheses.some(({ id }) => id === claim) ? null : refusal('hypothesisUnknown', 'claim');
}

/** A report this seat holds and does not know to be forged. */
export function reportHeld(see: Sight, report: string): Refusal | null {
  const held = Object.hasOwn(see.own.reports, report) ? see.own.reports[report] : undefined;
  if (!held) return refusal('reportUnknown', 'report');
  return held.fabricated ? refusal('reportFabricated', 'report') : null;
}

/** Money on hand, for acts that are paid at once. */
export function cash(see: Sight, money: number): Refusal | null {
  const { budget } = see.own.ministry;
  return budget >= money ? null : refusal('tooLittleMoney', null, { price: money, budget });
}

export function capital(see: Sight, price: number): Refusal | null {
  const { politicalCapital } = see.own.ministry;
  return politicalCapital >= price ? null : refusal('tooLittleCapital', null, { price, capital: politicalCapital });
}
