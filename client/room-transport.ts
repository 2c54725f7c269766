// The transport of the live room: the Colyseus client, its state turned into plain terms.
import { Client, type Room } from '@colyseus/sdk';
import type { Link, LinkEvents, RoomSnapshot, Transport } from './connection.ts';
import { JoinRefused } from './connection.ts';
import { ROSTER, type Roster } from '../shared/wire/documents.ts';
import type { Notice, Session } from '../shared/wire/messages.ts';
import type { ExerciseState } from '../shared/wire/state.ts';

/** A command without an answer for so long is sent again, in milliseconds. */
const ANSWER_TIMEOUT = 8000;

/** Statuses with which the server says that this session will never open this room. */
const FINAL = new Set([401, 403, 404]);

/** Room codes of the matchmaker for a room that does not exist. */
const ROOM_MISSING = new Set([521, 522, 4210, 4212]);

export function snapshotOf(state: ExerciseState): RoomSnapshot {
  const control = state.control?.get('control');
  const roster = control?.documents.get(ROSTER);
  const names = roster === undefined ? [] : Object.entries(JSON.parse(roster) as Roster).map(([id, { name }]) => [id, name] as const);
  return {
    now: state.now,
    documents: state.documents?.entries() ?? [],
    seats: [...(state.seats?.entries() ?? [])].map(([seat, slice]) => [seat, slice.documents.entries()] as const) as RoomSnapshot['seats'],
    control: control ? [...control.documents.entries()].filter(([key]) => key !== ROSTER) : null,
    names: Object.fromEntries(names),
    presence: [...(state.presence?.entries() ?? [])].map(([participant, person]) => ({
      participant,
      name: person.name,
      seat: person.seat || null,
      role: person.role as Session['role'],
      connected: person.connected,
    })),
  };
}

function statusOf(error: unknown): number | null {
  const code = (error as { code?: unknown } | null)?.code;
  if (typeof code !== 'number') return null;
  return ROOM_MISSING.has(code) ? 404 : code;
}

export const roomTransport: Transport = {
  async open(session: Session, events: LinkEvents): Promise<Link> {
    const client = new Client(location.origin);
    client.auth.token = session.token;
    let room: Room<unknown, ExerciseState>;
    try {
      room = (await client.joinById(session.exercise, {})) as unknown as Room<unknown, ExerciseState>;
    } catch (error) {
      const status = statusOf(error);
      throw status !== null && FINAL.has(status) ? new JoinRefused(status) : error;
    }
    room.reconnection.minUptime = 0;
    room.onStateChange((state) => events.state(snapshotOf(state)));
    room.onDrop(() => events.dropped());
    room.onReconnect(() => events.mended());
    room.onMessage('notice', ({ refusal }: Notice) => events.notice(refusal));
    room.onLeave((code) => events.gone(code));
    room.onError(() => {});
    return {
      request: (type: string, payload: unknown) => room.request(type as never, payload as never, { timeout: ANSWER_TIMEOUT }) as Promise<never>,
      leave: () => void room.leave(),
    };
  },
};
