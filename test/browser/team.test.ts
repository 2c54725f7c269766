// Three people in one ministry: intelligence drafts a share, policy approves it, the minister releases it; and a signature is drafted for the minister.
import { AxeBuilder } from '@axe-core/playwright';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Locator, Page } from 'playwright-core';
import { Stage, sitDown } from './stage.ts';

let stage: Stage;
beforeAll(async () => {
  stage = await Stage.open('team');
}, 120_000);
afterAll(() => stage?.close());

const button = (within: Page | Locator, name: string | RegExp): Locator => within.getByRole('button', { name });
const rail = (page: Page, name: string): Locator => button(page.getByRole('navigation', { name: 'Panels' }), new RegExp(name));

async function join(page: Page, code: string, name: string, country: string): Promise<void> {
  await page.goto(stage.address(`/join/${code}`));
  await page.getByLabel('Your name').fill(name);
  await page.keyboard.press('Enter');
  await sitDown(page, `Sit in ${country}`);
  await page.locator('.lobby').getByRole('heading', { name: country, exact: true }).waitFor();
}

const SHARED = 'Share';

/** The card of a draft in the team panel. */
const card = (page: Page, name: string | RegExp): Locator => page.getByRole('article', { name });

test('a team drafts, approves and releases', async ({ onTestFailed }) => {
  onTestFailed(() => stage.failed());
  const control = await stage.instructor();
  await control.getByText(/^Team seats/).first().click();
  await stage.shot(control, 'create');
  await button(control, 'Create').click();
  const code = (await control.getByText(/^[A-Z0-9]{6}$/).first().innerText()).trim();

  const [minister, policy, intelligence] = [await stage.person(), await stage.person(), await stage.person('tablet')];
  await join(minister, code, 'Mina', 'Columbria');
  await join(policy, code, 'Paul', 'Columbria');
  await join(intelligence, code, 'Ines', 'Columbria');

  // The lobby is for reading: goals, secrets, means, words, the map; and it says who is what.
  await policy.getByText('Mina (Minister)', { exact: false }).waitFor();
  await policy.getByText('What your ministry has').waitFor();
  await policy.locator('[data-map-ready="true"]').waitFor();
  await stage.shot(policy, 'lobby');
  await button(intelligence, /Your role/).click();
  expect(await intelligence.getByRole('option', { name: /^Minister/ }).getAttribute('aria-disabled')).toBe('true');
  await intelligence.getByRole('option', { name: /^Intelligence/ }).click();
  await control.getByText('Ines').first().waitFor();
  await stage.shot(control, 'control-lobby');

  // A practice turn, thrown away: people find themselves in the lobby again, in their roles, and nothing is left of it.
  await button(control, 'Practice turn').click();
  await button(control.getByRole('alertdialog'), 'Practice turn').click();
  await control.getByText('PRACTICE', { exact: true }).waitFor();
  for (const page of [minister, policy, intelligence]) {
    await page.getByText('PRACTICE', { exact: true }).waitFor();
    await page.getByRole('dialog').waitFor();
    await page.keyboard.press('Escape');
  }
  await rail(minister, 'Team').click();
  await minister.getByPlaceholder('Write to your team').fill('Only practising.');
  await minister.keyboard.press('Enter');
  await minister.getByText('Only practising.').first().waitFor();
  await stage.shot(minister, 'practice');
  await stage.shot(control, 'control-practice');
  await button(control, 'End the practice').click();
  await button(control.getByRole('alertdialog'), 'End the practice').click();
  await minister.locator('.lobby').getByRole('heading', { name: 'Columbria', exact: true }).waitFor();
  await policy.getByText('Ines (Intelligence)', { exact: false }).waitFor();

  await button(control, 'Start').click();
  const start = control.getByRole('alertdialog').getByRole('button').last();
  await start.or(control.getByRole('toolbar')).first().waitFor();
  if (await start.isVisible()) await start.click();
  await minister.getByText('Turn 1 of 4').waitFor();
  expect(await minister.getByText('Only practising.').count()).toBe(0);
  await button(control, /^Go on to Negotiation|Negotiation/).first().click();
  const anyway = control.getByRole('alertdialog').getByRole('button').last();
  await anyway.or(control.locator('[data-phase="negotiation"]')).first().waitFor();
  if (await anyway.isVisible()) await anyway.click();
  await intelligence.locator('[data-phase="negotiation"]').waitFor();
  await intelligence.getByRole('banner').getByText('Intelligence', { exact: true }).waitFor();

  // Intelligence could share by itself, and asks the others first.
  await rail(intelligence, 'Intel').click();
  await intelligence.getByRole('tab', { name: /Reports/ }).click();
  await button(intelligence, 'Share').first().click();
  await intelligence.getByRole('dialog').getByRole('checkbox', { name: /Nihara/ }).press('Space');
  await stage.shot(intelligence, 'share');
  await button(intelligence.getByRole('dialog'), 'Lay before the team').click();
  await intelligence.getByRole('dialog').waitFor({ state: 'detached' });

  await rail(policy, 'Team').click();
  const share = card(policy, SHARED);
  await button(share, 'Approve').click();
  await button(share, 'Approved by you').waitFor();
  await stage.shot(policy, 'approve');

  await rail(minister, 'Team').click();
  await card(minister, SHARED).getByText('Approved by Paul (Policy)').waitFor();

  // A signature by anybody else is offered as a draft, and stands first before the minister.
  await rail(policy, 'Treaties').click();
  await policy.getByText('Agreement on air and missile defence training').first().click();
  await button(policy, /^Sign for Columbria.*\(draft for the minister\)/).click();
  await card(minister, 'Sign').waitFor();
  await minister.getByRole('region', { name: 'Waits for your word' }).getByRole('article').first().waitFor();
  expect(await minister.getByRole('region', { name: 'Waits for your word' }).getByRole('article').first().getAttribute('aria-label')).toBe('Sign');
  await minister.getByPlaceholder('Write to your team').fill('Who has spoken to Nihara?');
  await minister.keyboard.press('Enter');
  await rail(policy, 'Team').click();
  await policy.getByText('Who has spoken to Nihara?').waitFor();
  await stage.shot(minister, 'minister');
  const audit = await new AxeBuilder({ page: minister }).include('#side').analyze();
  expect(audit.violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([]);

  await button(card(minister, SHARED), 'Release').click();
  await button(card(minister, 'Sign'), 'Release').click();
  await minister.getByText('Nothing is before the team').waitFor();
  await rail(policy, 'Treaties').click();
  await policy.getByText(/signed/i).first().waitFor();

  // One order sheet: a row outside one's area waits for a word.
  await button(control, /Orders/).first().click();
  const again = control.getByRole('alertdialog').getByRole('button').last();
  await again.or(control.locator('[data-phase="orders"]')).first().waitFor();
  if (await again.isVisible()) await again.click();
  await policy.locator('[data-phase="orders"]').waitFor();
  expect(await button(policy, 'The minister says ready').isDisabled()).toBe(true);
  await rail(policy, 'Intel').click();
  await button(policy, /^Collect/).first().click();
  await button(policy, 'Add to the order sheet').click();
  await rail(minister, 'Orders').click();
  await minister.getByText('Written by Paul (Policy)').waitFor();
  await stage.shot(minister, 'orders');
  await button(minister, /^Approve: /).click();
  await minister.getByText('Approved by Mina (Minister)').waitFor();
  expect(stage.faults).toEqual([]);
}, 240_000);
