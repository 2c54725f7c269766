// An instrument as one seat may see it: parties see every version, others only an unclassified text in force.
import type { Instrument, State } from '../model/state.ts';
import type { SeatId } from '../model/vocabulary.ts';
import { bindingVersion, latest } from '../rules/instruments/binding.ts';
import { perThing } from './keep.ts';
import type { InstrumentView } from './view.ts';

/** Null: for this viewer it does not exist. A viewer of null is anybody who is no seat. In the debrief everything is disclosed. */
export function instrumentView(state: State, instrument: Instrument, viewer: SeatId | null): InstrumentView | null {
  const isParty = viewer !== null && instrument.parties.includes(viewer);
  return isParty || state.status === 'debrief' ? forParty(instrument) : instrument.classification === 'U' ? forOutsider(instrument) : null;
}

/** What a seat that was named and is no party sees: the text in force, whatever its marking, and when it will be a party if it has said so. */
export function accessionView(instrument: Instrument, seat: SeatId): InstrumentView | null {
  const view = instrument.invited.includes(seat) ? forOutsider(instrument) : null;
  return view && { ...view, entersTurn: instrument.acceding[seat] ?? null };
}

/** Everything but what each party paid at home. */
export const forParty = perThing((instrument: Instrument): InstrumentView => {
  const { title, kind, version } = latest(instrument);
  const paid = Object.keys(instrument.ratifications).sort();
  return {
    id: instrument.id, title, kind, parties: [...instrument.parties], tabledBy: instrument.tabledBy,
    classification: instrument.classification, status: instrument.status,
    versions: instrument.versions.map((version) => ({ ...version })),
    signatures: { ...instrument.signatures },
    ratified: version === instrument.binding && kind !== 'mou' ? [...instrument.parties] : paid,
    binding: instrument.binding, inForceSince: instrument.inForceSince, entersTurn: instrument.entersTurn, tabledTurn: instrument.tabledTurn,
    suspendedBy: instrument.suspendedBy, minParties: instrument.minParties, invited: [...instrument.invited], active: { ...instrument.active },
    withdrawals: { ...instrument.withdrawals },
  };
});

/** The binding text alone: amendments under way, their signatures and notices of withdrawal are the parties' business. */
const forOutsider = perThing((instrument: Instrument): InstrumentView | null => {
  const text = bindingVersion(instrument);
  const live = instrument.status === 'inForce' || instrument.status === 'suspended';
  if (!text || !live) return null;
  return {
    id: instrument.id, title: text.title, kind: text.kind, parties: [...instrument.parties], tabledBy: instrument.tabledBy,
    classification: instrument.classification, status: instrument.status,
    versions: [{ ...text }],
    signatures: Object.fromEntries(instrument.parties.map((party) => [party, text.version])),
    ratified: text.kind === 'mou' ? [] : [...instrument.parties],
    binding: text.version, inForceSince: instrument.inForceSince, entersTurn: null, tabledTurn: text.turn,
    suspendedBy: instrument.suspendedBy, minParties: instrument.parties.length, invited: [], active: { ...instrument.active }, withdrawals: {},
  };
});
