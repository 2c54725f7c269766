// Plays jobs of a simulation in a thread of its own.
import { parentPort, workerData } from 'node:worker_threads';
import type { Scenario } from '../shared/scenario/schema.ts';
import type { Job, Outcome } from '../shared/simulation/outcome.ts';
import { playJob } from '../shared/simulation/outcome.ts';

export interface Played {
  index: number;
  outcome: Outcome;
}

const scenario = workerData as Scenario;
parentPort!.on('message', ({ index, job }: { index: number; job: Job }) => {
  parentPort!.postMessage({ index, outcome: playJob(scenario, job) } satisfies Played);
});
