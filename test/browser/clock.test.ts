// The clock in real browsers: a break on every page, orders that are missing, and a course with its dates, reminders and calendar file.
import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Locator, Page } from 'playwright-core';
import { HurriedClock } from './hurried-clock.ts';
import { Stage } from './stage.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

const clock = new HurriedClock();
let stage: Stage;
let control: Page;
beforeAll(async () => {
  stage = await Stage.open('clock', clock);
  control = await stage.instructor();
}, 120_000);
afterAll(async () => {
  await stage?.close();
  clock.stop();
});

const button = (where: Page | Locator, name: string | RegExp): Locator => where.getByRole('button', { name });
const inPhase = (page: Page, phase: string, status = 'running') => page.locator(`[data-phase="${phase}"][data-status="${status}"]`).waitFor();
const codeOn = async (page: Page) => (await page.getByText(/^[A-Z0-9]{6}$/).first().innerText()).trim();

async function start(): Promise<void> {
  await button(control, 'Start').click();
  const sure = control.getByRole('alertdialog');
  await sure.or(control.locator('[data-status="running"]')).first().waitFor();
  if (await sure.isVisible()) await sure.getByRole('button').last().click();
  await control.locator('[data-status="running"]').waitFor();
}

/** Control goes on although not everybody is ready. */
async function goOn(label: string, reason: string): Promise<void> {
  await button(control, label).click();
  const sure = control.getByRole('alertdialog');
  await sure.getByLabel('Why').fill(reason);
  await button(sure, 'Go on now').click();
}

describe('a class', () => {
  test('takes a break that ends by itself, reads why, and waits for missing orders', async ({ onTestFailed }) => {
    onTestFailed(() => stage.failed());
    await button(control, 'Create').click();
    const code = await codeOn(control);
    const nihara = await stage.seated(code, 'Delegate', 'Nihara');
    await start();
    await nihara.getByRole('dialog').waitFor();
    await nihara.keyboard.press('Escape');
    const wall = await stage.person('projector');
    await wall.goto(stage.address(`/wall/${code}`));
    await inPhase(wall, 'briefing');

    await button(control, 'Break').click();
    const dialog = control.getByRole('dialog');
    await button(dialog, '15 min').click();
    await dialog.getByLabel('Why').fill('Coffee in the hall');
    await stage.shot(control, 'call-break');
    await button(dialog, 'Break').click();
    for (const page of [nihara, wall, control]) await page.getByText(/Break until \d\d:\d\d — Coffee in the hall/).first().waitFor();
    for (const page of [nihara, wall]) expect(await page.getByRole('timer').first().innerText()).toMatch(/^1[45]:\d\d$/);
    await stage.shot(nihara, 'break');
    await stage.shot(wall, 'break-wall');
    await stage.shot(control, 'break-control');
    clock.putOn(15 * MINUTE);
    for (const page of [nihara, wall, control]) await inPhase(page, 'briefing');

    await button(control, 'Length').click();
    await control.getByRole('dialog').getByRole('textbox', { name: 'Minutes' }).fill('7');
    await control.getByRole('dialog').getByLabel('Why').fill('There is much to read');
    await stage.shot(control, 'length');
    await button(control.getByRole('dialog'), 'Change').click();
    for (const page of [nihara, wall]) await page.getByText('Extended by 7 minutes: There is much to read.').first().waitFor();
    await stage.shot(nihara, 'extended');
    await stage.shot(wall, 'extended-wall');

    await goOn('On to Negotiation', 'You have read enough');
    await nihara.getByText('Exercise control went on from Briefing: You have read enough').first().waitFor();
    await goOn('On to Orders', '');
    await inPhase(nihara, 'orders');
    clock.putOn(HOUR);
    await nihara.getByText(/your orders are missing/).waitFor();
    await wall.getByText(/The lock waits for the orders of Nihara until/).first().waitFor();
    await stage.shot(nihara, 'awaited');
    await stage.shot(wall, 'awaited-wall');
    clock.putOn(HOUR);
    await inPhase(nihara, 'orders', 'paused');
    await control.getByText(/No orders yet from Nihara/).first().waitFor();
    await button(control, 'On to Resolution').click();
    await stage.shot(control, 'missing');
    await button(control.getByRole('alertdialog'), 'Go on now').click();
    await inPhase(nihara, 'resolution');
    expect(stage.faults).toEqual([]);
  }, 120_000);
});

