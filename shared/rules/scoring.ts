// How an exercise is scored: objectives, common order, judgement, red lines, shared failure (model guide, sections 1 and 6; rulings, section I).
import { clamp, linear, round } from '../model/arithmetic.ts';
import { shares } from '../model/belief.ts';
import type { Score, State } from '../model/state.ts';
import type { SeatId } from '../model/vocabulary.ts';
import type { Objective, ObjectiveCode } from '../scenario/schema.ts';
import { intrusivenessInForce } from './instruments/acceptability.ts';
import { adherentsKnownTo, normsOn } from './instruments/norms.ts';

const FULL = 10_000;

type Measure = (state: State, seat: SeatId, objective: Objective) => number;

const total = (numbers: Iterable<number>) => [...numbers].reduce((sum, one) => sum + one, 0);

/** Value ×100 (0-10,000) of each objective code. */
const MEASURES: Record<ObjectiveCode, Measure> = {
  SAFE(state, seat) {
    const exposure = total(Object.values(state.crises).filter(({ openedTurn }) => openedTurn > 0).map(({ id }) => state.seats[seat]!.exposure[id] ?? 0));
    const turns = Math.max(1, state.snapshots.length);
    return exposure === 0 ? FULL : clamp(FULL - round(100_000 * state.harm[seat]!, exposure * turns), 0, FULL);
  },
  RDY: (state, seat) => linear(state.seats[seat]!.readiness, state.scenario.seats[seat]!.readiness - 40, state.scenario.seats[seat]!.readiness + 20),
  MOD(state, seat, { domain }) {
    const start = state.scenario.seats[seat]!.capability;
    const now = state.seats[seat]!.capability;
    if (domain) return linear(now[domain] - (start[domain] ?? 0), 0, 12);
    return linear(total(Object.values(now)) - total(Object.values(start)), 0, 2 * state.scenario.seats[seat]!.income);
  },
  FIS: (state, seat) => linear(state.seats[seat]!.budget, 0, state.scenario.seats[seat]!.income),
  PART(state, seat) {
    const others = state.seatIds.filter((other) => other !== seat);
    return clamp(round(FULL * total(others.map((other) => state.trust[other]![seat]!)), 70 * others.length), 0, FULL);
  },
  TIES: (state, seat, { seat: other }) => linear(state.trust[other!]?.[seat] ?? 0, 30, 70),
  LEAD: (state, seat) => linear(Object.values(state.instruments).filter(({ status, tabledBy }) => status === 'inForce' && tabledBy === seat).length
    + Object.values(state.motions).filter(({ status, by }) => status === 'adopted' && by === seat).length, 0, 3),
  AUT: (state, seat) => linear(intrusivenessInForce(state.instruments, seat), 10, 2),
  DETER: (state) => linear(state.highestRung, 8, 3),
  TRUTH(state, seat) {
    const open = Object.values(state.threats).filter(({ id }) => Object.keys(state.scenario.threats[id]!.hypotheses).length >= 2);
    if (open.length === 0) return FULL;
    const known = total(open.map(({ id, truth }) => shares(state.beliefs[seat]![id]!)[truth]!));
    return clamp(round(FULL * (known - 40 * open.length), 50 * open.length), 0, FULL);
  },
  SECR: (state, seat) => linear(state.compromised[seat]!, 3, 0),
  NORMS(state, seat) {
    const adherents = normsOn(state, seat).map((act) => adherentsKnownTo(state, act, seat).length);
    return linear(Math.max(0, ...adherents), 1, state.seatIds.length);
  },
  S(state, _seat, { crisis }) {
    const held = state.crises[crisis!];
    return !held || held.openedTurn === 0 ? FULL : linear(held.severity, 60, 20);
  },
};

/** What the objective is about, where it is about something. */
export function subjectOf({ domain, seat, crisis }: Objective): string | null {
  return domain ?? seat ?? crisis ?? null;
}

export function objectiveValue(state: State, seat: SeatId, objective: Objective): number {
  return MEASURES[objective.code](state, seat, objective);
}

/** O ×100: 100 − mean severity over crises and turns − 3·max(0, Emax − 3) (ruling 78). */
function order(state: State): number {
  const severities = Object.values(state.crises).flatMap(({ history, openedTurn }) => history.filter(({ turn }) => turn >= openedTurn && openedTurn > 0).map(({ severity }) => severity));
  const mean = severities.length === 0 ? 0 : round(100 * total(severities), severities.length);
  return clamp(FULL - mean - 300 * Math.max(0, state.highestRung - 3), 0, FULL);
}

/** J ×100: calibrated judgement over threats with at least two hypotheses (rulings 3 and 79). */
function judgement(state: State, seat: SeatId): number {
  const open = Object.values(state.threats).filter(({ id }) => Object.keys(state.scenario.threats[id]!.hypotheses).length >= 2);
  if (open.length === 0) return FULL;
  return round(total(open.map(({ id, truth }) => FULL - (100 - shares(state.beliefs[seat]![id]!)[truth]!) ** 2)), open.length);
}

/** Any crisis at 95 or more at the last snapshot, or regional war at any, caps everybody (ruling 80). */
function sharedFailure(state: State): boolean {
  return state.highestRung >= 9 || Object.values(state.crises).some(({ open, severity }) => open && severity >= 95);
}

export function scoreOf(state: State, seat: SeatId): Score {
  const draft = state.scenario.seats[seat]!;
  const objectives = draft.objectives.map((objective) => ({
    code: objective.code, subject: subjectOf(objective), weight: objective.weight, value: objectiveValue(state, seat, objective),
  }));
  const weight = total(objectives.map((one) => one.weight));
  const national = round(total(objectives.map((one) => one.weight * one.value)), weight);
  const common = order(state);
  const judged = judgement(state, seat);
  const redLines = state.redLines[seat]!;
  const uncapped = Math.max(0, round(55 * national + 35 * common + 10 * judged, 100) - 1000 * redLines.length);
  const capped = sharedFailure(state) && uncapped > state.parameters.capFail * 100;
  return { total: capped ? state.parameters.capFail * 100 : uncapped, national, order: common, judgement: judged, redLines, capped, objectives };
}
