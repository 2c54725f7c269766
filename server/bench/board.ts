// Measures the board of exercise control: a real server, thirty people over real sockets, and control's page in a real browser.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { chromium } from 'playwright-core';
import type { CDPSession, Page } from 'playwright-core';
import type { Command } from '../../shared/model/commands.ts';
import type { ExerciseCard, ScenarioCard, Session } from '../../shared/wire/messages.ts';
import { installedBrowser } from './browser.ts';
import { BenchClient, ask } from './client.ts';
import { figure, quantile } from './figure.ts';
import type { Figure } from './figure.ts';
import { start, stop } from './process.ts';
import type { Measured } from './process.ts';

const PEOPLE = 30;
/** Rounds of every kind of act; the first ones warm up. */
const ROUNDS = 24;
const WARM = 4;
/** Between one act and the next, in milliseconds. */
const PACE = 120;
const VIEWPORT = { width: 1440, height: 900 };

interface Person {
  seat: string;
  client: BenchClient;
}

/** What an act of somebody shows on the page: words in the row of a seat, or anywhere. */
interface Act {
  by: BenchClient;
  command: Command;
  row: string | null;
  words: string;
}

export async function benchBoard(): Promise<Figure[]> {
  const folder = mkdtempSync(join(tmpdir(), 'entente-bench-'));
  const server = await start(join(folder, 'data'));
  try {
    return await measure(server);
  } finally {
    await stop(server);
    rmSync(folder, { recursive: true, force: true });
  }
}

async function measure(server: Measured): Promise<Figure[]> {
  const { card, people, control } = await gather(server);
  const browser = await launch();
  try {
    const page = await board(await browser.newPage({ viewport: VIEWPORT }), server, card, control);
    const metrics = await page.context().newCDPSession(page);
    // Counted in time of the processor: what else the machine does is none of the page's.
    await metrics.send('Performance.enable', { timeDomain: 'threadTicks' });
    const rest = await atRest(metrics);
    const [shown, script]: [number[], number[]] = [[], []];
    for (let round = 0; round < ROUNDS; round += 1) {
      for (const act of acts(people, round)) {
        const took = await timed(page, metrics, act);
        if (round >= WARM) {
          shown.push(took.shown);
          script.push(Math.max(0, took.script - rest * took.lasted));
        }
        await pause(PACE);
      }
    }
    return [
      figure(`board: an act of one of ${PEOPLE} people until the page shows it, p95 of ${shown.length}`, quantile(shown, 0.95), 'ms', 200),
      figure('board: script per update of the page beyond that of the page at rest (ScriptDuration, processor time), p95', quantile(script, 0.95), 'ms', 8),
      figure('board: script of the page at rest, its clock and the pulse of the map', 1000 * rest, 'ms/s', 100),
    ];
  } finally {
    await browser.close();
    for (const { client } of people) await client.room.leave();
  }
}

/** Thirty people in as many seats as the largest scenario has; the exercise negotiates, and its clock is far from its end. */
async function gather({ port, token }: Measured): Promise<{ card: ExerciseCard; people: Person[]; control: Session }> {
  const scenarios = await ask<ScenarioCard[]>(port, '/api/scenarios');
  const largest = scenarios.sort((a, b) => b.seats.length - a.seats.length)[0]!;
  const card = await ask<ExerciseCard>(port, '/api/exercises', { token, body: { scenario: largest.id, advanceWhenReady: false, phases: { negotiation: 3600 } } });
  const control = await ask<Session>(port, `/api/exercises/${card.id}/control`, { token, body: {} });
  const people: Person[] = [];
  for (let index = 0; index < PEOPLE; index += 1) {
    const client = await BenchClient.enter(port, await ask<Session>(port, '/api/join', { body: { code: card.code, name: `Person ${index + 1}` } }));
    const seat = largest.seats[index % largest.seats.length]!.id;
    await client.command({ type: 'takeSeat', seat });
    people.push({ seat, client });
  }
  const starter = await BenchClient.enter(port, control);
  await starter.command({ type: 'startExercise' });
  await starter.command({ type: 'advancePhase' });
  await starter.room.leave();
  return { card, people, control };
}

