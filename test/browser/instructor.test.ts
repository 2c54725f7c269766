// The instructor's room whole: one person leads two parallel worlds of Amber Sound with bots and two people, and the records tell every act with its author.
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Locator, Page } from 'playwright-core';
import { Stage, sitDown } from './stage.ts';

let stage: Stage;
beforeAll(async () => {
  stage = await Stage.open('instructor');
}, 120_000);
afterAll(() => stage?.close());

const IDEA = 'We ask the fishermen of the Sound to report slow ships by radio.';
const NEWS = 'The name on every front page, and a second one beneath it';
const NOTES = ['Belmora reads before it writes.', 'Nobody asks who holds the source.', 'The price is asked before the text.', 'The idea is argued with reasons.', 'The room is ready for the debrief.'];

const button = (within: Page | Locator, name: string | RegExp): Locator => within.getByRole('button', { name });
const confirm = (page: Page): Locator => page.getByRole('alertdialog').getByRole('button').last();

async function join(code: string, name: string, world: string, country: string): Promise<Page> {
  const page = await stage.person();
  await page.goto(stage.address(`/join/${code}`));
  await page.getByLabel('Your name').fill(name);
  await page.getByRole('radio', { name: new RegExp(world) }).check({ force: true });
  await button(page, 'Choose a ministry').click();
  await sitDown(page, `Sit in ${country}`);
  await page.getByRole('heading', { name: country, exact: true }).first().waitFor();
  return page;
}

async function panel(page: Page, name: string): Promise<Locator> {
  await button(page.getByRole('navigation', { name: 'Panels' }), new RegExp(`^${name}|${name}$`)).click();
  return page.locator('#side');
}

/** On to what comes next, whoever is not ready yet. */
async function goOn(control: Page, phase: string): Promise<void> {
  await button(control.getByRole('toolbar'), /^On to/).click();
  await confirm(control).click();
  await control.locator(`[data-phase="${phase}"]`).first().waitFor();
}

async function pin(page: Page, text: string, rating: number): Promise<void> {
  await page.keyboard.press('n');
  await page.getByRole('dialog').waitFor();
  await page.keyboard.type(text);
  await page.keyboard.press('Tab');
  for (let step = 0; step < rating; step += 1) await page.keyboard.press('ArrowRight');
  await page.keyboard.press('Enter');
  await page.getByRole('dialog').waitFor({ state: 'detached' });
}

interface Line { type: string; actor: string; command: string | null; data: Record<string, unknown>; private?: { texts: Record<string, string> } }

/** The record as the button hands it out, checked by the command line; its events. */
async function recordOf(control: Page): Promise<Line[]> {
  const [download] = await Promise.all([control.waitForEvent('download'), button(control, 'Record').click()]);
  const path = await download.path();
  const told = JSON.parse(execFileSync(process.execPath, [resolve('server/cli/main.ts'), 'record', 'verify', path, '--json'], { encoding: 'utf8' })) as { valid: boolean; end: { status: string } };
  expect([told.valid, told.end.status]).toEqual([true, 'debrief']);
  return readFileSync(path, 'utf8').trim().split('\n').slice(1).map((line) => JSON.parse(line) as Line);
}

/** Who this browser is in the exercise that it shows. */
const self = (page: Page): Promise<string> => page.evaluate(() => {
  const id = location.pathname.split('/')[2]!;
  return (JSON.parse(localStorage.getItem(`entente.session.${id}`)!) as { participant: string }).participant;
});

