// Staff over real sockets: what each role may ask for and see, links that are made, opened and taken back, and that no browser of others does what exercise control can.
import { DatabaseSync } from 'node:sqlite';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Command } from '../../shared/model/commands.ts';
import { ASKERS, POWERS, mayAsk } from '../../shared/model/roles.ts';
import type { Role, Sight, StaffRole } from '../../shared/model/roles.ts';
import type { CommandAnswer, Session, StaffInvitation, StaffLink, StaffLook } from '../../shared/wire/messages.ts';
import type { RunningServer } from '../../server/server.ts';
import { openSqliteStore } from '../../server/store/sqlite.ts';
import { DUEL_SEATS, canary } from '../fixtures/duel.ts';
import { SAMPLES } from './samples.ts';
import { FlakyStore, Player, gather, http, serve, stopAll } from './support.ts';

async function invite(server: RunningServer, id: string, role: StaffRole, sight?: Sight, name = 'Dr. Ames') {
  return (await http<StaffInvitation>(server.port, `/api/exercises/${id}/staff`, { token: server.instructorToken, body: { role, name, ...(sight && { sight }) } })).json;
}

const enter = async (server: RunningServer, id: string, token: string, name = 'Dr. Ames') => (await http<Session>(server.port, '/api/staff', { body: { token, exercise: id, name } })).json;

async function staff(server: RunningServer, id: string, role: StaffRole, sight?: Sight) {
  const { token, link } = await invite(server, id, role, sight);
  return { link, token, player: await new Player(server.port, await enter(server, id, token)).enter() };
}

const revoke = (server: RunningServer, id: string, link: string, token = server.instructorToken) =>
  fetch(`http://127.0.0.1:${server.port}/api/exercises/${id}/staff/${link}`, { method: 'DELETE', headers: { authorization: `Bearer ${token}` } });

/** Everything that a browser can be made to send, one after the other; now and then over a new connection, as one may not ask too often. Leaving the seat comes last: it costs the connection. */
async function askAll(player: Player, commands: readonly Command[], send = (one: Player, command: Command): Promise<CommandAnswer> => one.ask(command)): Promise<[Command, CommandAnswer][]> {
  const answers: [Command, CommandAnswer][] = [];
  let one = player;
  for (const [index, command] of [...commands].sort((a, b) => Number(a.type === 'leaveSeat') - Number(b.type === 'leaveSeat')).entries()) {
    if (index % 25 === 24) {
      await one.leave();
      one = await new Player(player.port, player.session).enter();
    }
    answers.push([command, await send(one, command)]);
  }
  return answers;
}

const pin = { type: 'pinObservation', text: 'They asked first.', objective: null, seat: null, rating: null, private: false, disclosed: false } as const;
const bytes = (player: Player) => Buffer.concat(player.frames).toString('latin1');
const controlDocuments = (player: Player) => [...(player.room.state.control?.values() ?? [])].flatMap(({ documents }) => [...documents.values()]);

