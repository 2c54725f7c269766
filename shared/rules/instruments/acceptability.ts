// What ratification costs a ministry in political capital, and why (model guide, section 3; rulings 44-46, 48).
import { round } from '../../model/arithmetic.ts';
import type { Clause, InstrumentVersion, State } from '../../model/state.ts';
import type { SeatId } from '../../model/vocabulary.ts';
import { pairOf } from '../../model/vocabulary.ts';
import type { Parameters } from '../../scenario/schema.ts';
import type { Sight } from '../../view/view.ts';
import { CLAUSES } from '../clauses/catalogue.ts';
import { bindingVersion, bindingness, clausesInForce, latest, unwrapped } from './binding.ts';
import type { Text } from './binding.ts';

/** What a ministry brings to a ratification. */
export interface Standing {
  publicOpinion: number;
  politicalCapital: number;
  sovereignty: number;
  /** Grievance with each of the other parties. */
  grievances: number[];
}

/** One named part of a result, in whole units; they add up to it. */
export interface Part {
  name: string;
  value: number;
}

/** How much sovereignty one clause costs. */
export interface Burden {
  clause: number;
  kind: string;
  intrusiveness: number;
}

export interface Acceptability {
  value: number;
  parts: Part[];
  burdens: Burden[];
}

export interface Ratification {
  /** Political capital to be paid. */
  price: number;
  /** What the price is made of: bindingness, what acceptability falls short of the threshold, and what was paid for before. */
  parts: Part[];
  acceptability: Acceptability;
  /** Acceptability at which only the bindingness is paid; null for an MoU. */
  threshold: number | null;
}

export function burdensOf(clauses: readonly Clause[], seat: SeatId): Burden[] {
  return clauses.map((one, clause) => {
    const { kind, params } = unwrapped(one);
    return { clause, kind: one.kind, intrusiveness: CLAUSES[kind]?.intrusiveness(params, seat) ?? 0 };
  });
}

/** Σintr borne by a party under one text: never below 0 (ruling 45). */
export function intrusivenessOf(clauses: readonly Clause[], seat: SeatId): number {
  return Math.max(0, burdensOf(clauses, seat).reduce((sum, { intrusiveness }) => sum + intrusiveness, 0));
}

/** Σintr of everything in force on a seat, for the objective AUT (ruling 45). */
export function intrusivenessInForce(instruments: Record<string, Text>, seat: SeatId): number {
  const clauses = clausesInForce(instruments).filter(({ parties }) => parties.includes(seat));
  return intrusivenessOf(clauses, seat);
}

/** Credits a turn that a text pays a party for certain (ruling 46). A common fund pays whoever deploys: nobody can count on that. */
export function receivedUnder(clauses: readonly Clause[], seat: SeatId): number {
  return clauses.filter(({ kind, params }) => kind === 'AID' && params.to === seat && params.what === 'money' && params.condition === 'always').reduce((sum, { params }) => sum + (params.amount as number), 0);
}

/** A = ⌊(PO + PC)/2⌋ − ⌊SOV·Σintr/5⌉ − ⌊mean G/4⌉ + ¤ received per turn. */
export function acceptabilityOf(standing: Standing, clauses: readonly Clause[], seat: SeatId): Acceptability {
  const { publicOpinion, politicalCapital, sovereignty, grievances } = standing;
  const parts: Part[] = [
    { name: 'support', value: Math.floor((publicOpinion + politicalCapital) / 2) },
    { name: 'sovereignty', value: 0 - round(sovereignty * intrusivenessOf(clauses, seat), 5) },
    { name: 'grievance', value: grievances.length === 0 ? 0 : 0 - round(grievances.reduce((sum, one) => sum + one, 0), 4 * grievances.length) },
  ];
  const received = receivedUnder(clauses, seat);
  if (received > 0) parts.push({ name: 'received', value: received });
  return { value: parts.reduce((sum, { value }) => sum + value, 0), parts, burdens: burdensOf(clauses, seat) };
}

const THRESHOLDS: Record<InstrumentVersion['kind'], (parameters: Parameters) => number | null> = {
  mou: () => null,
  agreement: ({ thresholdAgreement }) => thresholdAgreement,
  treaty: ({ thresholdTreaty }) => thresholdTreaty,
};

/** Price = b + max(0, threshold − A); an MoU is not ratified. */
function fullPrice(version: InstrumentVersion, acceptability: Acceptability, threshold: number | null): Part[] {
  if (threshold === null) return [];
  return [{ name: 'bindingness', value: bindingness(version) }, { name: 'shortfall', value: Math.max(0, threshold - acceptability.value) }];
}

const total = (parts: readonly Part[]) => parts.reduce((sum, { value }) => sum + value, 0);

/** What ratifying the version costs; an amendment costs what it adds to the price of the text it replaces (ruling 48). */
export function ratificationOf(version: InstrumentVersion, replaced: InstrumentVersion | null, standing: Standing, seat: SeatId, parameters: Parameters): Ratification {
  const threshold = THRESHOLDS[version.kind](parameters);
  const acceptability = acceptabilityOf(standing, version.clauses, seat);
  const parts = fullPrice(version, acceptability, threshold);
  if (replaced) {
    const before = total(fullPrice(replaced, acceptabilityOf(standing, replaced.clauses, seat), THRESHOLDS[replaced.kind](parameters)));
    if (before > 0 && parts.length > 0) parts.push({ name: 'replaced', value: -Math.min(before, total(parts)) });
  }
  return { price: total(parts), parts, acceptability, threshold };
}

/** As the seat itself reckons it, from what it sees. A draft that is not on the table yet has its text and parties alone. */
export function ratificationInSight(see: Sight, text: Text): Ratification {
  const seat = see.own.seat.id;
  const { publicOpinion, politicalCapital, sovereignty } = see.own.ministry;
  const grievances = text.parties.filter((party) => party !== seat).map((party) => see.public.pairs[pairOf(seat, party)]?.grievance ?? 0);
  return forText(text, { publicOpinion, politicalCapital, sovereignty, grievances }, seat, see.public.exercise.parameters);
}

/** The same from the state, for any party. */
export function ratificationInState(state: State, text: Text, seat: SeatId): Ratification {
  const { publicOpinion, politicalCapital, sovereignty } = state.seats[seat]!;
  const grievances = text.parties.filter((party) => party !== seat).map((party) => state.pairs[pairOf(seat, party)]?.grievance ?? 0);
  return forText(text, { publicOpinion, politicalCapital, sovereignty, grievances }, seat, state.parameters);
}

function forText(text: Text, standing: Standing, seat: SeatId, parameters: Parameters): Ratification {
  const version = latest(text);
  const replaced = bindingVersion(text);
  return ratificationOf(version, replaced === version ? null : replaced, standing, seat, parameters);
}
