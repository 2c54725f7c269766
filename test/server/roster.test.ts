// The roster of a cohort: who may keep it, what of it is refused, that it outlasts a restart, and where people come who join under a name of it.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Expected } from '../../shared/model/roster.ts';
import { nameKey } from '../../shared/model/roster.ts';
import type { RosterAnswer, Session, StaffInvitation } from '../../shared/wire/messages.ts';
import type { RunningServer } from '../../server/server.ts';
import { openSqliteStore } from '../../server/store/sqlite.ts';
import { FlakyStore, Player, gather, http, serve, stopAll } from './support.ts';

type Refused = { refusal: { code: string; subject: string | null } };
const expected = (name: string, more: Partial<Expected> = {}): Expected => ({ id: nameKey(name).slice(0, 24), name, world: null, seat: null, role: null, watches: false, note: '', ...more });

function rosterOf(server: RunningServer, exercise: string, token: string) {
  const path = `/api/exercises/${exercise}/roster`;
  return {
    read: () => http<RosterAnswer & Refused>(server.port, path, { token }),
    keep: (version: number, entries: unknown[]) => http<RosterAnswer & Refused>(server.port, path, { token, body: { version, entries } }),
  };
}
const joins = async (server: RunningServer, code: string, name: string, more = {}) => (await http<Session>(server.port, '/api/join', { body: { code, name, ...more } })).json;

test.each([['Zoë Müller', 'zoe muller'], ['O’Neil, Ann', "oneil ann"], ['  alpha  ', 'ALPHA'], ['李 明', '李明'], ['Дарья', 'дарья']])('“%s” and “%s” are one name', (one, other) => expect(nameKey(one)).toBe(nameKey(other)));
test.each([['Ann', 'Anna'], ['A1', 'A2'], ['!', '?']])('“%s” and “%s” are two', (one, other) => expect(nameKey(one)).not.toBe(nameKey(other)));

describe('somebody who joins', () => {
  test('under a name of the roster sits where it says, however the name is typed; everybody else as before', async () => {
    const server = await serve();
    const { id, code, control } = await gather(server, {}, false);
    const roster = rosterOf(server, id, control.session.token);
    await roster.keep(0, [expected('Zoë Müller', { seat: 'BEL' }), expected('Bravo', { world: 0 }), expected('Cy', { watches: true })]);
    const zoe = await joins(server, code, ' zoe  muller');
    const [ben, cy, dan] = [await joins(server, code, 'Bravo'), await joins(server, code, 'CY'), await joins(server, code, 'Dan')];
    expect((await server.exercises.load(id))!.state.seating).toEqual({ [zoe.participant]: 'BEL' });
    expect([zoe, ben, cy, dan].map(({ role }) => role)).toEqual(['participant', 'participant', 'observer', 'participant']);
    const { here } = (await roster.read()).json;
    expect(here).toEqual({ zoemuller: [{ exercise: id, world: 0, participant: zoe.participant }], bravo: [{ exercise: id, world: 0, participant: ben.participant }], cy: [{ exercise: id, world: 0, participant: cy.participant }] });
    // An open page of theirs shows the seat at once.
    const player = await new Player(server.port, zoe).enter();
    expect(player.seatDocuments('BEL')).not.toBeNull();
  });

  test('comes into the world of the roster', async () => {
    const server = await serve();
    const { json: first } = await http<{ id: string; cohort: string }>(server.port, '/api/exercises', { token: server.instructorToken, body: { scenario: 'duel', worlds: 2 } });
    const worlds = server.exercises.shelf.idsOf(first.cohort);
    const control = (await http<Session>(server.port, `/api/exercises/${worlds[1]}/control`, { token: server.instructorToken, body: {} })).json;
    const answer = await rosterOf(server, worlds[1]!, control.token).keep(0, [expected('Alpha', { world: 1, seat: 'COL' })]);
    expect(answer.json).toMatchObject({ worlds: 2, world: 1, version: 1 });
    const card = server.exercises.shelf.cohortCard(first.cohort)!;
    const ada = await joins(server, card.code, 'alpha', { world: 0 });
    expect(ada.exercise).toBe(worlds[1]);
    expect((await server.exercises.load(worlds[1]!))!.state.seating).toEqual({ [ada.participant]: 'COL' });
  });

  test('finds nothing of the roster in the record', async () => {
    const store = new FlakyStore();
    const server = await serve({ store });
    const { id, code, control } = await gather(server, {});
    await rosterOf(server, id, control.session.token).keep(0, [expected('Quentin Jones', { seat: 'ARD', note: 'quentin-note' })]);
    await joins(server, code, 'Quentin Jones');
    const record = await http(server.port, `/api/exercises/${id}/record`, { token: control.session.token });
    expect(record.text).toContain('seatTaken');
    expect(record.text.toLowerCase()).not.toContain('quentin');
  });
});

