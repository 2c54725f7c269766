// The seeds, from which the exercise grew, row by row: everything they speak of is played in the four scenarios with the forms of the page, and shows in what happened.
import { describe, expect, it } from 'vitest';
import { MINISTRIES } from './seeds/ministries.ts';
import { amberSound, dryLine, shieldLesson, tempestRing } from './seeds/played.ts';
import { TRAINING } from './seeds/training.ts';

const ROWS = [...MINISTRIES, ...TRAINING];
const PLAYED = [shieldLesson, amberSound, tempestRing, dryLine];

describe.each(ROWS.map((row) => [row.concept, row] as const))('%s', (_concept, { acts, clauses, moments }) => {
  it.each(Object.entries(moments))('%s', (_moment, shows) => shows());

  it('is in people’s hands: they did each of its acts, and each of its clauses has bound somebody', () => {
    const rooms = PLAYED.map((played) => played());
    expect(acts.filter((code) => !rooms.some((room) => room.acts.has(code)))).toEqual([]);
    expect(clauses.filter((kind) => !rooms.some((room) => room.bound().has(kind)))).toEqual([]);
  });
});

it('speaks of each concept once', () => {
  expect(ROWS).toHaveLength(16);
  expect(new Set(ROWS.map(({ concept }) => concept)).size).toBe(ROWS.length);
});