test('one instructor leads two worlds with bots and two people', async ({ onTestFailed }) => {
  onTestFailed(() => stage.failed());
  const control = await stage.instructor();
  await control.getByText('Amber Sound', { exact: true }).click();
  const worlds = control.getByRole('textbox', { name: 'Parallel worlds' });
  await worlds.fill('2');
  await worlds.press('Tab');
  await button(control, 'Create').click();
  await control.waitForURL(/\/cohort\//);
  const code = (await control.locator('.list-code').innerText()).trim();
  const [ada, ben] = [await join(code, 'Alpha', 'World A', 'Belmora'), await join(code, 'Bravo', 'World B', 'Belmora')];

  // Both worlds are started, paused with a reason, and go on, from one page.
  await control.getByRole('tab', { name: 'Board' }).click();
  await control.getByRole('region', { name: 'World B' }).getByText('Bravo').waitFor();
  await button(control, 'Start: worlds A and B').click();
  await confirm(control).click();
  await button(control, 'Pause: worlds A and B').click();
  await control.getByRole('dialog').getByLabel('Why').fill('The projector is moved.');
  await button(control.getByRole('dialog'), 'Pause').click();
  for (const page of [ada, ben]) {
    await page.keyboard.press('Escape');
    await page.getByText('The projector is moved.').first().waitFor();
  }
  await stage.shot(control, 'paused');
  await button(control, 'Resume: worlds A and B').click();
  await control.getByRole('region', { name: 'World B' }).getByText('Running').waitFor();
  await stage.shot(control, 'worlds');

  // World A: an inject is held and skipped, each taken back; one is reworded and sent to others; that one is fired.
  await button(control, 'Open the control room of world A').click();
  await control.getByRole('tab', { name: 'Injects' }).click();
  const row = (title: string | RegExp) => control.getByRole('row').filter({ has: control.getByRole('rowheader', { name: title }) });
  const breach = row('The spring comes back');
  await button(breach, 'Hold').click();
  await breach.getByText('Held back by you').waitFor();
  await button(control, /^Undo: hold/).click();
  await button(breach, 'Skip').click();
  await breach.getByText('Skipped by you').waitFor();
  await button(control, /^Undo: skip/).click();
  await breach.getByText('Planned', { exact: true }).waitFor();
  await button(row('The name on every front page'), 'Change').click();
  await control.getByLabel('Headline').fill(NEWS);
  await control.getByRole('dialog').getByRole('checkbox', { name: 'All', exact: true }).uncheck({ force: true });
  for (const country of ['Belmora', 'Ardenmark']) await control.getByRole('dialog').getByRole('checkbox', { name: country }).check({ force: true });
  await button(control.getByRole('dialog'), 'Save').click();
  const news = row(NEWS);
  await news.getByText(/Changed: words and recipients/).waitFor();
  await stage.shot(control, 'grid');
  await button(news, 'Fire now').click();
  await confirm(control).click();
  await news.getByText('Fired in turn 1').waitFor();
  await (await panel(ada, 'In-tray')).getByText(NEWS).first().waitFor();

  // What Belmora sees, exactly; then its people change places with those of Ardenmark.
  await control.getByRole('tab', { name: 'People' }).click();
  await button(control, 'Look at the screen of Belmora').click();
  await control.getByText(/You are looking at the screen of Belmora/).waitFor();
  await (await panel(control, 'In-tray')).getByText(NEWS).first().waitFor();
  await stage.shot(control, 'as-belmora');
  await button(control, 'Back to the room').click();
  await control.getByRole('tab', { name: 'People' }).click();
  await button(control, 'Swap places').click();
  await control.getByText('Two ministries').click();
  for (const [label, country] of [['First', 'Belmora'], ['Second', 'Ardenmark']] as const) {
    await control.getByRole('dialog').getByRole('button', { name: new RegExp(label) }).click();
    await control.getByRole('option', { name: country }).click();
  }
  await button(control.getByRole('dialog'), 'Swap').click();
  await ada.locator('[data-seat="ARD"]').waitFor();
  await ada.keyboard.press('Escape');
  await stage.shot(control, 'swapped');

  // An idea that no action covers is put forward and judged, as late as the rules allow.
  await goOn(control, 'negotiation');
  await goOn(control, 'orders');
  const orders = await panel(ada, 'Orders');
  await button(orders, 'Put an idea forward').click();
  await orders.getByLabel('What we do').fill(IDEA);
  await orders.getByLabel('What that brings about').fill('The coast knows a day earlier who is waiting in the Sound.');
  for (const [index, reason] of ['They are at sea every night.', 'They have lost nets.', 'The coast radio reaches them.'].entries()) await orders.getByLabel(`Reason ${index + 1}`).fill(reason);
  await button(orders, /^Put forward/).click();
  await control.getByRole('tab', { name: /Rulings/ }).click();
  const idea = control.getByRole('article', { name: 'Idea of Ardenmark' });
  await idea.getByLabel('Outcome in words').fill('Forty boats call in every night.');
  await button(idea, /^Judge$/).click();
  await button(control.getByRole('alertdialog'), 'Make the draw').click();
  await orders.getByText('Forty boats call in every night.').waitFor();
  await stage.shot(control, 'judged');

  // Five notes, each by a key, its words and a rating.
  await control.getByRole('tab', { name: 'Notes' }).click();
  for (const [index, text] of NOTES.entries()) await pin(control, text, index % 5);
  await control.getByText('5 of 5 notes').waitFor();
  await stage.shot(control, 'notes');
  const inA = await self(control);
  await goOn(control, 'resolution');

  // World B: Bravo's seat is handed to a bot, and back to him.
  await button(control.getByRole('navigation', { name: 'Worlds of this class' }), /^World B/).click();
  await control.locator('.world-tab[aria-current="page"]', { hasText: 'B' }).waitFor();
  await button(control, 'Hand Belmora to a bot').click();
  await button(control.getByRole('dialog'), 'Bot').click();
  await ben.getByRole('heading', { name: /Choose/ }).or(ben.getByText('Choose your ministry')).first().waitFor();
  await stage.shot(control, 'bot');
  await control.getByRole('tab', { name: 'People' }).click();
  await button(control, /Seat of Bravo|Bravo/).first().click();
  await control.getByRole('option', { name: 'Belmora' }).click();
  await ben.locator('[data-seat="BEL"]').waitFor();
  const inB = await self(control);
  for (const phase of ['negotiation', 'orders', 'resolution']) await goOn(control, phase);

  // Both end early, and what was done stands in the records.
  await control.getByRole('link', { name: 'Board of all worlds' }).click();
  await button(control, 'End: worlds A and B').click();
  await confirm(control).click();
  await control.getByRole('region', { name: 'World B' }).getByText('Debrief').first().waitFor();
  await stage.shot(control, 'ended');
  await control.getByRole('tab', { name: 'Divergence' }).click();
  await control.getByRole('rowgroup').filter({ hasText: 'Turn 1' }).waitFor();
  await stage.shot(control, 'divergence');
  await control.getByRole('tab', { name: 'Board' }).click();

  await button(control, 'Open the control room of world A').click();
  await control.locator('.world-tab[aria-current="page"]', { hasText: 'A' }).waitFor();
  const a = await recordOf(control);
  const acts = (lines: Line[], person: string) => lines.filter(({ actor, type }) => actor === `control:${person}` && !['numbersChanged'].includes(type)).map(({ type }) => type);
  const ofA = acts(a, inA);
  expect(ofA).toEqual(expect.arrayContaining(['exerciseStarted', 'clockPaused', 'clockResumed', 'injectHeld', 'injectDropped', 'actUndone', 'injectChanged', 'injectFired', 'seatTaken', 'matrixJudged', 'observationPinned', 'exerciseEnded']));
  expect([ofA.filter((type) => type === 'actUndone').length, ofA.filter((type) => type === 'observationPinned').length]).toEqual([2, 5]);
  expect(a.filter(({ type }) => type === 'observationPinned').map((line) => line.private?.texts.text)).toEqual(NOTES);
  expect(a.find(({ type, data }) => type === 'exerciseEnded' && data.early === true)).toBeDefined();
  // Nobody else has done what exercise control alone may do.
  const others = a.filter(({ actor, type }) => !actor.startsWith('control:') && ['injectFired', 'injectChanged', 'observationPinned', 'matrixJudged', 'exerciseEnded'].includes(type) && !actor.startsWith('clock'));
  expect(others).toEqual([]);

  await control.goBack();
  await button(control, 'Open the control room of world B').click();
  await control.locator('.world-tab[aria-current="page"]', { hasText: 'B' }).waitFor();
  const b = acts(await recordOf(control), inB);
  expect(b).toEqual(expect.arrayContaining(['exerciseStarted', 'clockPaused', 'clockResumed', 'seatHandedToBot', 'seatTaken', 'exerciseEnded']));
  expect(b).not.toContain('injectHeld');
  expect(stage.faults).toEqual([]);
}, 300_000);
