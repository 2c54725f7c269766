// Amber Sound in real browsers: two ministries among six bots, led by exercise control through all six turns, with the moments that make the scenario.
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Locator, Page } from 'playwright-core';
import { PHASES } from '../../shared/model/vocabulary.ts';
import { Stage, sitDown } from './stage.ts';

let stage: Stage;
beforeAll(async () => {
  stage = await Stage.open('amber');
}, 120_000);
afterAll(() => stage?.close());

const TURNS = 6;
/** Draws a traced leak from Belmora of what Ardenmark collects in turn 1, and no leak by accident from either before. */
const SEED = 'amber-31';
const PATROL = 'Agreement on a common patrol of Amber Sound';
/** Text of the report that only Belmora has at the start. */
const TRACK = 'Track of a merchant ship over CX-2';
const IDEA = 'We ask the fishermen of the Sound to report slow ships by radio.';
const OUTCOME = 'Forty boats now call in every night, and two of them have been wrong.';

const button = (within: Page | Locator, name: string | RegExp): Locator => within.getByRole('button', { name });
const dialog = (page: Page): Locator => page.getByRole('dialog');

/** Opens a panel from the rail and gives its region. */
async function panel(page: Page, name: string): Promise<Locator> {
  await button(page.getByRole('navigation', { name: 'Panels' }), new RegExp(`^${name}|${name}$`)).click();
  return page.locator('#side');
}

async function enter(page: Page, code: string, name: string): Promise<void> {
  await page.goto(stage.address(`/join/${code}`));
  await page.getByLabel('Your name').fill(name);
  await page.keyboard.press('Enter');
}

async function sit(page: Page, country: string): Promise<void> {
  const here = button(page, `Sit in ${country}`);
  await here.evaluate((node) => node.scrollIntoView({ block: 'start' }));
  await sitDown(page, `Sit in ${country}`);
  await page.locator('.lobby').getByRole('heading', { name: country, exact: true }).waitFor();
  expect(await page.evaluate(() => window.scrollY), 'the lobby begins at its top').toBe(0);
}

/** Chooses from a select field; the list opens outside of whatever holds the field. */
async function choose(within: Locator, label: string | RegExp, option: string | RegExp): Promise<void> {
  await within.getByRole('button', { name: label }).click();
  await within.page().getByRole('option', { name: option }).click();
}

/** Reports that one ministry’s service wrote, newest first. */
const reportsOf = (within: Locator, seat: string): Locator => within.getByRole('article').filter({ has: within.page().locator('.seat-mark', { hasText: seat }) });

async function amount(within: Page | Locator, label: string, value: number): Promise<void> {
  const field = within.getByRole('textbox', { name: label, exact: true });
  await field.fill(String(value));
  await field.press('Tab');
}

