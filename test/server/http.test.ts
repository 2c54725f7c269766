// The HTTP interface: who may do what, what is refused and how, what is handed out, and hostile input at every door.
import { connect } from 'node:net';
import { describe, expect, test } from 'vitest';
import { readRecord, verifyRecord } from '../../shared/record/record.ts';
import type { ExerciseCard, JoinPreview, ReplayAnswer, ScenarioCard, Session } from '../../shared/wire/messages.ts';
import type { RunningServer } from '../../server/server.ts';
import { canary, DUEL_SEATS } from '../fixtures/duel.ts';
import { FakeClock, Player, gather, http, serve } from './support.ts';

const create = async ({ port, instructorToken: token }: RunningServer, body: object = {}) =>
  (await http<ExerciseCard>(port, '/api/exercises', { token, body: { scenario: 'duel', ...body } })).json;

describe('the instructor', () => {
  test('gets in by the printed link and keeps a token of their own', async () => {
    const { port, instructorToken } = await serve();
    expect((await http(port, '/api/exercises')).status).toBe(401);
    expect((await http(port, '/api/instructor', { body: { token: 'guess' } })).status).toBe(401);
    const { json } = await http<{ token: string }>(port, '/api/instructor', { body: { token: instructorToken } });
    expect(json.token).not.toBe(instructorToken);
    expect((await http(port, '/api/exercises', { token: json.token })).json).toEqual([]);
  });

  test('creates exercises from the scenarios there are, within what they allow', async () => {
    const server = await serve();
    const { port, instructorToken: token } = server;
    expect((await http<ScenarioCard[]>(port, '/api/scenarios')).json.map(({ id }) => id)).toEqual(['duel']);
    const card = await create(server, { title: 'Monday class', turns: 2, seats: ['ARD', 'BEL'] });
    expect(card).toMatchObject({ title: 'Monday class', status: 'lobby', turns: 2, scenario: 'duel', participants: 0 });
    expect(card.code).toMatch(/^[2-9A-HJKMNP-TV-Z]{6}$/);
    for (const [body, code] of [
      [{ scenario: 'none' }, 'scenarioUnknown'], [{ scenario: 'duel', seats: ['ARD', 'XXX'] }, 'seatUnknown'],
      [{ scenario: 'duel', turns: 19 }, 'parameterInvalid'], [{ scenario: 'duel', colour: 'red' }, 'malformed'], ['{"scenario"', 'malformed'],
    ] as const) {
      const refused = await http<{ refusal: { code: string } }>(port, '/api/exercises', { token, body });
      expect([refused.json.refusal.code, refused.status >= 400]).toEqual([code, true]);
    }
    expect((await http<ExerciseCard[]>(port, '/api/exercises', { token })).json).toHaveLength(1);
  });

  test('opens the room as exercise control, as one and the same person each time', async () => {
    const server = await serve();
    const { id } = await create(server);
    const ask = async () => (await http<Session>(server.port, `/api/exercises/${id}/control`, { token: server.instructorToken, body: {} })).json;
    const [first, second] = [await ask(), await ask()];
    expect(first).toEqual(second);
    expect(first.role).toBe('control');
    expect((await http(server.port, `/api/exercises/${id}/control`, { token: first.token, body: {} })).status).toBe(401);
  });
});

describe('every door', () => {
  test('says why it stays closed', async () => {
    const server = await serve();
    const { id } = await create(server);
    const session = (await http<Session>(server.port, `/api/exercises/${id}/control`, { token: server.instructorToken, body: {} })).json;
    const told = async (path: string, asking: Parameters<typeof http>[2] = {}) => (await http<{ refusal: { code: string } }>(server.port, path, asking)).json.refusal.code;
    expect(await told('/api/exercises')).toBe('notSignedIn');
    expect(await told('/api/exercises/elsewhere/record', { token: session.token })).toBe('exerciseUnknown');
    expect(await told('/api/exercises', { token: server.instructorToken, body: { scenario: 'duel', title: 'x'.repeat(20_000) } })).toBe('tooLarge');
    const guesses = await Promise.all(Array.from({ length: 40 }, (_, guess) => told(`/api/join/WRONG${guess}`)));
    expect(new Set(guesses)).toEqual(new Set(['codeUnknown', 'tooManyRequests']));
  });
});

