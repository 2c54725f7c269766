// The duties of a seat under everything in force: what is due, when, and whether it is done already.
import type { Instrument, State } from '../../model/state.ts';
import type { SeatId } from '../../model/vocabulary.ts';
import { ingredient, perThing } from '../../view/keep.ts';
import type { ObligationView } from '../../view/view.ts';
import { textsOf } from '../concerned.ts';
import { CLAUSES } from '../clauses/catalogue.ts';
import type { CaveatParams } from '../clauses/caveat.ts';
import type { ClauseKind, DutyCase } from '../clauses/clause.ts';
import { JUDGED } from '../clauses/duties.ts';
import { clausesIn } from './binding.ts';
import { restrictionOf } from './restrictions.ts';
import type { Restriction } from './restrictions.ts';

type Duty = DutyCase<Record<string, unknown>>;

/** Those in force, by their ids. */
function inForce(texts: readonly Instrument[]): Instrument[] {
  return texts.filter(({ status, inForceSince }) => status === 'inForce' && inForceSince !== null).sort((a, b) => (a.id < b.id ? -1 : 1));
}

const inForceOn = ingredient((state, seat) => inForce(textsOf(state, seat)));

/** Its clauses in force that ask for something: many ask for nothing that could fall due or be missed. */
const clausesOf = perThing((instrument: Instrument) => {
  const clauses = clausesIn(instrument);
  return {
    asking: clauses.flatMap(({ kind: code, params, clause, since }) => {
      const kind = CLAUSES[code];
      return kind?.due || kind?.comply ? [{ id: `${instrument.id}/${clause}`, kind, params, clause, since }] : [];
    }),
    caveats: clauses.some(({ kind }) => kind === 'CAVEAT'),
  };
});

/** What is done this turn that duties are judged by. */
const judgedDeeds = ingredient((state) => state.deeds.filter(({ type }) => JUDGED.has(type)));

const NO_CAVEATS: readonly Restriction[] = [];

interface Case {
  /** Of the clause. */
  id: string;
  kind: ClauseKind;
  duty: Duty;
}

/** What a text asks of each of these parties of it, clause for clause, with what is needed to judge it. */
function casesUnder(state: State, instrument: Instrument, parties: readonly SeatId[]): Case[] {
  const cases: Case[] = [];
  const { asking, caveats } = clausesOf(instrument);
  const { turn } = state;
  for (const { id, kind, params, clause, since } of asking) {
    for (const seat of parties) {
      const duty = underCaveats(kind, { state, instrument, clause, params, seat, turn, since, caveats: caveats ? caveatsOn(instrument, kind.kind, seat) : NO_CAVEATS });
      if (duty) cases.push({ id, kind, duty });
    }
  }
  return cases;
}

/** Every clause in force on every party. */
export function dutyCases(state: State): Case[] {
  return inForce(Object.values(state.instruments)).flatMap((instrument) => casesUnder(state, instrument, [...instrument.parties].sort()));
}

/** What the text's caveats leave out of a party's duty under clauses of this kind. */
function caveatsOn(instrument: Instrument, kind: string, seat: SeatId): Restriction[] {
  return clausesIn<CaveatParams>(instrument, 'CAVEAT')
    .filter(({ params }) => params.party === seat && params.clause === kind)
    .map(({ params }) => restrictionOf(params.restriction));
}

/** The duty as its caveats leave it; null when nothing is left. */
function underCaveats(kind: ClauseKind, duty: Duty): Duty | null {
  let narrowed: Duty = duty;
  for (const restriction of duty.caveats) {
    const params = kind.narrow ? kind.narrow(narrowed, restriction) : narrowed.params;
    if (params === null) return null;
    narrowed = { ...narrowed, params };
  }
  return narrowed;
}

/** Duties that fall due within the exercise, soonest first (ruling 50: past its end nothing is due). */
export function obligationsOf(state: State, seat: SeatId): ObligationView[] {
  const events = judgedDeeds(state, '');
  const obligations: ObligationView[] = [];
  for (const instrument of inForceOn(state, seat)) {
    for (const { id, kind, duty } of casesUnder(state, instrument, [seat])) {
      const dueTurn = kind.due?.(duty) ?? null;
      if (dueTurn === null || dueTurn > state.settings.turns) continue;
      const done = kind.comply?.({ ...duty, events }) === 'met';
      obligations.push({ id, instrument: instrument.id, clause: duty.clause, kind: kind.kind, params: duty.params, dueTurn, done });
    }
  }
  return obligations.sort((a, b) => a.dueTurn - b.dueTurn);
}
