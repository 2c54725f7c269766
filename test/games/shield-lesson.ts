// Shield Lesson for tests of whole games: the scenario, mixtures of characters, records made of games.
import { join } from 'node:path';
import type { Event } from '../../shared/model/events.ts';
import type { Request } from '../../shared/model/commands.ts';
import type { State } from '../../shared/model/state.ts';
import type { BotCharacter, BySeat } from '../../shared/model/vocabulary.ts';
import { BOT_CHARACTERS } from '../../shared/model/vocabulary.ts';
import { hash, headerOf, seal } from '../../shared/record/record.ts';
import type { RecordFile } from '../../shared/record/record.ts';
import { apply } from '../../shared/rules/apply.ts';
import { decide } from '../../shared/rules/decide.ts';
import { placed } from '../../shared/record/replay.ts';
import type { Scenario } from '../../shared/scenario/schema.ts';
import { settingsFor, setup } from '../../shared/scenario/setup.ts';
import { botSettings } from '../../shared/simulation/play.ts';
import { SCENARIOS, readScenario } from '../../server/scenarios.ts';

export const shieldLesson: Scenario = readScenario(join(SCENARIOS, 'shield-lesson', 'scenario.yaml')).scenario!;
export const SEATS = Object.keys(shieldLesson.seats).sort();

/** Another mixture of characters for every number. */
export function mixture(number: number, seats: readonly string[] = SEATS): BySeat<BotCharacter> {
  return Object.fromEntries(seats.map((seat, index) => [seat, BOT_CHARACTERS[Math.floor(number / BOT_CHARACTERS.length ** index) % BOT_CHARACTERS.length]!]));
}

export function settingsOf(seats: string[]) {
  const settings = settingsFor(shieldLesson, { seats });
  if (!settings.ok) throw new Error(settings.refusal.code);
  return settings.value;
}

export function startOf(seed: string, bots: BySeat<BotCharacter>, scenario: Scenario = shieldLesson): State {
  const settings = botSettings(scenario);
  return setup(scenario, { id: `simulated-${seed}`, seed, settings: { ...settings, bots: { ...settings.bots, ...bots } } });
}

export function recordOf(state: State, events: readonly Event[]): RecordFile {
  const header = headerOf({ exercise: state.id, title: state.scenario.title, seed: state.seed, settings: state.settings, createdAt: events[0]!.at, scenario: state.scenario });
  return { header, events: seal(events, hash(header)).sealed };
}

/** Decides the commands one after the other, folding as it goes; the events of each. */
export function carryOut(state: State, requests: readonly Request[]): Event[] {
  return requests.flatMap((request) => {
    const decided = decide(state, request);
    if (!decided.ok) return [];
    const events = placed(state, decided.value, request);
    for (const event of events) apply(state, event);
    return events;
  });
}
