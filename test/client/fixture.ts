// The tutorial played through the rules by hand-written commands: sights, views and histories for the tests of the client.
import { join } from 'node:path';
import type { Command } from '../../shared/model/commands.ts';
import type { Event } from '../../shared/model/events.ts';
import type { State } from '../../shared/model/state.ts';
import { placed } from '../../shared/record/replay.ts';
import { apply } from '../../shared/rules/apply.ts';
import { decide } from '../../shared/rules/decide.ts';
import type { Scenario } from '../../shared/scenario/schema.ts';
import { settingsFor, setup } from '../../shared/scenario/setup.ts';
import { eventFor } from '../../shared/view/event-for.ts';
import { seatSight } from '../../shared/view/view-for.ts';
import type { Sight } from '../../shared/view/view.ts';
import type { SeenEvent } from '../../shared/wire/messages.ts';
import { SCENARIOS, readMaps, readScenario } from '../../server/scenarios.ts';

const scenario = readScenario(join(SCENARIOS, 'shield-lesson', 'scenario.yaml'), readMaps()).scenario as Scenario;

export const SEATS = ['COL', 'HAN', 'MER', 'NIH'];

export class Table {
  readonly state: State;
  readonly events: Event[] = [];
  #requests = 0;

  constructor({ everything = false } = {}) {
    const settings = settingsFor(scenario, { seats: SEATS });
    if (!settings.ok) throw new Error(settings.refusal.code);
    this.state = setup(scenario, { id: 'table', seed: 'client', settings: settings.value });
    if (everything) this.state.unlocked = null;
    this.control({ type: 'startExercise' });
  }

  #ask(actor: Parameters<typeof decide>[1]['actor'], command: Command): void {
    this.#requests += 1;
    const request = { actor, command, id: `request${this.#requests}`, at: this.#requests * 1000, nonce: 'nonce' };
    const decided = decide(this.state, request);
    if (!decided.ok) throw new Error(`${command.type}: ${JSON.stringify(decided.refusal)}`);
    for (const event of placed(this.state, decided.value, request)) {
      this.events.push(structuredClone(event));
      apply(this.state, event);
    }
  }

  control(command: Command): void {
    this.#ask({ kind: 'control', id: 'control' }, command);
  }

  seat(seat: string, command: Command): void {
    this.#ask({ kind: 'bot', seat }, command);
  }

  act(seat: string, action: string, params: Record<string, unknown>): void {
    this.seat(seat, { type: 'act', action, params });
  }

  order(seat: string, orders: { action: string; params: Record<string, unknown>; intent?: string }[]): void {
    this.seat(seat, { type: 'saveOrders', orders: orders.map((order, index) => ({ id: `${seat}-${this.state.turn}-${index}`, intent: '', invitation: null, ...order })) });
  }

  until(phase: State['phase']): void {
    do this.control({ type: 'advancePhase' });
    while (this.state.phase !== phase);
  }

  /** A copy: what is shown does not move while the game goes on. */
  sight(seat: string): Sight {
    return structuredClone(seatSight(this.state, seat));
  }

  source(seat: string): string {
    return this.state.seats[seat]!.sources[0]!.id;
  }

  history(viewer: string, turn: number): SeenEvent[] {
    let number = 0;
    return this.events.flatMap((event) => {
      const seen = eventFor(this.state, event, viewer === 'control' ? { kind: 'control' } : { kind: 'seat', seat: viewer });
      if (!seen) return [];
      number += 1;
      return event.turn === turn ? [{ number, at: event.at, turn: event.turn, phase: event.phase, ...seen }] : [];
    });
  }
}

/** One turn resolved: two have collected, one has trained, and the first draft is signed by one party. */
export function playedTurn(): Table {
  const table = new Table();
  table.until('negotiation');
  const draft = Object.values(table.state.instruments)[0]!;
  table.act('COL', 'SIGN', { instrument: draft.id, version: 1 });
  table.order('COL', [{ action: 'COLLECT', params: { threat: 'launches', source: table.source('COL'), shareWith: ['NIH'], originatorControlled: true } }]);
  table.order('NIH', [
    { action: 'COLLECT', params: { threat: 'launches', source: table.source('NIH'), shareWith: [], originatorControlled: false }, intent: 'Know first.' },
    { action: 'TRAIN', params: {} },
  ]);
  table.until('review');
  return table;
}
