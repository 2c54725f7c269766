// States for tests of the rules: the four seats of the model guide's worked turn (section 9), on its second turn, ready to be bent.
import { apply } from '../../shared/rules/apply.ts';
import { ACTIONS } from '../../shared/rules/actions/catalogue.ts';
import type { Clause, Instrument, Report, State } from '../../shared/model/state.ts';
import type { Change } from '../../shared/model/change.ts';
import type { Event, NewEvent } from '../../shared/model/events.ts';
import type { Domain, InstrumentKind, Marking, Reliability, SeatId } from '../../shared/model/vocabulary.ts';
import { DOMAINS, pairOf } from '../../shared/model/vocabulary.ts';
import type { Refusal } from '../../shared/rules/refusals.ts';
import { StepDesk } from '../../shared/rules/steps/desk.ts';
import { scenarioSchema } from '../../shared/scenario/schema.ts';
import type { Scenario } from '../../shared/scenario/schema.ts';
import { settingsFor, setup } from '../../shared/scenario/setup.ts';
import { seatSight } from '../../shared/view/view-for.ts';

interface Row {
  income: number;
  budget: number;
  readiness: number;
  opinion: number;
  capital: number;
  security: number;
  fusion: number;
  exposure: number;
  sea: number;
  isr: number;
  cyber: number;
  source: { id: string; reliability: Reliability } | null;
  beliefs: [number, number, number];
}

const ROWS: Record<SeatId, Row> = {
  ARD: { income: 24, budget: 4, readiness: 62, opinion: 52, capital: 40, security: 65, fusion: 1, exposure: 60, sea: 65, isr: 55, cyber: 50, source: { id: 'A1', reliability: 'B' }, beliefs: [34, 0, 0] },
  BEL: { income: 18, budget: 3, readiness: 58, opinion: 48, capital: 35, security: 60, fusion: 1, exposure: 70, sea: 50, isr: 60, cyber: 60, source: { id: 'B1', reliability: 'A' }, beliefs: [0, 46, 0] },
  COR: { income: 16, budget: 5, readiness: 60, opinion: 50, capital: 38, security: 45, fusion: 0, exposure: 40, sea: 55, isr: 45, cyber: 55, source: { id: 'C1', reliability: 'C' }, beliefs: [0, 0, 0] },
  DRA: { income: 20, budget: 6, readiness: 60, opinion: 50, capital: 40, security: 60, fusion: 0, exposure: 50, sea: 60, isr: 50, cyber: 45, source: null, beliefs: [0, 0, 0] },
};

/** Trust of the first in each of the others. */
const TRUST: Record<SeatId, Record<SeatId, number>> = {
  ARD: { BEL: 60, COR: 50, DRA: 35 }, BEL: { ARD: 64, COR: 45, DRA: 20 }, COR: { ARD: 55, BEL: 45, DRA: 45 }, DRA: { ARD: 30, BEL: 20, COR: 40 },
};
const GRIEVANCE: Record<string, number> = { 'ARD-BEL': 10, 'ARD-COR': 10, 'BEL-COR': 20, 'ARD-DRA': 40, 'BEL-DRA': 60, 'COR-DRA': 10 };
const INTEROPERABILITY: Record<string, number> = { 'ARD-BEL': 60, 'ARD-COR': 45, 'BEL-COR': 40 };

function seatDraft(code: SeatId, row: Row) {
  const capability: Partial<Record<Domain, number>> = { SEA: row.sea, ISR: row.isr, CYB: row.cyber };
  return {
    name: code, ministry: `Ministry of Defence of ${code}`, region: code.toLowerCase(), affiliation: 'coast',
    income: row.income, budget: row.budget, readiness: row.readiness, publicOpinion: row.opinion, politicalCapital: row.capital,
    sovereignty: 6, risk: 5, security: row.security, civilMilitary: row.fusion,
    capability: Object.fromEntries(DOMAINS.map((domain) => [domain, capability[domain] ?? 50])),
    exposure: { C1: row.exposure },
    sources: row.source ? [{ ...row.source, threat: 'cables' }] : [],
    brief: { public: 'Public brief.', secret: 'Secret brief.' }, goals: ['One goal.', 'Another goal.', 'A third goal.'], firstStep: { text: 'Read your brief.', opens: 'brief' },
    objectives: [{ code: 'RDY', weight: 100, text: 'Stay ready.' }],
    beliefs: { cables: { sab: row.beliefs[0], acc: row.beliefs[1], crim: row.beliefs[2] } },
  };
}

