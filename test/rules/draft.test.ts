// Handlers of events change a draft: what they change is replaced, all else keeps its identity, and nothing is changed in place.
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { SCENARIOS, readScenario } from '../../server/scenarios.ts';
import { Copies } from '../../shared/rules/apply/copies.ts';
import { draftOf } from '../../shared/rules/apply/draft.ts';
import { playExercise } from '../../shared/simulation/play.ts';
import { randomPlayer } from '../games/random-player.ts';
import { mixture } from '../games/shield-lesson.ts';

interface Whole {
  count: number;
  seats: Record<string, { budget: number; sources: { id: string; burned: boolean }[]; acts: Record<string, number> }>;
  list: { id: string; tags: string[] }[];
  ready: string[];
}

const whole = (): Whole => ({
  count: 1,
  seats: { ARD: { budget: 4, sources: [{ id: 'A1', burned: false }], acts: {} }, BEL: { budget: 3, sources: [], acts: { VISIT: 1 } } },
  list: [{ id: 'a', tags: ['x'] }, { id: 'b', tags: [] }, { id: 'c', tags: [] }],
  ready: ['ARD', 'BEL'],
});

const CHANGES: [name: string, change: (state: Whole) => void][] = [
  ['a number at the top', (state) => { state.count += 1; }],
  ['a number deep inside', (state) => { state.seats.ARD!.budget -= 3; }],
  ['two numbers of one object, taken twice', (state) => { state.seats.BEL!.budget = 1; state.seats.BEL!.acts.VISIT = 2; }],
  ['several at once', (state) => { Object.assign(state.seats.ARD!, { budget: 0, acts: { TRAIN: 1 } }); }],
  ['every entry of a record', (state) => { for (const seat of Object.values(state.seats)) seat.budget = 9; }],
  ['a new entry', (state) => { state.seats.COR = { budget: 1, sources: [], acts: {} }; }],
  ['an entry taken away', (state) => { delete state.seats.BEL; }],
  ['one more in a list', (state) => { state.list.push({ id: 'd', tags: ['z'] }); }],
  ['one of a list, found', (state) => { state.list.find(({ id }) => id === 'b')!.tags.push('y'); }],
  ['the last of a list, found', (state) => { state.list.findLast(({ id }) => id !== 'c')!.tags = ['w']; }],
  ['a list without one', (state) => { state.list = state.list.filter(({ id }) => id !== 'a'); }],
  ['a list with one replaced', (state) => { state.list = state.list.map((one) => (one.id === 'a' ? { ...one, tags: [...one.tags, 'v'] } : one)); }],
  ['a list shortened in place, then changed', (state) => { state.list.shift(); state.list[0]!.tags.push('first'); }],
  ['a list in another order', (state) => { state.list.reverse(); state.ready.sort().reverse(); }],
  ['a union of lists', (state) => { state.ready = [...new Set([...state.ready, 'COR'])]; }],
  ['what was just put there', (state) => { state.seats.COR = { budget: 1, sources: [], acts: {} }; state.seats.COR.acts.VISIT = 3; }],
];

