// The people around an exercise in real browsers: staff invited by links of their own, what each of them has before them, and a link that is taken back.
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Page } from 'playwright-core';
import { Stage, barriers } from './stage.ts';

let stage: Stage;
beforeAll(async () => {
  stage = await Stage.open('people');
}, 120_000);
afterAll(() => stage?.close());

async function choose(page: Page, field: string, option: string): Promise<void> {
  await page.getByRole('dialog').getByRole('button', { name: new RegExp(`${field}$`) }).click();
  await page.getByRole('option', { name: option }).click();
}

/** Makes a link and gives the address that it has here. */
async function invite(page: Page, name: string, role: string, sight?: string): Promise<string> {
  await page.getByRole('button', { name: 'Invite', exact: true }).click();
  await choose(page, 'As', role);
  if (sight) await choose(page, 'Sees', sight);
  await page.getByLabel('For whom').fill(name);
  await stage.shot(page, `invite-${role.toLowerCase()}`);
  await page.getByRole('button', { name: 'Make the link' }).click();
  const shown = await page.locator('.staff-address').innerText();
  await stage.shot(page, `link-${role.toLowerCase()}`);
  expect(await barriers(page)).toEqual([]);
  await page.getByRole('button', { name: 'Done' }).click();
  return stage.address(new URL(shown).pathname);
}

async function open(address: string, name?: string): Promise<Page> {
  const page = await stage.person();
  await page.goto(address);
  if (name) await page.getByLabel('Your name').fill(name);
  return page;
}

test('an evaluator and an observer of one ministry come by their links, see what they should and have no button that is not theirs; a link is taken back', async ({ onTestFailed }) => {
  onTestFailed(() => stage.failed());
  const page = await stage.instructor();
  await page.getByRole('button', { name: 'Create' }).click();
  await page.getByRole('heading', { name: 'Staff' }).waitFor();
  const evaluating = await invite(page, 'Dr. Ames', 'Evaluator');
  const watching = await invite(page, 'Ms. Cole', 'Observer', 'The screen of Meridia');
  await stage.shot(page, 'lobby');
  expect(await barriers(page)).toEqual([]);

  const evaluator = await open(evaluating);
  await evaluator.getByText('You are invited as evaluator.').waitFor();
  await stage.shot(evaluator, 'staff-page');
  expect(await barriers(evaluator)).toEqual([]);
  expect(await evaluator.getByLabel('Your name').inputValue()).toBe('Dr. Ames');
  await evaluator.getByRole('button', { name: 'Open the exercise' }).click();
  await evaluator.locator('[data-status="lobby"]').waitFor();
  await stage.shot(evaluator, 'evaluator-lobby');
  expect(await evaluator.getByRole('button', { name: /Start|Seat|Invite/ }).count()).toBe(0);

  await page.getByText('1 person here').waitFor();
  await page.getByRole('button', { name: 'Start' }).click();
  await page.getByRole('alertdialog').getByRole('button', { name: /Start/ }).click({ timeout: 2000 }).catch(() => {});
  await evaluator.locator('[data-phase="briefing"]').waitFor();
  // The note box is before them; the clock and everything that changes the exercise is not there.
  await evaluator.getByLabel('What did you see?').fill('They read in silence.');
  await evaluator.keyboard.press('Enter');
  await evaluator.getByText('1 of 1 notes').or(evaluator.getByText('1 of 1 note')).first().waitFor();
  await stage.shot(evaluator, 'evaluator');
  expect(await barriers(evaluator)).toEqual([]);
  expect(await evaluator.getByRole('toolbar').count()).toBe(0);
  for (const tab of ['Messages', 'Injects', 'Rulings', 'People']) {
    await evaluator.getByRole('tab', { name: tab }).click();
    await stage.shot(evaluator, `evaluator-${tab.toLowerCase()}`);
    const buttons = await evaluator.getByRole('tabpanel').getByRole('button').allInnerTexts();
    expect([tab, buttons]).toEqual([tab, []]);
  }
  await page.getByRole('tab', { name: 'Notes' }).click();
  await page.getByText('They read in silence.').waitFor();

  // A co-instructor has the clock and invites nobody; an observer who sees all has neither it nor the notes' key.
  await page.getByRole('tab', { name: 'People' }).click();
  const helping = await invite(page, 'Mr. Dorn', 'Co-instructor');
  const seeing = await invite(page, 'Prof. Ek', 'Observer', 'Everything, as you do');
  const colleague = await open(helping);
  await colleague.getByRole('button', { name: 'Open the exercise' }).click();
  await colleague.getByRole('toolbar').getByRole('button', { name: /Negotiation/ }).click();
  await evaluator.locator('[data-phase="negotiation"]').waitFor();
  await colleague.getByRole('tab', { name: 'People' }).click();
  await colleague.getByRole('heading', { name: 'Roster' }).waitFor();
  expect(await colleague.getByRole('button', { name: 'Invite' }).count()).toBe(0);
  await colleague.context().close();
  const guest = await open(seeing);
  await guest.getByRole('button', { name: 'Open the exercise' }).click();
  await guest.getByText('They read in silence.').or(guest.getByRole('tab', { name: 'Notes' })).first().click();
  await guest.getByText('They read in silence.').waitFor();
  await stage.shot(guest, 'observer-of-all');
  expect(await guest.getByRole('toolbar').count()).toBe(0);
  expect(await guest.getByRole('button', { name: /Pin|Change|Take away/ }).count()).toBe(0);
  await guest.context().close();

  const observer = await open(watching, 'Cole');
  await observer.getByText('You see the screen of Meridia.').waitFor();
  await observer.getByRole('button', { name: 'Open the exercise' }).click();
  await observer.getByText('You watch the screen of Meridia.').waitFor();
  await stage.shot(observer, 'observer-of-a-seat');
  expect(await observer.locator('.shell').getAttribute('data-seat')).toBe('MER');
  expect(await barriers(observer)).toEqual([]);

  await page.getByRole('tab', { name: 'People' }).click();
  await stage.shot(page, 'people');
  expect(await barriers(page)).toEqual([]);
  await page.getByRole('button', { name: 'Take back the link of Dr. Ames' }).click();
  await page.getByRole('alertdialog').getByRole('button', { name: 'Take back' }).click();
  await evaluator.getByText('Your link was taken back').waitFor();
  expect(await evaluator.getByText('They read in silence.').count()).toBe(0);
  await stage.shot(evaluator, 'taken-back');
  await evaluator.goto(evaluating);
  await evaluator.getByText('This link does not open anything').waitFor();
  // What the server refuses by its status is the page’s business, and it says so to the console.
  expect(stage.faults.filter((fault) => !/40[14]/.test(fault))).toEqual([]);
}, 240_000);

