// The list of injects in a real browser: one is reworded, sent to others and fired, another put off and taken back, and a third written.
import { afterAll, beforeAll, expect, test } from 'vitest';
import { Stage, barriers, sitDown } from './stage.ts';

let stage: Stage;
beforeAll(async () => {
  stage = await Stage.open('injects');
}, 120_000);
afterAll(() => stage?.close());

test('exercise control works the list by keyboard', async ({ onTestFailed }) => {
  onTestFailed(() => stage.failed());
  const control = await stage.instructor();
  await control.getByRole('button', { name: 'Create' }).click();
  const code = (await control.getByText(/^[A-Z0-9]{6}$/).first().innerText()).trim();
  const nihara = await stage.person();
  await nihara.goto(stage.address(`/join/${code}`));
  await nihara.getByLabel('Your name').fill('Delegate');
  await nihara.keyboard.press('Enter');
  await sitDown(nihara, 'Sit in Nihara');
  await control.getByText('Delegate').first().waitFor();

  // Before the start the list is prepared: nothing can be fired yet, everything else can.
  await control.getByRole('button', { name: 'Prepare injects' }).click();
  await control.getByRole('button', { name: /^Hold: / }).first().press('Enter');
  await control.getByText('Held back by you').first().waitFor();
  expect(await control.getByRole('button', { name: /^Fire now/ }).count()).toBe(0);
  await stage.shot(control, 'prepare');
  await control.getByRole('button', { name: /^Undo: hold/ }).press('Enter');
  await control.getByText('Held back by you').first().waitFor({ state: 'detached' });
  await control.getByRole('button', { name: 'Back to who is here' }).click();

  await control.getByRole('button', { name: 'Start' }).click();
  const start = control.getByRole('alertdialog').getByRole('button').last();
  await start.or(control.getByRole('tab', { name: 'Injects' })).first().waitFor();
  if (await start.isVisible()) await start.click();
  await nihara.getByRole('dialog').waitFor();
  await nihara.keyboard.press('Escape');
  await control.getByRole('tab', { name: 'Injects' }).click();
  const row = (title: string | RegExp) => control.getByRole('row').filter({ has: control.getByRole('rowheader', { name: title }) });
  const press = (name: string | RegExp, within = control.getByRole('dialog')) => within.getByRole('button', { name }).press('Enter');

  // Reworded and sent to others; an empty headline is told beside its field.
  const budget = row(/What a course costs/);
  await press('Change', budget);
  await control.getByLabel('Headline').fill(' ');
  await press('Save');
  await control.getByText('Write something here.').first().waitFor();
  await control.getByLabel('Headline').fill('What a course really costs');
  await control.getByLabel('Text', { exact: true }).fill('The budget office has been asked again. A place costs us 4.');
  await control.getByRole('dialog').getByRole('checkbox', { name: 'Columbria' }).press('Space');
  await press(/What would it do/);
  await stage.shot(control, 'change');
  await press('Save');
  const changed = row(/What a course really costs/);
  await changed.getByText(/Changed: words and recipients/).waitFor();

  // Another is put off, then taken back.
  const anniversary = row(/annivers/i);
  await press('Skip', anniversary);
  await anniversary.getByText('Skipped by you').waitFor();
  await stage.shot(control, 'grid');
  expect(await barriers(control)).toEqual([]);
  await control.getByRole('button', { name: /^Undo: skip/ }).press('Enter');
  await anniversary.getByText('Planned', { exact: true }).waitFor();

  // Fired: the ministry reads the new words, and what was changed can no longer be undone.
  await press('Fire now', changed);
  await press('Fire now', control.getByRole('alertdialog'));
  await changed.getByText('Fired in turn 1').waitFor();
  expect(await control.getByRole('button', { name: /^Undo/ }).count()).toBe(0);
  await nihara.getByRole('navigation').getByRole('button', { name: /In-tray/ }).click();
  await nihara.getByText('A place costs us 4.').first().waitFor();

  // One of control's own, for later.
  await press('Write an inject', control.getByRole('tabpanel'));
  await control.getByLabel('Headline').fill('A fisherman finds a part');
  await control.getByLabel('Text', { exact: true }).fill('A trawler has brought up a piece of metal with a serial number.');
  await control.getByRole('dialog').getByRole('checkbox', { name: 'Nihara' }).press('Space');
  await press('Fire now');
  await control.getByRole('alertdialog').waitFor();
  await stage.shot(control, 'fire');
  await control.keyboard.press('Escape');
  await control.getByRole('dialog').getByRole('button', { name: /When/ }).press('Enter');
  await control.getByRole('option', { name: 'Turn 2, Orders' }).click();
  await stage.shot(control, 'write');
  await press('Plan it');
  await row(/A fisherman/).getByText('Written by you').waitFor();
  await stage.shot(control, 'written');
  expect(stage.faults).toEqual([]);
}, 180_000);
