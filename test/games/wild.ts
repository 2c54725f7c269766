// Games of players who try anything, with an exercise control that tries anything too: it judges ideas, fires, holds, changes, skips and writes injects, and takes back.
import type { Bot } from '../../shared/bots/bot.ts';
import { commandsOf } from '../../shared/bots/bots.ts';
import type { Command, Request } from '../../shared/model/commands.ts';
import type { Event } from '../../shared/model/events.ts';
import type { State } from '../../shared/model/state.ts';
import type { BySeat } from '../../shared/model/vocabulary.ts';
import { MATRIX_ODDS, PHASES } from '../../shared/model/vocabulary.ts';
import { placed } from '../../shared/record/replay.ts';
import { apply } from '../../shared/rules/apply.ts';
import { decide } from '../../shared/rules/decide.ts';
import { draw } from '../../shared/rules/random.ts';
import type { Refusal } from '../../shared/rules/refusals.ts';
import type { EffectDraft, Scenario } from '../../shared/scenario/schema.ts';
import { setup } from '../../shared/scenario/setup.ts';
import { botSettings } from '../../shared/simulation/play.ts';
import { keepViews } from '../../shared/view/keep.ts';
import { seatSight } from '../../shared/view/view-for.ts';
import { randomPlayer } from './random-player.ts';

const START = 1_767_603_600_000;
const MINUTE = 60_000;
/** How often in a phase everybody may speak. */
const ROUNDS = 3;

export interface Wild {
  state: State;
  events: Event[];
  requests: Request[];
  refused: { request: Request; refusal: Refusal }[];
}

export function wildStart(scenario: Scenario, seed: string): State {
  return setup(scenario, { id: `wild-${seed}`, seed, settings: botSettings(scenario) });
}

/** Plays to the end; seats without a player of their own try anything. `watch` sees every event once it is applied. */
export function playWild(scenario: Scenario, seed: string, { players = {}, watch }: { players?: BySeat<Bot>; watch?: (state: State, event: Event) => void } = {}): Wild {
  const state = wildStart(scenario, seed);
  keepViews(state);
  const game: Wild = { state, events: [], requests: [], refused: [] };
  let at = START;
  const ask = (actor: Request['actor'], command: Command, id: string) => {
    const request: Request = { actor, command, id, at, nonce: id };
    const decided = decide(state, request);
    game.requests.push(request);
    if (!decided.ok) {
      game.refused.push({ request, refusal: decided.refusal });
      return;
    }
    for (const event of placed(state, decided.value, request)) {
      apply(state, event);
      game.events.push(event);
      watch?.(state, event);
    }
  };
  ask({ kind: 'clock' }, { type: 'startExercise' }, 'start');
  while (state.status === 'running') {
    for (let round = 0; round < ROUNDS; round += 1) {
      for (const seat of state.seatIds) {
        for (const { command, id } of commandsOf(players[seat] ?? randomPlayer, state, seat, seatSight(state, seat))) ask({ kind: 'bot', seat }, command, id);
      }
    }
    for (const [index, command] of controls(state).entries()) ask({ kind: 'control', id: 'control' }, command, `control-${state.turn}-${state.phase}-${index}`);
    ask({ kind: 'clock' }, { type: 'advancePhase' }, `clock-${state.turn}-${state.phase}`);
    at += MINUTE;
  }
  return game;
}

/** What exercise control does before a phase ends. */
function controls(state: State): Command[] {
  if (state.phase !== 'negotiation') return [];
  const pick = (name: string, count: number) => draw(state.seed, state.turn, `control/${name}`) % count;
  const commands: Command[] = [];
  for (const { id, status } of Object.values(state.matrix)) {
    if (status === 'open') commands.push({ type: 'judgeMatrix', matrix: id, odds: MATRIX_ODDS[pick(`odds/${id}`, MATRIX_ODDS.length)]!, effects: [effects(state)[pick(`effect/${id}`, effects(state).length)]!], outcome: 'Words' });
  }
  const inject = state.scenario.injects[pick('inject', state.scenario.injects.length)];
  if (inject && pick('list', 2) === 0) commands.push(...listed(state, inject.id, pick));
  else if (inject) commands.push(pick('fire', 3) === 0 ? { type: 'fireInject', inject: inject.id } : { type: 'holdInject', inject: inject.id, held: pick('held', 2) === 0 });
  return commands;
}

/** What it may do with one inject before it fires, and what it takes back again. */
function listed({ turn, seatIds, controlActs }: State, inject: string, pick: (name: string, count: number) => number): Command[] {
  const at = { turn: turn + pick('turns', 3), phase: PHASES[pick('phase', PHASES.length)]! };
  const to = pick('to', 2) === 0 ? ('all' as const) : [seatIds[pick('seat', seatIds.length)]!];
  const acts: Command[] = [
    { type: 'changeInject', inject, title: `Words ${turn}`, text: 'Other words' }, { type: 'changeInject', inject, to }, { type: 'changeInject', inject, at }, { type: 'dropInject', inject, dropped: pick('drop', 2) === 0 },
    { type: 'writeInject', title: 'Words', from: 'Words', text: 'Words', to, effects: [], at: pick('now', 2) === 0 ? null : at },
  ];
  const act = controlActs.at(-1);
  return [acts[pick('act', acts.length)]!, acts[pick('other', acts.length)]!, ...(act && pick('undo', 2) === 0 ? [{ type: 'undoAct' as const, act: act.id }] : [])];
}

/** One of every kind that needs nothing but what any scenario has. */
function effects({ scenario, seatIds }: State): EffectDraft[] {
  const [seat, other] = seatIds as [string, string];
  const [crisis] = Object.keys(scenario.crises);
  const [threat] = Object.keys(scenario.threats);
  return [
    { add: { path: `crisis/${crisis}/severity`, by: -30 } }, { add: { path: 'seat/*/budget', by: -9 } }, { set: { path: `seat/${seat}/publicOpinion`, to: 97 } }, { scale: { path: `seat/${other}/politicalCapital`, percent: 40 } },
    { grant: { seat, package: 'SEA', count: 2 } }, { remove: { seat: other, package: 'SEA', count: 3 } }, { reveal: { threat: threat!, to: [other], text: 'Words' } },
    { incident: { crisis: crisis!, parties: [seat, other] } }, { pressure: { value: 3, crisis: crisis! } }, { forceMajeure: { seats: [seat], turns: 2 } }, { close: crisis! }, { spawn: crisis! },
    ...Object.keys(scenario.organisations).flatMap((organisation): EffectDraft[] => [{ add: { path: `organisation/${organisation}/fund`, by: 7 } }, { mandate: { organisation, crisis: crisis! } }]),
  ];
}
