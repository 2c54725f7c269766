// From a checked scenario, settings and a seed to the state in which people gather.
import type { CrisisId, OrganisationId, Phase, SeatId, ThreatId } from '../model/vocabulary.ts';
import { BOT_CHARACTERS, DOMAINS, PHASES, pairOf } from '../model/vocabulary.ts';
import type { Crisis, Ministry, Organisation, Settings, State } from '../model/state.ts';
import { inOrder } from '../rules/schedule.ts';
import { draw } from '../rules/random.ts';
import { accept, refuse } from '../rules/refusals.ts';
import type { Result } from '../rules/refusals.ts';
import { tableOf } from '../model/table.ts';
import type { Scenario, SeatDraft } from './schema.ts';

/** What exercise control may wish for; whatever is left out follows the scenario. */
export type Wishes = { [K in keyof Settings]?: Settings[K] extends Record<string, infer V> ? Record<string, V> : Settings[K] };

export function settingsFor(scenario: Scenario, wishes: Wishes): Result<Settings> {
  const turns = wishes.turns ?? scenario.turns;
  if (turns < 1 || turns > scenario.turns) return refuse('parameterInvalid', 'turns', { min: 1, max: scenario.turns });
  const seats = [...new Set(wishes.seats ?? Object.keys(scenario.seats))].sort();
  for (const seat of seats) if (!scenario.seats[seat]) return refuse('seatUnknown', 'seats', { seat });
  const missing = Object.entries(scenario.seats).find(([seat, draft]) => !draft.optional && !seats.includes(seat));
  if (missing) return refuse('parameterInvalid', 'seats', { missing: missing[0], min: 2, max: Object.keys(scenario.seats).length });
  const phases = Object.fromEntries(PHASES.map((phase) => [phase, wishes.phases?.[phase] ?? scenario.phases[phase]])) as Settings['phases'];
  const bots = Object.fromEntries(seats.map((seat, index) => [seat, wishes.bots?.[seat] ?? scenario.seats[seat]!.character ?? BOT_CHARACTERS[index % 2]!]));
  const clock = clockSettings(wishes, turns);
  if (!clock.ok) return clock;
  return accept({ turns, phases, seats, bots, advanceWhenReady: wishes.advanceWhenReady ?? true, namesShown: wishes.namesShown ?? true, ...(wishes.teams ? { teams: true } : {}), ...clock.value });
}

/** Phases in which people work: a course gives each of them a date in every turn. */
const DATED: readonly Phase[] = ['negotiation', 'orders'];

function clockSettings({ mode, zone, schedule, missingOrders, grace }: Wishes, turns: number): Result<Partial<Settings>> {
  const wished = { ...(missingOrders === undefined ? {} : { missingOrders }), ...(grace === undefined ? {} : { grace }) };
  if (mode !== 'course') return accept(wished);
  const dates = (schedule ?? []).filter(({ turn }) => turn <= turns);
  for (let turn = 1; turn <= turns; turn += 1) {
    for (const phase of DATED) if (!dates.some((date) => date.turn === turn && date.phase === phase)) return refuse('deadlineMissing', 'schedule', { turn, phase });
  }
  if (!inOrder(dates)) return refuse('deadlinesUnordered', 'schedule');
  return accept({ ...wished, mode, zone: zone ?? 'UTC', schedule: dates });
}

export function setup(scenario: Scenario, start: { id: string; seed: string; settings: Settings }): State {
  const { id, seed, settings } = start;
  const seatIds = [...settings.seats].sort();
  const bySeat = <T>(make: (seat: SeatId) => T) => Object.fromEntries(seatIds.map((seat) => [seat, make(seat)]));
  const state: State = {
    scenario, id, seed, settings, seatIds,
    parameters: { ...scenario.parameters },
    status: 'lobby', turn: 0, phase: 'briefing',
    clock: { deadline: null, remaining: null, reason: null, until: null, awaited: null },
    schedule: (settings.schedule ?? []).map((deadline) => ({ ...deadline, moves: 0 })), clockActs: [],
    practice: { before: null, from: 0, past: [] }, ready: [], seating: {}, left: {}, briefsRead: {}, team: {}, deputies: {}, teamDrafts: {}, bots: { ...settings.bots },
    seats: bySeat((seat) => ministry(scenario, seat)),
    trust: bySeat((from) => Object.fromEntries(seatIds.filter((to) => to !== from).map((to) => [to, trustAtStart(scenario, from, to)]))),
    pairs: {},
    crises: Object.fromEntries(Object.keys(scenario.crises).map((crisis) => [crisis, crisisAtStart(scenario, crisis)])),
    threats: Object.fromEntries(Object.entries(truthsOf(scenario, seed)).map(([threat, truth]) => [threat, { id: threat, truth, struck: [], nextHalved: false, defenders: [] }])),
    beliefs: bySeat((seat) => beliefsAtStart(scenario, scenario.seats[seat]!)),
    reports: bySeat(() => ({})), reportTruths: tableOf(), deceptions: {}, illicitShares: [], incidents: [], disputes: {}, pledges: {},
    instruments: {}, findings: [], inspections: {}, loans: [], invitations: {},
    sheets: bySeat(() => ({ orders: [], outcomes: tableOf() })), standing: {},
    messages: [], notices: [], injects: [], decisions: [], dueInjects: [], skippedInjects: [], heard: {}, evidence: [], observations: {}, headlines: {}, overrides: [], heldInjects: [], injectChanges: {}, writtenInjects: [], controlActs: [], matrix: {}, announced: {}, excused: {},
    organisations: Object.fromEntries(Object.keys(scenario.organisations).map((one) => [one, organisationAtStart(scenario, one, seatIds)])), motions: {}, hostGrants: [],
    unlocked: scenario.unlock.length > 0 ? { actions: [], clauses: [] } : null,
    attributions: [], warnings: {}, redLines: bySeat(() => []), compromised: bySeat(() => 0), harm: bySeat(() => 0),
    highestRung: 0,
    turnStart: { trust: {}, publicOpinion: {}, tally: {}, held: {} },
    snapshots: [], deeds: [], tally: tableOf(), pressures: [], shares: [], lastChanges: [], scores: null, counters: tableOf(), seq: 0,
  };
  for (const [index, a] of seatIds.entries()) for (const b of seatIds.slice(index + 1)) state.pairs[pairOf(a, b)] = pairAtStart(scenario, a, b);
  return state;
}

