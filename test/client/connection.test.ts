// The connection over a fake transport: drops, commands without an answer, and the view that comes of what is received.
import { describe, expect, test } from 'vitest';
import { Connection, JoinRefused, type Link, type LinkEvents, type RoomSnapshot } from '../../client/connection.ts';
import { createStore } from '../../client/store.ts';
import type { CommandAnswer, CommandRequest, OpenedMessage, Session } from '../../shared/wire/messages.ts';
import type { Refusal } from '../../shared/rules/refusals.ts';

const SESSION: Session = { exercise: 'x1', participant: 'p1', name: 'Morgan', role: 'participant', token: 'secret' };

interface Asked {
  request: CommandRequest;
  answer: (answer: CommandAnswer) => void;
  fail: () => void;
}

/** A room that the test plays by hand. */
class FakeRoom {
  asked: Asked[] = [];
  left = 0;
  told: string[][] = [];
  readonly events: LinkEvents;
  readonly link: Link;
  constructor(events: LinkEvents) {
    this.events = events;
    this.link = {
      request: (_type: string, payload: unknown) =>
        new Promise<never>((answer, fail) =>
          this.asked.push({ request: payload as CommandRequest, answer: answer as unknown as Asked['answer'], fail: () => fail(new Error('timeout')) }),
        ),
      tell: (_type: string, { injects }: OpenedMessage) => void this.told.push(injects),
      leave: () => (this.left += 1),
    };
  }
}

/** Waits are let pass one by one: time moves only when the test says so. */
function setUp(openings: ('open' | Error)[] = []) {
  const rooms: FakeRoom[] = [];
  const waits: { milliseconds: number; pass: () => void }[] = [];
  const notices: Refusal[] = [];
  const store = createStore();
  let now = 1_000_000;
  const transport = {
    async open(_session: Session, events: LinkEvents) {
      const next = openings.shift() ?? 'open';
      if (next instanceof Error) throw next;
      rooms.push(new FakeRoom(events));
      return rooms.at(-1)!.link;
    },
  };
  const timing = { wait: (milliseconds: number) => new Promise<void>((pass) => waits.push({ milliseconds, pass })), now: () => now };
  const connection = new Connection(SESSION, transport, store, (refusal) => notices.push(refusal), timing);
  store.open(connection, { session: SESSION });
  return { rooms, waits, notices, store, connection, at: (time: number) => (now = time) };
}

const settle = () => new Promise((done) => setTimeout(done, 0));
const READY = { type: 'setReady', ready: true } as const;

function snapshot(part: Partial<RoomSnapshot> = {}): RoomSnapshot {
  return {
    now: 1_000_500,
    documents: [['exercise', '{"turn":1,"status":"running"}'], ['seats/ARD', '{"id":"ARD","ready":false}'], ['seats/BEL', '{"id":"BEL","ready":false}']],
    seats: [['ARD', [['seat', '{"id":"ARD"}'], ['ministry', '{"budget":5}']]]],
    control: null,
    notebook: null,
    presence: [{ participant: 'p1', name: '', seat: 'ARD', role: 'participant', connected: true, since: 0 }],
    names: {},
    opened: {},
    doorClosed: false,
    ...part,
  };
}

describe('commands', () => {
  test('are answered with what the room says', async () => {
    const { rooms, connection } = setUp();
    void connection.start();
    await settle();
    const taken = connection.send(READY);
    const declined = connection.send(READY);
    rooms[0]!.asked[0]!.answer({ accepted: true, seq: 7 });
    rooms[0]!.asked[1]!.answer({ accepted: false, refusal: { code: 'wrongPhase', subject: null, params: {} } });
    expect(await taken).toEqual({ accepted: true });
    expect(await declined).toMatchObject({ accepted: false, refusal: { code: 'wrongPhase' } });
    expect(rooms[0]!.asked[0]!.request.id).not.toBe(rooms[0]!.asked[1]!.request.id);
  });

  test('given before the room is open go as soon as it is', async () => {
    const { rooms, connection } = setUp();
    const sent = connection.send(READY);
    void connection.start();
    await settle();
    rooms[0]!.asked[0]!.answer({ accepted: true, seq: 1 });
    expect(await sent).toEqual({ accepted: true });
  });

  test('without an answer when the link breaks go again, once, with the same id, over the mended link', async () => {
    const { rooms, connection, store } = setUp();
    void connection.start();
    await settle();
    const sent = connection.send(READY);
    rooms[0]!.events.dropped();
    rooms[0]!.asked[0]!.fail();
    await settle();
    expect(rooms[0]!.asked).toHaveLength(1);
    rooms[0]!.events.mended();
    await settle();
    expect(rooms[0]!.asked).toHaveLength(2);
    expect(rooms[0]!.asked[1]!.request).toEqual(rooms[0]!.asked[0]!.request);
    rooms[0]!.asked[1]!.answer({ accepted: true, seq: 1 });
    expect(await sent).toEqual({ accepted: true });
    expect(store.get().connection).toBe('live');
  });

  test('go again over a new room after the server sent everybody away', async () => {
    const { rooms, waits, connection } = setUp();
    void connection.start();
    await settle();
    const sent = connection.send(READY);
    rooms[0]!.events.gone(4001);
    await settle();
    waits.shift()!.pass();
    await settle();
    expect(rooms).toHaveLength(2);
    expect(rooms[1]!.asked[0]!.request.id).toBe(rooms[0]!.asked[0]!.request.id);
    rooms[1]!.asked[0]!.answer({ accepted: true, seq: 3 });
    expect(await sent).toEqual({ accepted: true });
  });

  test('that time out on a healthy link are asked again with the same id', async () => {
    const { rooms, waits, connection } = setUp();
    void connection.start();
    await settle();
    const sent = connection.send(READY);
    rooms[0]!.asked[0]!.fail();
    await settle();
    waits.shift()!.pass();
    await settle();
    expect(rooms[0]!.asked[1]!.request.id).toBe(rooms[0]!.asked[0]!.request.id);
    rooms[0]!.asked[1]!.answer({ accepted: true, seq: 1 });
    expect(await sent).toEqual({ accepted: true });
  });

  test('answered twice are told once', async () => {
    const { rooms, connection } = setUp();
    void connection.start();
    await settle();
    const sent = connection.send(READY);
    rooms[0]!.events.dropped();
    rooms[0]!.events.mended();
    await settle();
    rooms[0]!.asked[1]!.answer({ accepted: true, seq: 1 });
    rooms[0]!.asked[0]!.answer({ accepted: false, refusal: { code: 'malformed', subject: null, params: {} } });
    expect(await sent).toEqual({ accepted: true });
  });
});

