// The way in, in real browsers: what is said before a secret brief is opened, what exercise control sees of it in the lobby, and its door.
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Page } from 'playwright-core';
import { Stage, barriers, sitDown } from './stage.ts';

let stage: Stage;
beforeAll(async () => {
  stage = await Stage.open('door');
}, 120_000);
afterAll(() => stage?.close());

/** An exercise in its lobby, and its code. */
async function lobby(): Promise<{ control: Page; code: string }> {
  const control = await stage.instructor();
  await control.getByRole('button', { name: 'New exercise' }).click({ timeout: 3000 }).catch(() => {});
  await control.getByRole('button', { name: 'Create' }).click();
  return { control, code: (await control.locator('.join-code').innerText()).trim() };
}

/** Somebody types the code and their name. */
async function enter(page: Page, code: string, name: string): Promise<void> {
  await page.goto(stage.address(`/join/${code}`));
  await page.getByLabel('Your name').fill(name);
  await page.keyboard.press('Enter');
}

test('whoever looks into a second ministry is told before each, and exercise control sees whose briefs they have read', async ({ onTestFailed }) => {
  onTestFailed(() => stage.failed());
  const { control, code } = await lobby();
  const visitor = await stage.person();
  await enter(visitor, code, 'Delegate South');
  await visitor.getByText('Sitting down opens its secret brief').waitFor();
  await stage.shot(visitor, 'seats');
  await visitor.getByRole('button', { name: 'Sit in Hanseo' }).click();
  await visitor.getByText('Exercise control sees whose briefs you have read.').waitFor();
  await stage.shot(visitor, 'before-sitting');
  expect(await barriers(visitor)).toEqual([]);
  await visitor.getByRole('button', { name: 'Sit here and open the brief' }).click();
  await visitor.locator('[data-seat="HAN"]').waitFor();
  await visitor.getByRole('button', { name: 'Change ministry' }).click();
  await control.getByText('Has read the brief of Hanseo').waitFor();
  await sitDown(visitor, 'Choose for me');
  await visitor.locator('[data-seat="COL"]').waitFor();
  await control.getByText('Has also read the brief of Hanseo').waitFor();
  await control.getByText('Has also read').scrollIntoViewIfNeeded();
  await stage.shot(control, 'also-read');
  expect(await barriers(control)).toEqual([]);
  await control.getByRole('button', { name: 'Start' }).click();
  await control.getByRole('tab', { name: 'People' }).click();
  await control.getByText('Has also read the brief of Hanseo').waitFor();
  await stage.shot(control, 'also-read-running');
  expect(stage.faults).toEqual([]);
}, 120_000);

