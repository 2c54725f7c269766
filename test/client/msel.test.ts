// The list of injects before exercise control: in the order of turns and phases, with where each stands, and what Undo says.
import { describe, expect, it } from 'vitest';
import { byTurn, momentsAhead, recipientsText, statusOf, undoText } from '../../client/instructor/msel.ts';
import type { Command } from '../../shared/model/commands.ts';
import { viewFor } from '../../shared/view/view-for.ts';
import { previewRequest } from '../../shared/wire/messages.ts';
import { preview } from '../../shared/rules/preview.ts';
import { Table } from './fixture.ts';

const look = (table: Table) => {
  const view = viewFor(table.state, { kind: 'control' });
  return { view: view.public, control: view.control! };
};
const after = (...commands: Command[]) => {
  const table = new Table({ everything: true });
  for (const command of commands) table.control(command);
  return { table, ...look(table) };
};
const MOVED: Command = { type: 'changeInject', inject: '07-anniversary', title: 'A day of mourning', to: ['MER'], at: { turn: 3, phase: 'orders' } };

describe('the grid', () => {
  it('goes by turn and phase; what waits for something else comes last', () => {
    const groups = byTurn(Object.values(after(MOVED).control.msel));
    expect(groups.map(({ turn }) => turn)).toEqual([1, 2, 3, 4, null]);
    const third = groups[2]!.rows.map(({ id }) => id);
    expect(third).toContain('07-anniversary');
    expect(third.indexOf('07-anniversary')).toBeGreaterThan(third.indexOf('10-base-protest'));
    expect(third.indexOf('07-anniversary')).toBeLessThan(third.indexOf('09-overflight'));
  });

  it.each<[string, Command[], string]>([
    ['planned', [], 'Planned'],
    ['held', [{ type: 'holdInject', inject: '12-notice-offer', held: true }], 'Held back by you'],
    ['skipped', [{ type: 'dropInject', inject: '12-notice-offer', dropped: true }], 'Skipped by you'],
    ['fired', [{ type: 'fireInject', inject: '12-notice-offer' }], 'Fired in turn 1'],
  ])('says of an inject that it is %s', (_what, commands, text) => {
    expect(statusOf(after(...commands).control.msel['12-notice-offer']!).text).toBe(text);
  });

  it('says what was changed, and what had been planned', () => {
    const { control, view } = after(MOVED);
    const row = control.msel['07-anniversary']!;
    expect([row.title, row.changed, recipientsText(row.to, view), row.planned!.title === row.title]).toEqual(['A day of mourning', ['words', 'recipients', 'time'], 'Meridia', false]);
  });

  it('offers times from the next phase on', () => {
    const { view } = after({ type: 'advancePhase' });
    expect(momentsAhead(view)[0]).toEqual({ turn: 1, phase: 'orders' });
    expect(momentsAhead(view).at(-1)).toEqual({ turn: 4, phase: 'review' });
  });
});

describe('undo', () => {
  const PEOPLE = { p: { name: 'Ann' }, q: { name: 'Bravo' } };
  const message: Command = { type: 'speak', persona: 'The Herald', to: ['NIH'], text: 'Rumours.' };
  it.each<[string, Command[], string]>([
    ['a hold', [{ type: 'holdInject', inject: '12-notice-offer', held: true }], 'hold “'],
    ['a change', [MOVED], 'change “A day of mourning”'],
    ['people who were moved', [{ type: 'seatParticipant', participant: 'p', seat: 'NIH' }], 'move Ann'],
    ['people who changed places', [{ type: 'seatParticipant', participant: 'p', seat: 'NIH' }, { type: 'swapPeople', a: 'p', b: 'q' }], 'swap Ann and Bravo'],
    ['a handover', [{ type: 'handToBot', seat: 'NIH', character: 'hawk' }], 'hand Nihara to a bot'],
  ])('names %s', (_what, commands, text) => {
    const { control, view } = after(...commands);
    expect(undoText(control.undo!, control, view, PEOPLE)).toContain(text);
  });

  it('names a message by whose it was; one that was sent cannot be undone', () => {
    const { table, control } = after(message);
    expect(control.undo).toBeNull();
    table.control({ type: 'hideMessage', message: Object.keys(control.messages)[0]! });
    const { control: now, view } = look(table);
    expect(undoText(now.undo!, now, view, PEOPLE)).toBe('withdraw a message of The Herald');
  });
});

describe('a look at an inject that is being changed or written', () => {
  it('tells what it would do for others than planned, and changes nothing', () => {
    const { table } = after();
    const to = (seats?: string[]) => {
      const found = preview(table.state, previewRequest.parse({ inject: '05-course-price', ...(seats && { to: seats }) }));
      return found.ok && found.value.events.map(({ type, audience }) => [type, audience]);
    };
    expect([to(), to(['HAN', 'MER'])]).toEqual([[['injectFired', ['NIH']]], [['injectFired', ['HAN', 'MER']]]]);
    expect(table.state.injectChanges).toEqual({});
  });

  it('tells what its effects would do for those it is addressed to', () => {
    const asked = previewRequest.parse({ effects: [{ add: { path: 'seat/*/budget', by: 2 } }], to: ['NIH'] });
    const found = preview(after().table.state, asked);
    expect(found.ok && found.value.changes.map(({ path }) => path)).toEqual(['seat/NIH/budget']);
  });
});
