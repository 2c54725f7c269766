// A draft under work: started from a template, an instrument or nothing, with open parameters filled as far as the parties allow.
import type { Clause } from '../../../shared/model/state.ts';
import type { InstrumentKind, Marking, SeatId } from '../../../shared/model/vocabulary.ts';
import { CLAUSES } from '../../../shared/rules/clauses/catalogue.ts';
import { latest } from '../../../shared/rules/instruments/binding.ts';
import type { InstrumentView, PublicView, Sight } from '../../../shared/view/view.ts';
import { fieldOf } from '../../../shared/rules/actions/action.ts';
import { startValues } from '../../actions/parameters.ts';
import { clauseTitle } from '../../clauses/prose.ts';
import { refusalText, t } from '../../locales/text.ts';
import type { Refusal } from '../../../shared/rules/refusals.ts';

export interface Draft {
  /** The instrument this text amends, and the version it starts from; null for a new one. */
  amends: { instrument: string; version: number } | null;
  title: string;
  kind: InstrumentKind;
  classification: Marking;
  /** Parties besides oneself. */
  parties: SeatId[];
  clauses: Clause[];
  /** Parties that are enough once the time to sign is over; 0: all. */
  minParties: number;
}

export function emptyDraft(title: string): Draft {
  return { amends: null, title, kind: 'mou', classification: 'R', parties: [], clauses: [], minParties: 0 };
}

/** Without parties to begin with, those whom the template names are proposed, or else the country that is trusted most. */
export function draftFromTemplate(template: PublicView['templates'][string], see: Sight, parties: SeatId[] = []): Draft {
  const draft: Draft = { amends: null, title: template.title, kind: template.kind, classification: 'R', parties: [], clauses: template.clauses, minParties: 0 };
  const named = namedIn(draft.clauses, see);
  return withParties(draft, parties.length > 0 ? parties : named.length > 0 ? named : mostTrusted(see), see);
}

/** Other seats in play that clauses name. */
function namedIn(clauses: readonly Clause[], see: Sight): SeatId[] {
  const named = new Set(clauses.flatMap((clause) => seatParameters(clause.kind).map((name) => clause.params[name])));
  return see.public.exercise.seats.filter((seat) => seat !== see.own.seat.id && named.has(seat));
}

function mostTrusted({ own: { relations } }: Sight): SeatId[] {
  const first = Object.values(relations).sort((a, b) => b.trust - a.trust || (a.seat < b.seat ? -1 : 1))[0];
  return first ? [first.seat] : [];
}

function seatParameters(kind: string): string[] {
  const shape = CLAUSES[kind]?.parameters.shape ?? {};
  return Object.keys(shape).filter((name) => fieldOf(shape[name]!)?.field === 'seat');
}

export function draftFromInstrument(instrument: InstrumentView, self: SeatId): Draft {
  const { version, title, kind, clauses } = latest(instrument);
  return { amends: { instrument: instrument.id, version }, title, kind, classification: instrument.classification, parties: instrument.parties.filter((party) => party !== self), clauses, minParties: 0 };
}

/** Seats that a clause names in turn: oneself first, then the other parties. */
function bind(clause: Clause, order: readonly SeatId[], see: Sight): Clause {
  const entry = CLAUSES[clause.kind];
  if (!entry) return clause;
  const params = { ...clause.params };
  const taken = new Set<SeatId>();
  const open: string[] = [];
  for (const name of seatParameters(clause.kind)) {
    const seat = params[name] as SeatId;
    if (order.includes(seat) && !taken.has(seat)) taken.add(seat);
    else open.push(name);
  }
  for (const name of open) {
    const free = order.find((seat) => !taken.has(seat));
    // Nobody left to name: the blank stays in the text until there is.
    params[name] = free;
    if (free !== undefined) taken.add(free);
  }
  return { kind: clause.kind, params: startValues(entry.parameters.shape, { sight: see, owner: clause.kind, seats: order }, params) };
}

/** The draft among these parties: clauses that name a seat are bound to one of them. */
export function withParties(draft: Draft, parties: SeatId[], see: Sight): Draft {
  const order = [see.own.seat.id, ...parties];
  return { ...draft, parties, minParties: draft.minParties < order.length ? draft.minParties : 0, clauses: draft.clauses.map((clause) => bind(clause, order, see)) };
}

export function addClause(draft: Draft, kind: string, see: Sight): Draft {
  return { ...draft, clauses: [...draft.clauses, bind({ kind, params: {} }, [see.own.seat.id, ...draft.parties], see)] };
}

export function setParameter(draft: Draft, index: number, name: string, value: unknown): Draft {
  return { ...draft, clauses: draft.clauses.map((clause, place) => (place === index ? { ...clause, params: { ...clause.params, [name]: value } } : clause)) };
}

/** What is wrong with a text, where the rules' own words need names that the screen knows. */
export function faultText(see: Sight, fault: Refusal): string {
  if (fault.code !== 'clausesContradict') return refusalText(fault);
  const { other, otherClause, instrument } = fault.params;
  const title = see.own.instruments[String(instrument)]?.title ?? 'none';
  return t('draft.contradicts', { other: clauseTitle(String(other)), article: Number(otherClause) + 1, title });
}

/** The action that puts the draft on the table, with its parameters. */
export function commandFor(draft: Draft): { action: 'TABLE' | 'AMEND'; params: Record<string, unknown> } {
  const { amends, title, kind, classification, parties, clauses, minParties } = draft;
  if (amends) return { action: 'AMEND', params: { instrument: amends.instrument, version: amends.version, title, kind, clauses } };
  return { action: 'TABLE', params: { title, kind, parties, classification, minParties, clauses } };
}
