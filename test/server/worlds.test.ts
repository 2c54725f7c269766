// Parallel worlds at the door: one set-up makes several exercises, one code leads into them, and people are spread over them.
import { describe, expect, test } from 'vitest';
import { truthsOf } from '../../shared/scenario/setup.ts';
import type { CohortCard, ExerciseCard, JoinPreview, Session } from '../../shared/wire/messages.ts';
import type { RunningServer } from '../../server/server.ts';
import { MemoryStore } from '../../server/store/memory.ts';
import { emptiest, seedsFor } from '../../server/worlds.ts';
import { duel } from '../fixtures/duel.ts';
import { Player, http, serve, stopAll } from './support.ts';

const create = async ({ port, instructorToken: token }: RunningServer, body: object = {}) => {
  const created = await http<ExerciseCard>(port, '/api/exercises', { token, body: { scenario: 'duel', ...body } });
  return (await http<CohortCard>(port, `/api/cohorts/${created.json.cohort}`, { token })).json;
};
type Refused = { refusal: { code: string; subject: string | null } };
const join = ({ port }: RunningServer, body: object) => http<Session & Refused>(port, '/api/join', { body });

describe('the seeds of worlds', () => {
  const causes = (seeds: string[]) => seeds.map((seed) => truthsOf(duel(), seed)['mines']);

  test('are one and the same where the causes are', () => {
    expect(seedsFor(duel(), 3, 'same', 'fixed')).toEqual(['fixed', 'fixed', 'fixed']);
  });

  test('draw every cause there is before one comes again', () => {
    for (const seed of ['one', 'two', 'three', 'four', 'five']) {
      expect(new Set(causes(seedsFor(duel(), 2, 'different', seed)))).toEqual(new Set(['state', 'pirates']));
      expect(seedsFor(duel(), 6, 'different', seed)).toHaveLength(6);
    }
  });

  test('are the same again for the same seed', () => {
    expect(seedsFor(duel(), 4, 'different', 'fixed')).toEqual(seedsFor(duel(), 4, 'different', 'fixed'));
  });
});

test.each([[[2, 1, 1], 1], [[0, 0], 0], [[5], 0], [[3, 2, 0], 2]])('of worlds with %j people, number %i is the emptiest', (people, expected) => {
  expect(emptiest(people.map((count, world) => ({ world, count })), ({ count }) => count).world).toBe(expected);
});

describe('a cohort', () => {
  test('of one world has its code, and is what every exercise belongs to', async () => {
    const server = await serve();
    const cohort = await create(server, { title: 'Monday class' });
    expect(cohort).toMatchObject({ title: 'Monday class', scenario: 'duel', code: cohort.worlds[0]!.code });
    expect(cohort.worlds).toMatchObject([{ cohort: cohort.id, world: 0 }]);
  });

  test('of several has a code of its own, and each world keeps one', async () => {
    const server = await serve();
    const cohort = await create(server, { worlds: 3, seed: 'fixed' });
    expect(cohort.worlds.map(({ world }) => world)).toEqual([0, 1, 2]);
    expect(new Set([cohort.code, ...cohort.worlds.map(({ code }) => code)]).size).toBe(4);
    expect((await http<CohortCard[]>(server.port, '/api/cohorts', { token: server.instructorToken })).json.map(({ id }) => id)).toEqual([cohort.id]);
    const truths = await Promise.all(cohort.worlds.map(async ({ id }) => (await server.exercises.load(id))!.state.threats['mines']!.truth));
    expect(new Set(truths).size).toBe(1);
  });

  test('is the instructor’s to see, and no more than six worlds large', async () => {
    const server = await serve();
    const cohort = await create(server, { worlds: 2, causes: 'different' });
    const told = async (path: string, asking: Parameters<typeof http>[2] = {}) => (await http<Refused>(server.port, path, asking)).json.refusal;
    const participant = (await join(server, { code: cohort.code, name: 'Curious' })).json.token;
    for (const token of [undefined, 'wrong', participant]) {
      expect(await told('/api/cohorts', token === undefined ? {} : { token })).toMatchObject({ code: 'notSignedIn' });
      expect(await told(`/api/cohorts/${cohort.id}`, token === undefined ? {} : { token })).toMatchObject({ code: 'notSignedIn' });
    }
    expect(await told('/api/cohorts/elsewhere', { token: server.instructorToken })).toMatchObject({ code: 'exerciseUnknown' });
    for (const worlds of [0, 7, 1.5]) expect(await told('/api/exercises', { token: server.instructorToken, body: { scenario: 'duel', worlds } })).toMatchObject({ code: 'malformed', subject: 'worlds' });
  });

  test('is there again after a restart', async () => {
    const store = new MemoryStore();
    const first = await serve({ store });
    const cohort = await create(first, { worlds: 2 });
    await stopAll();
    const second = await serve({ store });
    const again = (await http<CohortCard>(second.port, `/api/cohorts/${cohort.id}`, { token: second.instructorToken })).json;
    expect(again.worlds.map(({ id, world, code }) => [id, world, code])).toEqual(cohort.worlds.map(({ id, world, code }) => [id, world, code]));
    expect((await join(second, { code: cohort.code, name: 'Alpha', world: 1 })).json.exercise).toBe(cohort.worlds[1]!.id);
  });
});

