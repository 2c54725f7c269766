// The room of a cohort over real sockets: exercise control alone gets a byte of it, and commands to several worlds stand in each record with their author.
import { Client } from '@colyseus/sdk';
import type { Room } from '@colyseus/sdk';
import { afterEach, describe, expect, test } from 'vitest';
import { readRecord, verifyRecord } from '../../shared/record/record.ts';
import { fromDocuments } from '../../shared/wire/documents.ts';
import type { CohortSlice } from '../../shared/wire/documents.ts';
import type { CohortCheck, CommandWorldsAnswer, ExerciseCard, Session } from '../../shared/wire/messages.ts';
import type { CohortState } from '../../shared/wire/state.ts';
import type { RunningServer } from '../../server/server.ts';
import { FakeClock, Player, http, serveDuel } from './support.ts';

const running: RunningServer[] = [];
afterEach(async () => {
  for (const server of running.splice(0)) await server.close();
});

async function gatherWorlds(worlds: number, people: [name: string, world: number, seat: string][] = []) {
  const clock = new FakeClock();
  const server = await serveDuel({ clock });
  running.push(server);
  const { port, instructorToken: token } = server;
  const { cohort } = (await http<ExerciseCard>(port, '/api/exercises', { token, body: { scenario: 'duel', seed: 'fixed', worlds, advanceWhenReady: false } })).json;
  const card = (await http<CohortCheck>(port, `/api/cohorts/${cohort}`, { token })).json;
  const players: Record<string, Player> = {};
  for (const [name, world, seat] of people) {
    players[name] = await new Player(port, (await http<Session>(port, '/api/join', { body: { code: card.code, name, world } })).json).enter();
    await players[name].ask({ type: 'takeSeat', seat });
  }
  return { server, clock, card, ids: card.worlds.map(({ id }) => id), players };
}

async function enter({ port }: RunningServer, room: string, token: string): Promise<Room<unknown, CohortState>> {
  const client = new Client(`http://127.0.0.1:${port}`);
  client.auth.token = token;
  return (await client.joinById(room, {})) as unknown as Room<unknown, CohortState>;
}

class Board {
  readonly room: Room<unknown, CohortState>;
  readonly changed: string[] = [];

  private constructor(room: Room<unknown, CohortState>) {
    this.room = room;
  }

  static async open(server: RunningServer, card: CohortCheck, token = server.instructorToken): Promise<Board> {
    const board = new Board(await enter(server, card.room, token));
    await board.until(() => board.room.state?.documents?.size > 0);
    return board;
  }

  get slice(): CohortSlice {
    return fromDocuments('cohort', this.room.state.documents.entries(), new Map());
  }

  ask(worlds: string[], command: object, id = `command-${Math.random()}`): Promise<CommandWorldsAnswer> {
    return this.room.request('commandWorlds' as never, { id, worlds, command } as never) as Promise<CommandWorldsAnswer>;
  }

  async until(holds: () => unknown): Promise<void> {
    await expect.poll(() => Boolean(holds()), { timeout: 5000, interval: 10 }).toBe(true);
  }
}

