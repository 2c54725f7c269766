// The door of a cohort: whom it keeps out, who comes in all the same, who works it and sees how it stands, and that it stays as it was left.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { DoorAnswer, JoinPreview, Session, StaffInvitation } from '../../shared/wire/messages.ts';
import { DOOR } from '../../shared/wire/documents.ts';
import type { RunningServer } from '../../server/server.ts';
import { openSqliteStore } from '../../server/store/sqlite.ts';
import { MemoryStore } from '../../server/store/memory.ts';
import { Player, gather, http, serve, stopAll } from './support.ts';

type Refused = { refusal: { code: string; subject: string | null } };
const CLOSED = { refusal: { code: 'doorClosed', subject: 'code' } };

const work = (server: RunningServer, exercise: string, token: string, closed: unknown) => http<DoorAnswer & Refused>(server.port, `/api/exercises/${exercise}/door`, { token, body: { closed } });
const joins = (server: RunningServer, code: string, name: string, more: { role?: string; world?: number; token?: string } = {}) => {
  const { token, ...wishes } = more;
  return http<Session & Refused>(server.port, '/api/join', { body: { code, name, ...wishes }, ...(token !== undefined && { token }) });
};
const expects = (server: RunningServer, exercise: string, token: string, ...names: string[]) =>
  http(server.port, `/api/exercises/${exercise}/roster`, { token, body: { version: 0, entries: names.map((name) => ({ id: name, name, world: null, seat: null, role: null, watches: false, note: '' })) } });
const invites = async (server: RunningServer, exercise: string, role: string, sight?: string): Promise<Session> => {
  const { json: { token } } = await http<StaffInvitation>(server.port, `/api/exercises/${exercise}/staff`, { token: server.instructorToken, body: { role, name: 'Staff', ...(sight && { sight }) } });
  return (await http<Session>(server.port, '/api/staff', { body: { token, exercise, name: 'Staff' } })).json;
};
/** How the door stands on the page of exercise control. */
const shown = (player: Player) => player.room.state.control?.get('control')?.documents.get(DOOR);

