// Simulation: the same report for the same seed whoever plays it, honest statistics, and its verb at a terminal.
import { execFileSync, spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { BOT_CHARACTERS } from '../../shared/model/vocabulary.ts';
import { ACTIONS } from '../../shared/rules/actions/catalogue.ts';
import { CLAUSES } from '../../shared/rules/clauses/catalogue.ts';
import { coverageOf } from '../../shared/simulation/coverage.ts';
import { CHOSEN, COOPERATE, RANDOM, allOf, jobsFor, replyTo, seedsPerProfile } from '../../shared/simulation/experiments.ts';
import type { Outcome } from '../../shared/simulation/outcome.ts';
import { playJob } from '../../shared/simulation/outcome.ts';
import { reportOf } from '../../shared/simulation/report.ts';
import { distribution, varianceSplit } from '../../shared/simulation/statistics.ts';
import { playAll } from '../../server/simulation-pool.ts';
import { SEATS, shieldLesson } from '../games/shield-lesson.ts';

const options = { runs: 8, seed: 'test' };

describe('the report', () => {
  const jobs = jobsFor(shieldLesson, options);
  const outcomes = jobs.map((job) => playJob(shieldLesson, job));
  const told = reportOf(shieldLesson, options, outcomes);

  test('is the same to the byte, on one thread or on several', async () => {
    const threaded = await playAll(shieldLesson, jobs, 2);
    expect(JSON.stringify(reportOf(shieldLesson, options, threaded))).toBe(JSON.stringify(told));
  });

  test('another seed gives another', () => {
    const other = jobsFor(shieldLesson, { ...options, seed: 'else' }).slice(0, 8).map((job) => playJob(shieldLesson, job));
    expect(other.map(({ scores }) => scores)).not.toEqual(outcomes.slice(0, 8).map(({ scores }) => scores));
  });

  test('counts every exercise once, and no bot was refused anything', () => {
    expect(told.outcomes.exercises).toBe(8);
    expect(Object.values(told.outcomes.byTruth).reduce((sum, { exercises }) => sum + exercises, 0)).toBe(8);
    expect(Object.keys(told.outcomes.scores)).toEqual(SEATS);
    expect(outcomes.every(({ refused }) => refused === 0)).toBe(true);
  });

  test('judges each criterion by its goal', () => {
    expect(told.criteria.map(({ id }) => id)).toEqual([
      'temptation', 'cooperation', 'bestReplies', 'cooperativeSeverity', 'seatSpread', 'sharedFailure', 'informationValue', 'varianceDecisions', 'varianceLuck',
    ]);
    const bent = (change: (outcome: Outcome) => Outcome) => reportOf(shieldLesson, options, outcomes.map(change)).criteria;
    const passed = (criteria: typeof told.criteria, id: string) => criteria.find((one) => one.id === id)!.pass;
    const rising = bent((outcome) => (outcome.population.startsWith('reply/cooperator/freeRider') ? { ...outcome, scores: raised(outcome.scores, 500) } : { ...outcome, scores: raised(outcome.scores, 0) }));
    expect(passed(rising, 'temptation')).toBe(true);
    expect(passed(rising, 'cooperation')).toBe(false);
    const failing = bent((outcome) => ({ ...outcome, failed: true }));
    expect(passed(failing, 'sharedFailure')).toBe(false);
  });

  test('asks a gentle scenario for no shared failure, and every other for some', () => {
    const goal = (gentle: boolean) => reportOf({ ...shieldLesson, gentle }, options, outcomes).criteria.find(({ id }) => id === 'sharedFailure')!.goal;
    expect([goal(true), goal(false)]).toEqual(['0 to 40', '5 to 40']);
  });

  test('several reports tell what was used and broken in none of them', () => {
    const { neverUsed, neverBroken, criteria } = coverageOf([told]);
    expect(neverUsed).toContain('MOTION');
    expect(neverUsed).not.toContain('SIGN');
    expect(neverBroken).toContain('LIMIT');
    expect(neverBroken).not.toContain('TERM');
    expect(criteria.map(({ id, pass }) => [id, pass])).toEqual([['actionsUsed', false], ['clausesBroken', false]]);
    const all = Object.fromEntries(Object.keys(ACTIONS).map((code) => [code, 1]));
    const broken = Object.fromEntries(Object.keys(CLAUSES).map((kind) => [kind, { met: 0, missed: 1 }]));
    const elsewhere = { ...told, outcomes: { ...told.outcomes, actions: all, clauses: broken } };
    expect(coverageOf([told, elsewhere])).toMatchObject({ neverUsed: [], neverBroken: [], criteria: [{ pass: true }, { pass: true }] });
  });

  /** Everybody at 50 points, and so many more. */
  function raised(scores: Record<string, number>, by: number): Record<string, number> {
    return Object.fromEntries(Object.keys(scores).map((seat) => [seat, 5000 + by]));
  }
});

describe('experiments', () => {
  test('the random population plays every mixture under the same seeds', () => {
    const random = jobsFor(shieldLesson, { runs: 50, seed: 's' }).filter(({ population }) => population === RANDOM);
    expect(random).toHaveLength(50);
    const seeds = (profile: number) => random.filter((job) => job.profile === profile).map(({ seed }) => seed);
    expect(seeds(0)).toHaveLength(seedsPerProfile(50));
    expect(seeds(1)).toEqual(seeds(0));
    expect(new Set(random.map(({ bots }) => JSON.stringify(bots))).size).toBeGreaterThan(1);
  });

  test('in as many mixtures as there are characters each seat plays each of them once', () => {
    const mixtures = new Map(jobsFor(shieldLesson, { runs: 200, seed: 's' }).filter(({ population }) => population === RANDOM).map(({ profile, bots }) => [profile, bots!]));
    const first = BOT_CHARACTERS.map((_character, profile) => mixtures.get(profile)!);
    for (const seat of SEATS) expect(new Set(first.map((bots) => bots[seat])).size).toBe(BOT_CHARACTERS.length);
  });

  test('whoever answers a population alone plays another character, under the seeds of those who are all alike', () => {
    const jobs = jobsFor(shieldLesson, options);
    const tempted = jobs.filter(({ population }) => population === replyTo('cooperator', 'freeRider', 'NIH'));
    const alike = jobs.filter(({ population }) => population === COOPERATE);
    expect(tempted.map(({ seed }) => seed)).toEqual(alike.slice(0, tempted.length).map(({ seed }) => seed));
    expect(tempted[0]!.bots).toEqual({ COL: 'cooperator', HAN: 'cooperator', MER: 'cooperator', NIH: 'freeRider' });
  });

  test('every answer to every population is tried by every seat', () => {
    const populations = new Set(jobsFor(shieldLesson, options).map(({ population }) => population));
    for (const others of BOT_CHARACTERS) for (const own of BOT_CHARACTERS) for (const seat of SEATS) expect(populations.has(own === others ? allOf(own) : replyTo(others, own, seat))).toBe(true);
  });

  test('chosen characters are what is reported on', () => {
    const bots = { NIH: BOT_CHARACTERS[2]! };
    const jobs = jobsFor(shieldLesson, { ...options, bots });
    expect(jobs.filter(({ population }) => population === CHOSEN).map((job) => job.bots)).toEqual(Array.from({ length: 8 }, () => bots));
  });
});

describe('statistics', () => {
  test('mean, spread and quantiles', () => {
    expect(distribution([4, 1, 3, 2])).toEqual({ mean: 2.5, sd: 1.29, min: 1, p5: 1, p25: 1, median: 2, p75: 3, p95: 4, max: 4 });
    expect(distribution([])).toMatchObject({ mean: 0, sd: 0, max: 0 });
  });

  test('variance goes with rows, with columns, or with neither', () => {
    expect(varianceSplit([[1, 1], [3, 3]])).toEqual({ rows: 100, columns: 0, rest: 0 });
    expect(varianceSplit([[1, 3], [1, 3]])).toEqual({ rows: 0, columns: 100, rest: 0 });
    expect(varianceSplit([[1, 3], [3, 1]])).toEqual({ rows: 0, columns: 0, rest: 100 });
    expect(varianceSplit([[2, 2], [2, 2]])).toBeNull();
  });
});

describe('entente simulate', () => {
  const main = join(import.meta.dirname, '../../server/cli/main.ts');
  const run = (...args: string[]) => spawnSync(process.execPath, [main, 'simulate', ...args], { encoding: 'utf8' });

  test('prints the report as JSON', () => {
    const { scenario, runs, seed, outcomes, criteria } = JSON.parse(execFileSync(process.execPath, [main, 'simulate', 'shield-lesson', '--runs', '4', '--seed', '7', '--json'], { encoding: 'utf8' }));
    expect({ scenario, runs, seed, exercises: outcomes.exercises }).toEqual({ scenario: 'shield-lesson', runs: 4, seed: '7', exercises: 4 });
    for (const criterion of criteria) expect(Object.keys(criterion)).toEqual(['id', 'value', 'goal', 'pass']);
  });

  test('tells what is wrong with what was typed', () => {
    expect(run().status).toBe(2);
    expect(run('nowhere')).toMatchObject({ status: 1, stderr: expect.stringContaining('There is no scenario nowhere.') });
    expect(run('shield-lesson', '--bots', 'NIH=dove')).toMatchObject({ status: 2, stderr: expect.stringContaining('There is no character dove') });
    expect(run('shield-lesson', '--bots', 'XYZ=freeRider')).toMatchObject({ status: 2, stderr: expect.stringContaining('There is no seat XYZ') });
    expect(run('shield-lesson', '--runs', '0').status).toBe(2);
    expect(run('shield-lesson', 'amber-sound', '--bots', 'NIH=hawk')).toMatchObject({ status: 2, stderr: expect.stringContaining('one scenario at a time') });
  });
});
