// Plays the jobs of a simulation on several threads; the outcomes come back in the order of the jobs, whoever was first.
import { Worker } from 'node:worker_threads';
import type { Scenario } from '../shared/scenario/schema.ts';
import type { Job, Outcome } from '../shared/simulation/outcome.ts';
import { playJob } from '../shared/simulation/outcome.ts';
import type { Played } from './simulation-worker.ts';

/** Jobs given to a thread ahead of what it is playing, so that it never waits. */
const AHEAD = 2;

export async function playAll(scenario: Scenario, jobs: readonly Job[], threads: number, progress: (done: number) => void = () => {}): Promise<Outcome[]> {
  if (threads <= 1) {
    return jobs.map((job, index) => {
      const outcome = playJob(scenario, job);
      progress(index + 1);
      return outcome;
    });
  }
  const outcomes = Array.from<Outcome>({ length: jobs.length });
  const workers = Array.from({ length: Math.min(threads, jobs.length) }, () => new Worker(new URL('./simulation-worker.ts', import.meta.url), { workerData: scenario }));
  let next = 0;
  let done = 0;
  try {
    await Promise.all(workers.map((worker) => new Promise<void>((resolve, reject) => {
      let open = 0;
      const give = () => {
        while (open < AHEAD && next < jobs.length) {
          worker.postMessage({ index: next, job: jobs[next]! });
          next += 1;
          open += 1;
        }
        if (open === 0) resolve();
      };
      worker.on('error', reject);
      worker.on('message', ({ index, outcome }: Played) => {
        outcomes[index] = outcome;
        open -= 1;
        progress((done += 1));
        give();
      });
      give();
    })));
  } finally {
    await Promise.all(workers.map((worker) => worker.terminate()));
  }
  return outcomes;
}