describe('the door', () => {
  test('stays closed to participants, observers, sessions of one world and strangers, by every way in', async () => {
    const { server, card, ids, players } = await gatherWorlds(2, [['Alpha', 0, 'ARD']]);
    const observer = (await http<Session>(server.port, '/api/join', { body: { code: card.code, name: 'Wall', role: 'observer' } })).json;
    const control = (await http<Session>(server.port, `/api/exercises/${ids[0]}/control`, { token: server.instructorToken, body: {} })).json;
    for (const token of [players['Alpha']!.session.token, observer.token, control.token, 'wrong', '']) {
      await expect(enter(server, card.room, token)).rejects.toMatchObject({ code: 401 });
      const asked = await http(server.port, `/matchmake/joinById/${card.room}`, { body: '{}', ...(token ? { token } : {}) });
      expect(asked.status).toBe(401);
      expect(asked.text).not.toContain('worlds');
    }
    for (const method of ['create', 'join', 'joinOrCreate']) expect((await http(server.port, `/matchmake/${method}/cohort`, { body: '{}', token: server.instructorToken })).status).toBeGreaterThanOrEqual(400);
    // Nor does the token of an instructor open the room of an exercise, which shows what one person of exercise control sees.
    await expect(enter(server, ids[0]!, server.instructorToken)).rejects.toMatchObject({ code: 401 });
  });

  test('opens for a co-instructor, who is in every world by their own name, until their link is taken back', async () => {
    const { server, card, ids } = await gatherWorlds(2);
    const { port, instructorToken: token } = server;
    const invite = async (role: string) => {
      const { link, token: given } = (await http<{ link: { id: string }; token: string }>(port, `/api/exercises/${ids[0]}/staff`, { token, body: { role, name: `A ${role}` } })).json;
      return { link: link.id, session: (await http<Session>(port, '/api/staff', { body: { token: given, exercise: ids[0], name: 'Vera' } })).json };
    };
    const evaluator = await invite('evaluator');
    await expect(enter(server, card.room, evaluator.session.token)).rejects.toMatchObject({ code: 401 });
    expect((await http(port, `/api/cohorts/${card.id}`, { token: evaluator.session.token })).status).toBe(401);

    const { link, session } = await invite('control');
    expect(session).toMatchObject({ world: 0, cohort: card.id });
    const own = (await http<CohortCheck>(port, `/api/cohorts/${card.id}`, { token: session.token })).json;
    const board = await Board.open(server, own, session.token);
    expect(Object.values(await board.ask(ids, { type: 'startExercise' })).every(({ accepted }) => accepted)).toBe(true);
    for (const id of ids) {
      const { record } = readRecord((await http(port, `/api/exercises/${id}/record`, { token: (await http<Session>(port, `/api/exercises/${id}/control`, { token, body: {} })).json.token })).text);
      const [, author] = record!.events.find(({ type }) => type === 'exerciseStarted')!.actor.split(':');
      expect(server.exercises.people(id).find((person) => person.id === author)).toMatchObject({ name: 'Vera', role: 'control' });
    }
    // Not what others run.
    const another = (await http<ExerciseCard>(port, '/api/exercises', { token, body: { scenario: 'duel', worlds: 2 } })).json;
    expect((await http(port, `/api/cohorts/${another.cohort}`, { token: session.token })).status).toBe(401);
    expect((await http(port, `/api/exercises/${another.id}/control`, { token: session.token, body: {} })).status).toBe(401);
    const { room } = (await http<CohortCheck>(port, `/api/cohorts/${another.cohort}`, { token })).json;
    await expect(enter(server, room, session.token)).rejects.toBeDefined();

    board.room.reconnection.enabled = false;
    const gone = new Promise((left) => board.room.onLeave(left));
    await fetch(`http://127.0.0.1:${port}/api/exercises/${ids[0]}/staff/${link}`, { method: 'DELETE', headers: { authorization: `Bearer ${token}` } });
    await gone;
    expect((await http(port, `/api/cohorts/${card.id}`, { token: session.token })).status).toBe(401);
    await Board.open(server, (await http<CohortCheck>(port, `/api/cohorts/${card.id}`, { token })).json);
    await expect(enter(server, card.room, session.token)).rejects.toMatchObject({ code: 401 });
  });

  test('participants are sent nothing of other worlds', async () => {
    const { players, card, server } = await gatherWorlds(2, [['Alpha', 0, 'ARD'], ['Bravo-of-the-other-world', 1, 'ARD']]);
    const board = await Board.open(server, card);
    await board.ask(card.worlds.map(({ id }) => id), { type: 'startExercise' });
    await players['Alpha']!.until(() => players['Alpha']!.public<{ status: string }>('exercise').status === 'running');
    const seen = Buffer.concat(players['Alpha']!.frames).toString('latin1');
    for (const secret of ['Bravo-of-the-other-world', card.worlds[1]!.id, card.code, 'inForce":']) expect(seen).not.toContain(secret);
  });
});

describe('the board', () => {
  test('shows of each world its clock, its seats with people, and its crises', async () => {
    const { server, card, ids } = await gatherWorlds(2, [['Alpha', 0, 'ARD'], ['Bravo', 1, 'BEL']]);
    const board = await Board.open(server, card);
    const [a, b] = ids.map((id) => ({ world: board.slice.worlds[id]!, people: board.slice.people[id]! }));
    expect(a!.world.clock).toMatchObject({ status: 'lobby', turn: 0, turns: 3 });
    expect(a!.people).toEqual({ joined: 1, connected: 1, seats: { ARD: [{ name: 'Alpha', connected: true }] }, unseated: [] });
    expect(b!.people.seats).toEqual({ BEL: [{ name: 'Bravo', connected: true }] });
    expect(b!.world.seats.map(({ seat, people }) => [seat, people])).toEqual([['ARD', 0], ['BEL', 1], ['COL', 0], ['NIH', 0]]);
    expect(JSON.stringify(board.slice)).not.toContain('CANARY');
  });

  test('follows who comes, goes and is ready, and sends again only what has changed', async () => {
    const { server, card, ids, players } = await gatherWorlds(2, [['Alpha', 0, 'ARD'], ['Bravo', 1, 'BEL']]);
    const board = await Board.open(server, card);
    await board.ask(ids, { type: 'startExercise' });
    await board.until(() => ids.every((id) => board.slice.worlds[id]!.clock.status === 'running'));
    const before = new Map(board.room.state.documents.entries());
    await players['Alpha']!.ask({ type: 'setReady', ready: true });
    await board.until(() => board.slice.worlds[ids[0]!]!.seats[0]!.ready);
    const changed = [...board.room.state.documents.entries()].filter(([key, text]) => before.get(key) !== text).map(([key]) => key);
    expect(changed.map((key) => key.replace('\u001f', '#'))).toEqual([`worlds/${ids[0]}#seats`]);
    await players['Bravo']!.leave();
    await board.until(() => board.slice.people[ids[1]!]!.connected === 0);
    expect(board.slice.people[ids[1]!]!.seats['BEL']).toEqual([{ name: 'Bravo', connected: false }]);
  });

  test('shows whoever comes back what happened while nobody looked', async () => {
    const { server, card, ids, players } = await gatherWorlds(2, [['Alpha', 0, 'ARD']]);
    const board = await Board.open(server, card);
    await board.ask(ids, { type: 'startExercise' });
    await board.room.leave();
    await players['Alpha']!.ask({ type: 'setReady', ready: true });
    const again = await Board.open(server, card);
    expect(again.slice.worlds[ids[0]!]).toMatchObject({ clock: { status: 'running' } });
    expect(again.slice.worlds[ids[0]!]!.seats[0]).toMatchObject({ seat: 'ARD', ready: true });
  });

  test('is the same for several who look at once', async () => {
    const { server, card, ids } = await gatherWorlds(2);
    const [first, second] = [await Board.open(server, card), await Board.open(server, card)];
    await first.ask(ids, { type: 'startExercise' });
    await second.until(() => ids.every((id) => second.slice.worlds[id]!.clock.status === 'running'));
    expect(second.slice).toEqual(first.slice);
  });
});