/** Scenario of the worked turn: one crisis C1, one threat, everything unlocked. */
export function workedScenario(organisations: Record<string, unknown> = {}): Scenario {
  const hypothesis = (name: string, cover: string, demand: Partial<Record<Domain, number>>) => ({ name, text: name, weight: 1, cover, demand });
  const codes = Object.keys(ROWS);
  const draft = scenarioSchema.parse({
    format: 1, id: 'worked', title: 'Worked turn', summary: 'The test vector.', situation: 'Cables fail.', date: 'Spring', turns: 6,
    phases: { briefing: 60, negotiation: 60, orders: 60, resolution: 60, review: 60 }, map: 'coast',
    learning: [{ id: 'vector', text: 'The rules add up.', tasks: ['Compute it.'] }],
    affiliations: { coast: { name: 'Coast' } },
    seats: Object.fromEntries(Object.entries(ROWS).map(([code, row]) => [code, seatDraft(code, row)])),
    relations: codes.flatMap((a) => codes.filter((b) => a < b).map((b) => ({
      between: [a, b], trust: { [a]: TRUST[a]![b]!, [b]: TRUST[b]![a]! }, grievance: GRIEVANCE[pairOf(a, b)]!, interoperability: INTEROPERABILITY[pairOf(a, b)] ?? 20,
    }))),
    threats: { cables: { name: 'Cables', denial: 10, hypotheses: {
      sab: { ...hypothesis('Sabotage', 'acc', { SEA: 16, ISR: 12, CYB: 8 }), weight: 100, sponsor: 'DRA' },
      acc: hypothesis('Accident', 'crim', { SEA: 8 }),
      crim: hypothesis('Crime', 'acc', { CYB: 8 }),
    } } },
    crises: { C1: { name: 'Cables cut', summary: 'Cables cut.', region: 'sound', threat: 'cables', severity: 50, rung: 3, drift: 9 } },
    organisations, debrief: ['What did you learn?'],
  });
  const regions = Object.fromEntries([...codes.map((code) => code.toLowerCase()), 'sound'].map((id) => [id, { name: id, kind: id === 'sound' ? 'water' as const : 'country' as const }]));
  const adjacency = Object.fromEntries(Object.keys(regions).map((id) => [id, id === 'sound' ? codes.map((code) => code.toLowerCase()) : ['sound']]));
  return { ...draft, regions, adjacency } as unknown as Scenario;
}

/** The worked turn at the start of its Negotiation; `bend` changes what a test is about. */
export function build(bend: (state: State) => void = () => {}, organisations: Record<string, unknown> = {}): State {
  const scenario = workedScenario(organisations);
  const settings = settingsFor(scenario, {});
  if (!settings.ok) throw new Error(settings.refusal.code);
  const state = setup(scenario, { id: 'exercise', seed: 'TV-1', settings: settings.value });
  Object.assign(state, { status: 'running', turn: 2, phase: 'negotiation' });
  state.threats.cables!.truth = 'sab';
  Object.assign(state.crises.C1!, { open: true, openedTurn: 2, history: [{ turn: 1, severity: 50, rung: 3 }] });
  state.turnStart = {
    trust: structuredClone(state.trust),
    publicOpinion: Object.fromEntries(state.seatIds.map((seat) => [seat, state.seats[seat]!.publicOpinion])),
    tally: {},
    held: Object.fromEntries(state.seatIds.map((seat) => [seat, []])),
  };
  bend(state);
  return state;
}

