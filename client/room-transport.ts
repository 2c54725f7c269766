// The transport of the live room: the Colyseus client, its state turned into plain terms.
import { Client, type Room } from '@colyseus/sdk';
import { api } from './api.ts';
import type { Link, LinkEvents, RoomSnapshot, Transport } from './connection.ts';
import { JoinRefused } from './connection.ts';
import { DOOR, OPENED, ROSTER, type Opened, type Roster } from '../shared/wire/documents.ts';
import type { Notice, Session } from '../shared/wire/messages.ts';
import type { ExerciseState } from '../shared/wire/state.ts';

/** A command without an answer for so long is sent again, in milliseconds. */
const ANSWER_TIMEOUT = 8000;

/** Statuses with which the server says that this session will never open this room. */
const FINAL = new Set([401, 403, 404, 410]);

export function snapshotOf(state: ExerciseState, person: string): RoomSnapshot {
  const control = state.control?.get('control');
  const roster = control?.documents.get(ROSTER);
  const names = roster === undefined ? [] : Object.entries(JSON.parse(roster) as Roster).map(([id, { name }]) => [id, name] as const);
  return {
    now: state.now,
    documents: state.documents?.entries() ?? [],
    seats: [...(state.seats?.entries() ?? [])].map(([seat, slice]) => [seat, slice.documents.entries()] as const) as RoomSnapshot['seats'],
    control: control ? [...control.documents.entries()].filter(([key]) => key !== ROSTER && key !== OPENED && key !== DOOR) : null,
    notebook: state.control?.get(person)?.documents.entries() ?? null,
    names: Object.fromEntries(names),
    opened: JSON.parse(control?.documents.get(OPENED) ?? '{}') as Opened,
    doorClosed: control?.documents.get(DOOR) === 'true',
    presence: [...(state.presence?.entries() ?? [])].map(([participant, person]) => ({
      participant,
      name: person.name,
      seat: person.seat || null,
      role: person.role as Session['role'],
      connected: person.connected,
      since: person.since,
    })),
  };
}

/** Asks the server to have the room ready, and whether this session may enter it. */
async function roomOf(session: Session): Promise<string> {
  const check = await api.session(session.token);
  if (check.ok) return check.value.room;
  const { failure } = check;
  if (failure.kind !== 'unreachable' && FINAL.has(failure.status)) throw new JoinRefused(failure.status);
  throw new Error('The server does not answer.');
}

export const roomTransport: Transport = {
  async open(session: Session, events: LinkEvents): Promise<Link> {
    const id = await roomOf(session);
    const client = new Client(location.origin);
    client.auth.token = session.token;
    const room = (await client.joinById(id, {})) as unknown as Room<unknown, ExerciseState>;
    room.reconnection.minUptime = 0;
    room.onStateChange((state) => events.state(snapshotOf(state, session.participant)));
    room.onDrop(() => events.dropped());
    room.onReconnect(() => events.mended());
    room.onMessage('notice', ({ refusal }: Notice) => events.notice(refusal));
    room.onLeave((code) => events.gone(code));
    room.onError(() => {});
    return {
      request: (type: string, payload: unknown) => room.request(type as never, payload as never, { timeout: ANSWER_TIMEOUT }) as Promise<never>,
      tell: (type: string, payload: unknown) => room.send(type as never, payload as never),
      leave: () => void room.leave(),
    };
  },
};
