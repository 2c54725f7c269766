// A room for tests of a scenario: one exercise that commands are put to, which remembers what happened and what was fired.
import { expect } from 'vitest';
import type { Actor, Command } from '../../shared/model/commands.ts';
import type { Event } from '../../shared/model/events.ts';
import type { State } from '../../shared/model/state.ts';
import { apply } from '../../shared/rules/apply.ts';
import { decide } from '../../shared/rules/decide.ts';
import type { Scenario } from '../../shared/scenario/schema.ts';
import { settingsFor, setup } from '../../shared/scenario/setup.ts';

export class Room {
  readonly state: State;
  readonly events: Event[] = [];
  #requests = 0;

  /** The seed decides the hidden truth and every draw. */
  constructor(scenario: Scenario, seats: string[], seed: string) {
    const settings = settingsFor(scenario, { seats });
    if (!settings.ok) throw new Error(settings.refusal.code);
    this.state = setup(scenario, { id: 'room', seed, settings: settings.value });
    this.ask({ kind: 'control', id: 'c' }, { type: 'startExercise' });
  }

  ask(actor: Actor, command: Command): void {
    this.#requests += 1;
    const decided = decide(this.state, { actor, command, id: `r${this.#requests}`, at: 0, nonce: 'n' });
    if (!decided.ok) throw new Error(`${command.type}: ${decided.refusal.code} ${decided.refusal.subject} ${JSON.stringify(decided.refusal.params)}`);
    for (const event of decided.value) {
      const placed = { ...event, seq: this.state.seq + 1, at: 0, turn: this.state.turn, phase: this.state.phase, actor: actor.kind, command: null } as Event;
      this.events.push(placed);
      apply(this.state, placed);
    }
  }

  act(seat: string, action: string, params: Record<string, unknown>): void {
    this.ask({ kind: 'bot', seat }, { type: 'act', action, params });
  }

  /** Goes on until this phase of this turn begins. */
  until(turn: number, phase: State['phase']): void {
    for (let step = 0; step < 60 && (this.state.turn !== turn || this.state.phase !== phase); step += 1) this.ask({ kind: 'control', id: 'c' }, { type: 'advancePhase' });
    expect([this.state.turn, this.state.phase]).toEqual([turn, phase]);
  }

  /** Injects that have fired, with their turns: `01-launch@1`. */
  fired(): string[] {
    return this.state.injects.map(({ id, turn }) => `${id}@${turn}`);
  }
}
