// Reasons against acts on an instrument that several actions share, from the sight of the asking seat alone.
import type { InstrumentView, Sight } from '../../view/view.ts';
import { isPending, latest } from '../instruments/binding.ts';
import { refusal } from '../refusals.ts';
import type { Refusal } from '../refusals.ts';

/** The instrument a party may act on, or why not. */
export function partyTo(see: Sight, instrument: string): InstrumentView | Refusal {
  const own = Object.hasOwn(see.own.instruments, instrument) ? see.own.instruments[instrument]! : null;
  if (own) return own;
  // What others may see is no secret to somebody who is no party.
  return Object.hasOwn(see.public.instruments, instrument) ? refusal('notParty', 'instrument') : refusal('instrumentUnknown', 'instrument');
}

export function isRefusal(found: InstrumentView | Refusal): found is Refusal {
  return 'code' in found;
}

/** Runs checks on an instrument of which the asking seat is a party. */
export function onInstrument(see: Sight, instrument: string, check: (held: InstrumentView) => Refusal | null): Refusal | null {
  const found = partyTo(see, instrument);
  return isRefusal(found) ? found : check(found);
}

/** A text in force that names the asking seat, which may join it late; null if there is none. */
export function joinable(see: Sight, instrument: string): InstrumentView | null {
  return Object.hasOwn(see.own.accessions, instrument) ? see.own.accessions[instrument]! : null;
}

/** Is the latest text open to signature? */
export function onTheTable(held: InstrumentView): Refusal | null {
  return isPending(held) ? null : refusal('notTabled', 'instrument', { status: held.status });
}

/** A signature or an amendment names the version it was made upon. */
export function current(held: InstrumentView, version: number): Refusal | null {
  const now = latest(held).version;
  return version === now ? null : refusal('staleVersion', 'version', { named: version, current: now });
}

/** Does the text bind, suspended or not? */
export function binds(held: InstrumentView): boolean {
  return held.status === 'inForce' || held.status === 'suspended';
}