describe('joining', () => {
  test('takes a code however it is typed, and a late comer too', async () => {
    const server = await serve();
    const { code, id } = await gather(server, { first: 'ARD' });
    const typed = `${code.slice(0, 3).toLowerCase()} ${code.slice(3)}`;
    const preview = await http<JoinPreview>(server.port, `/api/join/${encodeURIComponent(typed)}`);
    expect(preview.json).toMatchObject({ exercise: id, status: 'running' });
    expect(preview.json.seats.find((seat) => seat.id === 'ARD')!.people).toBe(1);
    expect(preview.text).not.toContain('CANARY');
    const late = await http<Session>(server.port, '/api/join', { body: { code: typed, name: 'Late comer' } });
    const player = await new Player(server.port, late.json).enter();
    expect(await player.ask({ type: 'takeSeat', seat: 'BEL' })).toMatchObject({ accepted: true });
    await player.until(() => player.seatDocuments('BEL')?.get('brief')?.includes(canary('BEL')));
  });

  test('refuses a wrong code, the code of an ended exercise, an empty name, and a full exercise', async () => {
    const server = await serve();
    const { code, control } = await gather(server, { first: 'ARD' });
    const join = (body: object) => http<{ refusal: { code: string } }>(server.port, '/api/join', { body });
    expect((await join({ code: 'WRONG2', name: 'A' })).json.refusal.code).toBe('codeUnknown');
    expect((await join({ code, name: '   ' })).json.refusal).toMatchObject({ code: 'malformed', subject: 'name' });
    const joined = await Promise.all(Array.from({ length: 85 }, (_, index) => join({ code, name: `Person ${index}` })));
    expect(new Set(joined.filter(({ status }) => status !== 200).map(({ json }) => json.refusal.code))).toEqual(new Set(['exerciseFull']));
    await control.ask({ type: 'endExercise' });
    await control.until(() => control.public<{ status: string }>('exercise').status === 'debrief');
    expect((await join({ code, name: 'Too late' })).json.refusal.code).toBe('exerciseEnded');
  });

  test('slows down who guesses codes', async () => {
    const server = await serve();
    const answers: number[] = [];
    for (let guess = 0; guess < 40; guess += 1) answers.push((await http(server.port, `/api/join/WRONG${guess}`)).status);
    expect(answers.slice(0, 30).every((status) => status === 404)).toBe(true);
    expect(answers.slice(-5)).toEqual([429, 429, 429, 429, 429]);
  });

  test('limits how often one address may begin to practise, and creates nothing beyond', async () => {
    const server = await serve();
    const answers = await Promise.all(Array.from({ length: 14 }, () => http(server.port, '/api/practice', { body: { scenario: 'duel', name: 'Alone' } })));
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(10);
    expect(server.exercises.shelf.counts().exercises).toBe(10);
    expect(server.exercises.shelf.cards()).toEqual([]);
  });

  test('practices that were left make room for new ones', async () => {
    const clock = new FakeClock();
    const server = await serve({ clock });
    const begin = async () => (await http(server.port, '/api/practice', { body: { scenario: 'duel', name: 'Alone' } })).status;
    for (let made = 0; made < 200; made += 10) {
      clock.advance(61_000);
      expect(await Promise.all(Array.from({ length: 10 }, begin))).toEqual(Array.from({ length: 10 }, () => 200));
    }
    clock.advance(61_000);
    expect(await begin()).toBe(429);
    clock.advance(4 * 24 * 3600 * 1000);
    expect(await begin()).toBe(200);
  });

  test('practising alone begins at once, with bots in the other seats', async () => {
    const server = await serve();
    const { json } = await http<Session>(server.port, '/api/practice', { body: { scenario: 'duel', name: 'Alone', seat: 'BEL' } });
    const player = await new Player(server.port, json).enter();
    expect(player.public('exercise')).toMatchObject({ status: 'running', turn: 1 });
    expect(player.seatDocuments('BEL')!.get('brief')).toContain(canary('BEL'));
    expect(DUEL_SEATS.filter((seat) => player.public<{ bot: string | null }>(`seats/${seat}`).bot !== null)).toEqual(['ARD', 'COL', 'NIH']);
  });
});