describe('somebody who joins under a name of the roster whose person is in already', () => {
  const HERE = { refusal: { code: 'nameHere', subject: 'name' } };
  const seated = async (server: RunningServer, id: string) => Object.values((await server.exercises.load(id))!.state.seating);
  const participants = (server: RunningServer, id: string) => server.exercises.people(id).filter(({ role }) => role === 'participant').length;

  test.each<[string, Partial<Expected>, (player: Player) => Promise<unknown>]>([
    ['and connected', { seat: 'BEL' }, async () => {}],
    ['and away', { seat: 'BEL' }, (player) => player.leave()],
    ['and has sat down elsewhere since', { seat: 'BEL' }, (player) => player.ask({ type: 'takeSeat', seat: 'ARD' })],
    ['and chooses a ministry', {}, (player) => player.ask({ type: 'takeSeat', seat: 'ARD' })],
    ['and watches', { watches: true }, async () => {}],
  ])('%s makes no second one', async (_how, place, since) => {
    const server = await serve();
    const { id, code, control } = await gather(server, {});
    await rosterOf(server, id, control.session.token).keep(0, [expected('Zoë', place)]);
    await since(await new Player(server.port, await joins(server, code, 'Zoë')).enter());
    const [people, seats] = [server.exercises.people(id), await seated(server, id)];
    expect(await http(server.port, '/api/join', { body: { code, name: ' zoe ' } })).toMatchObject({ status: 409, json: HERE });
    expect([server.exercises.people(id), await seated(server, id)]).toEqual([people, seats]);
  });

  test('makes no second one either where they came before the roster was made, nor where both come at once', async () => {
    const server = await serve();
    const { id, code, control } = await gather(server, { Ann: 'ARD' });
    await rosterOf(server, id, control.session.token).keep(0, [expected('Ann', { seat: 'BEL' }), expected('Bravo', { seat: 'BEL' })]);
    expect(await joins(server, code, 'ann')).toMatchObject(HERE);
    const both = await Promise.all([joins(server, code, 'Bravo'), joins(server, code, 'Bravo')]);
    expect(both.filter((one) => 'refusal' in one)).toMatchObject([HERE]);
    expect([participants(server, id), (await seated(server, id)).toSorted()]).toEqual([2, ['ARD', 'BEL']]);
  });

  test('is asked for in all worlds where the roster names none', async () => {
    const server = await serve();
    const { json: first } = await http<{ id: string; cohort: string }>(server.port, '/api/exercises', { token: server.instructorToken, body: { scenario: 'duel', worlds: 2 } });
    const worlds = server.exercises.shelf.idsOf(first.cohort);
    const control = (await http<Session>(server.port, `/api/exercises/${worlds[0]}/control`, { token: server.instructorToken, body: {} })).json;
    const roster = rosterOf(server, worlds[0]!, control.token);
    await roster.keep(0, [expected('Alpha', { seat: 'COL' }), expected('Bravo', { world: 0, seat: 'COL' })]);
    const { code } = server.exercises.shelf.cohortCard(first.cohort)!;
    await joins(server, code, 'Alpha', { world: 0 });
    expect(await joins(server, code, 'Alpha', { world: 1 })).toMatchObject(HERE);
    expect(await joins(server, server.exercises.shelf.cohortCard(first.cohort)!.worlds[1]!.code, 'Alpha')).toMatchObject(HERE);
    // Whoever is expected in another world by now comes over.
    await joins(server, code, 'Bravo');
    await roster.keep(1, [expected('Bravo', { world: 1, seat: 'COL' })]);
    expect(await joins(server, code, 'Bravo')).toMatchObject({ exercise: worlds[1] });
    expect(await joins(server, code, 'Bravo')).toMatchObject(HERE);
  });

  test('comes in where nobody of that name is what they will be: who played watches, who watched plays; and staff and names of no roster are as before', async () => {
    const server = await serve();
    const { id, code, control } = await gather(server, {});
    const roster = rosterOf(server, id, control.session.token);
    await joins(server, code, 'Ann');
    await joins(server, code, 'Bravo', { role: 'observer' });
    const { token } = (await http<StaffInvitation>(server.port, `/api/exercises/${id}/staff`, { token: server.instructorToken, body: { role: 'observer', name: 'Cy' } })).json;
    await http<Session>(server.port, '/api/staff', { body: { token, exercise: id, name: 'Cy' } });
    await roster.keep(0, [expected('Ann', { watches: true }), expected('Bravo', { seat: 'BEL' }), expected('Cy', { watches: true })]);
    const roles = [];
    for (const name of ['Ann', 'Bravo', 'Cy', 'Dan', 'Dan']) roles.push((await joins(server, code, name)).role);
    expect(roles).toEqual(['observer', 'participant', 'observer', 'participant', 'participant']);
  });
});