describe('a course', () => {
  test('is planned by the calendar, reminds, hands out a calendar file, and its dates move', async ({ onTestFailed }) => {
    onTestFailed(() => stage.failed());
    await control.goto(stage.address('/instructor'));
    await button(control, 'New exercise').click();
    await control.getByText('A course, by dates').click();
    const zone = control.getByRole('combobox', { name: 'Time zone' });
    await control.getByText('Days on which something closes').scrollIntoViewIfNeeded();
    await zone.click();
    await zone.press('ControlOrMeta+a');
    await zone.pressSequentially('Oslo');
    await control.getByRole('option', { name: 'Europe/Oslo' }).click();
    for (const day of ['Saturday', 'Sunday']) await control.getByText(day, { exact: true }).click();
    const planned = control.getByRole('region', { name: 'All dates' });
    await planned.getByText('Turn 4: orders are due').waitFor();
    expect(await planned.getByText(/, 18:00$/).count()).toBe(8);
    await control.getByText('A course, by dates').scrollIntoViewIfNeeded();
    await stage.shot(control, 'plan');
    const first = Date.parse((await planned.locator('time').first().getAttribute('datetime'))!);
    await button(control, 'Create').click();
    await button(control, 'Start').waitFor();
    const code = await codeOn(control);
    const nihara = await stage.seated(code, 'Delegate', 'Nihara');
    await nihara.getByText('Dates of this course').waitFor();
    await stage.shot(nihara, 'course-lobby');
    await stage.shot(control, 'course-lobby-control');
    await start();
    await nihara.getByRole('dialog').waitFor();
    await nihara.keyboard.press('Escape');
    // Briefing has no date: it goes over into negotiation at once.
    await inPhase(nihara, 'negotiation');

    clock.putOn(first - clock.now() - 2 * HOUR);
    await nihara.reload();
    await nihara.getByText(/^Negotiation ends (today|tomorrow), .* You have not said that you are ready\.$/).waitFor();
    await stage.shot(nihara, 'reminder');

    await button(nihara, /until/).click();
    await stage.shot(nihara, 'dates');
    const [download] = await Promise.all([nihara.waitForEvent('download'), button(nihara, 'Calendar file').click()]);
    const file = readFileSync(await download.path(), 'utf8').replaceAll('\r\n ', '');
    const ends = [...file.matchAll(/DTEND:(\d{8}T\d{6}Z)/g)].map(([, at]) => at);
    expect([file.match(/BEGIN:VEVENT/g)!.length, ends[0]]).toEqual([8, `${new Date(first).toISOString().replace(/[-:]|\.000/g, '')}`]);
    await nihara.keyboard.press('Escape');

    await button(control, 'Move dates').click();
    const dialog = control.getByRole('dialog');
    await dialog.getByRole('spinbutton', { name: /hour/i }).first().fill('20');
    await dialog.getByLabel('Why').fill('A lecture is in the way');
    await stage.shot(control, 'move');
    await button(dialog, 'Move 8 dates').click();
    await nihara.getByText(/A date was moved: in turn 1 negotiation ends .*8 dates changed.*: A lecture is in the way\./).waitFor();
    await stage.shot(nihara, 'moved');
    await stage.shot(control, 'moved-control');
    clock.putOn(4 * HOUR + MINUTE);
    await inPhase(nihara, 'orders');

    // A sheet that may be used again, and a person who looks in once a day: what came of the last turn is read first.
    await button(nihara.getByRole('navigation'), /Orders/).click();
    await button(nihara, /^Train/).click();
    await button(nihara, 'Add to the order sheet').click();
    await nihara.getByText('Saved', { exact: true }).waitFor();
    await nihara.getByText('Use this sheet again if I am late').click();
    await nihara.getByRole('checkbox', { name: /Use this sheet again/, checked: true }).waitFor();
    await stage.shot(nihara, 'standing');
    clock.putOn(24 * HOUR);
    await nihara.locator('[data-phase="negotiation"][data-turn="2"]').waitFor();
    await nihara.reload();
    await nihara.getByText('What happened in turn 1').waitFor();
    await stage.shot(nihara, 'next-turn');
    await button(nihara.getByRole('navigation'), /Orders/).click();
    await nihara.getByText('Marked in turn 1: 1 order would be used if you are late.').waitFor();
    await stage.shot(nihara, 'standing-held');
    expect(stage.faults).toEqual([]);
  }, 120_000);
});
