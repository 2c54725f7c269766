// Plays exercises without people or clock: bots ask, the rules decide, the events are folded in.
import type { Bot } from '../bots/bot.ts';
import { BOTS, commandsOf } from '../bots/bots.ts';
import { wakes } from '../bots/waking.ts';
import type { Command, Request } from '../model/commands.ts';
import type { Event } from '../model/events.ts';
import type { Settings, State } from '../model/state.ts';
import type { BotCharacter, BySeat, SeatId } from '../model/vocabulary.ts';
import { placed } from '../record/replay.ts';
import { apply } from '../rules/apply.ts';
import { decide } from '../rules/decide.ts';
import { carryOut } from '../rules/working.ts';
import type { Refusal } from '../rules/refusals.ts';
import type { Scenario } from '../scenario/schema.ts';
import { settingsFor, setup } from '../scenario/setup.ts';
import { keepViews } from '../view/keep.ts';
import { seatSight } from '../view/view-for.ts';
import type { Sight } from '../view/view.ts';

/** Rounds in which bots answer each other within a phase. */
const MOST_ROUNDS = 12;
/** When simulated exercises begin, in milliseconds since the epoch: any fixed moment. */
const START = 1_767_603_600_000;
const MINUTE = 60_000;

export interface Conditions {
  seed: string;
  /** Left out: everything as the scenario has it. */
  settings?: Settings;
  /** Characters per seat; seats left out play as the settings say. */
  bots?: BySeat<BotCharacter>;
  /** Players in the place of a seat's character. */
  players?: BySeat<Bot>;
  /** Changes what a seat sees before its bot judges it: for questions such as what knowledge is worth. */
  lens?: (state: State, seat: SeatId, sight: Sight) => Sight;
  /** Keep the events; a state alone is quicker. */
  keep?: boolean;
}

export interface Played {
  state: State;
  /** Every event in order; empty unless kept. */
  events: Event[];
  /** Commands with what became of them, for tests of replay; empty unless kept. */
  requests: Request[];
  refused: { seat: SeatId; command: Command; refusal: Refusal }[];
}

/** The settings of a game of bots alone. */
export function botSettings(scenario: Scenario): Settings {
  const settings = settingsFor(scenario, {});
  if (!settings.ok) throw new Error(`The scenario has no settings of its own: ${settings.refusal.code}`);
  return settings.value;
}

/** Plays one exercise to its end. The same conditions give the same events. */
export function playExercise(scenario: Scenario, { seed, settings = botSettings(scenario), bots = {}, players = {}, lens, keep = false }: Conditions, watch?: (state: State, event: Event) => void): Played {
  const state = setup(scenario, { id: `simulated-${seed}`, seed, settings: { ...settings, bots: { ...settings.bots, ...bots } } });
  keepViews(state);
  const played: Played = { state, events: [], requests: [], refused: [] };
  let at = START;
  const ask = (actor: Request['actor'], command: Command, id: string): Event[] => {
    const request: Request = { actor, command, id, at, nonce: id };
    const decided = decide(state, request);
    if (keep) played.requests.push(request);
    if (!decided.ok) {
      if (actor.kind === 'bot') played.refused.push({ seat: actor.seat, command, refusal: decided.refusal });
      return [];
    }
    const events = placed(state, decided.value, request);
    if (!watch) carryOut(state, decided.value, events);
    else for (const event of events) {
      apply(state, event);
      watch(state, event);
    }
    if (keep) played.events.push(...events);
    return events;
  };
  const advance = (command: Command) => {
    ask({ kind: 'clock' }, command, `clock-${state.turn}-${state.phase}`);
    at += MINUTE;
  };
  advance({ type: 'startExercise' });
  while (state.status === 'running') {
    negotiate(state, { players, lens }, ask);
    advance({ type: 'advancePhase' });
  }
  return played;
}

/** Bots take turns in order of code until nobody has anything more to say. */
function negotiate(state: State, { players, lens }: Required<Pick<Conditions, 'players'>> & Pick<Conditions, 'lens'>, ask: (actor: Request['actor'], command: Command, id: string) => Event[]): void {
  const bots = Object.keys(state.bots).sort();
  let waiting = new Set(bots);
  for (let round = 0; round < MOST_ROUNDS && waiting.size > 0; round += 1) {
    const next = new Set<SeatId>();
    for (const seat of bots) {
      if (!waiting.has(seat)) continue;
      const sight = seatSight(state, seat);
      for (const { command, id } of commandsOf(players[seat] ?? BOTS[state.bots[seat]!], state, seat, lens ? lens(state, seat, sight) : sight)) {
        for (const event of ask({ kind: 'bot', seat }, command, id)) for (const one of bots) if (wakes(event, one)) next.add(one);
      }
    }
    waiting = next;
  }
}