describe('the link', () => {
  test('tells calmly that it is being mended', async () => {
    const { rooms, connection, store } = setUp();
    void connection.start();
    await settle();
    rooms[0]!.events.state(snapshot());
    rooms[0]!.events.dropped();
    expect(store.get().connection).toBe('reconnecting');
    expect(store.get().view).not.toBeNull();
    rooms[0]!.events.mended();
    expect(store.get().connection).toBe('live');
  });

  test('waits longer after each failure, and starts small again after a success', async () => {
    const { rooms, waits, connection } = setUp([new Error('no'), new Error('no'), 'open', new Error('no')]);
    void connection.start();
    await settle();
    const pauses: number[] = [];
    for (let tries = 0; tries < 2; tries += 1) {
      pauses.push(waits[0]!.milliseconds);
      waits.shift()!.pass();
      await settle();
    }
    rooms[0]!.events.gone(4003);
    await settle();
    pauses.push(waits[0]!.milliseconds);
    expect(pauses).toEqual([500, 1000, 500]);
  });

  test.each<[number, string]>([[401, 'connection.refused'], [404, 'connection.closed']])('ends when the room will never have this session (%i)', async (status, reason) => {
    const { waits, connection, store } = setUp([new JoinRefused(status)]);
    await connection.start();
    expect(store.get()).toMatchObject({ connection: 'ended', endedBecause: reason });
    expect(waits).toHaveLength(0);
  });

  test('closed while it opens leaves the room again', async () => {
    const { rooms, connection } = setUp();
    const started = connection.start();
    connection.close();
    await started;
    expect(rooms[0]!.left).toBe(1);
  });

  test('passes notices on', async () => {
    const { rooms, notices, connection } = setUp();
    void connection.start();
    await settle();
    rooms[0]!.events.notice({ code: 'notRecorded', subject: null, params: {} });
    expect(notices.map(({ code }) => code)).toEqual(['notRecorded']);
  });
});

describe('what is received', () => {
  const started = async () => {
    const all = setUp();
    void all.connection.start();
    await settle();
    return { ...all, room: all.rooms[0]! };
  };

  test('becomes the view of the seat one sits in', async () => {
    const { room, store } = await started();
    room.events.state(snapshot());
    expect(store.get().seat).toBe('ARD');
    expect(store.get().view!.own!.ministry.budget).toBe(5);
    expect(store.get().view!.seats).toBeNull();
  });

  test('leaves identical what did not change', async () => {
    const { room, store } = await started();
    room.events.state(snapshot());
    const before = store.get().view!;
    room.events.state(snapshot({ documents: [['exercise', '{"turn":1,"status":"running"}'], ['seats/ARD', '{"id":"ARD","ready":true}'], ['seats/BEL', '{"id":"BEL","ready":false}']] }));
    const after = store.get().view!;
    expect(after.own).toBe(before.own);
    expect(after.public.exercise).toBe(before.public.exercise);
    expect(after.public.seats['BEL']).toBe(before.public.seats['BEL']);
    expect(after.public.seats['ARD']!.ready).toBe(true);
    room.events.state(snapshot({ documents: [['exercise', '{"turn":1,"status":"running"}'], ['seats/ARD', '{"id":"ARD","ready":true}'], ['seats/BEL', '{"id":"BEL","ready":false}']] }));
    expect(store.get().view!.public).toBe(after.public);
  });

  test('is no view before the first document', async () => {
    const { room, store } = await started();
    room.events.state(snapshot({ documents: [], seats: [] }));
    expect(store.get().view).toBeNull();
  });

  test('sets the clock by a time when it is told, not when it is repeated', async () => {
    const { room, store, at } = await started();
    room.events.state(snapshot());
    expect(store.get().clockOffset).toBe(500);
    at(1_090_000);
    room.events.state(snapshot());
    expect(store.get().clockOffset).toBe(500);
  });

  test('has names from the roster where others do not see them', async () => {
    const { room, store } = await started();
    room.events.state(snapshot({ names: { p1: 'Morgan' } }));
    expect(store.get().presence['p1']!.name).toBe('Morgan');
  });
});
