// What a bot does about agreements: tables templates, trims drafts, signs and ratifies, protests and suspends.
import type { Clause } from '../model/state.ts';
import type { InstrumentKind, SeatId } from '../model/vocabulary.ts';
import { INSTRUMENT_STATUSES } from '../model/vocabulary.ts';
import { burdensOf, intrusivenessOf, ratificationInSight } from '../rules/instruments/acceptability.ts';
import { bindingVersion, clausesInForce, isPending, latest, unwrapped } from '../rules/instruments/binding.ts';
import { groundFor } from '../rules/instruments/lifecycle.ts';
import { lockedUntil } from '../rules/legality.ts';
import { perSight } from '../view/look.ts';
import type { InstrumentView, Sight } from '../view/view.ts';
import type { Agenda, Wish } from './agenda.ts';
import { others, proposed, recentlyMissed, suspects } from './outlook.ts';

/** Intrusiveness of one clause that a ministry jealous of its sovereignty does not bear. */
const INTRUSIVE = 3;
const JEALOUS = 6;

/** Texts that wait for this seat's signature or ratification, in order of id. */
const pendingTexts = perSight((see): InstrumentView[] => Object.values(see.own.instruments).filter(isPending).sort((a, b) => (a.id < b.id ? -1 : 1)));
const pending = (see: Sight) => pendingTexts(see);

/** Would it pass at home without buying support, and ask for nothing that a jealous ministry refuses? */
export function acceptable(see: Sight, text: InstrumentView): boolean {
  const { acceptability, threshold } = ratificationInSight(see, text);
  const self = see.own.seat.id;
  const bearable = see.own.ministry.sovereignty < JEALOUS || burdensOf(latest(text).clauses, self).every(({ intrusiveness }) => intrusiveness < INTRUSIVE);
  return bearable && (threshold === null || acceptability.value >= threshold);
}

/** Signs what suits the character; ratifies one text at a time, for each changes the price of the next. */
export function sign(see: Sight, agenda: Agenda, suits: (text: InstrumentView) => boolean): void {
  const self = see.own.seat.id;
  for (const text of pending(see)) {
    const { version } = latest(text);
    if (text.signatures[self] !== version && suits(text)) agenda.act({ action: 'SIGN', params: { instrument: text.id, version } });
  }
  pending(see).some((text) => {
    const { version, kind } = latest(text);
    return kind !== 'mou' && text.signatures[self] === version && agenda.act({ action: 'RATIFY', params: { instrument: text.id } });
  });
}

/** Offers, once per text, a version without the clauses that cost this seat a say of its own and count for it. */
export function trim(see: Sight, agenda: Agenda, counts: (clause: Clause) => boolean): void {
  const self = see.own.seat.id;
  for (const text of pending(see)) {
    if (text.status !== 'tabled' || text.versions.some(({ by }) => by === self)) continue;
    const { version, title, kind, clauses } = latest(text);
    const burdens = burdensOf(clauses, self);
    const light = clauses.filter((clause, index) => burdens[index]!.intrusiveness <= 0 || !counts(unwrapped(clause)));
    if (light.length === clauses.length || !light.some((clause) => clause.kind !== 'TERM')) continue;
    agenda.act({ action: 'AMEND', params: { instrument: text.id, version, title, kind, clauses: light } });
  }
}

/** Clauses that those need most who trust each other least. */
const CONFIDENCE: ReadonlySet<string> = new Set(['HOTLINE', 'NOTIFY', 'INCIDENT_PROC', 'LIMIT', 'INSPECT', 'NORM', 'DISPUTE', 'TERM']);

/** What a character likes to table. */
export interface Taste {
  /** With whom it works. */
  partner(seat: SeatId): boolean;
  /** With whom it tables texts made of nothing but what builds confidence. Left out: with its partners. */
  rival?(seat: SeatId): boolean;
  /** Left out: every kind. */
  only?: InstrumentKind;
  /** Clauses that make a text dearer to it than others. */
  likes: readonly string[];
}

