// Where an instrument stands: what each party has done, what this seat can do next, and the order of the list.
import type { SeatId } from '../../../shared/model/vocabulary.ts';
import { isPending, latest } from '../../../shared/rules/instruments/binding.ts';
import type { InstrumentView, Sight } from '../../../shared/view/view.ts';
import { nextStep } from '../../../shared/view/waiting.ts';
import type { Next } from '../../../shared/view/waiting.ts';

export type PartyState = 'ratified' | 'signed' | 'stale' | 'open' | 'left';

/** What one party has done about the text that is on the table now, or about the one in force. */
export function partyState(instrument: InstrumentView, seat: SeatId): PartyState {
  if (instrument.withdrawals[seat] !== undefined) return 'left';
  const { version } = latest(instrument);
  const signed = instrument.signatures[seat];
  const concluded = !isPending(instrument);
  if (instrument.ratified.includes(seat) && (concluded || signed === version)) return 'ratified';
  if (signed === version || (concluded && signed !== undefined)) return 'signed';
  return signed === undefined ? 'open' : 'stale';
}

/** The version a reader has before their eyes, the one that was on the screen last: what a seat wrote itself it has read. */
export function versionRead({ versions }: InstrumentView, onScreen: number, self: SeatId | null): number {
  return Math.max(onScreen, ...versions.filter(({ by }) => by === self).map(({ version }) => version));
}

/** The step of a seat that a text in force names and that has not joined it yet. */
export function joiningStep(see: Sight, instrument: InstrumentView): Next {
  const open = see.own.accessions[instrument.id];
  return !open ? 'none' : open.entersTurn === null ? 'join' : 'wait';
}

export const GROUPS = ['waiting', 'pending', 'joinable', 'inForce', 'ended'] as const;
export type Group = (typeof GROUPS)[number];

export function groupOf(instrument: InstrumentView, self: SeatId | null, joinable = false): Group {
  if (joinable) return 'joinable';
  if (instrument.status === 'ended' || instrument.status === 'lapsed') return 'ended';
  const next = self === null ? 'none' : nextStep(instrument, self);
  if (next === 'sign' || next === 'ratify') return 'waiting';
  return isPending(instrument) ? 'pending' : 'inForce';
}

/** Every instrument that is known here, one's own in full. */
export function knownInstruments(publicOnes: Record<string, InstrumentView>, see: Sight | null): InstrumentView[] {
  return Object.values({ ...publicOnes, ...see?.own.accessions, ...see?.own.instruments });
}
