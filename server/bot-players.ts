// Lets bots play their seats: shows each of them what its seat sees and passes on what it wants, within limits.
import { botCommands } from '../shared/bots/bots.ts';
import { wakes } from '../shared/bots/waking.ts';
import type { Command } from '../shared/model/commands.ts';
import type { Event } from '../shared/model/events.ts';
import type { State } from '../shared/model/state.ts';
import type { SeatId } from '../shared/model/vocabulary.ts';

/** Commands of one bot in one phase: more is a bot that talks to itself. */
const MOST_COMMANDS = 40;
/** Rounds in which bots answer each other before somebody else has a turn. */
const MOST_ROUNDS = 12;

export class BotPlayers {
  /** Carries a command out unless it is refused. */
  readonly #submit: (seat: SeatId, command: Command, id: string) => void;
  /** Told of a bot that broke; its seat does nothing then, and everybody else plays on. */
  readonly #report: (error: unknown) => void;
  /** Ids of what each bot has asked for in this phase. */
  readonly #asked = new Map<SeatId, Set<string>>();
  #phase = '';
  #playing = false;
  #news: Event[] = [];

  constructor(submit: (seat: SeatId, command: Command, id: string) => void, report: (error: unknown) => void) {
    this.#submit = submit;
    this.#report = report;
  }

  /** After these events were applied to the state; what the bots do comes back here and is answered in turn. */
  play(state: State, events: readonly Event[]): void {
    this.#news.push(...events);
    // The same turn comes once more.
    if (events.some(({ type }) => type === 'practiceEnded')) this.forget();
    if (this.#playing) return;
    this.#playing = true;
    try {
      for (let round = 0; round < MOST_ROUNDS && this.#news.length > 0; round += 1) this.#round(state, this.#news.splice(0));
    } catch (error) {
      this.#report(error);
    } finally {
      this.#playing = false;
      this.#news = [];
    }
  }

  forget(): void {
    this.#asked.clear();
    this.#phase = '';
  }

  #round(state: State, events: readonly Event[]): void {
    if (state.status !== 'running') return;
    const phase = `${state.turn} ${state.phase}`;
    if (phase !== this.#phase) {
      this.#asked.clear();
      this.#phase = phase;
    }
    for (const seat of Object.keys(state.bots).sort()) {
      if (events.some((event) => concerns(event, seat))) this.#ask(state, seat);
    }
  }

  #ask(state: State, seat: SeatId): void {
    const asked = this.#asked.get(seat) ?? new Set();
    this.#asked.set(seat, asked);
    for (const { command, id } of botCommands(state, seat)) {
      // A phase may have ended, or a person come, with the command before.
      if (!(seat in state.bots) || `${state.turn} ${state.phase}` !== this.#phase) return;
      if (asked.has(id) || asked.size >= MOST_COMMANDS) continue;
      asked.add(id);
      this.#submit(seat, command, id);
    }
  }
}

function concerns(event: Event, seat: SeatId): boolean {
  if (event.type === 'peopleMoved') return seat in event.data.bots;
  return event.type === 'seatHandedToBot' ? event.data.seat === seat : wakes(event, seat);
}
