// Before class: whoever joined days ago is back in their seat and role and reads the brief; and a practice turn over real sockets leaves nothing behind.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import type { RunningServer } from '../../server/server.ts';
import { openSqliteStore } from '../../server/store/sqlite.ts';
import type { Command } from '../../shared/model/commands.ts';
import type { Team } from '../../shared/model/state.ts';
import { FakeClock, Player, gather, serveDuel } from './support.ts';

const DAY = 24 * 3600 * 1000;
const data = mkdtempSync(join(tmpdir(), 'entente-homework-'));
const running: RunningServer[] = [];
afterAll(async () => {
  for (const server of running) await server.close();
  rmSync(data, { recursive: true, force: true });
});

const serve = async (clock: FakeClock, folder: string): Promise<RunningServer> => {
  const server = await serveDuel({ clock, store: await openSqliteStore(folder) });
  running.push(server);
  return server;
};
const exercise = (player: Player) => player.public<{ status: string; practice: boolean; turn: number }>('exercise');
const own = <T>(player: Player, key: string): T => JSON.parse(player.seatDocuments('ARD')!.get(key)!) as T;

test('somebody who joined five days ago is back in the seat, in the role, with the brief', async () => {
  const clock = new FakeClock();
  const first = await serve(clock, join(data, 'a'));
  const { people } = await gather(first, { Ann: 'ARD', Bravo: 'ARD' }, false, { teams: true });
  await people.Bravo!.until(() => people.Bravo!.seatDocuments('ARD')?.has('team'));
  const { session } = people.Bravo!;
  await running.pop()!.close();
  clock.advance(5 * DAY);
  const second = await serve(clock, join(data, 'a'));
  const ben = await new Player(second.port, session).enter();
  await ben.until(() => ben.seatDocuments('ARD')?.has('brief'));
  expect(exercise(ben).status).toBe('lobby');
  expect(own<Team>(ben, 'team').members[session.participant]).toBe('policy');
  expect([...ben.seatDocuments('ARD')!.keys()].some((key) => key.startsWith('brief'))).toBe(true);
});

test('a practice turn is played and thrown away; people stay, its history is not that of turn 1', async () => {
  const clock = new FakeClock();
  const server = await serve(clock, join(data, 'b'));
  const { control, people } = await gather(server, { Ann: 'ARD', Bravo: 'ARD' }, false, { teams: true });
  const ann = people.Ann!;
  const go = async (command: Command) => expect(await control.ask(command)).toMatchObject({ accepted: true });
  expect(await ann.ask({ type: 'startPractice' })).toMatchObject({ accepted: false, refusal: { code: 'notControl' } });
  await go({ type: 'startPractice' });
  await ann.until(() => exercise(ann).practice);
  await go({ type: 'advancePhase' });
  expect(await ann.ask({ type: 'sendMessage', to: ['BEL'], text: 'Only practising.' })).toMatchObject({ accepted: true });
  expect((await control.history(1)).events.some(({ type }) => type === 'messageSent')).toBe(true);
  for (let phase = 0; phase < 4; phase += 1) await go({ type: 'advancePhase' });
  await ann.until(() => exercise(ann).status === 'lobby');
  expect(exercise(ann)).toMatchObject({ practice: false, turn: 0 });
  expect(own<Team>(ann, 'team').members[ann.session.participant]).toBe('minister');
  expect([...ann.seatDocuments('ARD')!.keys()].filter((key) => key.startsWith('messages/'))).toEqual([]);
  await go({ type: 'startExercise' });
  await ann.until(() => exercise(ann).status === 'running');
  const { events } = await control.history(1);
  expect(events.filter(({ type }) => type === 'phaseStarted').length).toBe(1);
  expect(events.some(({ type }) => type === 'messageSent' || type === 'practiceEnded')).toBe(false);

  // The record keeps it, and after a restart the exercise stands where it stood.
  await running.pop()!.close();
  const again = await serve(clock, join(data, 'b'));
  const back = await new Player(again.port, ann.session).enter();
  expect(exercise(back)).toMatchObject({ status: 'paused', practice: false, turn: 1 });
});
