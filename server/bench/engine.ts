// Figures of the rules themselves, without a server: whole exercises, the resolution of a turn, the views of everybody.
import { join } from 'node:path';
import type { Request } from '../../shared/model/commands.ts';
import type { State } from '../../shared/model/state.ts';
import { BOT_CHARACTERS } from '../../shared/model/vocabulary.ts';
import { placed } from '../../shared/record/replay.ts';
import { apply } from '../../shared/rules/apply.ts';
import { decide } from '../../shared/rules/decide.ts';
import type { Scenario } from '../../shared/scenario/schema.ts';
import { setup } from '../../shared/scenario/setup.ts';
import { botSettings, playExercise } from '../../shared/simulation/play.ts';
import { keepViews } from '../../shared/view/keep.ts';
import { publicView, seatView } from '../../shared/view/view-for.ts';
import { optimiseEagerly } from '../eager.ts';
import { SCENARIOS, readScenario } from '../scenarios.ts';
import type { Figure } from './figure.ts';
import { figure, quantile } from './figure.ts';

/** `simulate` plays exercises by the thousand: what counts is the rate it settles at, and V8 goes on optimising until about the hundredth. */
const WARM_UP = 120;
const EXERCISES = 60;
/** The exercise that the goals are about: eight seats, six turns, everything available in the end. */
const WHOLE = 'amber-sound';
/** A short one for beginners. */
const SMALL = 'shield-lesson';

/** As `entente simulate` plays them. */
export function benchEngine(): Figure[] {
  optimiseEagerly();
  const whole = shipped(WHOLE);
  const seats = Object.keys(whole.seats).length;
  return [
    figure(`${WHOLE}, a whole exercise of bots, ${seats} seats and ${whole.turns} turns, on one core (20 ms are 50 a second)`, exerciseTime(whole), 'ms', 20),
    figure(`${SMALL}, a whole exercise of bots, on one core (20 ms are 50 a second)`, exerciseTime(shipped(SMALL)), 'ms', 20),
    figure('resolution of a turn, p99', quantile(resolutionTimes(whole), 0.99), 'ms', 5),
    figure(`views of ${seats} seats after a command, p95`, quantile(viewTimes(whole), 0.95), 'ms', 1),
  ];
}

const shipped = (name: string): Scenario => readScenario(join(SCENARIOS, name, 'scenario.yaml')).scenario!;

/** Characters take turns over the seats and from game to game, so that each of them plays in every exercise of so many seats. */
const botsOf = (scenario: Scenario, number: number) => Object.fromEntries(Object.keys(scenario.seats).sort().map((seat, index) => [seat, BOT_CHARACTERS[(number + index) % BOT_CHARACTERS.length]!]));

/** Processor time, so that neighbours on the machine do not count. */
function exerciseTime(scenario: Scenario): number {
  for (let number = 0; number < WARM_UP; number += 1) playExercise(scenario, { seed: `warm-${number}`, bots: botsOf(scenario, number) });
  const before = process.threadCpuUsage();
  for (let number = 0; number < EXERCISES; number += 1) playExercise(scenario, { seed: `bench-${number}`, bots: botsOf(scenario, number) });
  const { user, system } = process.threadCpuUsage(before);
  return (user + system) / 1000 / EXERCISES;
}

/** Plays games again from their commands, and takes the time of those that lock the orders. */
function resolutionTimes(scenario: Scenario): number[] {
  const times: number[] = [];
  for (let number = 0; number < EXERCISES; number += 1) {
    again(scenario, number, (state, request) => {
      if (request.command.type === 'advancePhase' && state.phase === 'orders') times.push(quickest(() => decide(state, request)));
      carriedOut(state, request);
    });
  }
  return times;
}

/** What it takes to show everybody their own view after each command, every part of it; once, for what was seen before is kept. */
function viewTimes(scenario: Scenario): number[] {
  const times: number[] = [];
  for (let number = 0; number < 5; number += 1) {
    again(scenario, number, (state, request) => {
      keepViews(state);
      carriedOut(state, request);
      const start = performance.now();
      publicView(state);
      for (const seat of state.seatIds) seatView(state, seat);
      times.push(performance.now() - start);
    });
  }
  return times;
}

function again(scenario: Scenario, number: number, step: (state: State, request: Request) => void): void {
  const seed = `again-${number}`;
  const bots = botsOf(scenario, number);
  const { requests } = playExercise(scenario, { seed, bots, keep: true });
  const settings = botSettings(scenario);
  const state = setup(scenario, { id: `simulated-${seed}`, seed, settings: { ...settings, bots } });
  for (const request of requests) step(state, request);
}

function carriedOut(state: State, request: Request): void {
  const decided = decide(state, request);
  if (decided.ok) for (const event of placed(state, decided.value, request)) apply(state, event);
}

/** Milliseconds of the quickest of three: what the work takes when nothing else on the machine gets in its way. */
function quickest(work: () => unknown): number {
  let best = Number.POSITIVE_INFINITY;
  for (let time = 0; time < 3; time += 1) {
    const start = performance.now();
    work();
    best = Math.min(best, performance.now() - start);
  }
  return best;
}