/**
 * Tables a template, one a turn, when nothing else waits for an answer: the first that suits its parties, is of a kind that will do,
 * is acceptable at home and was not tried before. What it has tabled least often comes first, then what it likes or a quarrel calls for, then the
 * order of the scenario.
 */
export function table(see: Sight, agenda: Agenda, { partner, rival = partner, only, likes }: Taste): void {
  const self = see.own.seat.id;
  const mine = Object.values(see.own.instruments).filter(({ tabledBy }) => tabledBy === self);
  if (mine.some(({ tabledTurn }) => tabledTurn === see.public.exercise.turn) || pending(see).length > 0 || !agenda.could('TABLE')) return;
  const quarrels = quarrelsOf(see);
  const rank = ({ title, clauses }: { title: string; clauses: readonly { kind: string }[] }) => 2 * mine.filter(({ versions }) => versions[0]!.title === title).length + (clauses.some((one) => likes.includes(one.kind) || quarrels[one.kind]?.length) ? 0 : 1);
  const drafts = Object.values(see.public.templates).filter(({ kind, clauses }) => (!only || kind === only) && clauses.every((one) => lockedUntil(see, 'clauses', one.kind) === null));
  for (const { id, title, kind, clauses } of drafts.sort((a, b) => rank(a) - rank(b))) {
    const named = namedSeats(see, clauses);
    // Two whom a text names make it between them; with one whom it names, anybody may.
    if (named.length > 1 && !named.includes(self)) continue;
    const wary = clauses.every((one) => CONFIDENCE.has(one.kind));
    const seats = wary ? [...new Set([...clauses.flatMap((one) => quarrels[one.kind] ?? []), ...byTrust(see).toReversed()])] : byTrust(see);
    const circles = named.length > 1 || (named.length === 1 && named[0] !== self) ? [named.filter((seat) => seat !== self)] : seats.map((seat) => [seat]);
    for (const parties of circles) {
      if (!parties.every(wary ? rival : partner) || tried(see, title, parties) || covered(see, clauses, parties)) continue;
      const text: InstrumentView = { ...BLANK, id, title, kind, parties: [self, ...parties].sort(), tabledBy: self, versions: [{ version: 1, by: self, turn: see.public.exercise.turn, title, kind, clauses }] };
      if (acceptable(see, text) && agenda.act({ action: 'TABLE', params: { title, kind, parties, classification: 'R', clauses } })) return;
    }
  }
}

/** With whom something has happened that a clause is made for: an incident, or a suspicion. */
function quarrelsOf(see: Sight): Readonly<Record<string, readonly SeatId[]>> {
  const self = see.own.seat.id;
  const collided = Object.values(see.public.crises).flatMap(({ incident }) => (incident?.parties.includes(self) ? incident.parties.filter((seat) => seat !== self) : []));
  return { INCIDENT_PROC: collided, INSPECT: suspects(see) };
}

const BLANK = {
  classification: 'R', status: INSTRUMENT_STATUSES[0], signatures: {}, ratified: [], binding: null, inForceSince: null, entersTurn: null, tabledTurn: 0, suspendedBy: null, withdrawals: {},
} as const satisfies Partial<InstrumentView> as unknown as Omit<InstrumentView, 'id' | 'title' | 'kind' | 'parties' | 'tabledBy' | 'versions'>;

/** Seats that the clauses name, or whose region they do. */
function namedSeats(see: Sight, clauses: readonly { params: Record<string, unknown> }[]): SeatId[] {
  const values = clauses.flatMap(({ params }) => Object.values(params).flat());
  return see.public.exercise.seats.filter((seat) => values.includes(seat) || values.includes(see.public.seats[seat]!.region));
}

const byTrust = perSight((see): readonly SeatId[] => [...others(see)].sort((a, b) => see.own.relations[b]!.trust - see.own.relations[a]!.trust));

/** Is everything that the text would promise promised among them already? */
function covered(see: Sight, clauses: readonly { kind: string }[], parties: readonly SeatId[]): boolean {
  const held = clausesInForce(see.own.instruments).filter((clause) => parties.every((seat) => clause.parties.includes(seat)));
  return clauses.every(({ kind }) => kind === 'TERM' || held.some((clause) => clause.kind === kind));
}

