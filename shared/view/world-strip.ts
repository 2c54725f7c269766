// A whole exercise in a handful of figures, for exercise control alone: crises, agreements, leaks, and how duties are kept.
import type { Instrument, State } from '../model/state.ts';
import type { BySeat, CrisisId, InstrumentId, InstrumentStatus, SeatId } from '../model/vocabulary.ts';
import { latest } from '../rules/instruments/binding.ts';
import { obligationsOf } from '../rules/instruments/obligations.ts';

export interface WorldStrip {
  /** Open ones, gravest first. `change`: against the end of the turn before the last that was resolved. */
  crises: { id: CrisisId; number: number; name: string; openedTurn: number; severity: number; rung: number; change: { severity: number; rung: number } }[];
  /** Texts in force, suspended, and on the table, latest first. */
  agreements: Record<'inForce' | 'suspended' | 'draft', { id: InstrumentId; title: string; parties: SeatId[]; status: InstrumentStatus }[]>;
  /** So far, and in this turn; by the seat whose reports they were. */
  leaks: { total: number; thisTurn: number; by: BySeat<number> };
  /** Duties that fall due this turn, and breaches found at the latest resolution, those that nobody has noticed among them. */
  compliance: {
    due: number;
    kept: number;
    /** Seats with a duty due this turn that is not done yet. */
    open: SeatId[];
    /** Turn of the latest resolution; 0 before the first. */
    judgedTurn: number;
    breaches: { id: string; seat: SeatId; kind: string; instrument: InstrumentId; title: string; noticed: boolean }[];
  };
}

const STANDING: Partial<Record<InstrumentStatus, keyof WorldStrip['agreements']>> = { tabled: 'draft', signed: 'draft', inForce: 'inForce', suspended: 'suspended' };

export function worldStrip(state: State): WorldStrip {
  return { crises: crisesOf(state), agreements: agreementsOf(state), leaks: leaksOf(state), compliance: complianceOf(state) };
}

function crisesOf(state: State): WorldStrip['crises'] {
  // Numbered as everybody counts them: in the order of the scenario, open or closed.
  return Object.values(state.crises).filter(({ openedTurn }) => openedTurn > 0)
    .map(({ id, open, openedTurn, severity, rung, history }, index) => {
      const before = history.at(-2) ?? history.at(-1) ?? { severity, rung };
      return { open, id, number: index + 1, name: state.scenario.crises[id]!.name, openedTurn, severity, rung, change: { severity: severity - before.severity, rung: rung - before.rung } };
    })
    .filter(({ open }) => open)
    .map(({ open: _open, ...crisis }) => crisis)
    .sort((a, b) => b.severity - a.severity || a.number - b.number);
}

function agreementsOf(state: State): WorldStrip['agreements'] {
  const agreements: WorldStrip['agreements'] = { inForce: [], suspended: [], draft: [] };
  for (const held of Object.values(state.instruments)) {
    const kind = STANDING[held.status];
    if (kind) agreements[kind].unshift({ id: held.id, title: titleOf(held), parties: held.parties, status: held.status });
  }
  return agreements;
}

const titleOf = (held: Instrument): string => latest(held).title;

/** As the tally of what happened names it. */
const LEAK = 'leakOccurred';

function leaksOf({ tally, turnStart, seatIds }: State): WorldStrip['leaks'] {
  const count = (key: string) => tally[key] ?? 0;
  const total = count(LEAK);
  return { total, thisTurn: total - (turnStart.tally[LEAK] ?? 0), by: Object.fromEntries(seatIds.map((seat) => [seat, count(`${LEAK}/${seat}`)]).filter(([, leaked]) => leaked !== 0)) };
}

function complianceOf(state: State): WorldStrip['compliance'] {
  const duties = state.seatIds.flatMap((seat) => obligationsOf(state, seat).filter(({ dueTurn }) => dueTurn === state.turn).map(({ done }) => ({ seat, done })));
  const judgedTurn = state.phase === 'resolution' || state.phase === 'review' ? state.turn : Math.max(0, state.turn - 1);
  return {
    due: duties.length,
    kept: duties.filter(({ done }) => done).length,
    open: state.seatIds.filter((seat) => duties.some((duty) => duty.seat === seat && !duty.done)),
    judgedTurn,
    breaches: state.findings.filter(({ turn, result }) => turn === judgedTurn && result === 'missed').map(({ id, seat, kind, instrument, visible }) =>
      ({ id, seat, kind, instrument, title: titleOf(state.instruments[instrument]!), noticed: visible })),
  };
}