describe('the record', () => {
  test('is handed out to exercise control at any time and to others once everything is disclosed', async () => {
    const server = await serve();
    const { id, control, people } = await gather(server, { first: 'ARD' });
    const get = (player: Player, what = 'record') => http<{ refusal: { code: string } }>(server.port, `/api/exercises/${id}/${what}`, { token: player.session.token });
    expect((await get(people.first!)).json.refusal.code).toBe('notDisclosed');
    expect(verifyRecord(readRecord((await get(control)).text).record!)).toBeNull();
    expect((await http(server.port, `/api/exercises/${id}/record`)).status).toBe(401);
    const elsewhere = await create(server);
    expect((await http(server.port, `/api/exercises/${elsewhere.id}/record`, { token: control.session.token })).status).toBe(404);
    await people.first!.ask({ type: 'sendMessage', to: ['BEL'], text: 'withdrawn words' });
    const held = (await http<ReplayAnswer>(server.port, `/api/exercises/${id}/replay`, { token: control.session.token })).text;
    const message = /messages\/([0-9a-z]+)/.exec(held)![1]!;
    await control.ask({ type: 'hideMessage', message });
    await control.ask({ type: 'endExercise' });
    const file = await get(people.first!);
    expect([file.text, (await get(people.first!, 'replay')).text].join()).not.toContain('withdrawn words');
    expect((await get(control)).text).toContain('withdrawn words');
    expect(file.headers.get('content-disposition')).toContain(`${id}.entente.jsonl`);
    expect(verifyRecord(readRecord(file.text).record!)).toBeNull();
  });

  test('is replayed to each as they saw it, phase by phase', async () => {
    const server = await serve();
    const { id, control, people } = await gather(server, { first: 'ARD', second: 'BEL' });
    await people.second!.ask({ type: 'sendMessage', to: ['COL'], text: `${canary('BEL')} speaks.` });
    await control.ask({ type: 'advancePhase' });
    await control.ask({ type: 'advancePhase' });
    const replay = (player: Player, as?: string) => http<ReplayAnswer & { refusal: { code: string } }>(server.port, `/api/exercises/${id}/replay${as ? `?as=${as}` : ''}`, { token: player.session.token });
    const own = await replay(people.first!);
    expect(own.json.as).toBe('ARD');
    expect(own.json.frames.at(-1)).toMatchObject({ turn: 1, phase: 'orders' });
    expect(own.json.frames.map(({ turn, phase, status }) => `${turn} ${phase} ${status}`)).toEqual(['0 briefing lobby', '1 briefing running', '1 negotiation running', '1 orders running']);
    expect(own.text).toContain(canary('ARD'));
    expect(own.text).not.toContain(canary('BEL'));
    expect((await replay(people.first!, 'BEL')).json.refusal.code).toBe('notDisclosed');
    expect((await replay(people.first!, 'control')).json.refusal.code).toBe('notDisclosed');
    expect((await replay(people.first!, 'nobody')).json.refusal.code).toBe('seatUnknown');
    // The frames add up to what is seen now.
    const documents: Record<string, string> = {};
    for (const { slices } of own.json.frames) {
      Object.assign(documents, slices['seat']!.set);
      for (const key of slices['seat']!.gone) delete documents[key];
    }
    await people.first!.until(() => people.first!.public<{ phase: string }>('exercise').phase === 'orders');
    expect(new Map(Object.entries(documents))).toEqual(people.first!.seatDocuments('ARD'));
    const all = await replay(control);
    for (const seat of DUEL_SEATS) expect(all.text).toContain(canary(seat));
  });
});

