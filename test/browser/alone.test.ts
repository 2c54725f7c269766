// One person alone: the tutorial against bots, all four turns to the debrief, with accessible screens on the way.
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Page } from 'playwright-core';
import { Stage, barriers } from './stage.ts';

let stage: Stage;
beforeAll(async () => {
  stage = await Stage.open('alone');
}, 120_000);
afterAll(() => stage?.close());

const rail = (page: Page, name: string) => page.getByRole('navigation').getByRole('button', { name: new RegExp(name) });

async function ready(page: Page, next: string): Promise<void> {
  await page.getByRole('button', { name: /^Ready$/ }).click();
  await page.locator(next).waitFor();
}

test('the tutorial is played alone to its end', async ({ onTestFailed }) => {
  onTestFailed(() => stage.failed());
  const page = await stage.person();
  await page.goto(stage.address('/'));
  await page.getByText('Choose a scenario').click();
  await page.getByLabel('Your name').fill('Alone');
  await stage.shot(page, 'practice');
  expect(await barriers(page)).toEqual([]);
  await page.getByRole('button', { name: /start/i }).last().click();
  await page.locator('[data-phase="briefing"]').waitFor();
  await page.keyboard.press('Escape');
  await page.locator('[data-map-ready="true"]').waitFor();
  for (let turn = 1; turn <= 4; turn += 1) {
    await ready(page, `[data-turn="${turn}"][data-phase="negotiation"]`);
    // Bots ask for visits and courses: consent is a card.
    await rail(page, 'In-tray').click();
    if (turn === 1) expect(await barriers(page)).toEqual([]);
    const card = page.getByRole('button', { name: 'Accept' }).first();
    if (await card.isVisible()) await card.click();
    await ready(page, `[data-turn="${turn}"][data-phase="orders"]`);
    await rail(page, 'Orders').click();
    await page.getByRole('button', { name: /^Train/ }).first().click();
    await page.getByRole('button', { name: 'Add to the order sheet' }).click();
    await page.getByText('Saved', { exact: true }).waitFor();
    await ready(page, `[data-turn="${turn}"][data-phase="resolution"]`);
    await ready(page, `[data-turn="${turn}"][data-phase="review"]`);
    await page.getByText(/changed most/).waitFor();
    await stage.shot(page, `review-${turn}`);
    if (turn === 1) expect(await barriers(page)).toEqual([]);
    await ready(page, turn < 4 ? `[data-turn="${turn + 1}"][data-phase="briefing"]` : '[data-status="debrief"]');
  }
  await page.getByText('What was true').waitFor();
  await stage.shot(page, 'debrief');
  expect(await barriers(page)).toEqual([]);
  expect(stage.faults).toEqual([]);
}, 180_000);