/** The ways in which ministries act, each by somebody else in every round; what one round does the next undoes. */
function acts(people: readonly Person[], round: number): Act[] {
  const of = (offset: number) => people[(round + offset * 7) % people.length]!;
  const [ready, orders, speaker] = [of(0), of(1), of(2)];
  const heard = people.find(({ seat }) => seat !== speaker.seat)!;
  const words = `Message of round ${round}`;
  const intent = `Crews first, round ${round}`;
  return [
    { by: ready.client, command: { type: 'setReady', ready: true }, row: ready.seat, words: 'Ready' },
    { by: ready.client, command: { type: 'setReady', ready: false }, row: ready.seat, words: '!Ready' },
    { by: orders.client, command: { type: 'saveOrders', orders: [{ id: `order-${round}`, action: 'TRAIN', params: {}, intent, invitation: null }] }, row: orders.seat, words: intent },
    { by: orders.client, command: { type: 'saveOrders', orders: [] }, row: orders.seat, words: `!${intent}` },
    { by: speaker.client, command: { type: 'sendMessage', to: [heard.seat], text: words }, row: null, words },
  ];
}

/** Control's page, with its board before it and every code loaded. */
async function board(page: Page, { port }: Measured, card: ExerciseCard, session: Session): Promise<Page> {
  await page.addInitScript(([key, text]) => localStorage.setItem(key!, text!), [`entente.session.${card.id}`, JSON.stringify(session)]);
  await page.goto(`http://127.0.0.1:${port}/exercise/${card.id}`);
  await page.locator('[data-seat-row]').first().waitFor();
  await page.locator('[data-map-ready="true"]').waitFor();
  return page;
}

/** From just before the request until the words stand in the page's document; and how long scripts ran, from then to the second frame after, and how long that lasted. */
async function timed(page: Page, metrics: CDPSession, { by, command, row, words }: Act): Promise<{ shown: number; script: number; lasted: number }> {
  const wanted = words.replace(/^!/, '');
  const stands = !words.startsWith('!');
  await page.evaluate(({ row, wanted, stands }) => {
    const place = () => (row === null ? document.body : document.querySelector(`[data-seat-row="${row}"]`));
    const holds = () => (place()?.textContent ?? '').includes(wanted) === stands;
    (window as unknown as { shown: Promise<number> }).shown = new Promise((done) => {
      const watcher = new MutationObserver(() => {
        if (!holds()) return;
        watcher.disconnect();
        done(performance.timeOrigin + performance.now());
      });
      watcher.observe(document.body, { subtree: true, childList: true, characterData: true });
    });
  }, { row, wanted, stands });
  const before = await scriptTime(metrics);
  const asked = performance.timeOrigin + performance.now();
  await by.command(command);
  const at = await page.evaluate(async () => {
    const shown = await (window as unknown as { shown: Promise<number> }).shown;
    await new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn)));
    return shown;
  });
  return { shown: at - asked, script: (await scriptTime(metrics)) - before, lasted: performance.timeOrigin + performance.now() - asked };
}

/** How long to look at a page at which nothing happens, in milliseconds. */
const REST = 3000;

/** Milliseconds of script per millisecond while nobody does anything. */
async function atRest(metrics: CDPSession): Promise<number> {
  await pause(1000);
  const [before, since] = [await scriptTime(metrics), performance.now()];
  await pause(REST);
  return ((await scriptTime(metrics)) - before) / (performance.now() - since);
}

/** Milliseconds of the processor that scripts of the page have taken. */
async function scriptTime(metrics: CDPSession): Promise<number> {
  const { metrics: all } = await metrics.send('Performance.getMetrics');
  return 1000 * all.find(({ name }) => name === 'ScriptDuration')!.value;
}

async function launch() {
  const executablePath = installedBrowser();
  if (executablePath === null) throw new Error('The board is measured in Chromium, Chrome or Edge. Install one of them, or run "npx playwright-core install chromium", or set CHROMIUM to the path of one.');
  return chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu'] });
}