test('Amber Sound is played by two people and six bots to its end', async ({ onTestFailed }) => {
  onTestFailed(() => stage.failed());
  const control = await stage.instructor('projector');
  await control.getByText('Amber Sound', { exact: true }).click();
  // Exercise control goes on, not the clock: half a minute of resolution could run out on a busy machine.
  await amount(control, 'Resolution', 10);
  await control.getByText('More settings').click();
  await control.getByLabel('Seed').fill(SEED);
  await button(control, 'Create').click();
  const code = (await control.getByText(/^[A-Z0-9]{6}$/).first().innerText()).trim();

  const belmora = await stage.person('laptop');
  const ardenmark = await stage.person('tablet');
  const both = [belmora, ardenmark];
  await Promise.all([enter(belmora, code, 'Delegate of Belmora'), enter(ardenmark, code, 'Delegate of Ardenmark')]);
  await sit(belmora, 'Belmora');
  const here = control.getByRole('list', { name: 'Who is here' });
  for (const name of ['Delegate of Belmora', 'Delegate of Ardenmark']) await here.getByText(name).waitFor();
  // The question whether to start without a seat for everyone stays, and follows, when the last one sits down.
  await button(control, 'Start').click();
  const start = control.getByRole('alertdialog');
  await start.getByText('1 person has no seat yet').waitFor();
  await sit(ardenmark, 'Ardenmark');
  await start.getByText('Everybody has a seat now').waitFor();
  await button(start, 'Start').click();
  for (const page of both) {
    await page.locator('[data-turn="1"][data-phase="briefing"][data-status="running"]').waitFor();
    await dialog(page).waitFor();
    await page.keyboard.press('Escape');
    await page.locator('[data-map-ready="true"]').waitFor();
  }

  /** Exercise control goes on, whoever is not ready; everybody arrives. */
  const goOn = async (arrived: string): Promise<void> => {
    await button(control, /^On to/).click();
    await button(control.getByRole('alertdialog'), 'Go on now').click();
    await Promise.all([control, ...both].map((page) => page.locator(arrived).waitFor()));
  };
  let [turn, phase] = [1, 0];
  const goTo = async (toTurn: number, to: (typeof PHASES)[number]): Promise<void> => {
    while (turn !== toTurn || PHASES[phase] !== to) {
      phase = (phase + 1) % PHASES.length;
      if (phase === 0) turn += 1;
      await goOn(`[data-turn="${turn}"][data-phase="${PHASES[phase]}"]`);
    }
  };

  // Turn 1: Belmora tables a text, Ardenmark answers with another sum, and the new version is signed and ratified by both.
  await goTo(1, 'negotiation');
  const drafts = await panel(belmora, 'Treaties');
  await button(drafts, 'New draft').click();
  await button(drafts.locator('.card').filter({ hasText: PATROL }), 'Use this template').click();
  const parties = drafts.getByRole('group', { name: 'Parties' });
  for (const party of await parties.getByRole('checkbox', { checked: true }).all()) await party.press('Space');
  await parties.getByRole('checkbox', { name: 'Ardenmark' }).press('Space');
  await button(drafts, 'Put it on the table').click();
  await button(drafts, PATROL).click();
  const table = await panel(ardenmark, 'Treaties');
  await button(table, PATROL).click();
  await button(table, 'Propose amendment').click();
  const costs = table.locator('.clause-editor').filter({ hasText: 'Cost' }).first();
  await button(costs, 'Change the terms').click();
  await amount(costs, 'Credits a turn', 2);
  await button(table, 'Put the new version on the table').click();
  // Belmora has the old text open, and is shown what differs before it can sign.
  await dialog(belmora).getByText('Ardenmark has put version 2 on the table').waitFor();
  await dialog(belmora).locator('ins').first().waitFor();
  await button(dialog(belmora), 'I have read version 2').click();
  await drafts.getByText('Version 2 ·').waitFor();
  await drafts.locator('ins').first().waitFor();
  await stage.shot(belmora, 'treaty-negotiated');
  await button(drafts, 'Sign for Belmora').click();
  await drafts.getByText('Signed', { exact: true }).waitFor();
  await table.getByText('Signed', { exact: true }).waitFor();
  await stage.shot(ardenmark, 'treaty-negotiated');
  await button(table, 'Sign for Ardenmark').click();
  await button(table, 'Ratify for Ardenmark').click();
  await button(drafts, 'Ratify for Belmora').click();
  for (const text of [drafts, table]) await text.getByText('It enters into force in turn 2').waitFor();

  // Ships to the crisis, and the first report of Ardenmark’s own.
  await goTo(1, 'orders');
  await button(ardenmark.getByRole('navigation', { name: 'On the map' }), /^1 /).press('Enter');
  const crisis = ardenmark.locator('#side');
  await button(crisis, /^Deploy/).click();
  await amount(dialog(ardenmark), 'Sea', 2);
  await button(dialog(ardenmark), 'Add to the order sheet').click();
  await button(crisis, /^Collect/).click();
  await button(dialog(ardenmark), 'Add to the order sheet').click();
  await (await panel(ardenmark, 'Orders')).getByText('Saved', { exact: true }).waitFor();
  await stage.shot(ardenmark, 'orders');
  await goTo(1, 'review');
  for (const page of both) {
    await button(page.getByRole('navigation', { name: 'On the map' }), /^1 /).press('Enter');
    await page.getByRole('region', { name: 'Cables of Amber Sound', exact: true }).getByRole('listitem').filter({ hasText: 'Ardenmark' }).getByText('2 × Sea').waitFor();
    await stage.shot(page, 'map');
  }
  await stage.shot(control, 'map-control');

  // Turn 2: the text is in force. A motion of Ardenmark is before the council, and Belmora breaks the silence.
  await goTo(2, 'negotiation');
  for (const page of both) {
    const treaties = await panel(page, 'Treaties');
    await treaties.getByRole('listitem').filter({ hasText: PATROL }).getByText('in force').waitFor();
  }
  const council = (await panel(ardenmark, 'Councils')).getByRole('region', { name: 'Northern Compact' });
  await button(council, /^Table a motion/).click();
  await choose(dialog(ardenmark), /What is moved/, 'a common standard');
  await amount(dialog(ardenmark), 'Standard level', 3);
  await button(dialog(ardenmark), 'Do it now').click();
  const seat = (await panel(belmora, 'Councils')).getByRole('region', { name: 'Northern Compact' });
  const motion = seat.getByRole('article').filter({ hasText: 'Moved by Ardenmark' });
  await motion.waitFor();
  await stage.shot(belmora, 'vote');
  await button(motion, 'Break silence').click();
  await button(belmora.getByRole('alertdialog'), 'Break silence').click();
  for (const side of [council, seat]) {
    await side.getByText(/earlier motion/).click();
    const decided = side.getByRole('article').filter({ hasText: 'Moved by Ardenmark' });
    await decided.getByText('Silence was broken by Belmora.').waitFor();
    await decided.getByText('failed', { exact: true }).waitFor();
  }
  await stage.shot(ardenmark, 'vote-decided');

  // Ardenmark shows Belmora what it has collected.
  const held = await panel(ardenmark, 'Intel');
  await held.getByRole('tab', { name: /Reports/ }).click();
  await button(reportsOf(held, 'ARD').first(), 'Share').click();
  expect(await held.getByRole('article').filter({ hasText: TRACK }).count()).toBe(0);
  await dialog(ardenmark).getByRole('checkbox', { name: /Belmora/ }).press('Space');
  await button(dialog(ardenmark), /^Share/).click();
  await dialog(ardenmark).waitFor({ state: 'hidden' });

  // Turn 3: Belmora gives both to the press, its own report and Ardenmark’s.
  await goTo(3, 'orders');
  const intel = await panel(belmora, 'Intel');
  await intel.getByRole('tab', { name: /Reports/ }).click();
  const own = intel.getByRole('article').filter({ hasText: TRACK });
  const theirs = reportsOf(intel, 'ARD');
  for (const report of [own, theirs]) {
    await report.getByText(/^Grade, origin and holders/).click();
    await button(report, /^Leak/).click();
    await button(dialog(belmora), 'Add to the order sheet').click();
    await dialog(belmora).waitFor({ state: 'hidden' });
  }
  // An idea that no action covers: argued against by Ardenmark, judged by exercise control, read by both.
  const ideas = await panel(belmora, 'Orders');
  await ideas.getByText('Saved', { exact: true }).waitFor();
  await button(ideas, 'Put an idea forward').click();
  await ideas.getByLabel('What we do').fill(IDEA);
  await ideas.getByLabel('What that brings about').fill('The coast knows a day earlier who is waiting in the Sound.');
  for (const [index, reason] of ['They are at sea every night.', 'They have lost nets to the same anchors.', 'The coast radio reaches all of them.'].entries()) await ideas.getByLabel(`Reason ${index + 1}`).fill(reason);
  await button(ideas, /^Put forward/).click();
  const argued = (await panel(ardenmark, 'Orders')).getByRole('article', { name: 'Idea of Belmora' });
  await button(argued, 'Argue against it').click();
  await argued.getByLabel('Why it does not work').fill('They will report everybody who fishes there.');
  await button(argued, 'Say it').click();
  await argued.getByRole('list', { name: 'Arguments against' }).getByText('They will report everybody who fishes there.').waitFor();
  await stage.shot(ardenmark, 'idea-argued');
  await control.getByRole('tab', { name: /Rulings/ }).click();
  const judged = control.getByRole('article', { name: 'Idea of Belmora' });
  await choose(judged, /Odds/, /strong case/);
  await judged.getByLabel('Outcome in words').fill(OUTCOME);
  await stage.shot(control, 'idea-before-control');
  await button(judged, /^Judge$/).click();
  await button(control.getByRole('alertdialog'), 'Make the draw').click();
  for (const side of [ideas.getByRole('article', { name: 'Idea of Belmora' }), argued]) {
    await side.getByText(OUTCOME).waitFor();
    await side.getByText(/^(Succeeded|Failed) \(\d+%\)$/).waitFor();
  }
  await stage.shot(belmora, 'idea-judged');
  await stage.shot(control, 'idea-judged-control');

  // What the leak brings: everybody holds the report, and Ardenmark knows who gave its own away.
  await goTo(3, 'review');
  const news = await panel(ardenmark, 'Review');
  await news.getByText('The leak was traced to Belmora.').waitFor();
  await stage.shot(ardenmark, 'leak-news');
  const published = await panel(ardenmark, 'Intel');
  await published.getByRole('tab', { name: /Reports/ }).click();
  await published.getByRole('article').filter({ hasText: TRACK }).scrollIntoViewIfNeeded();
  await stage.shot(ardenmark, 'leak-report');
  const relations = await panel(ardenmark, 'Relations');
  await button(relations.getByRole('row').filter({ hasText: 'Belmora' }), /^Why\?/).click();
  await ardenmark.getByRole('dialog').getByText('a leak that was traced').waitFor();
  await stage.shot(ardenmark, 'leak-trust');
  await ardenmark.keyboard.press('Escape');
  const home = await panel(belmora, 'Ministry');
  await button(home, /^Why\? .*opinion/i).first().click();
  await belmora.getByRole('dialog').getByText('a report in the press').waitFor();
  await stage.shot(belmora, 'leak-opinion');
  await belmora.keyboard.press('Escape');
  await (await panel(ardenmark, 'In-tray')).getByRole('heading', { name: 'They know how we know' }).scrollIntoViewIfNeeded();
  await stage.shot(ardenmark, 'leak-inject');

  // To the end.
  await goTo(TURNS, 'review');
  await goOn('[data-status="debrief"]');
  for (const page of both) {
    const debrief = await panel(page, 'Review');
    await debrief.getByText('What was true').waitFor();
    await stage.shot(page, 'debrief');
    await debrief.getByRole('tab', { name: 'Scores' }).click();
    const scores = debrief.locator('.score > summary');
    await scores.filter({ hasText: 'Dravik' }).waitFor();
    expect(await scores.count()).toBe(8);
    for (const score of await scores.allInnerTexts()) expect(score).toMatch(/(statesman|success|mixed|failure)\s*\d+\.\d$/);
    await scores.filter({ hasText: 'Belmora' }).click();
    await debrief.getByRole('img', { name: /^Belmora: .* of 100$/ }).waitFor();
    await stage.shot(page, 'scores');
  }
  await stage.shot(control, 'debrief-control');
  expect(stage.faults).toEqual([]);
}, 240_000);
