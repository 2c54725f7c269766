// What counts as the same wish, so that it is checked but once.
import { describe, expect, it } from 'vitest';
import { Alike } from '../../shared/bots/alike.ts';

const same = (a: object, b: object, names: readonly [string, string] = ['AID', 'AID']) => {
  const alike = new Alike<object>();
  return alike.one(names[0], a) === alike.one(names[1], b);
};

describe('Things are alike', () => {
  it.each<[string, object, object]>([
    ['with nothing in them', {}, {}],
    ['with the same values', { partner: 'BRE', amount: 4, public: true, domain: null }, { partner: 'BRE', amount: 4, public: true, domain: null }],
    ['with the same lists', { to: ['BRE', 'COR'] }, { to: ['BRE', 'COR'] }],
    ['with the same records in them', { packages: [{ domain: 'SEA', count: 2 }] }, { packages: [{ domain: 'SEA', count: 2 }] }],
  ])('%s', (_case, a, b) => expect(same(a, b)).toBe(true));
});

describe('Things are not alike', () => {
  it.each<[string, object, object]>([
    ['where one says more', { crisis: 'C1' }, { crisis: 'C1', cap: 4 }],
    ['where the same is said of something else', { from: 'BRE' }, { to: 'BRE' }],
    ['where the order differs', { a: 1, b: 2 }, { b: 2, a: 1 }],
    ['where a number is written out', { level: 1 }, { level: '1' }],
    ['where a list has one more', { to: ['BRE'] }, { to: ['BRE', 'COR'] }],
    ['where a list stands for one', { to: ['BRE'] }, { to: 'BRE' }],
    ['where lists are cut elsewhere', { a: ['x', 'b'], c: ['y'] }, { a: ['x'], b: ['c', 'y'] }],
    ['where a record is empty and a list is', { with: {} }, { with: [] }],
    ['where a record ends earlier', { a: { b: 1 }, c: 2 }, { a: { b: 1, c: 2 } }],
  ])('%s', (_case, a, b) => expect(same(a, b)).toBe(false));

  it('under different names', () => expect(same({}, {}, ['TRAIN', 'HARDEN'])).toBe(false));
});

it('what has come up is forgotten when it becomes too much, and begins anew', () => {
  const alike = new Alike<{ id: string }>();
  const first = alike.one('SIGN', { id: 'first' });
  for (let number = 0; number < 20_000; number += 1) alike.one('SIGN', { id: `${number}` });
  const later = alike.one('SIGN', { id: 'first' });
  expect(later).not.toBe(first);
  expect(alike.one('SIGN', { id: 'first' })).toBe(later);
});
