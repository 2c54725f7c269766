// A class in real browsers: exercise control and two ministries play a turn end to end, end the exercise and open its replay.
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Locator, Page } from 'playwright-core';
import { Stage, sitDown } from './stage.ts';

let stage: Stage;
beforeAll(async () => {
  stage = await Stage.open('classroom');
}, 120_000);
afterAll(() => stage?.close());

const rail = (page: Page, name: string): Locator => page.getByRole('navigation').getByRole('button', { name: new RegExp(name) });
const button = (page: Page, name: string | RegExp): Locator => page.getByRole('button', { name });

async function join(page: Page, code: string, name: string, country: string): Promise<void> {
  await page.goto(stage.address(`/join/${code}`));
  await page.getByLabel('Your name').fill(name);
  await page.keyboard.press('Enter');
  await sitDown(page, `Sit in ${country}`);
}

const inPhase = (page: Page, wanted: string) => page.locator(`[data-phase="${wanted}"]`).waitFor();

/** Everybody says ready; the next phase starts by itself. */
async function allReady(next: string, ...people: Page[]): Promise<void> {
  for (const page of people) await button(page, /^Ready$/).click();
  for (const page of people) await inPhase(page, next);
}

describe('a class of two ministries', () => {
  test('plays a turn end to end', async ({ onTestFailed }) => {
    onTestFailed(() => stage.failed());
    const control = await stage.instructor();
    await control.getByText('Go on as soon as everyone is ready').click();
    await button(control, 'Create').click();
    const code = (await control.getByText(/^[A-Z0-9]{6}$/).first().innerText()).trim();
    await stage.shot(control, 'lobby');

    const nihara = await stage.person('laptop');
    const columbria = await stage.person('tablet');
    await join(nihara, code, 'First delegate', 'Nihara');
    await join(columbria, code, 'Second delegate', 'Columbria');
    await control.getByText('Second delegate').first().waitFor();
    await button(control, 'Start').click();

    // Briefing: one screen with who one is, three goals and one next step.
    const welcome = nihara.getByRole('dialog');
    await welcome.waitFor();
    expect(await welcome.getByRole('listitem').count()).toBe(3);
    await stage.shot(nihara, 'welcome');
    await nihara.keyboard.press('Escape');
    await columbria.getByRole('dialog').waitFor();
    await columbria.keyboard.press('Escape');
    await nihara.locator('[data-map-ready="true"]').waitFor();
    await stage.shot(nihara, 'briefing');
    await allReady('negotiation', nihara, columbria);

    // Negotiation: a message, a visit agreed to, an agreement signed and ratified by both.
    await rail(columbria, 'Messages').click();
    await button(columbria, 'New message').click();
    await columbria.getByRole('checkbox', { name: 'Nihara' }).press('Space');
    await button(columbria, 'Write to them').click();
    await columbria.getByRole('textbox').last().fill('We have put a draft on the table. Shall we sign it this turn?');
    await columbria.keyboard.press('Enter');
    await rail(nihara, 'Messages').click();
    await nihara.getByText('Shall we sign it this turn?').first().waitFor();
    await stage.shot(nihara, 'message');

    for (const page of [columbria, nihara]) {
      await rail(page, 'Treaties').click();
      await page.getByText('Agreement on air and missile defence training').first().click();
      await button(page, /^Sign for/).click();
    }
    for (const page of [columbria, nihara]) await button(page, /^Ratify for/).click();
    await nihara.getByText('It enters into force in turn 2').waitFor();
    await stage.shot(nihara, 'negotiation');
    await stage.shot(columbria, 'negotiation-tablet');
    await stage.shot(control, 'control-negotiation');
    await allReady('orders', nihara, columbria);

    // Orders: priced, ranked, saved by themselves.
    await rail(nihara, 'Orders').click();
    await button(nihara, /^Train/).click();
    await nihara.getByLabel('Why? One line for the debrief').fill('Crews first');
    await button(nihara, 'Add to the order sheet').click();
    await nihara.getByText('Saved', { exact: true }).waitFor();
    await stage.shot(nihara, 'orders');

    // A reload loses nothing.
    await nihara.reload();
    await inPhase(nihara, 'orders');
    await rail(nihara, 'Orders').click();
    await nihara.getByText('Crews first').or(nihara.locator('input[value="Crews first"]')).first().waitFor();
    await allReady('resolution', nihara, columbria);
    await stage.shot(nihara, 'resolution');
    await allReady('review', nihara, columbria);

    // Review: what changed most, why, and what it means; each opens its ledger.
    await rail(nihara, 'Review').click();
    await nihara.getByText(/changed most/).waitFor();
    await stage.shot(nihara, 'review');
    await rail(nihara, 'Ministry').click();
    await button(nihara, /^Why\? Readiness/i).click();
    await nihara.getByText('Season of training').or(nihara.getByText(/training/i)).first().waitFor();
    await stage.shot(nihara, 'why');
    await nihara.keyboard.press('Escape');
    await stage.shot(control, 'control-review');

    // Exercise control ends it; everything is disclosed, and the replay opens and scrubs.
    await control.getByRole('button', { name: 'End', exact: true }).click();
    await control.getByRole('alertdialog').getByRole('button').last().click();
    await nihara.locator('[data-status="debrief"]').waitFor();
    await nihara.getByText('What was true').waitFor();
    await stage.shot(nihara, 'debrief');
    await nihara.getByRole('tab', { name: 'Scores' }).click();
    await stage.shot(nihara, 'scores');
    await nihara.getByText('Open the replay').click();
    await button(nihara, 'Step forward').click();
    await stage.shot(nihara, 'replay');
    expect(stage.faults).toEqual([]);
  }, 180_000);
});
