// Acting in the name of a ministry: exercise control may, over its own connection; nobody else may name a seat to act for.
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { RunningServer } from '../../server/server.ts';
import type { Command } from '../../shared/model/commands.ts';
import type { CommandAnswer, Session, StaffInvitation } from '../../shared/wire/messages.ts';
import { SAMPLES } from './samples.ts';
import { FlakyStore, Player, gather, http, serveDuel } from './support.ts';

const store = new FlakyStore();
let server: RunningServer;
beforeAll(async () => {
  server = await serveDuel({ store });
});
afterAll(() => server.close());

let asked = 0;
const askAs = (player: Player, seat: unknown, command: Command) => player.room.request('command' as never, { id: `in-its-name-${(asked += 1)}`, as: seat, command } as never) as Promise<CommandAnswer>;
const READY: Command = { type: 'setReady', ready: true };
const refusal = { accepted: false };

describe('acting for a seat', () => {
  test('exercise control does what the seat could, the seat sees it, and the record says who it was', async () => {
    const { control, people } = await gather(server, { Ann: 'ARD', Bravo: 'BEL' });
    expect(await askAs(control, 'BEL', READY)).toMatchObject({ accepted: true });
    await people.Bravo!.until(() => people.Bravo!.public<{ ready: boolean }>('seats/BEL').ready);
    const { actor } = JSON.parse(store.written.at(-1)!.line) as { actor: string };
    expect(actor).toBe(`control:${control.session.participant}`);
    expect(people.Ann!.public<{ ready: boolean }>('seats/ARD').ready).toBe(false);
  });

  test.each<[string, string | null, Command, string]>([
    ['a participant for another seat', 'BEL', READY, 'notControl'],
    ['a participant for their own seat', 'ARD', READY, 'notControl'],
    ['a participant as exercise control', 'ARD', { type: 'pause', reason: '' }, 'notControl'],
    ['a seat of no form', 'nobody', READY, 'malformed'],
  ])('%s is refused', async (_what, seat, command, code) => {
    const { people } = await gather(server, { Ann: 'ARD', Bravo: 'BEL' });
    expect(await askAs(people.Ann!, seat, command)).toMatchObject({ ...refusal, refusal: { code } });
    expect(people.Bravo!.public<{ ready: boolean }>('seats/BEL').ready).toBe(false);
  });

  test('no command that a browser can send is carried out for another seat', async () => {
    const { people } = await gather(server, { Ann: 'ARD', Bravo: 'BEL' });
    let player = people.Ann!;
    for (const [index, command] of SAMPLES.entries()) {
      // One may not ask too often over one connection.
      if (index % 25 === 24) player = await new Player(server.port, player.session).enter();
      expect(await askAs(player, 'BEL', command), command.type).toMatchObject({ ...refusal, refusal: { code: 'notControl', subject: 'as' } });
    }
  });

  test('an observer is refused, and so is an evaluator', async () => {
    const { id, code } = await gather(server, { Ann: 'ARD', Bravo: 'BEL' });
    const { json: watcher } = await http<Session>(server.port, '/api/join', { body: { code, name: 'Wat', role: 'observer' } });
    expect(await askAs(await new Player(server.port, watcher).enter(), 'ARD', READY)).toMatchObject({ ...refusal, refusal: { code: 'watchesOnly' } });
    const evaluator = await new Player(server.port, await invited(id)).enter();
    expect(await askAs(evaluator, 'ARD', READY)).toMatchObject({ ...refusal, refusal: { code: 'notControl' } });
  });

  test('what is no act of a ministry is not done in its name', async () => {
    const { control } = await gather(server, { Ann: 'ARD', Bravo: 'BEL' });
    expect(await askAs(control, 'ARD', { type: 'pause', reason: '' })).toMatchObject({ ...refusal, refusal: { code: 'notInItsName' } });
  });

  test('asked again with the same id it is done once', async () => {
    const { control, people } = await gather(server, { Ann: 'ARD', Bravo: 'BEL' });
    const payload = { id: 'said-once-only', as: 'ARD', command: { type: 'sendMessage', to: ['BEL'], text: 'Hello.' } };
    const ask = () => control.room.request('command' as never, payload as never);
    const [first, second] = [await ask(), await ask()];
    expect(second).toEqual(first);
    await people.Bravo!.until(() => messages(people.Bravo!).length > 0);
    expect(messages(people.Bravo!)).toHaveLength(1);
  });
});

async function invited(exercise: string): Promise<Session> {
  const { token } = (await http<StaffInvitation>(server.port, `/api/exercises/${exercise}/staff`, { token: server.instructorToken, body: { role: 'evaluator', name: 'Eva' } })).json;
  return (await http<Session>(server.port, '/api/staff', { body: { token, exercise, name: 'Eva' } })).json;
}

const messages = (player: Player) => [...player.seatDocuments('BEL')!.keys()].filter((key) => key.startsWith('messages/') && !key.includes('\u001f'));
