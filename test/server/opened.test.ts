// What a seat has opened: exercise control sees it on the board, nobody else learns of it, and it is not in the record.
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { RunningServer } from '../../server/server.ts';
import { OPENED } from '../../shared/wire/documents.ts';
import type { Opened } from '../../shared/wire/documents.ts';
import { FakeClock, FlakyStore, Player, gather, serveDuel } from './support.ts';

const clock = new FakeClock();
const store = new FlakyStore();
let server: RunningServer;
beforeAll(async () => {
  server = await serveDuel({ clock, store });
});
afterAll(() => server.close());

const openedBy = (control: Player): Opened => JSON.parse(control.room.state.control.get('control')!.documents.get(OPENED) ?? '{}') as Opened;
const tell = (player: Player, payload: unknown) => player.room.send('opened' as never, payload as never);

test('what one seat has opened reaches exercise control alone', async () => {
  const { control, people } = await gather(server, { Ann: 'ARD', Bravo: 'BEL', Cas: null });
  const inject = await fire(control);
  const records = store.written.length;
  tell(people.Ann!, { injects: [inject, 'not-one-of-ours'] });
  await control.until(() => openedBy(control).ARD?.length === 1);
  expect(openedBy(control)).toEqual({ ARD: [inject] });
  expect(store.written.length).toBe(records);
  // The others have had patches since, and none of them says so.
  await people.Ann!.ask({ type: 'setReady', ready: true });
  for (const { room, frames } of [people.Bravo!, people.Cas!, people.Ann!]) {
    expect(room.state.control?.size ?? 0).toBe(0);
    expect(Buffer.concat(frames).includes(OPENED)).toBe(false);
  }
});

test.each([
  ['somebody without a seat', 'Cas', (inject: string) => ({ injects: [inject] })],
  ['a message of another shape', 'Ann', (inject: string) => ({ injects: [inject], seat: 'BEL' })],
  ['too many at once', 'Ann', (inject: string) => ({ injects: Array.from({ length: 101 }, () => inject) })],
])('%s tells nothing', async (_what, name, payload) => {
  const { control, people } = await gather(server, { Ann: 'ARD', Bravo: 'BEL', Cas: null });
  const inject = await fire(control);
  tell(people[name]!, payload(inject));
  tell(people.Bravo!, { injects: [inject] });
  await control.until(() => openedBy(control).BEL);
  expect(openedBy(control)).toEqual({ BEL: [inject] });
});

test('telling it over and over is heard twenty times a minute', async () => {
  const { control, people } = await gather(server, { Ann: 'ARD', Bravo: 'BEL' });
  const inject = await fire(control);
  for (let time = 0; time < 20; time += 1) tell(people.Ann!, { injects: ['nothing'] });
  tell(people.Ann!, { injects: [inject] });
  tell(people.Bravo!, { injects: [inject] });
  await control.until(() => openedBy(control).BEL);
  expect(openedBy(control).ARD).toBeUndefined();
  clock.advance(60_000);
  tell(people.Ann!, { injects: [inject] });
  await control.until(() => openedBy(control).ARD);
});

test('when somebody came or went is told with their presence', async () => {
  const { control, people } = await gather(server, { Ann: 'ARD' });
  const { participant } = people.Ann!.session;
  const presence = () => control.room.state.presence.get(participant)!;
  const came = presence().since;
  clock.advance(90_000);
  await people.Ann!.leave();
  await control.until(() => !presence().connected);
  expect(presence().since).toBe(came + 90_000);
});

/** News for everybody that has fired. */
async function fire(control: Player): Promise<string> {
  await control.ask({ type: 'writeInject', title: 'News', from: 'Press', text: 'Something happened.', to: 'all', effects: [], at: null });
  const msel = [...control.room.state.control.get('control')!.documents.keys()].filter((key) => key.startsWith('msel/') && !key.includes('\u001f'));
  return msel.map((key) => key.slice('msel/'.length)).find((id) => JSON.parse(control.room.state.control.get('control')!.documents.get(`msel/${id}`)!).title === 'News')!;
}