/** The hidden truth of every threat that this seed draws. */
export function truthsOf(scenario: Scenario, seed: string): Record<ThreatId, string> {
  return Object.fromEntries(Object.keys(scenario.threats).map((threat) => [threat, truthOf(scenario, seed, threat)]));
}

/** The hidden truth: a weighted draw per threat (ruling 4: weights draw the truth only). */
function truthOf(scenario: Scenario, seed: string, threat: ThreatId): string {
  const hypotheses = Object.entries(scenario.threats[threat]!.hypotheses);
  const total = hypotheses.reduce((sum, [, hypothesis]) => sum + hypothesis.weight, 0);
  let left = Math.floor((draw(seed, 0, `threat.truth/${threat}`) * total) / 10_000);
  for (const [id, hypothesis] of hypotheses) if ((left -= hypothesis.weight) < 0) return id;
  return hypotheses[hypotheses.length - 1]![0];
}

function ministry(scenario: Scenario, seat: SeatId): Ministry {
  const draft = scenario.seats[seat]!;
  const isr = draft.capability.ISR;
  const letter = isr >= 70 ? 'A' : isr >= 50 ? 'B' : isr >= 35 ? 'C' : 'D';
  const sources = draft.sources?.map((source) => ({ ...source, burned: false }))
    ?? Object.keys(scenario.threats).map((threat, index) => ({ id: `${seat}-${index + 1}`, threat, reliability: letter, burned: false }) as const);
  return {
    budget: draft.budget, income: draft.income, readiness: draft.readiness,
    capability: Object.fromEntries(DOMAINS.map((domain) => [domain, draft.capability[domain] ?? 0])) as Ministry['capability'],
    politicalCapital: draft.politicalCapital, publicOpinion: draft.publicOpinion, sovereignty: draft.sovereignty, risk: draft.risk,
    security: draft.security, civilMilitary: draft.civilMilitary, ai: 0,
    exposure: Object.fromEntries(Object.keys(scenario.crises).map((crisis) => [crisis, draft.exposure[crisis] ?? 0])),
    sources, extraPackages: {}, pointsSpent: 0, actsThisTurn: tableOf(),
  };
}

function organisationsOf(scenario: Scenario, a: SeatId, b: SeatId) {
  return Object.values(scenario.organisations).filter((organisation) => organisation.members.includes(a) && organisation.members.includes(b));
}

function relation(scenario: Scenario, a: SeatId, b: SeatId) {
  return scenario.relations.find(({ between }) => between.includes(a) && between.includes(b));
}

/** Defaults of the model guide, section 8: 55 within an organisation, 40 otherwise. */
function trustAtStart(scenario: Scenario, from: SeatId, to: SeatId): number {
  return relation(scenario, from, to)?.trust?.[from] ?? (organisationsOf(scenario, from, to).length > 0 ? 55 : 40);
}

/** Defaults of the model guide, section 8: grievance 10; interoperability 60 in a standard-setting alliance, 40 in another organisation, 25 outside. */
function pairAtStart(scenario: Scenario, a: SeatId, b: SeatId) {
  const stated = relation(scenario, a, b);
  const shared = organisationsOf(scenario, a, b);
  const interoperability = shared.some(({ standard }) => standard >= 2) ? 60 : shared.length > 0 ? 40 : 25;
  return { grievance: stated?.grievance ?? 10, interoperability: stated?.interoperability ?? interoperability, channels: [...(stated?.channels ?? [])] };
}

function crisisAtStart(scenario: Scenario, id: CrisisId): Crisis {
  const draft = scenario.crises[id]!;
  return {
    id, open: false, openedTurn: 0, closedTurn: null, severity: draft.severity, rung: draft.rung, drift: draft.drift,
    demand: Object.fromEntries(DOMAINS.map((domain) => [domain, 0])) as Crisis['demand'], coverage: 0,
    pressureCarry: 0, history: [], deployments: {}, hosts: [...draft.hostConsent], incident: null, shields: {},
  };
}

function organisationAtStart(scenario: Scenario, id: OrganisationId, seatIds: readonly SeatId[]): Organisation {
  const { members, observers, partners, standard, fund } = scenario.organisations[id]!;
  const inPlay = (seats: readonly SeatId[]) => seats.filter((seat) => seatIds.includes(seat)).sort();
  return {
    id, members: inPlay(members), observers: inPlay(observers), partners: inPlay(partners), standard, fund,
    levies: [], mandates: [], norms: [], sanctioned: [], expelled: [], standingForce: null, forum: null,
  };
}

function beliefsAtStart(scenario: Scenario, draft: SeatDraft) {
  return Object.fromEntries(Object.entries(scenario.threats).map(([threat, { hypotheses }]) =>
    [threat, Object.fromEntries(Object.keys(hypotheses).map((hypothesis) => [hypothesis, draft.beliefs[threat]?.[hypothesis] ?? 0]))]));
}
