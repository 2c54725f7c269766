// The balance report: what came of many exercises, and the criteria of the model guide, section 7.
import type { BotCharacter, SeatId } from '../model/vocabulary.ts';
import { ACTIONS } from '../rules/actions/catalogue.ts';
import type { Scenario } from '../scenario/schema.ts';
import { BOT_CHARACTERS } from '../model/vocabulary.ts';
import { BLIND, CHOSEN, COOPERATE, FREE_RIDE, INFORMED, RANDOM, allOf, jobsFor, repliesPerSeat, replyTo, seedsPerProfile } from './experiments.ts';
import type { Options } from './experiments.ts';
import type { Outcome } from './outcome.ts';
import { playJob } from './outcome.ts';
import { distribution, fixed, mean, varianceSplit } from './statistics.ts';
import type { Distribution } from './statistics.ts';

export interface Outcomes {
  exercises: number;
  scores: Record<SeatId, Distribution>;
  severity: Distribution;
  rung: Distribution;
  /** Share of exercises that ended in shared failure, in percent. */
  sharedFailure: number;
  /** Mean belief in the true hypotheses, in percent. */
  belief: Distribution;
  /** Exercises in which each hypothesis was true, by `threat/hypothesis`, with what came of them. */
  byTruth: Record<string, { exercises: number; severity: number; sharedFailure: number; belief: number }>;
  instrumentsInForce: Distribution;
  /** Duties judged, and the share of them that was missed, in percent. */
  duties: { judged: number; missed: number; missedShare: number };
  leaks: Distribution;
  /** How often each action was carried out, over everything that was played. */
  actions: Record<string, number>;
  /** Duties met and missed per kind of clause, over everything that was played. */
  clauses: Record<string, { met: number; missed: number }>;
  /** Mean score of a seat that plays the second character among others that all play the first. */
  replies: Record<BotCharacter, Record<BotCharacter, number>>;
  /** Commands of bots that were refused: a fault of the bots. */
  refused: number;
}

export interface Criterion {
  id: string;
  value: number;
  goal: string;
  pass: boolean;
}

export interface Report {
  scenario: string;
  runs: number;
  seed: string;
  outcomes: Outcomes;
  criteria: Criterion[];
}

/** Plays everything that is needed and reports. */
export function report(scenario: Scenario, options: Options): Report {
  return reportOf(scenario, options, jobsFor(scenario, options).map((job) => playJob(scenario, job)));
}

export function reportOf(scenario: Scenario, options: Options, outcomes: readonly Outcome[]): Report {
  const populations = new Map<string, Outcome[]>();
  for (const outcome of outcomes) populations.set(outcome.population, [...(populations.get(outcome.population) ?? []), outcome]);
  const of = (population: string) => populations.get(population) ?? [];
  return {
    scenario: scenario.id, runs: options.runs, seed: options.seed,
    outcomes: { ...summary(options.bots ? of(CHOSEN) : of(RANDOM)), actions: counted(outcomes), clauses: clausesIn(outcomes), replies: repliesIn(options, of) },
    criteria: criteria(scenario, options, of),
  };
}

function summary(outcomes: readonly Outcome[]): Omit<Outcomes, 'actions' | 'clauses' | 'replies'> {
  const seats = Object.keys(outcomes[0]?.scores ?? {}).sort();
  const judged = outcomes.reduce((sum, { duties }) => sum + duties.met + duties.missed + duties.excused, 0);
  const missed = outcomes.reduce((sum, { duties }) => sum + duties.missed, 0);
  return {
    exercises: outcomes.length,
    scores: Object.fromEntries(seats.map((seat) => [seat, distribution(outcomes.map(({ scores }) => scores[seat]! / 100))])),
    severity: distribution(outcomes.map(({ severity }) => severity)),
    rung: distribution(outcomes.map(({ rung }) => rung)),
    sharedFailure: failureShare(outcomes),
    belief: distribution(outcomes.map(({ belief }) => belief)),
    byTruth: byTruth(outcomes),
    instrumentsInForce: distribution(outcomes.map(({ inForce }) => inForce)),
    duties: { judged, missed, missedShare: judged === 0 ? 0 : fixed((100 * missed) / judged) },
    leaks: distribution(outcomes.map(({ leaks }) => leaks)),
    refused: outcomes.reduce((sum, { refused }) => sum + refused, 0),
  };
}

function clausesIn(outcomes: readonly Outcome[]): Outcomes['clauses'] {
  const clauses: Outcomes['clauses'] = {};
  for (const outcome of outcomes) {
    for (const [kind, { met, missed }] of Object.entries(outcome.clauses)) {
      const sum = (clauses[kind] ??= { met: 0, missed: 0 });
      sum.met += met;
      sum.missed += missed;
    }
  }
  return Object.fromEntries(Object.keys(clauses).sort().map((kind) => [kind, clauses[kind]!]));
}