describe('hostile input', () => {
  test('only rooms that stand can be entered, with a token of theirs', async () => {
    const server = await serve();
    const { id, people } = await gather(server, { first: 'ARD' });
    const other = await create(server);
    const matchmake = (path: string, body: string, token?: string) => http<{ code: number }>(server.port, `/matchmake/${path}`, { body, token });
    for (const method of ['create', 'join', 'joinOrCreate']) expect((await matchmake(`${method}/exercise`, '{}')).status).toBeGreaterThanOrEqual(400);
    expect((await matchmake(`joinById/${id}`, '{}')).status).toBe(401);
    expect((await matchmake(`joinById/${id}`, '{}', 'x'.repeat(43))).status).toBe(401);
    expect((await matchmake(`joinById/${id}`, `{"a":"${'x'.repeat(5000)}"}`, people.first!.session.token)).status).toBe(413);
    await expect(new Player(server.port, { ...people.first!.session, exercise: other.id }).enter()).rejects.toBeDefined();
    expect(server.exercises.shelf.counts().exercises).toBe(2);
  });

  test('pages of other sites can neither connect nor read', async () => {
    const server = await serve();
    const { port } = server;
    const upgrade = (origin: string) => new Promise<string>((done) => {
      const socket = connect(port, '127.0.0.1', () => {
        socket.write(`GET /a/b HTTP/1.1\r\nHost: 127.0.0.1:${port}\r\nOrigin: ${origin}\r\nConnection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n`);
      });
      socket.once('data', (data) => {
        socket.destroy();
        done(data.toString().split('\r\n')[0]!);
      });
    });
    expect(await upgrade('https://elsewhere.example')).toContain('403');
    expect(await upgrade(`http://127.0.0.1:${port}`)).toContain('101');
    const { headers } = await http(port, '/api/scenarios', { headers: { origin: 'https://elsewhere.example' } });
    expect(headers.get('access-control-allow-origin')).toBeNull();
    expect(headers.get('content-security-policy')).toContain("default-src 'self'");
  });

  test('garbage, oversize and unknown messages cost their sender the connection and nobody else anything', async () => {
    const server = await serve();
    const { people, control } = await gather(server, { garbage: 'ARD', oversize: 'BEL', unknown: 'COL', flood: 'NIH' });
    for (const person of Object.values(people)) person.room.reconnection.enabled = false;
    const socket = (player: Player) => (player.room.connection.transport as unknown as { ws: { send(data: Uint8Array): void } }).ws;
    socket(people.garbage!).send(new Uint8Array([13, 0xff, 0xc1, 0xc1, 0xff]));
    socket(people.oversize!).send(new Uint8Array(70_000));
    people.unknown!.room.send('no-such-message' as never, {} as never);
    const flooded = Array.from({ length: 60 }, (_, index) => people.flood!.ask({ type: 'setReady', ready: index % 2 === 0 }).catch(() => null));
    await Promise.all(flooded);
    await expect.poll(() => [people.garbage!.closed, people.oversize!.closed, people.unknown!.closed, people.flood!.closed].every((code) => code !== null)).toBe(true);
    for (const strange of [null, 7, 'text', [], { id: 'x' }, { id: 'long-enough', command: { type: '__proto__' } }, { id: 'long-enough', command: { type: 'setReady', ready: true, extra: 1 } }]) {
      expect(await control.room.request('command' as never, strange as never)).toMatchObject({ accepted: false, refusal: { code: 'malformed' } });
    }
    await expect(control.room.request('no-such-request' as never, {} as never)).rejects.toBeDefined();
    expect(await control.ask({ type: 'advancePhase' })).toMatchObject({ accepted: true });
  });

  test('odd requests are refused in the form of every refusal', async () => {
    const { port } = await serve();
    for (const [path, options, status] of [
      ['/api/nothing', {}, 404], ['/api/join', { body: 'not json' }, 400], ['/api/join', { body: { code: 'x'.repeat(20_000) } }, 413],
      ['/api/session', { token: 'wrong' }, 401], ['/api/join/%00', {}, 404],
    ] as const) {
      const answer = await http<{ refusal: { code: string } }>(port, path, options);
      expect([path, answer.status]).toEqual([path, status]);
      expect(answer.json.refusal.code).toBeTypeOf('string');
    }
    expect((await http<{ status: string }>(port, '/health')).json.status).toBe('ok');
    expect((await http(port, '/metrics')).text).toContain('entente_commands_total');
  });
});
