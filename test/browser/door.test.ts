// The way in, in real browsers: what is said before a secret brief is opened, and what exercise control sees of it in the lobby.
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

test('whoever looks into a second ministry is told before each, and exercise control sees whose briefs they have read', async ({ onTestFailed }) => {
  onTestFailed(() => stage.failed());
  const { control, code } = await lobby();
  const visitor = await stage.person();
  await visitor.goto(stage.address(`/join/${code}`));
  await visitor.getByLabel('Your name').fill('Delegate South');
  await visitor.keyboard.press('Enter');
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
