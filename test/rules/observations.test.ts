// Observations of evaluators: pinning, changing and taking away a note, what the record keeps of it, and what the evidence proposes.
import { describe, expect, test } from 'vitest';
import type { Command } from '../../shared/model/commands.ts';
import { readRecord, seal, hash, headerOf, verifyRecord, writeRecord } from '../../shared/record/record.ts';
import { digest, stateAt } from '../../shared/record/replay.ts';
import { proposalFor } from '../../shared/rules/evaluation.ts';
import { eventFor, withoutWithheld } from '../../shared/view/event-for.ts';
import { viewFor } from '../../shared/view/view-for.ts';
import type { Viewer } from '../../shared/view/view.ts';
import { settingsFor, setup } from '../../shared/scenario/setup.ts';
import { duel } from '../fixtures/duel.ts';
import { build } from './build.ts';
import { Table } from './table.ts';

type Pin = Extract<Command, { type: 'pinObservation' }>;
const pin = (more: Partial<Pin> = {}): Pin => ({ type: 'pinObservation', text: 'They asked first.', objective: null, seat: null, rating: null, private: false, disclosed: false, ...more });
const change = (observation: string, more: Partial<Pin> = {}): Command => ({ ...pin(more), type: 'changeObservation', observation });
const idOf = (table: Table, index = 0) => Object.keys(table.state.observations)[index]!;
const pinned = (more: Partial<Pin> = {}) => {
  const table = new Table(build());
  table.ask('control', pin(more));
  return table;
};

describe('a note', () => {
  test('is pinned to its moment, with its author and what it is about', () => {
    const table = pinned({ text: '  They asked first. ', seat: 'ARD', rating: 'S' });
    const { turn, phase, seq } = table.state;
    expect(Object.values(table.state.observations)).toMatchObject([{ by: 'control', turn, phase, seq, text: 'They asked first.', seat: 'ARD', rating: 'S', objective: null, changed: null, removed: null }]);
  });

  test('keeps its moment when it is said anew, and says who changed it', () => {
    const table = pinned();
    const before = table.state.observations[idOf(table)]!;
    table.ask('control', { type: 'advancePhase' });
    table.ask('control', change(idOf(table), { text: 'They did not ask.', rating: 'U' }));
    expect(table.state.observations[idOf(table)]).toMatchObject({ turn: before.turn, phase: before.phase, seq: before.seq, at: before.at, text: 'They did not ask.', rating: 'U', changed: { by: 'control', seq: table.state.seq } });
  });

  test('that is taken away stays to be seen by exercise control, with who and when', () => {
    const table = pinned();
    table.ask('control', { type: 'removeObservation', observation: idOf(table) });
    expect(viewFor(table.state, { kind: 'control' }).control!.observations[idOf(table)]).toMatchObject({ text: 'They asked first.', removed: { by: 'control' } });
  });

  test('can still be pinned in the debrief, and not before the start', () => {
    const table = new Table(build());
    table.ask('control', { type: 'endExercise' });
    expect(table.tries('control', pin())).toBeNull();
    const settings = settingsFor(duel(), {});
    const lobby = new Table(setup(duel(), { id: 'lobby', seed: 'seed', settings: settings.ok ? settings.value : build().settings }));
    expect(lobby.tries('control', pin())?.code).toBe('notRunning');
  });

  test.each<[string, Partial<Pin>, string, string | null]>([
    ['of blanks', { text: '   ' }, 'emptyMessage', 'text'],
    ['about a seat that is not in play', { seat: 'ZZZ' }, 'seatUnknown', 'seat'],
    ['that is in a notebook and disclosed', { private: true, disclosed: true }, 'parameterInvalid', 'disclosed'],
    ['on an objective that there is not', { objective: 'none' }, 'objectiveUnknown', 'objective'],
  ])('%s is refused, when pinned and when changed', (_what, more, code, subject) => {
    const table = pinned();
    expect(table.tries('control', pin(more))).toMatchObject({ code, subject });
    expect(table.tries('control', change(idOf(table), more))).toMatchObject({ code, subject });
  });

  test('that says the same as before is no change', () => {
    const table = pinned({ seat: 'ARD', rating: 'P' });
    expect(table.tries('control', change(idOf(table), { seat: 'ARD', rating: 'P' }))?.code).toBe('nothingChanged');
    expect(table.tries('control', change(idOf(table), { seat: 'ARD', rating: 'P', disclosed: true }))).toBeNull();
  });

  test.each<[string, Command]>([['pin', pin()], ['change', change('any')], ['take away', { type: 'removeObservation', observation: 'any' }]])('is not for ministries to %s', (_what, command) => {
    expect(new Table(build()).tries('ARD', command)?.code).toBe('notControl');
  });

  test('changes nothing of the game', () => {
    const [with_, without] = [pinned(), new Table(build())];
    for (const table of [with_, without]) for (let step = 0; step < 6; step += 1) table.ask('control', { type: 'advancePhase' });
    const game = ({ state }: Table) => JSON.stringify([state.seats, state.trust, state.crises, state.beliefs, state.snapshots, state.tally]);
    expect(game(with_)).toBe(game(without));
  });
});

