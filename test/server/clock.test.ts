// The clock as a server keeps it: breaks, a course by dates over restarts, missing orders, and the calendar file.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, test } from 'vitest';
import type { ServerCommand } from '../../shared/model/commands.ts';
import type { ExerciseView, PublicView } from '../../shared/view/view.ts';
import type { CreateExerciseRequest } from '../../shared/wire/messages.ts';
import { readRecord, verifyRecord } from '../../shared/record/record.ts';
import type { RunningServer } from '../../server/server.ts';
import { openSqliteStore } from '../../server/store/sqlite.ts';
import { FakeClock, Player, gather, http, serveDuel } from './support.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

const running: RunningServer[] = [];
const folders: string[] = [];
async function serve(options: Parameters<typeof serveDuel>[0]) {
  running.push(await serveDuel(options));
  return running.at(-1)!;
}
const folder = () => {
  folders.push(mkdtempSync(join(tmpdir(), 'entente-clock-')));
  return folders.at(-1)!;
};
afterEach(async () => {
  for (const server of running.splice(0)) await server.close();
  for (const used of folders.splice(0)) rmSync(used, { recursive: true, force: true });
});

const exercise = (player: Player) => player.public<ExerciseView>('exercise');
/** Lets timers that are due go off until the exercise is there: phases that pass at once follow each other. */
const comesTo = (player: Player, clock: FakeClock, ...where: [phase: string, turn: number, status?: string]) =>
  expect.poll(() => {
    clock.advance(0);
    const { phase, turn, status } = exercise(player);
    return [phase, turn, status];
  }).toEqual([where[0], where[1], where[2] ?? 'running']);
const events = async (server: RunningServer, control: Player) => {
  const { record } = readRecord((await http(server.port, `/api/exercises/${control.session.exercise}/record`, { token: control.session.token })).text);
  expect(verifyRecord(record!)).toBeNull();
  return record!.events;
};

describe('a break', () => {
  test('ends by itself with what was left of the phase, asked for by the clock', async () => {
    const clock = new FakeClock();
    const server = await serve({ clock });
    const { control, people } = await gather(server, { first: 'ARD' });
    clock.advance(20_000);
    expect(await control.ask({ type: 'callBreak', minutes: 10, reason: 'Coffee' })).toMatchObject({ accepted: true });
    await people.first!.until(() => exercise(people.first!).breakUntil !== null);
    expect(exercise(people.first!)).toMatchObject({ status: 'paused', pauseReason: 'Coffee', breakUntil: clock.now() + 10 * MINUTE, remaining: 40_000 });
    expect(await people.first!.ask({ type: 'extendBreak', minutes: 5, reason: '' })).toMatchObject({ accepted: false, refusal: { code: 'notControl' } });
    await control.ask({ type: 'extendBreak', minutes: 5, reason: 'The queue is long' });
    await control.until(() => exercise(control).breakUntil === clock.now() + 15 * MINUTE);
    clock.advance(10 * MINUTE);
    expect(exercise(control).status).toBe('paused');
    clock.advance(5 * MINUTE);
    await people.first!.until(() => exercise(people.first!).status === 'running');
    expect(exercise(people.first!)).toMatchObject({ breakUntil: null, deadline: clock.now() + 40_000, phase: 'briefing' });
    expect((await events(server, control)).findLast(({ type }) => type === 'clockResumed')!.actor).toBe('clock');
  });

  test('that control has ended does not end once more', async () => {
    const clock = new FakeClock();
    const { control } = await gather(await serve({ clock }), { first: 'ARD' });
    await control.ask({ type: 'callBreak', minutes: 10, reason: '' });
    await control.ask({ type: 'resume' });
    await control.ask({ type: 'pause', reason: 'Fire drill' });
    await control.until(() => exercise(control).pauseReason === 'Fire drill');
    clock.advance(DAY);
    expect(exercise(control)).toMatchObject({ status: 'paused', pauseReason: 'Fire drill' });
  });

  test.each([['goes on where the server was started anew in it', 4, { breakUntil: 'kept', pauseReason: 'Coffee' }], ['becomes a pause where nobody was there to end it', 40, { breakUntil: null, pauseReason: 'serverRestarted' }]])('%s', async (_what, minutes, stands) => {
    const clock = new FakeClock();
    const data = folder();
    const first = await serve({ clock, store: await openSqliteStore(data) });
    const { control } = await gather(first, { first: 'ARD' });
    await control.ask({ type: 'callBreak', minutes: 10, reason: 'Coffee' });
    const until = clock.now() + 10 * MINUTE;
    await running.pop()!.close();
    clock.advance(minutes * MINUTE);
    const second = await serve({ clock, store: await openSqliteStore(data) });
    const again = await new Player(second.port, control.session).enter();
    expect(exercise(again)).toMatchObject({ status: 'paused', ...stands, breakUntil: stands.breakUntil === 'kept' ? until : null });
    if (stands.breakUntil === null) return;
    clock.advance(6 * MINUTE);
    await again.until(() => exercise(again).status === 'running');
  });
});