/** Takes somebody by the handle and puts them down in a place, by keyboard alone. */
async function carry(page: Page, name: string, place: string): Promise<void> {
  await page.getByRole('button', { name: `Move ${name}` }).focus();
  await page.keyboard.press('Enter');
  for (let step = 0; step < 20; step += 1) {
    const target = await page.evaluate(() => (document.activeElement?.getAttribute('aria-labelledby') ?? '').split(' ').map((id) => document.getElementById(id)?.getAttribute('aria-label') ?? '').join(' '));
    if (target === `Drop on ${place}`) break;
    await page.keyboard.press('Tab');
  }
  await page.keyboard.press('Enter');
  await page.getByRole('grid', { name: place }).getByText(name).waitFor();
  // One goes on from where the person sits now.
  await expect.poll(() => page.evaluate(() => document.activeElement?.closest('[role="grid"]')?.getAttribute('aria-label'))).toBe(place);
}

async function join(code: string, name: string): Promise<Page> {
  const page = await stage.person('tablet');
  await page.goto(stage.address(`/join/${code}`));
  await page.getByLabel('Your name').fill(name);
  await page.getByRole('button', { name: /Choose a ministry|Join|Next/ }).click();
  return page;
}

test('a roster is pasted, everybody placed, one moved by keyboard; who joins by name sits where it says', async ({ onTestFailed }) => {
  onTestFailed(() => stage.failed());
  const page = await stage.instructor();
  await page.getByRole('button', { name: 'New exercise' }).click({ timeout: 5000 }).catch(() => {});
  await page.getByRole('button', { name: 'Create' }).click();
  await page.getByRole('button', { name: 'Make a roster' }).click();
  await stage.shot(page, 'roster-empty');
  await page.getByLabel('Names, one a line').fill('Name;Ministry;Role\nDelegate North;Hanseo;minister\nBravo;Atlantis\nDelegate South\nDelegate West\nDelegate Centre\ndelegate north');
  await page.getByText('There is no ministry “Atlantis”.').waitFor();
  await page.getByText('This name stands here twice.').waitFor();
  await stage.shot(page, 'roster-problems');
  expect(await barriers(page)).toEqual([]);
  await page.getByRole('button', { name: 'Add 4 people' }).click();
  await page.getByRole('grid', { name: 'No place yet' }).getByText('Delegate South').waitFor();
  await page.getByRole('grid', { name: 'Hanseo' }).getByText('Delegate North').waitFor();
  await page.getByRole('button', { name: 'Show the result' }).click();
  await page.getByText('What comes of it').waitFor();
  await stage.shot(page, 'roster-result');
  expect(await barriers(page)).toEqual([]);
  await page.getByRole('button', { name: 'Apply' }).click();
  await page.getByRole('grid', { name: 'Columbria' }).getByText('Delegate South').waitFor();
  await carry(page, 'Delegate West', 'Nihara');
  await stage.shot(page, 'roster-places');
  expect(await barriers(page)).toEqual([]);
  await page.getByRole('tab', { name: 'List' }).click();
  await page.getByRole('row', { name: /Delegate West/ }).getByText('Nihara').waitFor();
  await stage.shot(page, 'roster-list');
  await page.getByRole('button', { name: 'Change Delegate Centre' }).click();
  await page.getByLabel('Note').fill('left-handed');
  await stage.shot(page, 'roster-change');
  await page.getByRole('button', { name: 'Save' }).click();
  await page.getByText('left-handed').waitFor();
  await page.getByRole('dialog').getByRole('button', { name: 'Close' }).click();
  await page.getByText('4 of 4 not here yet').waitFor();
  await stage.shot(page, 'roster-lobby');
  expect(await barriers(page)).toEqual([]);

  const code = await page.locator('.join-code').innerText();
  const ada = await join(code, 'DELEGATE  north');
  await ada.locator('[data-seat="HAN"]').waitFor();
  await stage.shot(ada, 'joined');
  const linus = await join(code, 'delegate west');
  await linus.locator('[data-seat="NIH"]').waitFor();
  await page.getByText('2 of 4 not here yet').waitFor();
  // Somebody who is here moves at once.
  await page.getByRole('button', { name: 'Roster', exact: true }).click();
  await carry(page, 'Delegate West', 'Meridia');
  await linus.locator('[data-seat="MER"]').waitFor();
  await stage.shot(page, 'moved');
  expect(stage.faults.filter((fault) => !/40[14]/.test(fault))).toEqual([]);
}, 240_000);
