// A table to play at: commands are decided, placed and applied as the server does it, and what happened is kept.
import type { Actor, Command } from '../../shared/model/commands.ts';
import type { Event, EventData, EventType } from '../../shared/model/events.ts';
import type { State } from '../../shared/model/state.ts';
import { placed } from '../../shared/record/replay.ts';
import { apply } from '../../shared/rules/apply.ts';
import { decide } from '../../shared/rules/decide.ts';
import type { Refusal } from '../../shared/rules/refusals.ts';

export class Table {
  readonly state: State;
  readonly events: Event[] = [];
  /** Milliseconds since the epoch; null: each command is a millisecond after the one before. */
  now: number | null = null;
  #commands = 0;

  constructor(state: State) {
    this.state = state;
  }

  /** Asks for a person in their seat or whoever sits in a seat, for `control` (also in a ministry's name, `control as SEAT`) or for the `clock`, or for the bot that plays a seat (`bot:SEAT`); null when it was carried out. */
  tries(who: string, command: Command): Refusal | null {
    this.#commands += 1;
    const request = { actor: actorOf(who, this.state), command, id: `command-${this.#commands}`, at: this.now ?? this.#commands, nonce: '' };
    const decided = decide(this.state, request);
    if (!decided.ok) return decided.refusal;
    for (const event of placed(this.state, decided.value, request)) {
      apply(this.state, event);
      this.events.push(event);
    }
    return null;
  }

  /** The same, where a refusal would be a fault of the test. */
  ask(seat: string, command: Command): void {
    const refused = this.tries(seat, command);
    if (refused) throw new Error(`${seat} ${command.type}: ${JSON.stringify(refused)}`);
  }

  accept(seat: string): void {
    for (const invitation of Object.values(this.state.invitations)) {
      if (invitation.to.includes(seat) && !invitation.answers[seat]) this.ask(seat, { type: 'answerInvitation', invitation: invitation.id, accept: true });
    }
  }

  order(seat: string, ...orders: [string, Record<string, unknown>][]): void {
    this.ask(seat, { type: 'saveOrders', orders: orders.map(([action, params], index) => ({ id: `${seat}${index}`, action, params, intent: '', invitation: null })) });
  }

  of<T extends EventType>(type: T): EventData[T][] {
    return this.events.filter((event) => event.type === type).map((event) => event.data as EventData[T]);
  }

  /** Factors of a number over all steps of the turn, in thousandths. */
  factors(path: string): Record<string, number> {
    const sums: Record<string, number> = {};
    for (const { changes } of this.of('numbersChanged')) {
      for (const change of changes) if (change.path === path) for (const { name, with: who, value } of change.factors) {
        const key = who && name === 'relief' ? `${name} ${who}` : name;
        sums[key] = (sums[key] ?? 0) + value;
      }
    }
    return sums;
  }
}

function actorOf(who: string, { seating }: State): Actor {
  if (who === 'control') return { kind: 'control', id: 'control' };
  if (who.startsWith('control as ')) return { kind: 'control', id: 'control', seat: who.slice('control as '.length) };
  if (who === 'clock') return { kind: 'clock' };
  return who.startsWith('bot:') ? { kind: 'bot', seat: who.slice('bot:'.length) } : { kind: 'participant', id: who, seat: seating[who] ?? who };
}
