// Small decisions of the pages: addresses, codes, seats, threads, requests.
import { describe, expect, test } from 'vitest';
import { assignment } from '../../client/instructor/assignment.ts';
import { openQuestions } from '../../client/instructor/questions.ts';
import { tidyCode } from '../../client/pages/code.ts';
import { freestSeat } from '../../client/pages/freest-seat.ts';
import { threadKey, threadsOf, unreadIn } from '../../client/panels/messages/threads.ts';
import { routeOf } from '../../client/router.ts';
import { takeFirstStep } from '../../client/shell/first-step.ts';
import { readinessOf } from '../../client/shell/ready.ts';
import { newId } from '../../client/ids.ts';
import type { MessageView, PublicView } from '../../shared/view/view.ts';
import { store } from '../../client/store.ts';
import type { Presence, Selection } from '../../client/store.ts';
import type { FirstStep } from '../../shared/scenario/schema.ts';

test.each([
  ['/', 'home'], ['/join', 'join'], ['/join/AB12', 'join'], ['/exercise/x1', 'exercise'], ['/exercise', 'home'], ['/wall/AB12', 'wall'],
  ['/replay/x1', 'replay'], ['/staff/t0', 'staff'], ['/back/t0', 'back'], ['/instructor', 'instructor'], ['/cohort/x1', 'cohort'], ['/cohort', 'instructor'], ['/nowhere', 'unknown'], ['/join/A/B', 'unknown'],
])('%s is the page %s', (path, page) => {
  expect(routeOf(path).page).toBe(page);
});

test.each([['krs 7q2', 'KRS7Q2'], ['KRS-7Q2', 'KRS7Q2'], ['  ', '']])('the code "%s" is read as "%s"', (typed, code) => {
  expect(tidyCode(typed)).toBe(code);
});

const view = (people: Record<string, number>, ready: string[] = []) =>
  ({ exercise: { seats: Object.keys(people) }, seats: Object.fromEntries(Object.entries(people).map(([id, count]) => [id, { id, people: count, ready: ready.includes(id) }])) }) as unknown as PublicView;
const person = (participant: string, seat: string | null, role: Presence['role'] = 'participant'): Presence => ({ participant, name: participant, seat, role, connected: true, since: 0 });

describe('seats', () => {
  test('the freest is the first with the fewest people', () => {
    expect(freestSeat(view({ ARD: 1, BEL: 0, COL: 0 }))).toBe('BEL');
    expect(freestSeat(view({}))).toBeNull();
  });

  test('everyone without a seat is spread over the emptiest', () => {
    const people = [person('a', 'ARD'), person('b', null), person('c', null), person('d', null), person('watcher', null, 'observer')];
    expect(assignment(view({ ARD: 1, BEL: 0 }), people)).toEqual([{ participant: 'b', seat: 'BEL' }, { participant: 'c', seat: 'ARD' }, { participant: 'd', seat: 'BEL' }]);
  });

  test('only seats with people are waited for', () => {
    expect(readinessOf(view({ ARD: 1, BEL: 2, COL: 0 }, ['ARD']))).toEqual({ seats: 2, ready: 1, missing: ['BEL'] });
  });
});

describe('messages', () => {
  const message = (id: string, at: number, from: string, to: string[]): MessageView => ({ id, at, from, to, turn: 1, phase: 'negotiation', persona: null, text: id, hidden: false });
  const said = [message('1', 10, 'BEL', ['ARD']), message('2', 20, 'ARD', ['BEL']), message('3', 30, 'BEL', ['COL', 'ARD']), message('4', 40, 'BEL', ['ARD'])];

  test('form one thread per set of people, newest first', () => {
    const threads = threadsOf('ARD', said);
    expect(threads.map(({ key, messages }) => [key, messages.map(({ id }) => id)])).toEqual([['BEL', ['1', '2', '4']], ['BEL+COL', ['3']]]);
    expect(threadKey(['COL', 'BEL', 'COL'])).toBe('BEL+COL');
  });

  test('of others that came after the last look are unread', () => {
    const [thread] = threadsOf('ARD', said);
    expect(unreadIn(thread!, 'ARD', {})).toBe(2);
    expect(unreadIn(thread!, 'ARD', { BEL: 10 })).toBe(1);
  });

  test('to control stay open until control answers the one who asked', () => {
    const question = message('q', 10, 'ARD', ['control']);
    expect(openQuestions({ q: question })).toBe(1);
    expect(openQuestions({ q: question, a: message('a', 20, 'control', ['BEL']) })).toBe(1);
    expect(openQuestions({ q: question, a: message('a', 20, 'control', ['ARD']) })).toBe(0);
  });
});

test.each<[FirstStep, string, Selection | null]>([
  [{ text: 'Write to Belmar.', opens: 'messages', seat: 'BEL' }, 'messages', { kind: 'thread', seats: ['BEL'] }],
  [{ text: 'Visit Belmar.', opens: 'country', seat: 'BEL' }, 'detail', { kind: 'seat', id: 'BEL' }],
  [{ text: 'Read the draft.', opens: 'instruments' }, 'instruments', null],
])('the first step %o leads to %s', (step, panel, selection) => {
  takeFirstStep(step);
  expect(store.get()).toMatchObject({ panel, selection });
});

test('command ids are long, plain and differ', () => {
  const ids = new Set(Array.from({ length: 200 }, newId));
  expect(ids.size).toBe(200);
  for (const id of ids) expect(id).toMatch(/^[0-9a-f]{32}$/);
});
