// The form of a command's handler: what comes of it. Who may ask stands in the table of roles (shared/model/roles.ts).
import type { Actor, Command, Request } from '../../model/commands.ts';
import type { NewEvent } from '../../model/events.ts';
import type { State } from '../../model/state.ts';
import type { SeatId } from '../../model/vocabulary.ts';
import { hexDigestOf } from '../digest.ts';
import { refuse } from '../refusals.ts';
import type { Result } from '../refusals.ts';

export interface Handler<C extends Command> {
  /** Still possible once everything is disclosed. */
  afterwards?: boolean;
  run(state: State, command: C, request: Request): Result<NewEvent[]>;
}

export type Handlers = { [T in Command['type']]?: Handler<Extract<Command, { type: T }>> };

/** The seat that asks, if it is in play. */
export function askingSeat(state: State, actor: Actor): Result<SeatId> {
  const seat = ('seat' in actor && actor.seat) || null;
  if (seat === null) return refuse('noSeat');
  return state.seatIds.includes(seat) ? { ok: true, value: seat } : refuse('seatNotInPlay', null, { seat });
}

/** Phases in which what lasts until the lock is possible. */
export const UNTIL_LOCK = ['negotiation', 'orders'];

export function inPhase(state: State, phases: readonly string[]): Result<never> | null {
  if (state.status !== 'running') return refuse('notRunning', null, { status: state.status });
  return phases.includes(state.phase) ? null : refuse('wrongPhase', null, { phase: state.phase, phases: phases.join(', ') });
}

export function pointsLeft(state: State, seat: SeatId): number {
  return state.parameters.ap - state.seats[seat]!.pointsSpent;
}

/** Binds free text to the record without being in it: SHA-256 of salt and text, so that the text can be deleted and the chain stays whole. */
export function commitment(salt: string, texts: Record<string, string>): string {
  const ordered = Object.keys(texts).sort().map((key) => [key, texts[key]]);
  return hexDigestOf(`${salt}|${JSON.stringify(ordered)}`);
}