/** Negotiation and orders of three turns, a day apart, the first a day after the exercise is made. */
const dates = (clock: FakeClock): Partial<CreateExerciseRequest> => ({
  mode: 'course', zone: 'Europe/Oslo', advanceWhenReady: false,
  schedule: [1, 2, 3].flatMap((turn) => (['negotiation', 'orders'] as const).map((phase, index) => ({ turn, phase, at: clock.now() + DAY * (2 * turn - 1 + index) }))),
});

describe('a course', () => {
  test('passes through phases without a date at once, waits for days without a timer more, and ends when control says so', async () => {
    const clock = new FakeClock();
    const server = await serve({ clock });
    const { control, people } = await gather(server, { first: 'ARD' }, true, { ...dates(clock), missingOrders: 'standing' });
    const start = clock.now();
    await comesTo(control, clock, 'negotiation', 1);
    expect(exercise(people.first!)).toMatchObject({ mode: 'course', zone: 'Europe/Oslo', deadline: start + DAY });
    expect(people.first!.public<PublicView['schedule']>('schedule')).toHaveLength(6);
    expect(clock.pending).toBe(1);
    clock.advance(DAY);
    await comesTo(control, clock, 'orders', 1);
    clock.advance(DAY);
    await comesTo(control, clock, 'negotiation', 2);
    for (const phase of ['orders 2', 'negotiation 3', 'orders 3', 'review 3']) {
      clock.advance(DAY);
      await comesTo(control, clock, phase.split(' ')[0]!, Number(phase.split(' ')[1]));
    }
    clock.advance(30 * DAY);
    expect([exercise(control).status, exercise(control).deadline, clock.pending]).toEqual(['running', null, 0]);
    expect((await people.first!.history(2)).events.some(({ type }) => type === 'ordersStoodIn')).toBe(true);
  });

  test.each([
    ['is carried out where the server was back within minutes', 3 * MINUTE, 'orders', 0],
    ['is put off by as long as nobody could work', 5 * HOUR, 'negotiation', 5 * HOUR],
  ])('a date that passed while the server was away %s', async (_what, away, phase, later) => {
    const clock = new FakeClock();
    const data = folder();
    const first = await serve({ clock, store: await openSqliteStore(data) });
    const { control, people } = await gather(first, { first: 'ARD' }, true, dates(clock));
    const start = clock.now();
    await comesTo(control, clock, 'negotiation', 1);
    clock.advance(DAY - MINUTE);
    await running.pop()!.close();
    clock.advance(away);
    const second = await serve({ clock, store: await openSqliteStore(data) });
    const again = await new Player(second.port, people.first!.session).enter();
    const chief = await new Player(second.port, control.session).enter();
    await comesTo(again, clock, phase, 1);
    expect(exercise(again).deadline).toBe(phase === 'orders' ? start + 2 * DAY : start + DAY + later);
    const moved = (await events(second, chief)).filter(({ type }) => type === 'deadlinesMoved');
    expect(moved.map(({ actor, audience }) => [actor, audience])).toEqual(later > 0 ? [['clock', 'all']] : []);
    expect(again.public<PublicView['clockActs']>('clockActs').map(({ data: told }) => told['because'] ?? '')).toEqual(later > 0 ? ['away'] : []);
    if (phase !== 'negotiation') return;
    // The turn is not lost: the person acts, and the later date comes.
    expect(await again.ask({ type: 'sendMessage', to: ['BEL'], text: 'We are back.' })).toMatchObject({ accepted: true });
    clock.advance(later + MINUTE - away);
    clock.advance(HOUR);
    clock.advance(away);
    await comesTo(again, clock, 'orders', 1);
  });

  test('a date that control moves counts at once, for everybody', async () => {
    const clock = new FakeClock();
    const { control, people } = await gather(await serve({ clock }), { first: 'ARD' }, true, dates(clock));
    const start = clock.now();
    await comesTo(control, clock, 'negotiation', 1);
    const to = { turn: 1, phase: 'negotiation' as const, at: start + 2 * HOUR };
    expect(await people.first!.ask({ type: 'moveDeadlines', deadlines: [to], reason: '' })).toMatchObject({ accepted: false, refusal: { code: 'notControl' } });
    await control.ask({ type: 'moveDeadlines', deadlines: [to], reason: 'The room is taken' });
    await people.first!.until(() => exercise(people.first!).deadline === to.at);
    clock.advance(2 * HOUR);
    await comesTo(control, clock, 'orders', 1);
  });

  test('needs dates that are in order, in a zone that exists', async () => {
    const clock = new FakeClock();
    const server = await serve({ clock });
    const create = async (more: object) => (await http<{ refusal?: { code: string; subject: string } }>(server.port, '/api/exercises', { token: server.instructorToken, body: { scenario: 'duel', ...dates(clock), ...more } })).json.refusal;
    expect(await create({ schedule: dates(clock).schedule!.slice(1) })).toMatchObject({ code: 'deadlineMissing', subject: 'schedule' });
    expect(await create({ schedule: [...dates(clock).schedule!].reverse() })).toMatchObject({ code: 'deadlinesUnordered' });
    expect(await create({ zone: 'Europe/Atlantis' })).toMatchObject({ code: 'malformed' });
    expect(await create({ turns: 1 })).toBeUndefined();
  });
});

