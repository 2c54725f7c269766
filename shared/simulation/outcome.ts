// One simulated exercise in a few numbers.
import type { Event } from '../model/events.ts';
import type { State } from '../model/state.ts';
import type { BySeat, HypothesisId, ThreatId } from '../model/vocabulary.ts';
import { ACTIONS } from '../rules/actions/catalogue.ts';
import type { Scenario } from '../scenario/schema.ts';
import type { SeatView, Sight } from '../view/view.ts';
import type { Conditions } from './play.ts';
import { playExercise } from './play.ts';

/** What every seat is made to believe when it sends its packages: what it found out, nothing at all, or the truth. */
export type Knowledge = 'own' | 'none' | 'truth';

export interface Job extends Pick<Conditions, 'seed' | 'bots'> {
  /** Experiment it belongs to. */
  population: string;
  /** Which mixture of characters, where there are several. */
  profile: number;
  knowledge: Knowledge;
}

export interface Outcome {
  population: string;
  profile: number;
  seed: string;
  /** Z ×100 per seat. */
  scores: BySeat<number>;
  truths: Record<ThreatId, HypothesisId>;
  /** Worst severity of an open crisis at the end. */
  severity: number;
  /** Highest rung of the whole exercise. */
  rung: number;
  failed: boolean;
  /** Mean percentage of the true hypotheses over seats and threats at the end. */
  belief: number;
  inForce: number;
  duties: { met: number; missed: number; excused: number };
  /** Findings per kind of clause. */
  clauses: Record<string, { met: number; missed: number }>;
  leaks: number;
  actions: Record<string, number>;
  refused: number;
}

export function playJob(scenario: Scenario, job: Job): Outcome {
  const actions: Record<string, number> = {};
  let leaks = 0;
  const watch = (_state: State, event: Event) => {
    const action = carriedOut(event);
    if (action) actions[action] = (actions[action] ?? 0) + 1;
    if (event.type === 'leakOccurred') leaks += 1;
  };
  const { seed, bots, knowledge, population, profile } = job;
  const { state, refused } = playExercise(scenario, { seed, bots, lens: LENSES[knowledge] }, watch);
  const found = (result: string) => state.findings.filter((finding) => finding.result === result).length;
  const scores = state.scores!;
  return {
    population, profile, seed,
    scores: Object.fromEntries(state.seatIds.map((seat) => [seat, scores[seat]!.total])),
    truths: Object.fromEntries(Object.values(state.threats).map(({ id, truth }) => [id, truth])),
    severity: Math.max(0, ...Object.values(state.crises).filter(({ open }) => open).map(({ severity }) => severity)),
    rung: state.highestRung,
    failed: state.highestRung >= 9 || Object.values(state.crises).some(({ open, severity }) => open && severity >= 95),
    belief: beliefInTruth(state),
    inForce: Object.values(state.instruments).filter(({ status }) => status === 'inForce').length,
    duties: { met: found('met'), missed: found('missed'), excused: found('excused') },
    clauses: clausesOf(state), leaks, actions, refused: refused.length,
  };
}

function clausesOf(state: State): Outcome['clauses'] {
  const clauses: Outcome['clauses'] = {};
  for (const { kind, result } of state.findings) {
    const counted = (clauses[kind] ??= { met: 0, missed: 0 });
    if (result === 'met' || result === 'missed') counted[result] += 1;
  }
  return clauses;
}

/** The action an event completes: an immediate act, a consent that was given at once, or an order that was carried out. */
function carriedOut(event: Event): string | null {
  if (event.type === 'orderDone') return event.data.action;
  if (event.type === 'releaseGranted') return 'RELEASE';
  return event.type === 'pointsSpent' && event.data.points >= 0 && ACTIONS[event.data.action]?.perform ? event.data.action : null;
}

function beliefInTruth(state: State): number {
  const last = state.snapshots[state.snapshots.length - 1];
  const percentages = Object.values(last?.beliefInTruth ?? {}).flatMap((bySeat) => Object.values(bySeat));
  return percentages.length === 0 ? 100 : percentages.reduce((sum, one) => sum + one, 0) / percentages.length;
}

const LENSES: Record<Knowledge, Conditions['lens']> = {
  own: undefined,
  none: (_state, _seat, sight) => believing(sight, () => 1),
  truth: (state, _seat, sight) => believing(sight, (threat, hypothesis) => (state.threats[threat]!.truth === hypothesis ? 1 : 0)),
};

/** The same sight with other shares of belief, in percent. */
function believing(sight: Sight, weight: (threat: ThreatId, hypothesis: HypothesisId) => number): Sight {
  const beliefs = Object.fromEntries(Object.entries(sight.own.beliefs).map(([threat, belief]) => {
    const ids = Object.keys(belief.shares);
    const total = ids.reduce((sum, id) => sum + weight(threat, id), 0);
    return [threat, { ...belief, shares: Object.fromEntries(ids.map((id) => [id, Math.floor((100 * weight(threat, id)) / total)])) }];
  }));
  return { public: sight.public, own: Object.create(sight.own, { beliefs: { value: beliefs, enumerable: true } }) as SeatView };
}