describe('its code', () => {
  test('shows the worlds with their people and seats, and puts people where the fewest are', async () => {
    const server = await serve();
    const cohort = await create(server, { worlds: 2 });
    const into = [];
    for (const name of ['Alpha', 'Bravo', 'Cleo', 'Dan']) into.push((await join(server, { code: cohort.code, name })).json.exercise);
    const [a, b] = cohort.worlds.map(({ id }) => id);
    expect(into).toEqual([a, b, a, b]);
    const last = await new Player(server.port, (await join(server, { code: cohort.code, name: 'Eva' })).json).enter();
    await last.ask({ type: 'takeSeat', seat: 'BEL' });
    const preview = (await http<JoinPreview>(server.port, `/api/join/${cohort.code}`)).json;
    expect(preview).toMatchObject({ title: 'Duel in the Strait', world: 1, exercise: b });
    expect(preview.worlds.map(({ world, people, seats }) => [world, people, seats.find(({ id }) => id === 'BEL')!.people])).toEqual([[0, 3, 1], [1, 2, 0]]);
  });

  test('leads into the world that a person chooses; the code of a world into that one', async () => {
    const server = await serve();
    const cohort = await create(server, { worlds: 3 });
    for (const world of [2, 2, 1]) expect((await join(server, { code: cohort.code, name: 'A', world })).json.exercise).toBe(cohort.worlds[world]!.id);
    expect((await join(server, { code: cohort.worlds[2]!.code, name: 'B' })).json.exercise).toBe(cohort.worlds[2]!.id);
    expect((await http<JoinPreview>(server.port, `/api/join/${cohort.worlds[2]!.code}`)).json.worlds.map(({ world }) => world)).toEqual([2]);
    expect((await join(server, { code: cohort.code, name: 'C', world: 5 })).json.refusal).toMatchObject({ code: 'exerciseEnded', subject: 'world' });
  });

  test('passes over worlds that have ended, and ends with the last', async () => {
    const server = await serve();
    const cohort = await create(server, { worlds: 2 });
    const end = async (id: string) => {
      const control = await new Player(server.port, (await http<Session>(server.port, `/api/exercises/${id}/control`, { token: server.instructorToken, body: {} })).json).enter();
      await control.ask({ type: 'startExercise' });
      await control.ask({ type: 'endExercise' });
      await control.until(() => control.public<{ status: string }>('exercise').status === 'debrief');
    };
    await end(cohort.worlds[0]!.id);
    expect((await join(server, { code: cohort.code, name: 'A' })).json.exercise).toBe(cohort.worlds[1]!.id);
    expect((await join(server, { code: cohort.code, name: 'A', world: 0 })).json.refusal).toMatchObject({ code: 'exerciseEnded' });
    await end(cohort.worlds[1]!.id);
    expect((await join(server, { code: cohort.code, name: 'A' })).json.refusal).toMatchObject({ code: 'exerciseEnded', subject: 'code' });
  });

  test('leads to the place that is kept for somebody, seat and all, whatever else they would have chosen', async () => {
    const server = await serve();
    const cohort = await create(server, { worlds: 3 });
    await server.exercises.rosters.expect(cohort.worlds[0]!.id, { version: 0, entries: [{ id: 'a', name: 'Alpha', world: 2, seat: 'COL', role: null, watches: false, note: '' }] });
    const ada = (await join(server, { code: cohort.code, name: 'Alpha', world: 1 })).json;
    expect(ada.exercise).toBe(cohort.worlds[2]!.id);
    expect((await server.exercises.load(ada.exercise))!.state.seating).toEqual({ [ada.participant]: 'COL' });
    expect((await join(server, { code: cohort.code, name: 'Bravo' })).json.exercise).toBe(cohort.worlds[0]!.id);
    // Watching is no place on the roster.
    expect((await join(server, { code: cohort.code, name: 'Alpha', role: 'observer', world: 1 })).json.exercise).toBe(cohort.worlds[1]!.id);
  });
});