describe('the record of notes', () => {
  const settings = settingsFor(duel(), {});
  if (!settings.ok) throw new Error(settings.refusal.code);
  const header = headerOf({ exercise: 'noted', title: 'Noted', seed: 'seed', settings: settings.value, createdAt: 0, scenario: duel() });
  const table = new Table(setup(duel(), { id: 'noted', seed: 'seed', settings: settings.value }));
  table.ask('control', { type: 'startExercise' });
  for (const text of ['word-shared', 'word-harsh', 'word-gone']) table.ask('control', pin({ text, rating: 'M' }));
  table.ask('control', pin({ text: 'word-own', private: true }));
  table.ask('control', change(idOf(table, 1), { text: 'word-mild', disclosed: true }));
  table.ask('control', change(idOf(table, 2), { text: 'word-gone', disclosed: true }));
  table.ask('control', { type: 'removeObservation', observation: idOf(table, 2) });
  const file = (person: string | null) => writeRecord({ header, events: seal(table.events, hash(header)).sealed.map((event) => withoutWithheld(table.state, event, person)) });
  const words = (text: string) => text.match(/word-[a-z]+/g);

  test('replay gives what was there', () => {
    const { record } = readRecord(file('control'));
    expect(digest(stateAt(record!))).toBe(digest(table.state));
  });

  test('is whole for each who reads it, with the words that are theirs', () => {
    for (const person of ['control', 'colleague', null]) expect(verifyRecord(readRecord(file(person)).record!)).toBeNull();
    expect(words(file('control'))).toEqual(['word-shared', 'word-harsh', 'word-gone', 'word-own', 'word-mild', 'word-gone']);
    expect(words(file('colleague'))).toEqual(['word-shared', 'word-harsh', 'word-gone', 'word-mild', 'word-gone']);
    expect(words(file(null))).toBeNull();
  });

  test('says neither rating nor seat nor objective outside of the words', () => {
    expect(file(null).split('\n').filter((line) => line.includes('"observation') && /rating|"M"/.test(line.replace(JSON.stringify(header), '')))).toEqual([]);
  });

  test('in the debrief tells others the latest words of what was disclosed', () => {
    table.ask('control', { type: 'endExercise' });
    expect(words(file(null))).toEqual(['word-mild']);
    const later = stateAt(readRecord(file(null)).record!);
    // Looked at as exercise control by somebody who is not: notes without words are not there.
    expect(Object.values(viewFor(later, { kind: 'control' }).control!.observations).map(({ text }) => text)).toEqual(['word-mild']);
    const seen = (viewer: Viewer) => words(JSON.stringify([viewFor(table.state, viewer).public.debrief, table.events.map((event) => eventFor(table.state, event, viewer))]));
    expect(seen({ kind: 'seat', seat: 'ARD' })).toEqual(['word-mild', 'word-mild']);
    expect(seen({ kind: 'observer' })).toEqual(['word-mild', 'word-mild']);
  });

  test('a note whose words were deleted is gone, and the chain stands', () => {
    const { record } = readRecord(file('control'));
    const events = record!.events.map((event) => (event.type === 'observationPinned' ? { ...event, private: undefined } : event));
    expect(verifyRecord({ header, events })).toBeNull();
    expect(Object.values(viewFor(stateAt({ header, events }), { kind: 'control', person: 'control' }).notebook!.notebook)).toEqual([]);
  });
});

describe('the proposal', () => {
  const met = (task: number | null, done = true) => ({ task, met: done });
  test.each<[string, number[], { task: number | null; met: boolean }[], [string, number, number] | null]>([
    ['nothing that could be counted', [], [met(null)], null],
    ['nothing done yet', [0, 1], [], ['U', 0, 2]],
    ['all done', [0, 1], [met(0), met(1)], ['P', 2, 2]],
    ['17 of 20 is 85 percent', [...Array(20).keys()], [...Array(17).keys()].map((task) => met(task)), ['P', 17, 20]],
    ['two of three is more than 65 percent', [0, 1, 2], [met(0), met(2)], ['S', 2, 3]],
    ['three of five is 60 percent', [0, 1, 2, 3, 4], [met(0), met(1), met(2)], ['M', 3, 5]],
    ['two of five is 40 percent', [0, 1, 2, 3, 4], [met(0), met(1)], ['M', 2, 5]],
    ['one of three', [0, 1, 2], [met(0)], ['U', 1, 3]],
    ['a task noted missed and then done is done', [0], [met(0, false), met(0)], ['P', 1, 1]],
    ['a task that only an inject judges counts once it was noted', [0], [met(0), met(1, false)], ['M', 1, 2]],
  ])('%s', (_what, judged, evidence, expected) => {
    const found = proposalFor(judged, evidence);
    expect(found && [found.rating, found.done, found.tasks]).toEqual(expected);
  });
});