describe('a draft', () => {
  test.each(CHANGES)('takes %s as a plain object would, and leaves the parts of before as they were', (_name, change) => {
    const plain = whole();
    change(plain);
    const drafted = freezeParts(whole());
    change(draftOf(drafted));
    expect(JSON.stringify(drafted)).toBe(JSON.stringify(plain));
  });

  test('keeps apart what was put in a second place', () => {
    const state = freezeParts(whole());
    const draft = draftOf(state);
    draft.seats.COR = draft.seats.ARD!;
    draft.seats.COR.budget = 7;
    expect([state.seats.ARD!.budget, state.seats.COR!.budget]).toEqual([4, 7]);
  });

  test.each<[name: string, put: (draft: Whole) => void]>([
    ['as it is', (draft) => { draft.seats.COR = draft.seats.ARD!; }],
    ['inside something new', (draft) => { draft.seats.COR = { ...draft.seats.ARD! }; }],
    ['with all that it stands in', (draft) => { (draft as unknown as { before: unknown }).before = draft.seats; }],
  ])('keeps apart what was put in a second place %s, in a round of several changes', (_name, put) => {
    const state = freezeParts(whole());
    const copies = new Copies();
    draftOf(state, copies).seats.ARD!.acts.VISIT = 1;
    put(draftOf(state, copies));
    const second = JSON.stringify((state as unknown as { before?: unknown }).before ?? state.seats.COR);
    copies.own(copies.own(copies.own(state, 'seats'), 'ARD')!, 'acts').VISIT = 5;
    draftOf(state, copies).seats.ARD!.budget = 7;
    expect(state.seats.ARD).toMatchObject({ budget: 7, acts: { VISIT: 5 } });
    expect(JSON.stringify((state as unknown as { before?: unknown }).before ?? state.seats.COR)).toBe(second);
  });

  test('copies a part once in a round of changes, and never one that was there before', () => {
    const state = freezeParts(whole());
    const copies = new Copies();
    draftOf(state, copies).list.push({ id: 'd', tags: [] });
    const { list } = state;
    draftOf(state, copies).list.push({ id: 'e', tags: [] });
    copies.own(state, 'list').push({ id: 'f', tags: [] });
    expect(state.list).toBe(list);
    expect(list.map(({ id }) => id).join('')).toBe('abcdef');
  });

  test('keeps the identity of all that does not change', () => {
    const state = whole();
    const before = { ...state, ARD: state.seats.ARD, BEL: state.seats.BEL, acts: state.seats.ARD!.acts };
    draftOf(state).seats.ARD!.budget = 5;
    expect(state.seats).not.toBe(before.seats);
    expect(state.seats.ARD).not.toBe(before.ARD);
    expect(state.seats.ARD!.acts).toBe(before.acts);
    expect(state.seats.BEL).toBe(before.BEL);
    expect(state.list).toBe(before.list);
  });

  test('reads like the object', () => {
    const state = whole();
    const draft = draftOf(state);
    expect(Object.keys(draft)).toEqual(Object.keys(state));
    expect(Array.isArray(draft.list)).toBe(true);
    expect('ARD' in draft.seats).toBe(true);
    expect('COR' in draft.seats).toBe(false);
    expect(JSON.stringify(draft)).toBe(JSON.stringify(state));
    expect(Object.entries(draft.seats).map(([seat, { budget }]) => [seat, budget])).toEqual([['ARD', 4], ['BEL', 3]]);
    expect([...draft.list].map(({ id }) => id)).toEqual(['a', 'b', 'c']);
  });

  test('does not lose a change to something that has moved on: it is told', () => {
    const draft = draftOf(whole());
    const first = draft.list[0]!;
    draft.list.shift();
    expect(() => first.tags.push('lost')).toThrow('moved');
  });
});

describe('folding an event', () => {
  test.each([['shield-lesson', 12], ['amber-sound', 3], ['tempest-ring', 2], ['dry-line', 2]])('changes no part of the state in place, whatever is played: %s', (name, games) => {
    const scenario = readScenario(join(SCENARIOS, name, 'scenario.yaml')).scenario!;
    const seats = Object.keys(scenario.seats).sort();
    for (let number = 0; number < games; number += 1) {
      const wild = Object.fromEntries(seats.filter((_seat, index) => (number >> index) % 2 === 0).map((seat) => [seat, randomPlayer]));
      const { state } = playExercise(scenario, { seed: `frozen-${number}`, bots: mixture(number, seats), players: wild }, freezeParts);
      expect(state.status).toBe('debrief');
    }
  });
});

/** Everything in it is frozen, itself not: changing a part in place would throw. */
function freezeParts<T extends object>(whole: T): T {
  for (const part of Object.values(whole)) freeze(part);
  return whole;
}

function freeze(value: unknown): void {
  if (typeof value !== 'object' || value === null || Object.isFrozen(value)) return;
  Object.freeze(value);
  Object.values(value).forEach(freeze);
}