describe('the roster', () => {
  test('is for those who run the exercise', async () => {
    const server = await serve();
    const { id, control, people } = await gather(server, { first: 'ARD' });
    const invited = async (role: string) => {
      const { token } = (await http<StaffInvitation>(server.port, `/api/exercises/${id}/staff`, { token: control.session.token, body: { role, name: 'Staff', ...(role === 'observer' && { sight: 'all' }) } })).json;
      return (await http<Session>(server.port, '/api/staff', { body: { token, exercise: id, name: 'Staff' } })).json.token;
    };
    const ask = async (token: string) => [(await rosterOf(server, id, token).read()).status, (await rosterOf(server, id, token).keep(0, [])).status];
    for (const token of [people.first!.session.token, await invited('evaluator'), await invited('observer')]) expect(await ask(token)).toEqual([403, 403]);
    expect(await ask('nonsense')).toEqual([401, 401]);
    expect((await ask(await invited('control')))[0]).toBe(200);
    const other = await gather(server, {});
    expect((await rosterOf(server, other.id, control.session.token).read()).status).toBe(404);
  });

  test.each<[string, unknown[], string, string | null]>([
    ['a seat that is not in play', [expected('A'), expected('B', { seat: 'ZZZ' })], 'seatUnknown', 'entries.1.seat'],
    ['a world that there is not', [expected('A', { world: 1 })], 'worldUnknown', 'entries.0.world'],
    ['a name twice', [expected('Zoë', { id: 'one' }), expected('zoe', { id: 'two' })], 'nameTwice', 'entries.1.name'],
    ['no name', [expected('A', { name: '  ' })], 'malformed', 'entries.0.name'],
    ['a name too long', [expected('A', { name: 'x'.repeat(41) })], 'malformed', 'entries.0.name'],
    ['a note too long', [expected('A', { note: 'x'.repeat(121) })], 'malformed', 'entries.0.note'],
    ['a role that there is not', [expected('A', { role: 'king' as never })], 'malformed', 'entries.0.role'],
    ['more than two hundred lines', Array.from({ length: 201 }, (_, number) => expected(`Person ${number}`)), 'malformed', 'entries'],
  ])('with %s is not kept', async (_what, entries, code, subject) => {
    const server = await serve();
    const { id, control } = await gather(server, {});
    const roster = rosterOf(server, id, control.session.token);
    expect((await roster.keep(0, entries)).json).toMatchObject({ refusal: { code, subject } });
    expect((await roster.read()).json).toMatchObject({ version: 0, entries: [] });
  });

  test('holds two hundred people with the longest notes, and no more text than that', async () => {
    const server = await serve();
    const { id, control } = await gather(server, {});
    const roster = rosterOf(server, id, control.session.token);
    const many = Array.from({ length: 200 }, (_, number) => expected(`${'ü'.repeat(36)}${String(number).padStart(4, '0')}`, { id: `entry-${number}`, note: 'ü'.repeat(120) }));
    expect((await roster.keep(0, many)).status).toBe(200);
    expect((await roster.keep(1, [{ ...many[0], note: 'x'.repeat(200_000) }])).json).toMatchObject({ refusal: { code: 'tooLarge' } });
  });

  test('that somebody else has changed meanwhile is not written over', async () => {
    const server = await serve();
    const { id, control } = await gather(server, {});
    const roster = rosterOf(server, id, control.session.token);
    expect((await roster.keep(0, [expected('Alpha')])).json).toMatchObject({ version: 1 });
    expect((await roster.keep(0, [])).json).toMatchObject({ refusal: { code: 'rosterChanged' } });
    expect((await roster.read()).json.entries).toEqual([expected('Alpha')]);
  });

  test('is there again after a restart', async () => {
    const data = mkdtempSync(join(tmpdir(), 'entente-roster-'));
    try {
      const first = await serve({ store: await openSqliteStore(data) });
      const { id, control } = await gather(first, {});
      await rosterOf(first, id, control.session.token).keep(0, [expected('Alpha', { seat: 'BEL', role: 'policy', note: 'left-handed' })]);
      await stopAll();
      const second = await serve({ store: await openSqliteStore(data) });
      expect((await rosterOf(second, id, control.session.token).read()).json).toMatchObject({ version: 1, entries: [expected('Alpha', { seat: 'BEL', role: 'policy', note: 'left-handed' })] });
    } finally {
      await stopAll();
      rmSync(data, { recursive: true, force: true });
    }
  });
});
