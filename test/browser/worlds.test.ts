// Parallel worlds in a real browser: one code, a person in each world, both paused from one board, one led on until they differ.
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Page } from 'playwright-core';
import { Stage, barriers, sitDown } from './stage.ts';

let stage: Stage;
beforeAll(async () => {
  stage = await Stage.open('worlds');
}, 120_000);
afterAll(() => stage?.close());

/** By the code of the class, into the world named or wherever there is room, and into the first free ministry. */
async function join(code: string, name: string, world: string | null): Promise<Page> {
  const page = await stage.person();
  await page.goto(stage.address(`/join/${code}`));
  await page.getByLabel('Your name').fill(name);
  if (world !== null) await page.getByRole('radio', { name: new RegExp(world) }).check({ force: true });
  if (name === 'Bravo') await stage.shot(page, 'join');
  await page.getByRole('button', { name: 'Choose a ministry' }).click();
  await sitDown(page, 'Choose for me');
  return page;
}

test('two worlds of one class are run from one board', async ({ onTestFailed }) => {
  onTestFailed(() => stage.failed());
  const page = await stage.instructor();
  const worlds = page.getByRole('textbox', { name: 'Parallel worlds' });
  await worlds.fill('2');
  await worlds.press('Tab');
  await page.getByText('The same in every world').first().waitFor();
  await worlds.scrollIntoViewIfNeeded();
  await stage.shot(page, 'form');
  await page.getByRole('button', { name: 'Create' }).click();
  await page.waitForURL(/\/cohort\//);
  const code = (await page.locator('.list-code').innerText()).trim();
  await page.getByRole('tab', { name: 'Joining' }).waitFor();
  expect(await page.getByRole('link', { name: /Wall of world/ }).count()).toBe(2);
  await stage.shot(page, 'joining');
  expect(await barriers(page)).toEqual([]);

  // Whoever does not choose goes where the fewest are.
  await join(code, 'Alpha', null);
  const ben = await join(code, 'Bravo', 'World B');
  await page.getByRole('tab', { name: 'Board' }).click();
  const [a, b] = ['World A', 'World B'].map((name) => page.getByRole('region', { name }));
  await a!.getByText('Alpha').waitFor();
  expect(await ben.locator('.bar-world').or(ben.getByText('World B')).first().innerText()).toContain('World B');
  await b!.getByText('Bravo').waitFor();

  await page.getByRole('button', { name: 'Start: worlds A and B' }).click();
  await page.getByRole('alertdialog').getByRole('button', { name: 'Start' }).click();
  await a!.getByText('Running').waitFor();
  await b!.getByText('Running').waitFor();
  await stage.shot(page, 'board');
  expect(await barriers(page)).toEqual([]);

  await page.getByRole('button', { name: 'Pause: worlds A and B' }).click();
  await page.getByRole('dialog').getByLabel('Why').fill('A word to all of you.');
  await page.getByRole('dialog').getByRole('button', { name: 'Pause' }).click();
  await a!.getByText('A word to all of you.').waitFor();
  await b!.getByText('A word to all of you.').waitFor();
  await ben.getByText('A word to all of you.').first().waitFor();
  await stage.shot(page, 'paused');
  await page.getByRole('button', { name: 'Resume: worlds A and B' }).click();
  await a!.getByText('Running').waitFor();

  // World A alone goes on; who is missing there is named first.
  await page.getByRole('checkbox', { name: 'World B' }).click({ force: true });
  const on = async (words: RegExp) => {
    await page.getByRole('button', { name: words }).click();
    await page.getByRole('alertdialog').getByText(/^World A: .* not ready/).waitFor();
    await page.getByRole('alertdialog').getByRole('button', { name: 'Go on now' }).click();
  };
  await on(/On to Negotiation: world A/);
  await a!.getByText('Turn 1 of 4 · Negotiation').waitFor();
  await b!.getByText('Turn 1 of 4 · Briefing').waitFor();
  await stage.shot(page, 'apart');
  await on(/On to Orders: world A/);
  await a!.getByText('Turn 1 of 4 · Orders').waitFor();
  // What is done in one world alone is where they part.
  const [inA] = stage.server.exercises.shelf.cohortCards()[0]!.worlds;
  const done = await (await stage.server.exercises.load(inA!.id))!.submit({ kind: 'control', id: 'test' }, { type: 'overrideNumber', path: 'crisis/karsa/severity', to: 70, reason: 'A launch too many.' }, 'graver-in-a');
  expect(done).toMatchObject({ accepted: true });
  await on(/On to Resolution: world A/);
  await a!.getByText('Turn 1 of 4 · Resolution').waitFor();

  await page.getByRole('tab', { name: 'Divergence' }).click();
  await page.getByText('So far every world has gone the same way.').waitFor();
  await page.getByRole('tab', { name: 'Board' }).click();
  await page.getByRole('checkbox', { name: 'World B' }).click({ force: true });
  await page.getByRole('checkbox', { name: 'World A' }).click({ force: true });
  for (const phase of ['Negotiation', 'Orders', 'Resolution']) {
    await page.getByRole('button', { name: `On to ${phase}: world B` }).click();
    await page.getByRole('alertdialog').getByRole('button', { name: 'Go on now' }).click();
    await b!.getByText(`Turn 1 of 4 · ${phase}`).waitFor();
  }

  // Into the control room of a world, to another one, and back to the board.
  await page.getByRole('button', { name: 'Open the control room of world A' }).click();
  const tabs = page.getByRole('navigation', { name: 'Worlds of this class' });
  await tabs.getByRole('button', { name: 'World A: Running' }).waitFor();
  await stage.shot(page, 'control');
  await tabs.getByRole('button', { name: 'World B: Running' }).click();
  await page.locator('.world-tab[aria-current="page"]', { hasText: 'B' }).waitFor();
  await tabs.getByRole('link', { name: 'Board of all worlds' }).click();

  await page.getByRole('button', { name: 'End: worlds A and B' }).click();
  await page.getByRole('alertdialog').getByRole('button', { name: 'End and disclose' }).click();
  await a!.getByText('Debrief').first().waitFor();
  await b!.getByText('Debrief').first().waitFor();
  await page.getByRole('tab', { name: 'Divergence' }).click();
  await page.getByText('The worlds part in turn 1.').waitFor();
  expect(await page.locator('[data-apart="true"]').count()).toBeGreaterThanOrEqual(2);
  await stage.shot(page, 'divergence');
  expect(await barriers(page)).toEqual([]);
  await page.getByRole('link', { name: /World A, turn 1, .* Open the replay/ }).first().click();
  await page.getByText('Turn 1, Resolution').first().waitFor();

  await page.goto(stage.address('/instructor'));
  await page.getByRole('button', { name: /Open the board of/ }).waitFor();
  await stage.shot(page, 'list');
  expect(stage.faults).toEqual([]);
}, 240_000);