describe('missing orders', () => {
  const toOrders = async (control: Player, clock: FakeClock) => {
    for (const phase of ['negotiation', 'orders']) {
      await control.ask({ type: 'advancePhase' });
      await comesTo(control, clock, phase, 1);
    }
  };
  const train = { type: 'saveOrders' as const, orders: [{ id: 'train', action: 'TRAIN', params: {}, intent: '', invitation: null }] };

  test('are waited for, then the clock stands still and says for whom', async () => {
    const clock = new FakeClock();
    const { control, people } = await gather(await serve({ clock }), { first: 'ARD', second: 'BEL' });
    await toOrders(control, clock);
    await people.first!.ask(train);
    clock.advance(MINUTE);
    await people.first!.until(() => exercise(people.first!).awaited !== null);
    expect(exercise(people.first!)).toMatchObject({ awaited: ['BEL'], status: 'running', deadline: clock.now() + 2 * MINUTE });
    clock.advance(2 * MINUTE);
    await people.second!.until(() => exercise(people.second!).status === 'paused');
    expect(exercise(people.second!)).toMatchObject({ pauseReason: 'ordersMissing', awaited: ['BEL'], phase: 'orders' });
    await control.ask({ type: 'advancePhase', missing: 'nobody' });
    await comesTo(control, clock, 'resolution', 1);
  });

  test('a bot writes them for this lock alone, under its own name, and nobody else hears of it', async () => {
    const clock = new FakeClock();
    const server = await serve({ clock });
    const { control, people } = await gather(server, { first: 'ARD', second: 'BEL' }, true, { missingOrders: 'bot' });
    await toOrders(control, clock);
    await people.first!.ask(train);
    clock.advance(MINUTE);
    await comesTo(control, clock, 'resolution', 1);
    const told = await events(server, control);
    expect(told.filter(({ type }) => type === 'ordersStoodIn').map(({ actor, audience, data }) => [actor, audience, (data as { by: string }).by])).toEqual([['bot:BEL', ['BEL'], 'bot']]);
    const heard = async (player: Player) => (await player.history(1)).events.filter(({ type }) => type === 'ordersStoodIn').length;
    expect([await heard(people.second!), await heard(people.first!)]).toEqual([1, 0]);
    expect(Buffer.concat(people.first!.frames).toString('latin1')).not.toContain('ordersStoodIn');
    expect(exercise(control).awaited).toBeNull();
    // The person has the seat still.
    expect(control.public<{ bot: string | null; people: number }>('seats/BEL')).toMatchObject({ bot: null, people: 1 });
  });

  test('no browser can send what the server alone asks for', async () => {
    const clock = new FakeClock();
    const { control, people } = await gather(await serve({ clock }), { first: 'ARD' });
    for (const player of [control, people.first!]) {
      const own: ServerCommand[] = [{ type: 'standIn', orders: [] }, { type: 'putOffDeadline', by: HOUR }];
      for (const command of own) expect(await player.ask(command)).toMatchObject({ accepted: false, refusal: { code: 'malformed' } });
    }
  });
});