describe('the table of powers', () => {
  test('names every command that can be sent, and no other', () => {
    // Of the server alone: a bot stands in for a seat that is late, and a date is put off after the server was away.
    const own = ['putOffDeadline', 'standIn'];
    expect([...SAMPLES.map(({ type }) => type), ...own].sort()).toEqual(Object.keys(ASKERS).sort());
  });

  test('what an evaluator may ask for is to write notes, and an observer for nothing', () => {
    const allowed = (role: Role) => SAMPLES.map(({ type }) => type).filter((type) => mayAsk(role, type));
    expect(allowed('evaluator').sort()).toEqual(['changeObservation', 'pinObservation', 'removeObservation']);
    expect(allowed('observer')).toEqual([]);
    expect(allowed('participant').filter((type) => mayAsk('control', type))).toEqual([]);
  });

  const BARRED = ['notControl', 'notYourSeat', 'notesOnly', 'watchesOnly'];

  test.each<[string, Role, Sight | undefined]>([
    ['a participant', 'participant', undefined], ['an observer', 'observer', 'public'], ['an observer of one ministry', 'observer', 'BEL'], ['an observer who sees all', 'observer', 'all'],
    ['an evaluator', 'evaluator', undefined], ['a co-instructor', 'control', undefined],
  ])('of %s, every command is heard or refused as it stands there', async (_name, role, sight) => {
    const server = await serve();
    const { id, people } = await gather(server, { first: 'ARD' });
    const player = role === 'participant' ? people.first! : (await staff(server, id, role, sight)).player;
    const verdicts: Record<string, boolean> = {};
    for (const [command, answer] of await askAll(player, SAMPLES)) {
      const code = answer.accepted ? null : answer.refusal.code;
      expect(code, `${command.type} is well formed`).not.toBe('malformed');
      verdicts[command.type] = code === null || !BARRED.includes(code);
    }
    expect(verdicts).toEqual(Object.fromEntries(SAMPLES.map(({ type }) => [type, mayAsk(role, type)])));
  });

  test('forged fields make nobody exercise control: no browser of others does what it can', async () => {
    const server = await serve();
    const { id, people, control } = await gather(server, { first: 'ARD' });
    const others = [people.first!, (await staff(server, id, 'observer', 'all')).player, (await staff(server, id, 'evaluator')).player];
    const reserved = SAMPLES.filter(({ type }) => mayAsk('control', type) && !mayAsk('evaluator', type));
    const before = control.public('exercise');
    const forged = { actor: { kind: 'control', id: control.session.participant }, role: 'control', by: 'control', kind: 'control', asksAs: 'control', token: control.session.token, participant: control.session.participant };
    const ways: ((player: Player, command: Command) => Promise<CommandAnswer>)[] = [
      (player, command) => player.ask(command),
      (player, command) => player.ask({ ...forged, ...command } as never),
      (player, command) => player.room.request('command' as never, { ...forged, id: 'command-forged', command } as never) as Promise<CommandAnswer>,
    ];
    for (const player of others) {
      for (const way of ways) {
        const answers = await askAll(await new Player(server.port, player.session).enter(), reserved, way);
        expect(answers.filter(([, { accepted }]) => accepted)).toEqual([]);
      }
    }
    // Nor does anybody else act in the name of a ministry.
    const inItsName = (player: Player, command: Command) => player.room.request('command' as never, { id: 'command-in-its-name', as: 'BEL', command } as never) as Promise<CommandAnswer>;
    for (const player of others) {
      const answers = await askAll(await new Player(server.port, player.session).enter(), SAMPLES, inItsName);
      expect(answers.filter(([, { accepted }]) => accepted)).toEqual([]);
    }
    expect(control.public('exercise')).toEqual(before);
  });

  test('looking ahead is for exercise control alone', async () => {
    const server = await serve();
    const { id, people, control } = await gather(server, { first: 'ARD' });
    const asked = { effects: [{ add: { path: 'crisis/strait/severity', by: -5 } }], seat: null };
    expect((await control.preview(asked)).changes.length).toBeGreaterThan(0);
    for (const player of [people.first!, (await staff(server, id, 'evaluator')).player, (await staff(server, id, 'observer', 'all')).player]) {
      await expect(player.preview(asked)).rejects.toMatchObject({ reason: { code: 'notControl' } });
    }
  });
});

