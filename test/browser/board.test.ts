// The board in a real browser: what it says of each seat, a few words to one of them, and what exercise control does for them.
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Page } from 'playwright-core';
import { Stage, barriers } from './stage.ts';

let stage: Stage;
beforeAll(async () => {
  stage = await Stage.open('board');
}, 120_000);
afterAll(() => stage?.close());

const rail = (page: Page, name: string) => page.getByRole('navigation').getByRole('button', { name: new RegExp(name) });
const button = (page: Page, name: string | RegExp) => page.getByRole('button', { name });

test('exercise control sees the room and helps where it is needed', async ({ onTestFailed }) => {
  onTestFailed(() => stage.failed());
  const control = await stage.instructor();
  await button(control, 'Create').click();
  const code = (await control.getByText(/^[A-Z0-9]{6}$/).first().innerText()).trim();
  const nihara = await stage.seated(code, 'Alpha', 'Nihara');
  const columbria = await stage.seated(code, 'Bravo', 'Columbria');
  await control.getByText('Bravo').first().waitFor();
  await button(control, 'Start').click();
  const start = control.getByRole('alertdialog').getByRole('button').last();
  await start.or(control.getByRole('region', { name: 'Ministries' })).first().waitFor();
  if (await start.isVisible()) await start.click();
  const row = (seat: string) => control.locator(`[data-seat-row="${seat}"]`);
  for (const page of [nihara, columbria]) {
    await page.getByRole('dialog').waitFor();
    await page.keyboard.press('Escape');
  }

  // What lies below the fold has been opened by nobody; scrolled to, it has.
  await button(control, /On to Negotiation/).click();
  await control.getByRole('alertdialog').getByRole('button').last().click();
  await nihara.locator('[data-phase="negotiation"]').waitFor();
  await row('NIH').getByText('1 inject unread').waitFor();
  await row('NIH').getByText('Reading').waitFor();
  await control.locator('[data-map-ready="true"]').waitFor();
  await stage.shot(control, 'negotiation');
  expect(await barriers(control)).toEqual([]);
  await rail(nihara, 'In-tray').click();
  await nihara.getByRole('article').last().getByRole('heading').scrollIntoViewIfNeeded();
  await row('NIH').getByText('1 inject unread').waitFor({ state: 'detached' });
  await row('NIH').getByText('At work').or(row('NIH').getByText('Negotiating')).first().waitFor();

  // What stands behind a figure of the world.
  await button(control, /^Karsa launches/).click();
  await stage.shot(control, 'crisis');
  await control.keyboard.press('Escape');
  await button(control, /^Agreements/).click();
  await control.getByRole('dialog').getByRole('listitem').first().waitFor();
  await stage.shot(control, 'agreements');
  await control.keyboard.press('Escape');

  // A few words to one seat, as somebody else.
  await button(control, 'Write to Nihara').click();
  const words = control.getByRole('dialog');
  await words.getByLabel('As', { exact: true }).fill('The Herald');
  await words.getByLabel('Message', { exact: true }).fill('Is it true that you will sign?');
  await stage.shot(control, 'message');
  await words.getByRole('button', { name: 'Send' }).click();
  await rail(nihara, 'Messages').click();
  await nihara.getByText('Is it true that you will sign?').first().waitFor();

  // Somebody loses the connection: the row says so, with how long, and stands out.
  await nihara.context().setOffline(true);
  await nihara.goto('about:blank');
  await row('NIH').getByText(/away/).waitFor();
  await row('NIH').and(control.locator('[data-urgency="grave"]')).waitFor({ timeout: 30_000 });
  await control.getByText('Who needs me first').click();
  await stage.shot(control, 'away');
  expect(await control.locator('[data-seat-row]').first().getAttribute('data-seat-row')).toBe('NIH');

  // What is open in the room is open again after a look at a seat.
  await control.getByRole('tab', { name: 'People' }).click();

  // Control acts for it: the partner sees the ministry's act, and the row says ready.
  await button(control, 'Look at the screen of Nihara').click();
  await button(control, 'Act for this seat').click();
  await control.getByText(/You act for Nihara/).waitFor();
  await rail(control, 'Messages').click();
  await button(control, 'New message').click();
  await control.getByRole('checkbox', { name: 'Columbria' }).press('Space');
  await button(control, 'Write to them').click();
  await control.getByRole('textbox').last().fill('Our minister is on the way.');
  await control.keyboard.press('Enter');
  await rail(columbria, 'Messages').click();
  await columbria.getByText('Our minister is on the way.').first().waitFor();
  await button(control, /^Ready$/).click();
  await stage.shot(control, 'acting');
  await button(control, 'Stop acting').click();
  expect(await button(control, /^Ready$/).count()).toBe(0);
  await button(control, 'Back to the room').click();
  await row('NIH').getByText('Ready', { exact: true }).waitFor();
  await control.getByRole('tab', { name: 'People', selected: true }).waitFor();
  expect(await control.getByRole('checkbox', { name: 'Who needs me first' }).isChecked()).toBe(true);

  // Two change places, and it is taken back.
  await button(control, 'Swap places').click();
  for (const [side, name] of [['First', 'Alpha'], ['Second', 'Bravo']] as const) {
    await control.getByRole('button', { name: new RegExp(side) }).click();
    await control.getByRole('option', { name: new RegExp(name) }).click();
  }
  await stage.shot(control, 'swap');
  await control.getByRole('dialog').getByRole('button', { name: 'Swap', exact: true }).click();
  await row('NIH').getByText('Bravo').waitFor();
  await columbria.locator('[data-seat="NIH"]').waitFor();
  await stage.shot(control, 'swapped');
  await button(control, /^Undo: swap Alpha and Bravo|^Undo: swap Bravo and Alpha/).click();
  await row('COL').getByText('Bravo').waitFor();
  await columbria.locator('[data-seat="COL"]').waitFor();
  expect(stage.faults).toEqual([]);
}, 180_000);
