// Measures a server in a process of its own, over real sockets and with the embedded store: answers, bytes, memory.
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { connect } from 'node:net';
import { DatabaseSync } from 'node:sqlite';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { ExerciseCard, ScenarioCard, Session } from '../../shared/wire/messages.ts';
import { BenchClient, ask } from './client.ts';
import { CountingProxy } from './counting-proxy.ts';
import { compared, figure, quantile } from './figure.ts';
import type { Figure } from './figure.ts';
import { start, stop, told } from './process.ts';
import type { Measured } from './process.ts';

const WARM = 30;
const COMMANDS = 600;
/** The server lets nobody send more than 20 messages a second; measuring keeps well below, in milliseconds between two. */
const PACE = 70;
const EXERCISES = 40;
/** In the class that is measured, and in each exercise of the many. */
const PEOPLE_EACH = 8;
const PEOPLE_OF_MANY = 16;

export async function benchServer(): Promise<Figure[]> {
  const folder = mkdtempSync(join(tmpdir(), 'entente-bench-'));
  const server = await start(join(folder, 'data'));
  try {
    return [...(await answers(server, folder)), ...(await bytes(server)), ...(await memory(server))];
  } finally {
    await stop(server);
    rmSync(folder, { recursive: true, force: true });
  }
}

/** A class: exercise control and one person per seat, several per seat where there are fewer seats. */
async function gather({ port, token }: Measured, through = port) {
  const scenarios = await ask<ScenarioCard[]>(port, '/api/scenarios');
  const largest = scenarios.sort((a, b) => b.seats.length - a.seats.length)[0]!;
  const card = await ask<ExerciseCard>(port, '/api/exercises', { token, body: { scenario: largest.id, advanceWhenReady: false } });
  const control = await BenchClient.enter(through, await ask<Session>(port, `/api/exercises/${card.id}/control`, { token, body: {} }));
  const people: { seat: string; session: Session; client: BenchClient }[] = [];
  for (let index = 0; index < PEOPLE_EACH; index += 1) {
    const seat = largest.seats[index % largest.seats.length]!.id;
    const session = await ask<Session>(port, '/api/join', { body: { code: card.code, name: `Person ${index}` } });
    const client = await BenchClient.enter(through, session);
    await client.command({ type: 'takeSeat', seat });
    people.push({ seat, session, client });
  }
  await control.command({ type: 'startExercise' });
  await control.command({ type: 'advancePhase' });
  return { card, control, people };
}

/**
 * From asking to the answer: against one bare durable append of the same size, and against that and a bare way there and
 * back. The three take turns, so that whatever else the machine does hits them alike.
 */
async function answers(server: Measured, folder: string): Promise<Figure[]> {
  const { people } = await gather(server);
  const bare = new DatabaseSync(join(folder, 'bare.sqlite'));
  bare.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; CREATE TABLE events (exercise TEXT, seq INTEGER, line TEXT, PRIMARY KEY (exercise, seq)) WITHOUT ROWID');
  const insert = bare.prepare('INSERT INTO events VALUES (?, ?, ?)');
  const echo = connect(server.echo, '127.0.0.1').setNoDelay();
  await once(echo, 'connect');
  const timed = async (work: () => unknown) => {
    const before = performance.now();
    await work();
    return performance.now() - before;
  };
  const [asked, appended, both]: [number[], number[], number[]] = [[], [], []];
  for (let index = 0; index < WARM + COMMANDS; index += 1) {
    const { client } = people[index % people.length]!;
    const answer = await timed(() => client.command({ type: 'setReady', ready: index % (2 * people.length) < people.length }));
    await pause(PACE / people.length);
    const append = await timed(() => insert.run('exercise', index, 'x'.repeat(400)));
    const way = await timed(async () => {
      echo.write('x'.repeat(100));
      await once(echo, 'data');
    });
    if (index < WARM) continue;
    asked.push(answer);
    appended.push(append);
    both.push(append + way);
  }
  bare.close();
  echo.destroy();
  for (const { client } of people) await client.room.leave();
  const [answer, append, way] = [asked, appended, both].map((samples) => quantile(samples, 0.99)) as [number, number, number];
  return [
    compared('answer p99, against an append', answer, 'ms', append, 1.5),
    compared('answer p99, against an append and the way there and back', answer, 'ms', way, 1.5),
  ];
}

async function bytes(server: Measured): Promise<Figure[]> {
  const proxy = await CountingProxy.before(server.port);
  const { card, people } = await gather(server, proxy.port);
  const enter = async (session: Session) => {
    const client = await BenchClient.enter(proxy.port, session);
    const counter = proxy.websockets.at(-1)!;
    await pause(100);
    return { client, counter, joined: counter.received };
  };
  const person = await enter(people[0]!.session);
  const observer = await enter(await ask<Session>(server.port, '/api/join', { body: { code: card.code, name: 'Watcher', role: 'observer' } }));
  const sent = async (ask: (index: number) => Promise<void>) => {
    await pause(300);
    const before = person.counter.received;
    const times = 20;
    for (let index = 0; index < times; index += 1) {
      await ask(index);
      await pause(PACE);
    }
    await pause(300);
    return (person.counter.received - before) / times;
  };
  const { client, seat } = people[1]!;
  const ready = await sent((index) => client.command({ type: 'setReady', ready: index % 2 === 0 }));
  const message = await sent((index) => client.command({ type: 'sendMessage', to: [people[0]!.seat], text: `Message ${index} from ${seat}: shall we meet before the lock, and who brings the map?` }));
  proxy.close();
  return [
    figure('join of a participant', person.joined / 1000, 'kB', 12),
    figure('join of an observer', observer.joined / 1000, 'kB', 12),
    figure('patch: somebody is ready', ready, 'B', 300),
    figure('patch: a message of 80 letters', message, 'B', 300),
  ];
}

/** Growth of what the server holds after tidying up, by many exercises, then by many people. */
async function memory(server: Measured): Promise<Figure[]> {
  const { port, token } = server;
  const { card } = await gather(server);
  // What joining costs once, for the first of all: room in the allocator and compiled code.
  const first = await Promise.all(Array.from({ length: 60 }, async (_, index) =>
    BenchClient.enter(port, await ask<Session>(port, '/api/join', { body: { code: card.code, name: `Early ${index}` } }))));
  await Promise.all(first.map((client) => client.room.leave()));
  const scenario = (await ask<ScenarioCard[]>(port, '/api/scenarios'))[0]!.id;
  const empty = await held(server);
  const cards: ExerciseCard[] = [];
  for (let index = 0; index < EXERCISES; index += 1) cards.push(await ask<ExerciseCard>(port, '/api/exercises', { token, body: { scenario } }));
  const created = await held(server);
  const people: BenchClient[] = [];
  for (const { code } of cards) {
    for (let index = 0; index < PEOPLE_OF_MANY; index += 1) {
      people.push(await BenchClient.enter(port, await ask<Session>(port, '/api/join', { body: { code, name: `Person ${index}` } })));
    }
  }
  const joined = await held(server);
  return [
    figure('memory per exercise', (created - empty) / EXERCISES / 1e6, 'MB', 1),
    figure('memory per participant', (joined - created) / people.length / 1000, 'kB', 40),
  ];
}

/** Memory in use once it has come to rest, in bytes. */
async function held({ child }: Measured): Promise<number> {
  await pause(1000);
  child.send('tidy up');
  return (await told(child, 'held')).held;
}