test('exercise control closes the door: newcomers are told so beside the code, whoever is expected comes in', async ({ onTestFailed }) => {
  onTestFailed(() => stage.failed());
  const { control, code } = await lobby();
  const known = await stage.person();
  await enter(known, code, 'Delegate North');
  await sitDown(known, 'Sit in Hanseo');
  await known.locator('[data-seat="HAN"]').waitFor();
  // By keyboard alone.
  const door = control.getByRole('radiogroup', { name: 'Door' });
  await stage.shot(control, 'open');
  await door.getByRole('radio', { name: 'Open' }).focus();
  await control.keyboard.press('ArrowRight');
  await control.getByText('New people come only under a name on the roster').waitFor();
  expect(await door.getByRole('radio', { name: 'Closed to newcomers' }).isChecked()).toBe(true);
  await stage.shot(control, 'closed');
  expect(await barriers(control)).toEqual([]);
  await control.reload();
  await control.getByText('New people come only under a name on the roster').waitFor();

  const stranger = await stage.person();
  await enter(stranger, code, 'Stranger');
  await stranger.locator('.field-error').getByText('The door is closed. Ask exercise control to let you in.').waitFor();
  await stage.shot(stranger, 'refused');
  expect(await barriers(stranger)).toEqual([]);
  expect(await stranger.getByLabel('Code').getAttribute('aria-invalid')).toBe('true');

  await known.reload();
  await known.locator('[data-seat="HAN"]').waitFor();
  await control.getByRole('button', { name: 'Make a roster' }).click();
  await control.getByLabel('Names, one a line').fill('Delegate South; Meridia');
  await control.getByRole('button', { name: 'Add 1 person' }).click();
  await control.getByRole('grid', { name: 'Meridia' }).getByText('Delegate South').waitFor();
  await control.getByRole('dialog').getByRole('button', { name: 'Close' }).click();
  const expected = await stage.person();
  await enter(expected, code, 'delegate south');
  await expected.locator('[data-seat="MER"]').waitFor();
  await control.getByText('Nobody is missing').waitFor();

  // A second one of that name is told the way out beside the name, and tries another.
  await enter(stranger, code, 'Delegate South');
  await stranger.locator('.field-error').getByText('Somebody of this name is in already.').waitFor();
  await stage.shot(stranger, 'name-here');
  expect(await stranger.getByLabel('Your name').getAttribute('aria-invalid')).toBe('true');
  await stranger.getByLabel('Your name').fill('Stranger');

  // The wall, in the browser of whoever runs the exercise, and a late newcomer once the door is open again.
  const wall = await control.context().newPage();
  await wall.goto(stage.address(`/wall/${code}`));
  await wall.getByText(code).first().waitFor();
  await wall.close();
  await door.getByRole('radio', { name: 'Closed to newcomers' }).focus();
  await control.keyboard.press('ArrowLeft');
  await control.getByText('Whoever has the code comes in').waitFor();
  await stranger.keyboard.press('Enter');
  await stranger.getByRole('heading', { name: 'Choose your ministry' }).waitFor();
  expect(stage.faults.filter((fault) => !/40[39]/.test(fault))).toEqual([]);
}, 120_000);

test('whoever has lost their browser comes back by a link of exercise control, and the browser they had is shut out', async ({ onTestFailed }) => {
  onTestFailed(() => stage.failed());
  const { control, code } = await lobby();
  const before = await stage.person();
  await enter(before, code, 'Delegate North');
  await sitDown(before, 'Sit in Hanseo');
  await before.locator('[data-seat="HAN"]').waitFor();
  await control.getByRole('button', { name: 'Start' }).click();
  await control.getByRole('dialog').getByRole('button', { name: /Start/ }).click({ timeout: 3000 }).catch(() => {});
  await control.getByRole('tab', { name: 'People' }).click();
  await stage.shot(control, 'people');
  await control.getByRole('button', { name: 'A way back for Delegate North' }).click();
  await control.getByText('is shut out as soon as the link is made').waitFor();
  await stage.shot(control, 'way-back');
  expect(await barriers(control)).toEqual([]);
  await control.getByRole('button', { name: 'Make the link' }).click();
  const address = (await control.locator('.staff-address').innerText()).trim();
  await stage.shot(control, 'way-back-link');
  await before.getByText('The server does not know this browser any more.').waitFor({ timeout: 30_000 });
  await stage.shot(before, 'shut-out');

  const after = await stage.person();
  await after.goto(stage.address(new URL(address).pathname));
  await after.getByRole('heading', { name: 'Welcome back, Delegate North' }).waitFor();
  await stage.shot(after, 'back');
  expect(await barriers(after)).toEqual([]);
  await after.keyboard.press('Tab');
  await after.getByRole('button', { name: 'Go on as Delegate North' }).click();
  await after.getByText('Ministry of National Defence of Hanseo').first().waitFor();
  expect(new URL(after.url()).pathname).not.toContain('/back/');
  await control.getByRole('button', { name: 'Done' }).click();
  expect(await control.getByText('Delegate North').count()).toBeGreaterThan(0);
  expect(stage.faults.filter((fault) => !/40[139]/.test(fault))).toEqual([]);
}, 120_000);
