// Which exercises have to be played for a report: who sits where, under which seeds.
import type { BotCharacter, BySeat } from '../model/vocabulary.ts';
import { BOT_CHARACTERS } from '../model/vocabulary.ts';
import { draw } from '../rules/random.ts';
import type { Scenario } from '../scenario/schema.ts';
import type { Job } from './outcome.ts';
import { botSettings } from './play.ts';

export interface Options {
  /** Exercises of the main population. */
  runs: number;
  seed: string;
  /** Characters for the main population; left out: drawn for every seat. */
  bots?: BySeat<BotCharacter>;
}

/** Main population, as asked for. */
export const CHOSEN = 'chosen';
/** Characters drawn for every seat, each mixture under the same seeds. */
export const RANDOM = 'random';
/** Everybody plays one character. */
export const allOf = (character: BotCharacter) => `all/${character}`;
export const COOPERATE = allOf('cooperator');
export const FREE_RIDE = allOf('freeRider');
/** Everybody plays one character but this seat, which answers with another. */
export const replyTo = (others: BotCharacter, own: BotCharacter, seat: string) => `reply/${others}/${own}/${seat}`;
export const BLIND = 'blind';
export const INFORMED = 'informed';

/** Fewest seeds of an experiment. */
const FEWEST = 8;

/** Seeds under which each mixture of the random population is played, so that what chance does can be told from what characters do. */
export function seedsPerProfile(runs: number): number {
  // Three times as many mixtures as seeds: seats and shared failure are judged over mixtures.
  return Math.max(2, Math.floor(Math.sqrt(runs / 3)));
}

/**
 * The characters of a mixture. In every so many mixtures as there are characters each seat plays each of them once, in an
 * order of its own: what is compared is then the seats, not which characters they happened to get.
 */
function mixture(seed: string, seats: readonly string[], profile: number): BySeat<BotCharacter> {
  const round = Math.floor(profile / BOT_CHARACTERS.length);
  return Object.fromEntries(seats.map((seat) => {
    const order = new Map(BOT_CHARACTERS.map((character) => [character, draw(seed, round, `profile/${seat}/${character}`)]));
    const shuffled = [...BOT_CHARACTERS].sort((a, b) => order.get(a)! - order.get(b)!);
    return [seat, shuffled[profile % BOT_CHARACTERS.length]!];
  }));
}

/** Seeds under which each seat tries each answer to each population: the first of those that the populations are played under. */
export function repliesPerSeat(runs: number): number {
  return Math.ceil(runs / 40);
}

export function jobsFor(scenario: Scenario, { runs, seed, bots }: Options): Job[] {
  const { seats } = botSettings(scenario);
  const all = (character: BotCharacter, but: BySeat<BotCharacter> = {}): BySeat<BotCharacter> => ({ ...Object.fromEntries(seats.map((seat) => [seat, character])), ...but });
  const job = (population: string, number: number, characters: BySeat<BotCharacter>, more: Partial<Job> = {}): Job =>
    ({ population, profile: 0, seed: `${seed}/${number}`, bots: characters, knowledge: 'own', ...more });
  const times = <T>(count: number, make: (index: number) => T): T[] => Array.from({ length: count }, (_nothing, index) => make(index));

  const perProfile = seedsPerProfile(runs);
  const some = Math.max(FEWEST, Math.ceil(runs / 4));
  return [
    ...(bots ? times(runs, (index) => job(CHOSEN, index, bots)) : []),
    ...times(runs, (index) => {
      const profile = Math.floor(index / perProfile);
      return job(RANDOM, index % perProfile, mixture(seed, seats, profile), { profile });
    }),
    ...BOT_CHARACTERS.flatMap((character) => times(some, (index) => job(allOf(character), index, all(character)))),
    ...BOT_CHARACTERS.flatMap((others) => BOT_CHARACTERS.filter((own) => own !== others).flatMap((own) =>
      seats.flatMap((seat) => times(repliesPerSeat(runs), (index) => job(replyTo(others, own, seat), index, all(others, { [seat]: own })))))),
    ...times(some, (index) => job(BLIND, index, all('cooperator'), { knowledge: 'none' })),
    ...times(some, (index) => job(INFORMED, index, all('cooperator'), { knowledge: 'truth' })),
  ];
}
