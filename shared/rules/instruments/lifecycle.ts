// The life of an instrument: what signing, ratifying, suspending and leaving lead to, and what falls due at a Briefing and in resolution step 5.
import { path } from '../../model/fields.ts';
import type { NewEvent } from '../../model/events.ts';
import type { Finding, Instrument, InstrumentVersion, State } from '../../model/state.ts';
import type { Audience, SeatId } from '../../model/vocabulary.ts';
import type { StepDesk } from '../steps/desk.ts';
import { loss } from '../trust.ts';
import { bindingVersion, bindingness, expiryTurn, isPending, latest, termOf } from './binding.ts';
import type { Text } from './binding.ts';
import { boundClauses } from './draft.ts';

/** Turns after the one it was tabled in for which a text may be signed and ratified; then it lapses. */
const OPEN_FOR = 2;
/** Turns for which a missed duty is ground for suspension (ruling 54). */
const GROUND_LASTS = 2;
/** Loss of trust and of political capital per bindingness (model guide, section 3). */
export const TRUST_LOST = 4;
const CAPITAL_LOST = 2;

/** Texts under negotiation are the parties' own business. */
export function partiesOf(instrument: Instrument): Audience {
  return [...instrument.parties];
}

/** From entry into force on, an unclassified instrument is public (rulings, section K). */
export function publicOf(instrument: Instrument): Audience {
  return instrument.classification === 'U' ? 'all' : partiesOf(instrument);
}

function entry(instrument: Instrument, { version }: InstrumentVersion): NewEvent {
  return { type: 'instrumentEnteredIntoForce', data: { instrument: instrument.id, version }, audience: publicOf(instrument) };
}

/** A signature under the current text; the last one brings an MoU into force at once (ruling 16). */
export function signatureEvents(instrument: Instrument, seat: SeatId): NewEvent[] {
  const current = latest(instrument);
  const audience = partiesOf(instrument);
  const signed: NewEvent = { type: 'instrumentSigned', data: { instrument: instrument.id, seat, version: current.version }, audience };
  const complete = instrument.parties.every((party) => party === seat || instrument.signatures[party] === current.version);
  if (!complete) return [signed];
  const full: NewEvent = { type: 'instrumentFullySigned', data: { instrument: instrument.id }, audience };
  return current.kind === 'mou' ? [signed, full, entry(instrument, current)] : [signed, full];
}

/** A ratification; the last one brings the text into force at the next Briefing (rulings 16, 47). */
export function ratificationEvents(state: State, instrument: Instrument, seat: SeatId, price: number): NewEvent[] {
  const audience = partiesOf(instrument);
  const ratified: NewEvent = { type: 'instrumentRatified', data: { instrument: instrument.id, seat, price }, audience };
  const complete = instrument.parties.every((party) => party === seat || instrument.ratifications[party] !== undefined);
  if (!complete) return [ratified];
  return [ratified, { type: 'instrumentConcluded', data: { instrument: instrument.id, entersTurn: state.turn + 1 }, audience }];
}

/** Turns of notice that leaving takes: 0, 1, 2 by bindingness, unless TERM says otherwise (ruling 54). */
export function noticeOf(text: Text): number {
  const version = bindingVersion(text) ?? latest(text);
  return termOf(version.clauses)?.notice ?? bindingness(version) - 1;
}

/** A visible missed duty of another party that justifies suspending now; null without one. */
export function groundFor(findings: readonly Finding[], instrument: string, seat: SeatId, turn: number): Finding | null {
  return findings.find((finding) => finding.instrument === instrument && finding.visible && finding.result === 'missed' && finding.seat !== seat
    && finding.turn >= turn - GROUND_LASTS) ?? null;
}

/** What an unlawful suspension or departure costs: trust of each other party, and one's own political capital. */
export function priceOfBreaking(text: Text): { trust: number; capital: number } {
  const b = bindingness(bindingVersion(text) ?? latest(text));
  return { trust: TRUST_LOST * b, capital: CAPITAL_LOST * b };
}