describe('what staff are sent', () => {
  test('an observer gets what everybody gets, one screen, or all of it, to the byte', async () => {
    const server = await serve();
    const { id, people, control } = await gather(server, { first: 'ARD', second: 'BEL' });
    const [everybody, one, all, evaluator] = await Promise.all([staff(server, id, 'observer'), staff(server, id, 'observer', 'BEL'), staff(server, id, 'observer', 'all'), staff(server, id, 'evaluator')]);
    await control.ask({ ...pin, text: 'canary-shared' });
    await control.ask({ ...pin, text: 'canary-notebook', private: true });
    await people.first!.ask({ type: 'sendMessage', to: ['COL'], text: 'canary-message' });
    await control.ask({ type: 'advancePhase' });
    for (const { player } of [everybody, one, all, evaluator]) await player.until(() => player.public<{ phase: string }>('exercise').phase === 'negotiation');

    const secrets = (player: Player) => DUEL_SEATS.filter((seat) => bytes(player).includes(canary(seat)));
    expect([everybody, one, all, evaluator].map(({ player }) => secrets(player))).toEqual([[], ['BEL'], DUEL_SEATS, DUEL_SEATS]);
    expect([everybody, one, all, evaluator].map(({ player }) => bytes(player).includes('canary-message'))).toEqual([false, false, true, true]);
    expect([everybody, one, all, evaluator].map(({ player }) => bytes(player).includes('canary-shared'))).toEqual([false, false, true, true]);
    expect([everybody, one, all, evaluator].filter(({ player }) => bytes(player).includes('canary-notebook'))).toEqual([]);
    expect(one.player.seatDocuments('BEL')).toEqual(people.second!.seatDocuments('BEL'));
    expect([everybody.player, one.player].map(controlDocuments)).toEqual([[], []]);
    // Nobody is told which ministry is watched.
    expect([...people.first!.room.state.presence.values()].find(({ role }) => role === 'observer')).toMatchObject({ seat: '' });
  });

  test('history and replay are those of the same eyes', async () => {
    const server = await serve();
    const { id, people, control } = await gather(server, { first: 'ARD', second: 'BEL' });
    await people.first!.ask({ type: 'sendMessage', to: ['COL'], text: 'canary-message' });
    const [everybody, one, all, evaluator] = await Promise.all([staff(server, id, 'observer'), staff(server, id, 'observer', 'BEL'), staff(server, id, 'observer', 'all'), staff(server, id, 'evaluator')]);
    for (const { player } of [everybody, one]) {
      expect(JSON.stringify(await player.history(1))).not.toContain('canary-message');
      await expect(player.history(1, 'ARD')).rejects.toMatchObject({ reason: { code: 'notControl' } });
    }
    for (const { player } of [all, evaluator]) expect(JSON.stringify([await player.history(1), await player.history(1, 'ARD')])).toContain('canary-message');
    const replay = async (player: Player, as?: string) => (await http(server.port, `/api/exercises/${id}/replay${as ? `?as=${as}` : ''}`, { token: player.session.token })).status;
    expect(await Promise.all([replay(everybody.player), replay(everybody.player, 'BEL'), replay(one.player, 'BEL'), replay(one.player, 'ARD'), replay(one.player, 'control'), replay(all.player, 'control'), replay(evaluator.player, 'ARD')]))
      .toEqual([200, 403, 200, 403, 403, 200, 200]);
    const record = async (player: Player) => (await http(server.port, `/api/exercises/${id}/record`, { token: player.session.token })).status;
    expect(await Promise.all([everybody.player, one.player, all.player, evaluator.player, control].map(record))).toEqual([403, 403, 403, 403, 200]);
  });
});

describe('notes of evaluators', () => {
  test('are theirs in the record; others change them only if they run the exercise', async () => {
    const store = new FlakyStore();
    const server = await serve({ store });
    const { id, control } = await gather(server, { first: 'ARD' });
    const [{ player: ames }, { player: baker }] = [await staff(server, id, 'evaluator'), await staff(server, id, 'evaluator')];
    expect(await ames.ask(pin)).toMatchObject({ accepted: true });
    expect(await ames.ask({ ...pin, text: 'canary-own', private: true })).toMatchObject({ accepted: true });
    expect(store.written.some(({ line }) => line.includes(`"evaluator:${ames.session.participant}"`))).toBe(true);
    const listed = () => controlDocuments(baker).map((text) => JSON.parse(text) as { id?: string; by?: string } | null).find((one) => one?.by === ames.session.participant);
    await baker.until(listed);
    const observation = listed()!.id!;
    expect(await baker.ask({ ...pin, type: 'changeObservation', observation, text: 'They did not.' })).toMatchObject({ accepted: false, refusal: { code: 'observationNotYours' } });
    expect(await baker.ask({ type: 'removeObservation', observation })).toMatchObject({ accepted: false, refusal: { code: 'observationNotYours' } });
    expect(await ames.ask({ ...pin, type: 'changeObservation', observation, text: 'They asked twice.' })).toMatchObject({ accepted: true });
    expect(await control.ask({ type: 'removeObservation', observation })).toMatchObject({ accepted: true });
    await ames.until(() => controlDocuments(ames).some((text) => text.includes('canary-own')));
    for (const other of [baker, control]) expect(bytes(other)).not.toContain('canary-own');
  });
});

