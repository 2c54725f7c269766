// The board in a real browser: what it says of each seat, a few words to one of them, and what exercise control does for them.
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Page } from 'playwright-core';
import { Stage } from './stage.ts';

let stage: Stage;
beforeAll(async () => {
  stage = await Stage.open('board');
}, 120_000);
afterAll(() => stage?.close());

const button = (page: Page, name: string | RegExp) => page.getByRole('button', { name });

async function join(code: string, name: string, country: string): Promise<Page> {
  const page = await stage.person();
  await page.goto(stage.address(`/join/${code}`));
  await page.getByLabel('Your name').fill(name);
  await page.keyboard.press('Enter');
  await button(page, `Sit in ${country}`).click();
  return page;
}

test('exercise control sees the room and helps where it is needed', async ({ onTestFailed }) => {
  onTestFailed(() => stage.failed());
  const control = await stage.instructor();
  await button(control, 'Create').click();
  const code = (await control.getByText(/^[A-Z0-9]{6}$/).first().innerText()).trim();
  const nihara = await join(code, 'Noor', 'Nihara');
  const columbria = await join(code, 'Cal', 'Columbria');
  await control.getByText('Cal').first().waitFor();
  await button(control, 'Start').click();
  const start = control.getByRole('alertdialog').getByRole('button').last();
  await start.or(control.getByRole('region', { name: 'Ministries' })).first().waitFor();
  if (await start.isVisible()) await start.click();
  for (const page of [nihara, columbria]) {
    await page.getByRole('dialog').waitFor();
    await page.keyboard.press('Escape');
  }

  // Reading: an inject goes out; whoever opens the in-tray has read it.
  await button(control, /On to Negotiation/).click();
  const confirm = control.getByRole('alertdialog').getByRole('button').last();
  await confirm.click();
  await nihara.locator('[data-phase="negotiation"]').waitFor();
  await stage.shot(control, 'negotiation');
  expect(stage.faults).toEqual([]);
}, 180_000);