export function breakUnlawfully(desk: StepDesk, instrument: Instrument, seat: SeatId): void {
  const { trust, capital } = priceOfBreaking(instrument);
  for (const party of instrument.parties) if (party !== seat) loss(desk, party, seat, trust, { name: 'unlawfulBreak', cause: instrument.id });
  desk.add(path.seat(seat, 'politicalCapital'), -capital, { name: 'unlawfulBreak', cause: instrument.id });
}

/** Does a clause name a seat that was left out of this exercise? */
function namesAbsent({ scenario, seatIds }: State, clauses: readonly { params: Record<string, unknown> }[]): boolean {
  const absent = (value: unknown) => typeof value === 'string' && Object.hasOwn(scenario.seats, value) && !seatIds.includes(value);
  return clauses.some(({ params }) => Object.values(params).flat().some(absent));
}

/**
 * On the first turn: what the scenario begins with, on the table or in force already. A draft is left out if a party is not in play;
 * a text in force binds those who are there, if they are two and no clause is about one who is not.
 */
export function instrumentsAtStart(desk: StepDesk): void {
  const { scenario, seatIds } = desk.state;
  for (const { id: name, title, kind, parties, tabledBy, classification, status, clauses } of scenario.instruments) {
    const audience = parties.filter((party) => seatIds.includes(party)).sort();
    const stands = status === 'inForce' ? audience.length >= 2 && !namesAbsent(desk.state, clauses) : audience.length === parties.length;
    if (!stands) continue;
    const instrument = desk.id('instrument', name);
    const by = tabledBy !== undefined && audience.includes(tabledBy) ? tabledBy : 'control';
    const data = { instrument, by, parties: audience, kind, title, classification, clauses: boundClauses(clauses) };
    desk.emit({ type: 'instrumentTabled', data, audience });
    if (status !== 'inForce') continue;
    desk.emit({ type: 'instrumentEnteredIntoForce', data: { instrument, version: 1 }, audience: classification === 'U' ? 'all' : audience });
  }
}

/** At a Briefing: what was concluded enters into force, what was left open too long lapses. */
export function instrumentsAtBriefing(desk: StepDesk): void {
  const { turn, instruments } = desk.state;
  for (const instrument of inOrder(instruments)) {
    if (!isPending(instrument)) continue;
    if (instrument.entersTurn !== null) {
      if (instrument.entersTurn <= turn) desk.emit(entry(instrument, latest(instrument)));
    } else if (turn > instrument.tabledTurn + OPEN_FOR) {
      desk.emit({ type: 'instrumentLapsed', data: { instrument: instrument.id }, audience: partiesOf(instrument) });
    }
  }
}

/** In step 5: parties leave whose notice has run out, and terms expire; with one party left the instrument ends (rulings 54, 55). */
export function instrumentsAtStep5(desk: StepDesk): void {
  const { turn, instruments } = desk.state;
  for (const instrument of inOrder(instruments)) {
    if (instrument.status !== 'inForce' && instrument.status !== 'suspended') continue;
    const leaving = instrument.parties.filter((party) => (instrument.withdrawals[party] ?? Infinity) <= turn).sort();
    for (const seat of leaving) desk.emit({ type: 'partyLeft', data: { instrument: instrument.id, seat }, audience: publicOf(instrument) });
    const expired = (expiryTurn(instrument) ?? Infinity) <= turn;
    const deserted = instrument.parties.length - leaving.length < 2;
    if (expired || deserted) {
      desk.emit({ type: 'instrumentEnded', data: { instrument: instrument.id, reason: deserted ? 'withdrawn' : 'expired' }, audience: publicOf(instrument) });
    }
  }
}

function inOrder(instruments: Record<string, Instrument>): Instrument[] {
  return Object.keys(instruments).sort().map((id) => instruments[id]!);
}