describe('staff links', () => {
  test('say what they open, and are told once', async () => {
    const server = await serve();
    const { id } = await gather(server, {});
    const { link, token } = await invite(server, id, 'observer', 'BEL', '  Ms. Cole ');
    expect(link).toMatchObject({ role: 'observer', sight: 'BEL', name: 'Ms. Cole', people: [] });
    const look = (await http<StaffLook>(server.port, '/api/staff/look', { body: { token } })).json;
    expect(look).toEqual({ link: link.id, role: 'observer', sight: 'BEL', name: 'Ms. Cole', exercises: [{ id, title: 'Duel in the Strait', world: 0, watched: 'BEL' }] });
    const session = await enter(server, id, token, 'Cole');
    const list = await http<StaffLink[]>(server.port, `/api/exercises/${id}/staff`, { token: server.instructorToken });
    expect(list.json).toEqual([{ ...link, people: [{ participant: session.participant, name: 'Cole' }] }]);
    expect(list.text).not.toContain(token);
    expect(session).toMatchObject({ role: 'observer', sight: 'BEL', link: link.id });
  });

  test.each<[string, Record<string, unknown>, number, string]>([
    ['a role that is none of the staff', { role: 'participant', name: 'A' }, 400, 'malformed'], ['no name', { role: 'evaluator', name: ' ' }, 400, 'malformed'], ['a name too long', { role: 'evaluator', name: 'x'.repeat(41) }, 400, 'malformed'],
    ['a sight for an evaluator', { role: 'evaluator', sight: 'BEL', name: 'A' }, 400, 'parameterUnknown'], ['a ministry that is not in play', { role: 'observer', sight: 'ZZZ', name: 'A' }, 400, 'seatUnknown'],
  ])('with %s are not made', async (_what, body, status, code) => {
    const server = await serve();
    const { id } = await gather(server, {});
    const answer = await http<{ refusal: { code: string } }>(server.port, `/api/exercises/${id}/staff`, { token: server.instructorToken, body });
    expect([answer.status, answer.json.refusal.code]).toEqual([status, code]);
  });

  test('are made by the instructor alone, who came by no staff link', async () => {
    const server = await serve();
    const { id, control, people } = await gather(server, { first: 'ARD' });
    const { player: colleague, link } = await staff(server, id, 'control');
    const { player: evaluator } = await staff(server, id, 'evaluator');
    const asks = async (token: string) => {
      const made = await http<{ refusal?: { code: string } }>(server.port, `/api/exercises/${id}/staff`, { token, body: { role: 'control', name: 'Another' } });
      const listed = await http(server.port, `/api/exercises/${id}/staff`, { token });
      return [made.status, made.json.refusal?.code ?? null, listed.status];
    };
    expect(await asks(control.session.token)).toEqual([200, null, 200]);
    for (const { session } of [colleague, evaluator, people.first!]) expect(await asks(session.token)).toEqual([403, 'notInstructor', 403]);
    expect(await asks('nonsense')).toEqual([401, 'notSignedIn', 401]);
    expect((await revoke(server, id, link.id, colleague.session.token)).status).toBe(403);
    // In the room a co-instructor does what the instructor does, to the end.
    expect(await colleague.ask({ type: 'endExercise' })).toMatchObject({ accepted: true });
  });

  test('are forty at most', async () => {
    const server = await serve();
    const { id } = await gather(server, {});
    for (let number = 0; number < 40; number += 1) expect((await invite(server, id, 'evaluator')).token).toBeTruthy();
    expect(await invite(server, id, 'evaluator')).toMatchObject({ refusal: { code: 'tooManyLinks' } });
  });

  test('that are taken back send everybody away who came by them, at once and for good', async () => {
    const server = await serve();
    const { id, people, control } = await gather(server, { first: 'ARD' });
    const { player, link, token } = await staff(server, id, 'evaluator');
    const other = await staff(server, id, 'evaluator');
    await people.first!.until(() => people.first!.room.state.presence.has(player.session.participant));
    const answer = await revoke(server, id, link.id);
    expect([answer.status, await answer.json()]).toEqual([200, [expect.objectContaining({ id: other.link.id })]]);
    await expect.poll(() => player.closed).not.toBeNull();
    await people.first!.until(() => !people.first!.room.state.presence.has(player.session.participant));
    // Neither the session nor the link opens anything any more, and the link is not known a second time.
    await expect(new Player(server.port, player.session).enter()).rejects.toThrow();
    expect((await http(server.port, '/api/session', { token: player.session.token })).status).toBe(401);
    expect((await http<{ refusal: { code: string } }>(server.port, '/api/staff', { body: { token, exercise: id, name: 'Again' } })).json.refusal.code).toBe('linkUnknown');
    expect((await revoke(server, id, link.id)).status).toBe(404);
    expect(await other.player.ask(pin)).toMatchObject({ accepted: true });
    expect(await control.ask({ type: 'advancePhase' })).toMatchObject({ accepted: true });
  });

  test('that are taken back while somebody is away let nobody come back in the old way', async () => {
    const server = await serve();
    const { id } = await gather(server, {});
    const { player, link } = await staff(server, id, 'evaluator');
    let mended = false;
    player.room.onReconnect(() => (mended = true));
    (player.room.connection.transport as unknown as { ws: { close(code?: number): void } }).ws.close(4010);
    await revoke(server, id, link.id);
    const sent = player.frames.length;
    await expect.poll(() => player.closed, { timeout: 10_000 }).not.toBeNull();
    // What still comes over the new line is the reason for its end.
    expect([mended, Buffer.concat(player.frames.slice(sent)).length < 100]).toEqual([false, true]);
    await expect(new Player(server.port, player.session).enter()).rejects.toThrow();
  });

  test('open every world of their cohort, and taken back, none', async () => {
    const server = await serve();
    const { json: first } = await http<{ id: string; cohort: string }>(server.port, '/api/exercises', { token: server.instructorToken, body: { scenario: 'duel', worlds: 2 } });
    const { token, link } = await invite(server, first.id, 'evaluator');
    const { exercises } = (await http<StaffLook>(server.port, '/api/staff/look', { body: { token } })).json;
    expect(exercises.map(({ world }) => world)).toEqual([0, 1]);
    const players = await Promise.all(exercises.map(async ({ id }) => new Player(server.port, await enter(server, id, token)).enter()));
    for (const { id } of exercises) {
      const list = (await http<StaffLink[]>(server.port, `/api/exercises/${id}/staff`, { token: server.instructorToken })).json;
      expect(list).toMatchObject([{ id: link.id, people: players.map(({ session }) => ({ participant: session.participant })) }]);
    }
    expect((await revoke(server, exercises[1]!.id, link.id)).status).toBe(200);
    for (const player of players) await expect.poll(() => player.closed).not.toBeNull();
  });

  test('do not open another exercise', async () => {
    const server = await serve();
    const [one, two] = [await gather(server, {}), await gather(server, {})];
    const { token } = await invite(server, one.id, 'evaluator');
    expect(await enter(server, two.id, token)).toMatchObject({ refusal: { code: 'linkUnknown' } });
  });
});

