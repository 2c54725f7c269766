// Decides what comes of a command: events, or a refusal with its reason. Pure: the state is never changed here.
import type { Actor, Command, Request } from '../model/commands.ts';
import type { NewEvent } from '../model/events.ts';
import { ASKERS, askedInItsName } from '../model/roles.ts';
import type { State } from '../model/state.ts';
import type { SeatId } from '../model/vocabulary.ts';
import { clockCommands } from './commands/clock.ts';
import { controlCommands } from './commands/control.ts';
import { ideaCommands } from './commands/ideas.ts';
import type { Handler, Handlers } from './commands/handler.ts';
import { injectCommands } from './commands/injects.ts';
import { overrideCommands } from './commands/overrides.ts';
import { observationCommands } from './commands/observations.ts';
import { practiceCommands } from './commands/practice.ts';
import { seatCommands } from './commands/seat.ts';
import { seatingCommands } from './commands/seating.ts';
import { teamCommands } from './commands/team.ts';
import { undoCommands } from './commands/undo.ts';
import { accept, refusal, refuse } from './refusals.ts';
import type { Refusal, Result } from './refusals.ts';
import { teamRefusal } from './team.ts';

const HANDLERS: Handlers = { ...seatCommands, ...ideaCommands, ...seatingCommands, ...clockCommands, ...controlCommands, ...injectCommands, ...undoCommands, ...observationCommands, ...overrideCommands, ...teamCommands, ...practiceCommands };

export function decide(state: State, request: Request): Result<NewEvent[]> {
  const handler = HANDLERS[request.command.type] as Handler<Command> | undefined;
  if (!handler) return refuse('unknownCommand', request.command.type);
  const { actor, command } = request;
  const seat = actor.kind === 'control' ? actor.seat : undefined;
  const notAllowed = permission(command.type, actor.kind, seat);
  if (notAllowed) return { ok: false, refusal: notAllowed };
  // In the debrief ministries speak for themselves.
  if (state.status === 'debrief' && (!handler.afterwards || seat !== undefined)) return refuse('exerciseEnded');
  const outside = actor.kind === 'participant' ? teamRefusal(state, actor.id, actor.seat, command) : null;
  if (outside) return { ok: false, refusal: outside };
  const decided = handler.run(state, command, request);
  return decided.ok ? accept(decided.value) : decided;
}

/** Null where whoever asks may ask for it; what stands in the way otherwise. `asker` null: somebody who only watches; `seat`: the ministry in whose name it is asked. */
export function permission(command: Command['type'], asker: Actor['kind'] | null, seat?: SeatId): Refusal | null {
  if (asker === null) return refusal('watchesOnly');
  if (seat !== undefined && asker !== 'control') return refusal('notControl', 'as');
  if (seat !== undefined) return askedInItsName(command) ? null : refusal('notInItsName', 'as');
  const askers = ASKERS[command];
  if (askers.includes(asker)) return null;
  if (asker === 'evaluator') return refusal('notesOnly');
  return refusal(askers.includes('control') ? 'notControl' : 'notYourSeat');
}

/** How an actor is named in the record: opaque, the roster stands beside it. */
export function actorName(actor: Actor): string {
  if (actor.kind === 'bot') return `bot:${actor.seat}`;
  return actor.kind === 'clock' ? 'clock' : `${actor.kind}:${actor.id}`;
}