/** An instrument in force since turn 1, unless said otherwise. */
export function instrument(id: string, clauses: Clause[], more: Partial<Instrument> & { kind?: InstrumentKind; title?: string } = {}): Instrument {
  const { kind = 'mou', title = 'Text', ...rest } = more;
  const parties = rest.parties ?? ['ARD', 'BEL', 'COR'];
  return {
    id, parties, tabledBy: 'ARD', classification: 'R', status: 'inForce',
    versions: [{ version: 1, by: 'ARD', turn: 1, title, kind, clauses }],
    signatures: Object.fromEntries(parties.map((party) => [party, 1])), ratifications: {},
    binding: 1, inForceSince: 1, entersTurn: null, tabledTurn: 1, suspendedBy: null, minParties: parties.length, invited: [], acceding: {}, active: {}, grounds: [], withdrawals: {}, endedTurn: null,
    ...rest,
  };
}

/** A draft on the table since this turn. */
export function draft(id: string, clauses: Clause[], more: Parameters<typeof instrument>[2] = {}): Instrument {
  return instrument(id, clauses, { status: 'tabled', signatures: {}, binding: null, inForceSince: null, tabledTurn: 2, ...more });
}

/** A report of one's own, as its originator holds it. */
export function ownReport(id: string, seat: SeatId, more: Partial<Report> = {}): Report {
  return {
    id, event: `${id}@1`, originator: seat, from: null, threat: 'cables', claim: 'sab', reliability: 'B', givenReliability: 'B', credibility: 3,
    marking: 'C' as Marking, releasable: [], originatorControlled: false, cleared: [], sanitised: false, turn: 1, evidence: 34, text: 'Report.', fabricated: false, sharedWith: [],
    ...more,
  };
}

/** Folds events into the state, as if they had been recorded this turn. */
export function fold(state: State, events: readonly NewEvent[]): void {
  for (const event of events) apply(state, { ...event, seq: state.seq + 1, at: 0, turn: state.turn, phase: state.phase, actor: 'test', command: null } as Event);
}

/** What a seat is told when it tries an immediate act; null: it may. */
export function refusalOf(state: State, seat: SeatId, action: string, params: Record<string, unknown>): Refusal | null {
  const entry = ACTIONS[action]!;
  return entry.refuse(seatSight(state, seat), entry.parameters.parse(params));
}

/** Carries out an immediate act that is not refused, and tells what it did. */
export function act(state: State, seat: SeatId, action: string, params: Record<string, unknown>): { events: NewEvent[]; changes: Change[] } {
  const refused = refusalOf(state, seat, action, params);
  if (refused) throw new Error(`${action} refused: ${refused.code}`);
  const entry = ACTIONS[action]!;
  const desk = new StepDesk(state);
  const done = entry.perform!(state, seat, entry.parameters.parse(params), seatSight(state, seat), {
    desk, newId: (kind) => desk.id(kind, seat, action, String(state.seq)),
    sealed: (texts) => ({ commitment: JSON.stringify(texts), private: { salt: '', texts } }),
  });
  const changes = desk.changes();
  const events = [...desk.events, ...done];
  fold(state, changes.length > 0 ? [{ type: 'numbersChanged', data: { step: 'act', changes }, audience: 'all' }, ...events] : events);
  return { events, changes };
}

/** Carries out one step and tells what it did. */
export function step(state: State, run: (desk: StepDesk) => void): { events: NewEvent[]; changes: Change[] } {
  const desk = new StepDesk(state);
  run(desk);
  const changes = desk.changes();
  fold(state, changes.length > 0 ? [{ type: 'numbersChanged', data: { step: 'test', changes }, audience: 'all' }, ...desk.events] : desk.events);
  return { events: desk.events, changes };
}

/** Differences by path. */
export function differences(changes: readonly Change[]): Record<string, number> {
  return Object.fromEntries(changes.map(({ path, before, after }) => [path, after - before]));
}