describe('commands to several worlds', () => {
  test('are answered by each, and stand in each record with the person who gave them there', async () => {
    const { server, card, ids } = await gatherWorlds(3);
    const colleague = (await http<{ token: string }>(server.port, '/api/instructor', { body: { token: server.instructorToken } })).json.token;
    const [first, second] = [await Board.open(server, card), await Board.open(server, card, colleague)];
    expect(await first.ask(ids, { type: 'startExercise' })).toEqual(Object.fromEntries(ids.map((id) => [id, { accepted: true, seq: 1 }])));
    expect(await second.ask([ids[0]!, ids[2]!], { type: 'pause', reason: 'A word to all of you.' })).toEqual({ [ids[0]!]: { accepted: true, seq: 1 }, [ids[2]!]: { accepted: true, seq: 1 } });
    await first.until(() => first.slice.worlds[ids[2]!]!.clock.status === 'paused');
    expect(ids.map((id) => first.slice.worlds[id]!.clock.pauseReason)).toEqual(['A word to all of you.', null, 'A word to all of you.']);
    const mixed = await first.ask(ids, { type: 'resume' });
    expect(ids.map((id) => { const answer = mixed[id]!; return answer.accepted || answer.refusal.code; })).toEqual([true, 'notPaused', true]);
    for (const id of ids) {
      const author = async (token: string) => `control:${(await http<Session>(server.port, `/api/exercises/${id}/control`, { token, body: {} })).json.participant}`;
      const { token } = (await http<Session>(server.port, `/api/exercises/${id}/control`, { token: server.instructorToken, body: {} })).json;
      const { record } = readRecord((await http(server.port, `/api/exercises/${id}/record`, { token })).text);
      expect(verifyRecord(record!)).toBeNull();
      expect(record!.events.find(({ type }) => type === 'exerciseStarted')!.actor).toBe(await author(server.instructorToken));
      const pause = record!.events.find(({ type }) => type === 'clockPaused');
      expect(pause?.actor).toBe(id === ids[1] ? undefined : await author(colleague));
    }
  });

  test('are carried out once, however often they are sent', async () => {
    const { server, card, ids } = await gatherWorlds(2);
    const board = await Board.open(server, card);
    await board.ask(ids, { type: 'startExercise' });
    const extend = () => board.ask(ids, { type: 'extendPhase', seconds: 60 }, 'the-same-command');
    await Promise.all([extend(), extend(), extend()]);
    await board.until(() => board.slice.worlds[ids[0]!]!.clock.deadline !== null);
    const started = board.slice.worlds[ids[0]!]!.clock.deadline!;
    expect(started - board.room.state.now).toBe(120_000);
  });

  test('of every odd kind are refused', async () => {
    const { server, card, ids } = await gatherWorlds(2, [['Alpha', 0, 'ARD']]);
    const board = await Board.open(server, card);
    const refused = (worlds: unknown, command: object) => board.ask(worlds as string[], command).then(() => null, (error: { reason?: { code: string } }) => error.reason?.code);
    expect(await refused(ids, { type: 'takeSeat', seat: 'ARD' })).toBe('malformed');
    expect(await refused(ids, { type: 'setReady', ready: true })).toBe('malformed');
    expect(await refused([], { type: 'resume' })).toBe('malformed');
    expect(await refused(Array.from({ length: 7 }, String), { type: 'resume' })).toBe('malformed');
    expect(await refused(ids, { type: 'seatParticipant', participant: 'x', seat: 'ARD' })).toBe('unknownCommand');
    const other = (await http<ExerciseCard>(server.port, '/api/exercises', { token: server.instructorToken, body: { scenario: 'duel' } })).json.id;
    expect(await board.ask([other, ids[0]!], { type: 'startExercise' })).toMatchObject({ [other]: { accepted: false, refusal: { code: 'exerciseUnknown' } }, [ids[0]!]: { accepted: true } });
  });
});