/** Every answer to every population, under the same seeds and averaged over the seats that try it. */
function repliesIn({ runs }: Options, of: (population: string) => Outcome[]): Outcomes['replies'] {
  const under = repliesPerSeat(runs);
  const byCharacter = <T>(make: (character: BotCharacter) => T) => Object.fromEntries(BOT_CHARACTERS.map((one) => [one, make(one)])) as Record<BotCharacter, T>;
  return byCharacter((others) => {
    const alike = of(allOf(others)).slice(0, under);
    const seats = Object.keys(alike[0]?.scores ?? {}).sort();
    return byCharacter((own) => fixed(mean(seats.map((seat) => scoreOf(own === others ? alike : of(replyTo(others, own, seat)), seat)))));
  });
}

/** In how many populations the most successful answer of all is the best one; answers as good as the best to a twentieth of a point count with it. */
function mostOftenBest(replies: Outcomes['replies']): number {
  const wins = BOT_CHARACTERS.map((own) => Object.values(replies).filter((answers) => answers[own] >= Math.max(...Object.values(answers)) - 0.05).length);
  return Math.max(...wins);
}

function failureShare(outcomes: readonly Outcome[]): number {
  return fixed(mean(outcomes.map(({ failed }) => (failed ? 100 : 0))));
}

function byTruth(outcomes: readonly Outcome[]): Outcomes['byTruth'] {
  const groups = new Map<string, Outcome[]>();
  for (const outcome of outcomes) {
    for (const [threat, truth] of Object.entries(outcome.truths)) {
      const key = `${threat}/${truth}`;
      groups.set(key, [...(groups.get(key) ?? []), outcome]);
    }
  }
  return Object.fromEntries([...groups.keys()].sort().map((key) => {
    const group = groups.get(key)!;
    return [key, { exercises: group.length, severity: fixed(mean(group.map(({ severity }) => severity))), sharedFailure: failureShare(group), belief: fixed(mean(group.map(({ belief }) => belief))) }];
  }));
}

function counted(outcomes: readonly Outcome[]): Record<string, number> {
  return Object.fromEntries(Object.keys(ACTIONS).map((code) => [code, outcomes.reduce((sum, { actions }) => sum + (actions[code] ?? 0), 0)]));
}

/** Mean Z of an exercise over all its seats. */
const meanScore = ({ scores }: Outcome) => mean(Object.values(scores)) / 100;
const scoreOf = (outcomes: readonly Outcome[], seat: SeatId) => mean(outcomes.map(({ scores }) => scores[seat]! / 100));

function criteria(scenario: Scenario, options: Options, of: (population: string) => Outcome[]): Criterion[] {
  const cooperate = of(COOPERATE);
  const random = of(RANDOM);
  const replies = repliesIn(options, of);
  const bySeat = Object.keys(random[0]?.scores ?? {}).sort().map((seat) => scoreOf(random, seat));
  const severity = (population: string) => mean(of(population).map((outcome) => outcome.severity));
  const split = varianceSplit(table(random, seedsPerProfile(options.runs)));
  return [
    between('temptation', replies.cooperator.freeRider - replies.cooperator.cooperator, 2, 10),
    atLeast('cooperation', mean(cooperate.map(meanScore)) - mean(of(FREE_RIDE).map(meanScore)), 12),
    atMost('bestReplies', mostOftenBest(replies), 3),
    between('cooperativeSeverity', severity(COOPERATE), 5, 25),
    atMost('seatSpread', Math.max(...bySeat) - Math.min(...bySeat), 10),
    between('sharedFailure', failureShare(random), scenario.gentle ? 0 : 5, 40),
    atLeast('informationValue', severity(BLIND) - severity(INFORMED), 15),
    ...(split ? [atLeast('varianceDecisions', split.rows, 40), atMost('varianceLuck', split.columns, 40)] : []),
  ];
}

/** Rows: mixtures of characters; columns: seeds. Mixtures that were not played under every seed are left out. */
function table(random: readonly Outcome[], width: number): number[][] {
  const rows: number[][] = [];
  for (const outcome of random) (rows[outcome.profile] ??= []).push(meanScore(outcome));
  return rows.filter((row) => row.length === width);
}


const between = (id: string, value: number, low: number, high: number): Criterion => ({ id, value: fixed(value), goal: `${low} to ${high}`, pass: fixed(value) >= low && fixed(value) <= high });
export const atLeast = (id: string, value: number, low: number): Criterion => ({ id, value: fixed(value), goal: `${low} or more`, pass: fixed(value) >= low });
const atMost = (id: string, value: number, high: number): Criterion => ({ id, value: fixed(value), goal: `${high} or less`, pass: fixed(value) <= high });