describe('the calendar file', () => {
  test('tells the dates and nothing else, to those who belong to the exercise, with ids that stay', async () => {
    const clock = new FakeClock();
    const server = await serve({ clock });
    const { id, control, people } = await gather(server, { first: 'ARD' }, true, dates(clock));
    await comesTo(control, clock, 'negotiation', 1);
    const path = `/api/exercises/${id}/calendar.ics`;
    const { token } = (await http<{ token: string }>(server.port, `/api/exercises/${id}/calendar`, { token: people.first!.session.token })).json;
    const before = await http(server.port, `${path}?token=${token}`);
    expect([before.status, before.headers.get('content-type')]).toEqual([200, 'text/calendar; charset=utf-8']);
    expect(before.text).toBe((await http(server.port, path, { token: people.first!.session.token })).text);
    expect(before.text.match(/BEGIN:VEVENT/g)).toHaveLength(6);
    expect(before.text.match(/BEGIN:VALARM/g)).toHaveLength(18);
    expect(before.text).toContain('X-WR-TIMEZONE:Europe/Oslo');
    expect(before.text).toMatch(/DTEND:20300102T000000Z/);
    expect(before.text).not.toMatch(/CANARY|ARD|Mines|fixed/);
    await control.ask({ type: 'moveDeadlines', deadlines: [{ turn: 1, phase: 'negotiation', at: clock.now() + HOUR }], reason: '' });
    const after = (await http(server.port, `${path}?token=${token}`)).text;
    const ids = (text: string) => text.match(/UID:.*/g)!.map((line) => line.trim());
    expect(ids(after)).toEqual(ids(before.text));
    expect([/DTEND:20300101T010000Z/.test(after), after.match(/SEQUENCE:(\d)/g)!.join()]).toEqual([true, 'SEQUENCE:1,SEQUENCE:0,SEQUENCE:0,SEQUENCE:0,SEQUENCE:0,SEQUENCE:0']);
    // It opens the calendar alone, and nothing opens the calendar of others.
    expect((await http(server.port, `/api/exercises/${id}/record`, { token })).status).toBe(401);
    expect((await http(server.port, `${path}?token=nonsense`)).status).toBe(401);
    expect((await http(server.port, path)).status).toBe(401);
    const other = await gather(server, { first: 'ARD' });
    expect((await http(server.port, path, { token: other.control.session.token })).status).toBe(401);
    expect((await http(server.port, `/api/exercises/${other.id}/calendar.ics`, { token: other.control.session.token })).status).toBe(404);
  });
});
