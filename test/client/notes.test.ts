// Notes of evaluators in exercise control's page: their order, filters and authors, the text that is copied, and the moment in the replay.
import { describe, expect, it } from 'vitest';
import { asText, authorsOf, EVERYTHING, filtered, notesOf } from '../../client/instructor/notes/notes.ts';
import { ReplayFold } from '../../client/replay/fold.ts';
import type { Observation } from '../../shared/model/state.ts';
import { viewFor } from '../../shared/view/view-for.ts';
import type { ReplayFrame } from '../../shared/wire/messages.ts';
import { Table } from './fixture.ts';

const note = (seq: number, more: Partial<Observation> = {}): Observation => ({
  id: `n${seq}`, by: 'me', turn: 1, phase: 'negotiation', seq, at: Date.UTC(2030, 0, 1, 12, seq), text: `Note ${seq}.`, objective: null, seat: null, rating: null, private: false, disclosed: false, changed: null, removed: null, ...more,
});
const table = new Table();
const viewOf = (...notes: Observation[]) => {
  const view = viewFor(table.state, { kind: 'control', person: 'me' });
  const entries = (own: boolean) => Object.fromEntries(notes.filter((one) => one.private === own).map((one) => [one.id, one]));
  return { ...view, control: { ...view.control!, observations: entries(false) }, notebook: { notebook: entries(true) } };
};

describe('notes', () => {
  it('stand in the order of their moments, those of the notebook among the others', () => {
    expect(notesOf(viewOf(note(3), note(1), note(2, { private: true }))).map(({ id }) => id)).toEqual(['n1', 'n2', 'n3']);
  });

  it.each([
    ['everything', {}, ['n1', 'n2', 'n3']],
    ['a rating', { rating: 'S' as const }, ['n2']],
    ['no rating', { rating: 'none' as const }, ['n1', 'n3']],
    ['a ministry and a rating', { seat: 'NIH', rating: 'none' as const }, ['n3']],
    ['an objective', { objective: 'draft' }, ['n1']],
  ])('are filtered by %s', (_what, filter, ids) => {
    const notes = [note(1, { objective: 'draft' }), note(2, { rating: 'S', seat: 'NIH' }), note(3, { seat: 'NIH' })];
    expect(filtered(notes, { ...EVERYTHING, ...filter }).map(({ id }) => id)).toEqual(ids);
  });

  it('name nobody while there is one evaluator, and number them when there are several', () => {
    expect(authorsOf([note(1), note(2, { private: true })], 'me')('me')).toBe('');
    const author = authorsOf([note(1, { by: 'other' }), note(2), note(3, { by: 'third' })], 'me');
    expect(['other', 'me', 'third'].map(author)).toEqual(['Evaluator 1', 'you', 'Evaluator 3']);
  });

  it('are copied in order with what they are about, without those that were taken away', () => {
    const view = viewOf(note(2, { rating: 'M', seat: 'NIH', objective: 'draft' }), note(1, { private: true }), note(3, { removed: { by: 'me', at: 0 } }));
    const lines = asText(notesOf(view), view, 'me').split('\n');
    expect([lines[1], lines[2], lines[5]]).toEqual(['Note 1.', 'For me alone', 'Note 2.']);
    expect(lines[4]).toMatch(/^Turn 1, Negotiation, \d\d:\d\d$/);
    expect(lines[6]).toBe(`M: performed with major challenges · Nihara · ${view.control.learning.find(({ id }) => id === 'draft')!.text}`);
    expect(lines).toHaveLength(7);
  });

  it('lead to the first frame of the replay that shows their moment', () => {
    const frames = [10, 20, 30].map((at, index): ReplayFrame => ({ number: index + 1, at, turn: 1, phase: 'briefing', status: 'running', slices: {} }));
    const fold = new ReplayFold({ exercise: 'e', title: 'E', as: 'public', frames });
    expect([0, 10, 11, 30, 99].map((at) => fold.frameAt(at))).toEqual([0, 0, 1, 2, 2]);
  });
});