test('links and those who came by them are there again after a restart, in a folder of an earlier layout too', async () => {
  const data = mkdtempSync(join(tmpdir(), 'entente-staff-'));
  try {
    const first = await serve({ store: await openSqliteStore(data) });
    const { id } = await gather(first, { first: 'ARD' });
    await stopAll();
    // As it was before there were staff.
    const database = new DatabaseSync(join(data, 'entente.sqlite'));
    database.exec('ALTER TABLE cohorts DROP COLUMN closed; DROP TABLE rosters; DROP TABLE staff_links; ALTER TABLE participants DROP COLUMN link; PRAGMA user_version = 2;');
    database.close();

    const second = await serve({ store: await openSqliteStore(data) });
    const { link, token } = await invite(second, id, 'observer', 'BEL');
    const session = await enter(second, id, token);
    const gone = await invite(second, id, 'evaluator');
    const goneSession = await enter(second, id, gone.token);
    await revoke(second, id, gone.link.id);
    await stopAll();

    const third = await serve({ store: await openSqliteStore(data) });
    expect((await http<Session>(third.port, '/api/session', { token: session.token })).json).toMatchObject({ role: 'observer', sight: 'BEL', link: link.id });
    expect((await http(third.port, '/api/session', { token: goneSession.token })).status).toBe(401);
    expect((await http<StaffLink[]>(third.port, `/api/exercises/${id}/staff`, { token: third.instructorToken })).json).toMatchObject([{ id: link.id, people: [{ participant: session.participant }] }]);
  } finally {
    await stopAll();
    rmSync(data, { recursive: true, force: true });
  }
});

test('every role has its powers, and only exercise control has all of them', () => {
  expect(Object.values(POWERS.control)).not.toContain(false);
  for (const role of ['participant', 'observer', 'evaluator'] as const) expect([POWERS[role].previews, POWERS[role].takesRecord, POWERS[role].keepsRoster, POWERS[role].invitesStaff]).toEqual([false, false, false, false]);
});
