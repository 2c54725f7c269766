// The life of an instrument: what signing, ratifying, suspending and leaving lead to, and what falls due at a Briefing and in resolution step 5.
import { path } from '../../model/fields.ts';
import type { NewEvent } from '../../model/events.ts';
import type { Clause, Finding, Ground, Instrument, InstrumentVersion, State } from '../../model/state.ts';
import type { Audience, SeatId } from '../../model/vocabulary.ts';
import type { StepDesk } from '../steps/desk.ts';
import { loss } from '../trust.ts';
import { bindingVersion, bindingness, expiryTurn, isPending, latest, termOf } from './binding.ts';
import type { Text } from './binding.ts';
import { ANY, circumstanceOf } from './circumstances.ts';
import type { Circumstance } from './circumstances.ts';
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
export function signatureEvents(state: State, instrument: Instrument, seat: SeatId): NewEvent[] {
  const current = latest(instrument);
  const audience = partiesOf(instrument);
  const signed: NewEvent = { type: 'instrumentSigned', data: { instrument: instrument.id, seat, version: current.version }, audience };
  const complete = instrument.parties.every((party) => party === seat || instrument.signatures[party] === current.version);
  if (!complete) return [signed];
  const full: NewEvent = { type: 'instrumentFullySigned', data: { instrument: instrument.id }, audience };
  if (current.kind !== 'mou') return [signed, full];
  return [signed, full, entry(instrument, current), ...circumstanceEvents(state, { ...instrument, active: {} }, current.clauses)];
}

/** A ratification; the last one brings the text into force at the next Briefing (rulings 16, 47). */
export function ratificationEvents(state: State, instrument: Instrument, seat: SeatId, price: number): NewEvent[] {
  const audience = partiesOf(instrument);
  const ratified: NewEvent = { type: 'instrumentRatified', data: { instrument: instrument.id, seat, price }, audience };
  const complete = instrument.parties.every((party) => party === seat || instrument.ratifications[party] !== undefined);
  if (!complete) return [ratified];
  return [ratified, { type: 'instrumentConcluded', data: { instrument: instrument.id, entersTurn: state.turn + 1 }, audience }];
}

/** A named seat that did not conclude the text joins it after all, at the next Briefing (ruling 47). */
export function accessionEvents(state: State, instrument: Instrument, seat: SeatId, price: number): NewEvent[] {
  return [{ type: 'accessionDeclared', data: { instrument: instrument.id, seat, price, entersTurn: state.turn + 1 }, audience: [...instrument.parties, seat].sort() }];
}

/** Have enough of the named parties signed to ratify without waiting for the others? */
export function enoughSigned(text: Pick<Instrument, 'id' | 'parties' | 'status' | 'versions' | 'binding' | 'inForceSince' | 'signatures' | 'minParties'>): boolean {
  const { parties, signatures, minParties, binding } = text;
  const { version } = latest(text);
  return parties.filter((party) => signatures[party] === version).length >= (binding === null ? minParties : parties.length);
}

/** Those who concluded the text by the end of its window, if they are enough of a new one (ruling 47); null otherwise. */
function concludedAmong(instrument: Instrument): SeatId[] | null {
  if (instrument.binding !== null || instrument.minParties >= instrument.parties.length) return null;
  const { version, kind } = latest(instrument);
  const among = instrument.parties.filter((party) => (kind === 'mou' ? instrument.signatures[party] === version : instrument.ratifications[party] !== undefined));
  return among.length >= instrument.minParties ? among : null;
}

/** Turns of notice that leaving takes: 0, 1, 2 by bindingness, unless TERM says otherwise (ruling 54). */
export function noticeOf(text: Text): number {
  const version = bindingVersion(text) ?? latest(text);
  return termOf(version.clauses)?.notice ?? bindingness(version) - 1;
}

/** What justifies suspending or leaving at once: a visible missed duty of another party, a protest over the instrument from an earlier turn, or a remedy that gives the right. */
export function hasGround(findings: readonly Finding[], { id, grounds }: Pick<Instrument, 'id' | 'grounds'>, seat: SeatId, turn: number): boolean {
  return groundFor(findings, id, seat, turn) !== null || grounds.some((ground) => ground.seat === seat && ground.from <= turn && turn <= ground.until);
}

/** A visible missed duty of another party that justifies suspending now; null without one. */
export function groundFor(findings: readonly Finding[], instrument: string, seat: SeatId, turn: number): Finding | null {
  return findings.find((finding) => finding.instrument === instrument && finding.visible && finding.result === 'missed' && finding.seat !== seat
    && finding.turn >= turn - GROUND_LASTS) ?? null;
}

/** The right that a protest made now gives its author: not at once, so that the other side can answer it (ruling 54). */
export function groundFromProtest(seat: SeatId, turn: number): Ground {
  return { seat, from: turn + 1, until: turn + GROUND_LASTS };
}

/** The right that a remedy gives, from now on (ruling 57). */
export function groundFromRemedy(seat: SeatId, turn: number): Ground {
  return { seat, from: turn, until: turn + GROUND_LASTS };
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
      const among = concludedAmong(instrument);
      if (among) desk.emit({ type: 'instrumentEnteredIntoForce', data: { instrument: instrument.id, version: latest(instrument).version, among }, audience: publicOf(instrument) });
      else desk.emit({ type: 'instrumentLapsed', data: { instrument: instrument.id }, audience: partiesOf(instrument) });
    }
  }
  for (const instrument of inOrder(instruments)) {
    if (instrument.status !== 'inForce' && instrument.status !== 'suspended') continue;
    for (const seat of Object.keys(instrument.acceding).sort()) {
      if (instrument.acceding[seat]! > turn) continue;
      const audience = instrument.classification === 'U' ? 'all' as const : [...instrument.parties, seat].sort();
      desk.emit({ type: 'partyAcceded', data: { instrument: instrument.id, seat }, audience });
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

function holds(state: State, circumstance: Circumstance): boolean {
  const open = Object.values(state.crises).filter((crisis) => crisis.open);
  if (circumstance.of === 'struck') return open.some(({ id }) => state.scenario.crises[id]!.region === state.scenario.seats[circumstance.seat]?.region);
  const meant = open.filter(({ id }) => circumstance.crisis === ANY || id === circumstance.crisis);
  return circumstance.of === 'open' ? meant.length > 0 : meant.some((crisis) => crisis[circumstance.of] >= circumstance.at);
}

/** What has changed about the conditional clauses of a text that binds or is about to. */
export function circumstanceEvents(state: State, instrument: Instrument, clauses: readonly Clause[]): NewEvent[] {
  return clauses.flatMap(({ kind, params }, clause): NewEvent[] => {
    if (kind !== 'IF') return [];
    const now = holds(state, circumstanceOf(params.condition as string));
    return now === (instrument.active[clause] !== undefined) ? [] : [{ type: 'clauseConditionChanged', data: { instrument: instrument.id, clause, holds: now }, audience: publicOf(instrument) }];
  });
}

/** At a Briefing, after its injects: for the turn to come. */
export function circumstancesAtBriefing(desk: StepDesk): void {
  for (const instrument of Object.values(desk.state.instruments)) {
    if (instrument.status !== 'inForce') continue;
    for (const event of circumstanceEvents(desk.state, instrument, bindingVersion(instrument)?.clauses ?? [])) desk.emit(event);
  }
}

function inOrder(instruments: Record<string, Instrument>): Instrument[] {
  return Object.keys(instruments).sort().map((id) => instruments[id]!);
}