describe('a closed door', () => {
  test.each<[string, boolean]>([['before the start', false], ['while the exercise runs', true]])('keeps newcomers out, %s', async (_when, start) => {
    const server = await serve();
    const { id, code, control } = await gather(server, { First: 'ARD' }, start);
    expect(await work(server, id, control.session.token, true)).toMatchObject({ status: 200, json: { closed: true } });
    for (const role of ['participant', 'observer']) expect(await joins(server, code, 'Stranger', { role })).toMatchObject({ status: 403, json: CLOSED });
    expect(server.exercises.people(id).map(({ name }) => name)).not.toContain('Stranger');
    expect((await http<JoinPreview>(server.port, `/api/join/${code}`)).json.closed).toBe(true);
    await work(server, id, control.session.token, false);
    expect((await joins(server, code, 'Stranger')).status).toBe(200);
    expect((await http<JoinPreview>(server.port, `/api/join/${code}`)).json.closed).toBe(false);
  });

  test('lets those back in who are known, by the session that their browser keeps', async () => {
    const server = await serve();
    const { id, control, people } = await gather(server, { First: 'ARD' });
    await work(server, id, control.session.token, true);
    await people.First!.leave();
    const back = await new Player(server.port, people.First!.session).enter();
    await back.until(() => back.seatDocuments('ARD')?.has('brief'));
  });

  test('lets those in who stand on the roster, to play or to watch, and staff by their links', async () => {
    const server = await serve();
    const { id, code, control } = await gather(server, {});
    await work(server, id, control.session.token, true);
    await expects(server, id, control.session.token, 'Delegate North', 'Delegate South');
    expect((await joins(server, code, 'delegate  NORTH')).json.role).toBe('participant');
    expect((await joins(server, code, 'Delegate South', { role: 'observer' })).json.role).toBe('observer');
    expect((await joins(server, code, 'Delegate West')).json).toMatchObject(CLOSED);
    expect((await invites(server, id, 'evaluator')).role).toBe('evaluator');
  });

  test('lets those open a wall who run the exercise: their browser shows whose it is', async () => {
    const server = await serve();
    const { id, code, control, people } = await gather(server, { First: 'ARD' });
    const helper = await invites(server, id, 'control');
    await work(server, id, control.session.token, true);
    const wall = async (token: string) => (await joins(server, code, 'Wall', { role: 'observer', token })).status;
    expect([await wall(server.instructorToken), await wall(helper.token), await wall(people.First!.session.token), await wall('nonsense')]).toEqual([200, 200, 403, 403]);
  });

  test('is that of all worlds to which one code leads', async () => {
    const server = await serve();
    const { json: first } = await http<{ cohort: string }>(server.port, '/api/exercises', { token: server.instructorToken, body: { scenario: 'duel', worlds: 2 } });
    const controls = await Promise.all(server.exercises.shelf.idsOf(first.cohort).map(async (world) =>
      new Player(server.port, (await http<Session>(server.port, `/api/exercises/${world}/control`, { token: server.instructorToken, body: {} })).json).enter()));
    const [a, b] = controls as [Player, Player];
    await work(server, a.session.exercise, a.session.token, true);
    await b.until(() => shown(b) === 'true');
    const card = server.exercises.shelf.cohortCard(first.cohort)!;
    for (const code of [card.code, ...card.worlds.map((world) => world.code)]) expect((await joins(server, code, 'Stranger')).json).toMatchObject(CLOSED);
    await work(server, b.session.exercise, b.session.token, false);
    await a.until(() => shown(a) === 'false');
    expect((await joins(server, card.code, 'Stranger')).status).toBe(200);
    const other = await gather(server, {});
    expect((await work(server, a.session.exercise, other.control.session.token, true)).status).toBe(404);
  });

  test('is closed still after a restart', async () => {
    const data = mkdtempSync(join(tmpdir(), 'entente-door-'));
    try {
      const first = await serve({ store: await openSqliteStore(data) });
      const { id, code, control } = await gather(first, {});
      await work(first, id, control.session.token, true);
      await stopAll();
      const second = await serve({ store: await openSqliteStore(data) });
      expect((await joins(second, code, 'Stranger')).json).toMatchObject(CLOSED);
      const again = await new Player(second.port, control.session).enter();
      expect(shown(again)).toBe('true');
    } finally {
      await stopAll();
      rmSync(data, { recursive: true, force: true });
    }
  });

  test('stays open where the store cannot keep that it was closed', async () => {
    const store = new MemoryStore();
    store.setDoor = () => Promise.reject(new Error('the disk is full'));
    const server = await serve({ store });
    const { id, code, control } = await gather(server, {});
    expect((await work(server, id, control.session.token, true)).json).toMatchObject({ refusal: { code: 'notRecorded' } });
    expect([shown(control), (await joins(server, code, 'Stranger')).status]).toEqual(['false', 200]);
  });
});

test('the door is worked by those who run the exercise, and they and the staff who see all are shown how it stands', async () => {
  const server = await serve();
  const { id, control, people } = await gather(server, { First: 'ARD' });
  const [helper, evaluator, guest] = [await invites(server, id, 'control'), await invites(server, id, 'evaluator'), await invites(server, id, 'observer', 'all')];
  const ask = async (token: string) => (await work(server, id, token, true)).status;
  expect([await ask(people.First!.session.token), await ask(evaluator.token), await ask(guest.token), await ask('nonsense')]).toEqual([403, 403, 403, 401]);
  expect(shown(control)).toBe('false');
  expect([await ask(helper.token), await ask(control.session.token)]).toEqual([200, 200]);
  expect((await work(server, id, control.session.token, 'yes')).json).toMatchObject({ refusal: { code: 'malformed', subject: 'closed' } });
  await control.until(() => shown(control) === 'true');
  expect(shown(people.First!)).toBeUndefined();
  expect([...people.First!.room.state.documents.keys()]).not.toContain(DOOR);
});
