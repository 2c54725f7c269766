// A server that is killed in the middle of everything: what was acknowledged is there again, and everybody is back where they were.
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { readRecord, verifyRecord } from '../../shared/record/record.ts';
import { digest, stateAt } from '../../shared/record/replay.ts';
import type { Session } from '../../shared/wire/messages.ts';
import { runServe, startProcess } from './process.ts';
import type { ServerProcess } from './process.ts';
import { Player, http } from './support.ts';

const SCENARIO = 'shield-lesson';
const folders: string[] = [];
const processes: ServerProcess[] = [];
const folder = () => {
  folders.push(mkdtempSync(join(tmpdir(), 'entente-crash-')));
  return folders.at(-1)!;
};
async function start(data: string, port?: number) {
  processes.push(await startProcess(data, port));
  return processes.at(-1)!;
}
afterEach(async () => {
  for (const { child } of processes.splice(0)) child.kill('SIGKILL');
  for (const used of folders.splice(0)) rmSync(used, { recursive: true, force: true });
});

async function record(port: number, session: Session) {
  const { text } = await http(port, `/api/exercises/${session.exercise}/record`, { token: session.token });
  return readRecord(text).record!;
}

test('after kill -9 everybody is back where they were, the phase stands paused, and nothing acknowledged is lost', async () => {
  const data = folder();
  const first = await start(data);
  const { port, instructorToken: token } = first;
  const { json: card } = await http<{ id: string; code: string }>(port, '/api/exercises', { token, body: { scenario: SCENARIO, advanceWhenReady: false } });
  const control = await new Player(port, (await http<Session>(port, `/api/exercises/${card.id}/control`, { token, body: {} })).json).enter();
  const seats = control.public<{ seats: string[] }>('exercise').seats.slice(0, 2);
  const people: Player[] = [];
  for (const seat of seats) {
    const person = await new Player(port, (await http<Session>(port, '/api/join', { body: { code: card.code, name: `Delegate of ${seat}` } })).json).enter();
    await person.ask({ type: 'takeSeat', seat });
    people.push(person);
  }
  await control.ask({ type: 'startExercise' });
  await control.ask({ type: 'advancePhase' });
  const acknowledged: { id: string; seq: number }[] = [];
  const write = async (index: number) => {
    const id = `message-${index}`;
    const answer = await people[index % 2]!.ask({ type: 'sendMessage', to: [seats[(index + 1) % 2]!], text: `Message ${index}.` }, id);
    if (answer.accepted) acknowledged.push({ id, seq: answer.seq });
  };
  for (let index = 0; index < 10; index += 1) await write(index);
  const before = await record(port, control.session);
  // More are under way, unanswered, when the process is killed.
  const lost = [10, 11, 12, 13].map((index) => write(index).catch(() => {}));
  await lost[0];
  expect(await first.end('SIGKILL')).toBe('SIGKILL');
  for (const person of [control, ...people]) person.room.reconnection.enabled = false;

  const second = await start(data, port);
  const again = await Promise.all([control, ...people].map(({ session }) => new Player(second.port, session).enter()));
  const exercise = again[0]!.public<{ status: string; phase: string; pauseReason: string; remaining: number }>('exercise');
  expect(exercise).toMatchObject({ status: 'paused', phase: 'negotiation', pauseReason: 'serverRestarted' });
  expect(exercise.remaining).toBeGreaterThan(0);

  const after = await record(second.port, control.session);
  expect(verifyRecord(after)).toBeNull();
  expect(after.events.slice(0, before.events.length)).toEqual(before.events);
  expect(digest(stateAt(after, before.events.length))).toBe(digest(stateAt(before)));
  for (const { id } of acknowledged) expect(after.events.filter(({ command }) => command === id), id).toHaveLength(1);
  expect(after.events.filter(({ type }) => type === 'clockPaused')).toHaveLength(1);

  // A retry of what was acknowledged before the crash is still the same command.
  const repeated = await again[1]!.ask({ type: 'sendMessage', to: [seats[1]!], text: 'Message 0.' }, 'message-0');
  expect(repeated).toEqual({ accepted: true, seq: acknowledged[0]!.seq });
  for (const [index, seat] of seats.entries()) expect(again[index + 1]!.seatDocuments(seat)!.size).toBeGreaterThan(0);
  expect(await again[0]!.ask({ type: 'resume' })).toMatchObject({ accepted: true });

  // A seat kept for somebody who dropped out does not hold up a stop in good order.
  for (const person of again) person.room.reconnection.enabled = false;
  (again[1]!.room.connection.transport as unknown as { ws: { close(code: number): void } }).ws.close(4010);
  await expect.poll(() => again[1]!.closed).not.toBeNull();
  const asked = Date.now();
  expect(await second.end('SIGTERM')).toBe(0);
  expect(Date.now() - asked).toBeLessThan(5000);
});

test('a port in use and a folder in use are told in a sentence with the way out', async () => {
  const taken = createServer();
  await new Promise<void>((ready) => taken.listen(0, '127.0.0.1', ready));
  const { port } = taken.address() as { port: number };
  const inUse = await runServe(['--host', '127.0.0.1', '--port', String(port), '--data', folder()]);
  taken.close();
  expect(inUse.code).toBe(1);
  expect(inUse.errors).toMatch(new RegExp(`^entente serve: Port ${port} is in use.*--port ${port + 1}\\.\n$`));

  const data = folder();
  await start(data);
  const locked = await runServe(['--host', '127.0.0.1', '--port', '0', '--data', data]);
  expect(locked.code).toBe(1);
  expect(locked.errors).toMatch(/^entente serve: Another Entente server is using the data folder/);
});
