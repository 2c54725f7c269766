// What sets the worlds of a cohort apart: their seeds, and where somebody goes who comes by the code of the whole.
import { truthsOf } from '../shared/scenario/setup.ts';
import type { Scenario } from '../shared/scenario/schema.ts';

/** Seeds tried for causes that no other world has: many more than a scenario has combinations of them. */
const MOST_TRIES = 200;

/**
 * One seed a world. Where the causes differ, each world gets the first seed whose hidden truths no other has; once a
 * scenario has no further ones, they come again.
 */
export function seedsFor(scenario: Scenario, worlds: number, causes: 'same' | 'different', seed: string): string[] {
  const seeds = [seed];
  const truths = (one: string) => JSON.stringify(truthsOf(scenario, one));
  const drawn = new Set([truths(seed)]);
  for (let world = 1; world < worlds; world += 1) {
    const candidates = causes === 'same' ? [seed] : Array.from({ length: MOST_TRIES }, (_, attempt) => `${seed}/${world}/${attempt}`);
    const next = candidates.find((one) => !drawn.has(truths(one))) ?? candidates[0]!;
    drawn.add(truths(next));
    seeds.push(next);
  }
  return seeds;
}

/** The first of those with the fewest people. */
export function emptiest<T>(worlds: readonly T[], people: (world: T) => number): T {
  return worlds.reduce((best, each) => (people(each) < people(best) ? each : best));
}
