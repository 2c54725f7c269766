// Views as documents and back: nothing is lost, little travels, and what did not change stays the same object.
import { expect, test } from 'vitest';
import { setup, settingsFor } from '../../shared/scenario/setup.ts';
import { controlView, notebookView, publicView, seatView } from '../../shared/view/view-for.ts';
import { changedDocuments, fromDocuments, toDocuments } from '../../shared/wire/documents.ts';
import type { Documents } from '../../shared/wire/documents.ts';
import type { PublicView, SeatView } from '../../shared/view/view.ts';
import { apply } from '../../shared/rules/apply.ts';
import { playExercise } from '../../shared/simulation/play.ts';
import { keepViews } from '../../shared/view/keep.ts';
import { duel } from '../fixtures/duel.ts';
import { mixture, shieldLesson, startOf } from '../games/shield-lesson.ts';

const scenario = duel();
const settings = settingsFor(scenario, {});
if (!settings.ok) throw new Error(settings.refusal.code);
const state = setup(scenario, { id: 'one', seed: 'seed', settings: settings.value });
const entries = (documents: Documents) => Object.entries(documents);

test('a view comes back as it was', () => {
  expect(fromDocuments('public', entries(toDocuments('public', publicView(state))), new Map())).toEqual(publicView(state));
  expect(fromDocuments('seat', entries(toDocuments('seat', seatView(state, 'ARD'))), new Map())).toEqual(seatView(state, 'ARD'));
  expect(fromDocuments('control', entries(toDocuments('control', controlView(state))), new Map())).toEqual(controlView(state));
  const noted = { ...state, observations: { n: { id: 'n', by: 'one', turn: 1, phase: 'briefing' as const, seq: 3, at: 9, text: 'Seen. '.repeat(40), objective: null, seat: 'ARD', rating: 'P' as const, private: true, disclosed: false, changed: null, removed: null } } };
  expect(fromDocuments('notebook', entries(toDocuments('notebook', notebookView(noted, 'one'))), new Map())).toEqual(notebookView(noted, 'one'));
  expect(Object.keys(notebookView(noted, 'one').notebook)).toEqual(['n']);
});

test('the order in which documents come does not matter', () => {
  const documents = entries(toDocuments('seat', seatView(state, 'ARD')));
  expect(fromDocuments('seat', documents.reverse(), new Map())).toEqual(seatView(state, 'ARD'));
});

test('a flag that changes takes a short document along, not the long ones beside it', () => {
  const view: PublicView = publicView(state);
  const brief = 'What everybody knows. '.repeat(40);
  const long: PublicView = { ...view, seats: { ...view.seats, ARD: { ...view.seats['ARD']!, brief } } };
  const [was, is] = [toDocuments('public', long), toDocuments('public', { ...long, seats: { ...long.seats, ARD: { ...long.seats['ARD']!, ready: true } } })];
  const changed = Object.keys(is).filter((key) => is[key] !== was[key]);
  expect(changed).toEqual(['seats/ARD']);
  expect(is['seats/ARD']!.length).toBeLessThan(300);
});

test('what did not change is the same object, and its long parts too', () => {
  const cache = new Map();
  const view: PublicView = publicView(state);
  const brief = 'What everybody knows. '.repeat(40);
  const long: PublicView = { ...view, seats: { ...view.seats, ARD: { ...view.seats['ARD']!, brief } } };
  const first = fromDocuments('public', entries(toDocuments('public', long)), cache);
  const again = fromDocuments('public', entries(toDocuments('public', { ...long, seats: { ...long.seats, BEL: { ...long.seats['BEL']!, ready: true } } })), cache);
  expect(again.seats['ARD']).toBe(first.seats['ARD']);
  expect(again.exercise).toBe(first.exercise);
  expect(again.seats['BEL']).not.toBe(first.seats['BEL']);
  expect(again.exercise.parameters).toBe(first.exercise.parameters);
});

test('changes from one moment to the next lead to the same documents, and name nothing else', () => {
  const game = playExercise(shieldLesson, { seed: 'documents', bots: mixture(7), keep: true });
  const lived = startOf('documents', mixture(7));
  keepViews(lived);
  const held: { documents: Documents; slice: SeatView | null } = { documents: {}, slice: null };
  for (const event of game.events) {
    apply(lived, event);
    const slice = seatView(lived, 'NIH');
    const { texts, gone } = changedDocuments('seat', held.slice, slice);
    for (const key of gone) expect(held.documents, key).toHaveProperty([key]);
    for (const [key, text] of Object.entries(texts)) expect(held.documents[key], key).not.toBe(text);
    held.documents = Object.fromEntries(Object.entries({ ...held.documents, ...texts }).filter(([key]) => !gone.includes(key)));
    held.slice = slice;
    expect(held.documents).toEqual(toDocuments('seat', slice));
  }
});