/** Was a text of this title between the same parties on the table before, whatever became of it? */
function tried(see: Sight, title: string, parties: readonly SeatId[]): boolean {
  const all = [...parties, see.own.seat.id].sort().join();
  return Object.values(see.own.instruments).some((text) => latest(text).title === title && [...text.parties].sort().join() === all);
}

/** A protest to each party that missed a duty last turn; an instrument that one party keeps breaking is suspended, until it has been kept again. */
export function insist(see: Sight, agenda: Agenda): void {
  const self = see.own.seat.id;
  const { turn } = see.public.exercise;
  const findings = Object.values(see.own.findings);
  for (const seat of others(see)) {
    if (recentlyMissed(see, seat) > 0 && (see.own.effort.actsThisTurn.DEMARCHE ?? 0) === 0) agenda.act({ action: 'DEMARCHE', params: { partner: seat, public: false } });
  }
  for (const text of Object.values(see.own.instruments).sort((a, b) => (a.id < b.id ? -1 : 1))) {
    const misses = findings.filter(({ instrument, seat, result, visible }) => instrument === text.id && seat !== self && result === 'missed' && visible);
    const turns = new Set(misses.map((finding) => finding.turn));
    if (text.status === 'inForce' && turns.size >= 2 && groundFor(findings, text.id, self, turn)) agenda.act({ action: 'SUSPEND', params: { instrument: text.id, lift: false } });
    if (text.status === 'suspended' && text.suspendedBy === self && misses.length === 0) agenda.act({ action: 'SUSPEND', params: { instrument: text.id, lift: true } });
  }
}

/** Verification in every third turn, where a clause allows it or as a favour: the partner trusted least is looked at first. */
export function inspections(see: Sight, asFavour = true): Wish[] {
  const self = see.own.seat.id;
  // At home if the clause says so, else where nobody is at home.
  const homes = new Set(Object.values(see.public.seats).map(({ region }) => region));
  const admitting = clausesInForce<{ regions: string[] }>(see.own.instruments, 'INSPECT').flatMap(({ parties, params: { regions } }) =>
    parties.filter((seat) => seat !== self).flatMap((seat) => {
      const region = regions.find((one) => one === see.public.seats[seat]?.region) ?? regions.find((one) => !homes.has(one));
      return region === undefined ? [] : [{ seat, region }];
    }));
  // Where no clause allows it, it is asked for as a favour of those who promised to guard what they hear.
  const guarding = clausesInForce(see.own.instruments, 'INFOSEC').flatMap(({ parties }) => parties.filter((seat) => seat !== self).map((seat) => ({ seat, region: see.public.seats[seat]!.region })));
  const asked = proposed(see, 'INSPECT');
  const candidates = see.public.exercise.turn % 3 !== 0 ? [] : admitting.length > 0 || !asFavour ? admitting : guarding;
  const first = candidates.sort((a, b) => see.own.relations[a.seat]!.trust - see.own.relations[b.seat]!.trust || (a.seat < b.seat ? -1 : 1))[0];
  return asked || !first ? [] : [{ action: 'INSPECT', params: { partner: first.seat, region: first.region } }];
}

/** Leaves what binds it more than it can bear, with notice. */
export function leave(see: Sight, agenda: Agenda, most: number): void {
  const self = see.own.seat.id;
  for (const text of Object.values(see.own.instruments).sort((a, b) => (a.id < b.id ? -1 : 1))) {
    const bound = bindingVersion(text);
    if (text.status === 'inForce' && bound && text.withdrawals[self] === undefined && intrusivenessOf(bound.clauses, self) > most) agenda.act({ action: 'WITHDRAW', params: { instrument: text.id, atOnce: false } });
  }
}

/** Sum of what those clauses of a text that count ask of this seat. */
export function burden(see: Sight, text: InstrumentView, counts: (clause: Clause) => boolean): number {
  return intrusivenessOf(latest(text).clauses.filter((clause) => counts(unwrapped(clause))), see.own.seat.id);
}
