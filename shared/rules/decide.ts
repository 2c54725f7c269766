// Decides what comes of a command: events, or a refusal with its reason. Pure: the state is never changed here.
import type { Actor, Command, Request } from '../model/commands.ts';
import type { NewEvent } from '../model/events.ts';
import type { State } from '../model/state.ts';
import { controlCommands } from './commands/control.ts';
import { ideaCommands } from './commands/ideas.ts';
import type { Handler, Handlers } from './commands/handler.ts';
import { injectCommands } from './commands/injects.ts';
import { observationCommands } from './commands/observations.ts';
import { seatCommands } from './commands/seat.ts';
import { seatingCommands } from './commands/seating.ts';
import { teamCommands } from './commands/team.ts';
import { undoCommands } from './commands/undo.ts';
import { accept, refuse } from './refusals.ts';
import type { Result } from './refusals.ts';
import { teamRefusal } from './team.ts';

const HANDLERS: Handlers = { ...seatCommands, ...ideaCommands, ...seatingCommands, ...teamCommands, ...controlCommands, ...injectCommands, ...undoCommands, ...observationCommands };

export function decide(state: State, request: Request): Result<NewEvent[]> {
  const handler = HANDLERS[request.command.type] as Handler<Command> | undefined;
  if (!handler) return refuse('unknownCommand', request.command.type);
  const notAllowed = permission(handler.by, request.actor);
  if (notAllowed) return notAllowed;
  if (state.status === 'debrief' && !handler.afterwards) return refuse('exerciseEnded');
  const { actor, command } = request;
  const outside = actor.kind === 'participant' ? teamRefusal(state, actor.id, actor.seat, command) : null;
  if (outside) return { ok: false, refusal: outside };
  const decided = handler.run(state, request.command, request);
  return decided.ok ? accept(decided.value) : decided;
}

function permission(by: Handler<Command>['by'], actor: Actor): Result<never> | null {
  if (by.includes(actor.kind)) return null;
  return refuse(by.includes('control') ? 'notControl' : 'notYourSeat');
}

/** How an actor is named in the record: opaque, the roster stands beside it. */
export function actorName(actor: Actor): string {
  if (actor.kind === 'participant') return `participant:${actor.id}`;
  if (actor.kind === 'control') return `control:${actor.id}`;
  return actor.kind === 'bot' ? `bot:${actor.seat}` : 'clock';
}
