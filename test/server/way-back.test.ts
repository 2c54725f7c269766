// The way back for somebody who has lost their browser: a link that exercise control makes; it opens their own place, and closes the browser they had.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from '@colyseus/sdk';
import { expect, test } from 'vitest';
import type { Session, SessionCheck, WayBack } from '../../shared/wire/messages.ts';
import type { RunningServer } from '../../server/server.ts';
import { MemoryStore } from '../../server/store/memory.ts';
import { openSqliteStore } from '../../server/store/sqlite.ts';
import { Player, gather, http, serve, stopAll } from './support.ts';

type Refused = { refusal: { code: string; subject: string | null } };

const makes = (server: RunningServer, exercise: string, participant: string, token: string) => http<WayBack & Refused>(server.port, `/api/exercises/${exercise}/people/${participant}/link`, { token, body: {} });
const looks = (server: RunningServer, token: string) => http<SessionCheck & Refused>(server.port, '/api/session', { token });

test('opens the same place: the person, their ministry and its secrets', async () => {
  const server = await serve();
  const { id, control, people } = await gather(server, { First: 'ARD', Second: 'BEL' });
  const lost = people.First!;
  const made = await makes(server, id, lost.session.participant, control.session.token);
  expect(made.status).toBe(200);
  const { json: check } = await looks(server, made.json.token);
  expect(check).toMatchObject({ exercise: id, participant: lost.session.participant, name: 'First', role: 'participant' });
  const back = await new Player(server.port, check).enter();
  await back.until(() => back.seatDocuments('ARD')?.has('brief'));
  expect(server.exercises.people(id).filter(({ name }) => name === 'First')).toHaveLength(1);
});

test('closes the browser that they had: at once, and for good', async () => {
  const server = await serve();
  const { id, control, people } = await gather(server, { First: 'ARD', Second: 'BEL' });
  const old = people.First!;
  await makes(server, id, old.session.participant, control.session.token);
  await expect.poll(() => old.closed, { timeout: 10_000 }).not.toBeNull();
  expect(await looks(server, old.session.token)).toMatchObject({ status: 401, json: { refusal: { code: 'notSignedIn' } } });
  expect(people.Second!.closed).toBeNull();
});

test('lets nobody come back in the old way whose connection had dropped when it was made', async () => {
  const server = await serve();
  const { id, control, people } = await gather(server, { First: 'ARD' });
  const old = people.First!;
  let mended = false;
  old.room.onReconnect(() => (mended = true));
  (old.room.connection.transport as unknown as { ws: { close(code?: number): void } }).ws.close(4010);
  const made = await makes(server, id, old.session.participant, control.session.token);
  await expect.poll(() => old.closed, { timeout: 10_000 }).not.toBeNull();
  expect(mended).toBe(false);
  expect((await looks(server, made.json.token)).status).toBe(200);
});

test('lets nobody in who had a place reserved in the room before it was made', async () => {
  const server = await serve();
  const { id, control, people } = await gather(server, { First: 'ARD' });
  const old = people.First!;
  await old.leave();
  const reserved = await http<never>(server.port, `/matchmake/joinById/${id}`, { token: old.session.token, body: {} });
  expect(reserved.status).toBe(200);
  await makes(server, id, old.session.participant, control.session.token);
  await expect(new Client(`http://127.0.0.1:${server.port}`).consumeSeatReservation(reserved.json)).rejects.toThrow();
});

/** Keeps the first two tokens only once both are asked for. */
class MeetingStore extends MemoryStore {
  readonly #met: Promise<void>;
  #meet!: () => void;
  #asked = 0;

  constructor() {
    super();
    this.#met = new Promise((meet) => (this.#meet = meet));
  }

  override async setToken(...args: Parameters<MemoryStore['setToken']>): Promise<void> {
    if ((this.#asked += 1) === 2) this.#meet();
    await this.#met;
    await super.setToken(...args);
  }
}

test('two that are made at once: the later one opens the place, the other nothing', async () => {
  const server = await serve({ store: new MeetingStore() });
  const { id, control, people } = await gather(server, { First: 'ARD' });
  const make = () => makes(server, id, people.First!.session.participant, control.session.token);
  const made = await Promise.all([make(), make()]);
  const opens = await Promise.all(made.map(async ({ json: { token } }) => (await looks(server, token)).status));
  expect(opens.sort()).toEqual([200, 401]);
});

test('a newer link closes the older one', async () => {
  const server = await serve();
  const { id, control, people } = await gather(server, { First: 'ARD' });
  const [first, second] = [await makes(server, id, people.First!.session.participant, control.session.token), await makes(server, id, people.First!.session.participant, control.session.token)];
  expect([(await looks(server, first.json.token)).status, (await looks(server, second.json.token)).status]).toEqual([401, 200]);
});

test.each<[string, (all: Awaited<ReturnType<typeof gather>>, server: RunningServer) => Promise<{ participant: string; token: string }>, number, string]>([
  ['somebody of a ministry, for a colleague', async ({ people }) => ({ participant: people.First!.session.participant, token: people.Second!.session.token }), 403, 'notControl'],
  ['nobody', async ({ people }) => ({ participant: people.First!.session.participant, token: '' }), 401, 'notSignedIn'],
  ['control, for control', async ({ control }) => ({ participant: control.session.participant, token: control.session.token }), 400, 'parameterInvalid'],
  ['control, for a person who is not here', async ({ control }) => ({ participant: 'nobody', token: control.session.token }), 400, 'parameterInvalid'],
])('is not made by %s', async (_who, of, status, code) => {
  const server = await serve();
  const all = await gather(server, { First: 'ARD', Second: 'BEL' });
  const { participant, token } = await of(all, server);
  expect(await makes(server, all.id, participant, token)).toMatchObject({ status, json: { refusal: { code } } });
  expect((await looks(server, all.people.First!.session.token)).status).toBe(200);
});

test('still opens after the server was started again', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'entente-back-'));
  let server = await serve({ store: await openSqliteStore(folder) });
  const { id, control, people } = await gather(server, { First: 'ARD' });
  const { json: { token } } = await makes(server, id, people.First!.session.participant, control.session.token);
  await stopAll();
  server = await serve({ store: await openSqliteStore(folder) });
  expect((await looks(server, token)).json).toMatchObject<Partial<Session>>({ participant: people.First!.session.participant });
  expect((await looks(server, people.First!.session.token)).status).toBe(401);
  await stopAll();
  rmSync(folder, { recursive: true, force: true });
});
