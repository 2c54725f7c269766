// The store: what it keeps, what it asks for once, and which screens may change nothing.
import { describe, expect, test, vi } from 'vitest';
import { actingSeat, actsFor, createStore, readOnly, same, sightOf, type Source, type StoreState } from '../../client/store.ts';
import type { AskedCommand } from '../../shared/model/commands.ts';
import type { View } from '../../shared/view/view.ts';

const view = (turn: number, status = 'running') => ({ public: { exercise: { turn, status } }, own: { seat: { id: 'ARD' } }, control: null, notebook: null, seats: null }) as unknown as View;

function fakeSource() {
  return {
    send: vi.fn(async (_command: AskedCommand, _as: string | null) => ({ accepted: true as const })),
    history: vi.fn(async (turn: number) => ({ turn, events: [] })),
    preview: vi.fn(async () => ({ ok: true as const, value: { changes: [], events: [] } })),
    close: vi.fn(),
  } satisfies Source;
}

describe('sources', () => {
  test('what control does as the seat it looks at is sent in the seat’s name, and what it does as itself is not', async () => {
    const store = createStore();
    const source = fakeSource();
    store.open(source, { role: 'control', view: view(1), lookingAs: 'BEL', acting: true });
    await store.send({ type: 'setReady', ready: true });
    await store.send({ type: 'pause', reason: '' });
    store.set({ acting: false });
    await store.send({ type: 'setReady', ready: true });
    expect(source.send.mock.calls.map(([, as]) => as)).toEqual(['BEL', null, null]);
  });

  test('a new source closes the old one and forgets what it told', () => {
    const store = createStore();
    const first = fakeSource();
    store.open(first, { role: 'control', view: view(1) });
    store.open(fakeSource());
    expect(first.close).toHaveBeenCalledOnce();
    expect(store.get()).toMatchObject({ view: null, role: 'participant' });
  });

  test('without a source a command is refused rather than lost', async () => {
    expect(await createStore().send({ type: 'setReady', ready: true })).toMatchObject({ accepted: false, refusal: { code: 'notRunning' } });
  });

  test('a turn that is over is asked for once; the present one anew each time', async () => {
    const store = createStore();
    const source = fakeSource();
    store.open(source, { view: view(3) });
    await store.history(2);
    await store.history(2);
    expect(source.history).toHaveBeenCalledTimes(1);
    await store.history(3);
    await store.history(3);
    expect(source.history).toHaveBeenCalledTimes(3);
  });

  test('what was told of a turn before the debrief is asked for again after it', async () => {
    const store = createStore();
    const source = fakeSource();
    store.open(source, { view: view(3) });
    await store.history(2);
    store.set({ view: view(3, 'debrief') });
    await store.history(2);
    expect(source.history).toHaveBeenCalledTimes(2);
  });

  test('a history that failed is not remembered', async () => {
    const store = createStore();
    const source = fakeSource();
    source.history.mockRejectedValueOnce(new Error('gone'));
    store.open(source, { view: view(3) });
    await expect(store.history(1)).rejects.toThrow('gone');
    expect(await store.history(1)).toEqual({ turn: 1, events: [] });
  });
});

describe('sight', () => {
  const state = (part: Partial<StoreState>): StoreState => ({ ...createStore().get(), ...part });

  test('stays the same object while neither half changed', () => {
    const held = state({ view: view(1) });
    expect(sightOf(held)).toBe(sightOf({ ...held, panel: 'orders' }));
    expect(sightOf(held)).not.toBe(sightOf({ ...held, view: { ...held.view!, public: { ...held.view!.public } } }));
  });

  test('control sees through the seat it looks at, and changes nothing there', () => {
    const held = state({ role: 'control', view: { ...view(1), own: null, seats: { BEL: { seat: { id: 'BEL' } } } } as unknown as View });
    expect(sightOf(held)).toBeNull();
    expect(sightOf({ ...held, lookingAs: 'BEL' })?.own.seat.id).toBe('BEL');
    expect(readOnly({ ...held, lookingAs: 'BEL' })).toBe(true);
  });

  test('control that acts for the seat it looks at changes what the seat could, until the debrief', () => {
    const held = state({ role: 'control', view: view(1), lookingAs: 'BEL', acting: true });
    expect([readOnly(held), actsFor(held), actingSeat(held)]).toEqual([false, 'BEL', 'BEL']);
    expect(readOnly({ ...held, view: view(1, 'debrief') })).toBe(true);
    for (const part of [{ role: 'evaluator' }, { acting: false }, { cursor: { mode: 'replay', turn: 1, phase: 'orders', event: 1, events: 2 } }] as Partial<StoreState>[]) {
      expect([readOnly({ ...held, ...part }), actsFor({ ...held, ...part })]).toEqual([true, null]);
    }
  });

  test.each<[string, Partial<StoreState>, boolean]>([
    ['a seated participant', { seat: 'ARD', view: view(1) }, false],
    ['a participant without a seat', { seat: null, view: view(1) }, true],
    ['an observer', { role: 'observer', view: view(1) }, true],
    ['a replay', { seat: 'ARD', view: view(1), cursor: { mode: 'replay', turn: 1, phase: 'orders', event: 1, events: 2 } }, true],
    ['the debrief', { seat: 'ARD', view: view(1, 'debrief') }, true],
  ])('%s', (_name, part, expected) => {
    expect(readOnly(state(part))).toBe(expected);
  });
});

test('same compares one level deep', () => {
  const inner = {};
  expect(same({ a: inner }, { a: inner })).toBe(true);
  expect(same({ a: inner }, { a: {} })).toBe(false);
  expect(same([1, 2], [1, 2])).toBe(true);
  expect(same([], {})).toBe(false);
  expect(same({ a: undefined }, { b: undefined })).toBe(false);
});
