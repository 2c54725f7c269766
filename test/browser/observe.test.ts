// An evaluator in a real browser: notes pinned by keyboard alone while the exercise runs, their list, and the way to their moment in the replay.
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Page } from 'playwright-core';
import { Stage, barriers } from './stage.ts';

let stage: Stage;
beforeAll(async () => {
  stage = await Stage.open('observe');
}, 120_000);
afterAll(() => stage?.close());

/** The key, the words, as many steps along the ratings as wanted, Enter. */
async function pin(page: Page, text: string, rating = 0): Promise<void> {
  await page.keyboard.press('n');
  await page.getByRole('dialog').waitFor();
  await page.keyboard.type(text);
  if (rating > 0) await page.keyboard.press('Tab');
  for (let step = 0; step < rating; step += 1) await page.keyboard.press('ArrowRight');
  await page.keyboard.press('Enter');
  await page.getByRole('dialog').waitFor({ state: 'detached' });
}

test('five notes are pinned by keyboard, listed, taken away and found again in the replay', async ({ onTestFailed }) => {
  onTestFailed(() => stage.failed());
  const page = await stage.instructor();
  await page.getByRole('button', { name: 'Create' }).click();
  await page.getByRole('button', { name: 'Start' }).click();
  await page.locator('[data-phase="briefing"]').waitFor();
  await page.getByRole('tab', { name: 'Notes' }).click();
  await page.getByText('Press N anywhere on this page').waitFor();
  await stage.shot(page, 'empty');

  await pin(page, 'Nobody has read the brief of the others yet.');
  await pin(page, 'Columbria asks for the price before it signs.', 1);
  await page.getByRole('toolbar').getByRole('button', { name: /Negotiation/ }).click();
  await page.locator('[data-phase="negotiation"]').waitFor();
  await pin(page, 'Two ministries write to each other and leave the third out.', 3);
  await pin(page, 'The draft is amended with a clause that nobody can check.', 4);

  // The last one with its objective and its ministry, chosen by their first letters.
  await page.keyboard.press('n');
  await page.keyboard.type('Meridia offers to pay half of the exercise.');
  for (const key of ['Tab', 'ArrowRight', 'ArrowRight', 'Tab', 'T', 'Tab', 'M']) await page.keyboard.press(key);
  await stage.shot(page, 'box');
  expect(await barriers(page)).toEqual([]);
  await page.keyboard.press('Tab');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Space');
  for (const key of ['Tab', 'Tab', 'Enter']) await page.keyboard.press(key);
  const list = page.getByRole('list', { name: 'Notes' }).getByRole('listitem');
  await page.getByText('5 of 5 notes').waitFor();
  expect(await list.count()).toBe(5);
  expect(await list.first().innerText()).toContain('Meridia offers');
  // What was not pinned is there again when the box opens the next time.
  await page.keyboard.press('n');
  await page.keyboard.type('For my own memory.');
  await page.keyboard.press('Escape');
  await page.getByRole('dialog').waitFor({ state: 'detached' });
  await page.keyboard.press('n');
  expect(await page.getByLabel('What did you see?').inputValue()).toBe('For my own memory.');
  await page.getByRole('checkbox', { name: 'For me alone' }).press('Space');
  await page.getByLabel('What did you see?').press('Enter');
  await page.getByText('6 of 6 notes').waitFor();

  // A second evaluator came by the same link: they read all but the notebook.
  const colleague = await stage.instructor();
  await colleague.getByRole('button', { name: /^Open/ }).first().click();
  await colleague.getByRole('tab', { name: 'Notes' }).click();
  await colleague.getByText('5 of 5 notes').waitFor();
  await colleague.getByText('Evaluator 1').first().waitFor();
  await stage.shot(colleague, 'colleague');
  await colleague.context().close();

  // In a field the key is a letter.
  await page.getByRole('tab', { name: 'Messages' }).click();
  await page.getByLabel('Message', { exact: true }).or(page.getByRole('textbox').last()).first().fill('');
  await page.keyboard.type('n');
  expect(await page.getByRole('dialog').count()).toBe(0);
  await page.getByRole('tab', { name: 'Notes' }).click();

  await list.nth(4).getByRole('button', { name: 'Take away' }).click();
  await page.getByRole('alertdialog').getByRole('button', { name: 'Take away' }).click();
  await page.getByText('Taken away at').waitFor();
  await stage.shot(page, 'notes');
  expect(await barriers(page)).toEqual([]);
  await page.getByRole('tab', { name: 'Evidence' }).click();
  await stage.shot(page, 'evidence');
  expect(await barriers(page)).toEqual([]);

  await page.getByRole('button', { name: 'End', exact: true }).click();
  await page.getByRole('alertdialog').getByRole('button').last().click();
  await page.locator('[data-status="debrief"]').waitFor();
  await page.getByRole('tab', { name: 'Notes' }).click();
  await list.nth(1).getByRole('link', { name: 'Turn 1, Negotiation' }).click();
  await page.getByText('3 of 4').waitFor();
  expect(await page.locator('.replay-moment').innerText()).toContain('Turn 1, Negotiation');
  await page.locator('[data-map-ready="true"]').waitFor();
  await stage.shot(page, 'replay');
  // What was disclosed is read by everybody; the replay shows what everybody's screen shows.
  await page.getByRole('button', { name: 'Step forward' }).click();
  await page.getByRole('tab', { name: 'Questions' }).click();
  await page.getByText('Meridia offers to pay half of the exercise.').waitFor();
  expect(await page.getByText('Two ministries write to each other').count()).toBe(0);
  await stage.shot(page, 'debrief');
  expect(stage.faults).toEqual([]);
}, 180_000);
