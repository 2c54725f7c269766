// What is reckoned of a sight is kept while the parts that it looked at stand, and no longer.
import { beforeEach, describe, expect, test } from 'vitest';
import type { State } from '../../shared/model/state.ts';
import { keepViews } from '../../shared/view/keep.ts';
import { perSight, perSightOf } from '../../shared/view/look.ts';
import { seatSight } from '../../shared/view/view-for.ts';
import { startOf } from '../games/shield-lesson.ts';

describe('a reckoning', () => {
  let state: State;
  let reckoned: string[];
  const wealth = perSightOf((see, about) => {
    reckoned.push(`wealth/${about}`);
    return see.own.ministry.budget;
  });
  const report = perSightOf((see, about) => {
    reckoned.push(`report/${about}`);
    return `${see.own.seat.id} has ${wealth(see, 'inner')}`;
  });
  const standing = perSight((see, more: number) => {
    reckoned.push('standing');
    return see.own.ministry.publicOpinion + more;
  });
  const bend = (seat: string, budget: number) => {
    state.seats = { ...state.seats, [seat]: { ...state.seats[seat]!, budget } };
    state.seq += 1;
  };
  const sight = (seat = 'NIH') => seatSight(state, seat);

  beforeEach(() => {
    state = startOf('looked', {});
    keepViews(state);
    reckoned = [];
  });

  test('is kept while what it looked at stands, for each seat and code by itself', () => {
    expect([wealth(sight(), 'a'), wealth(sight(), 'a')]).toEqual([state.seats.NIH!.budget, state.seats.NIH!.budget]);
    bend('COL', 3);
    wealth(sight(), 'a');
    expect(reckoned).toEqual(['wealth/a']);
    wealth(sight(), 'b');
    expect(wealth(sight('COL'), 'a')).toBe(3);
    expect(reckoned).toEqual(['wealth/a', 'wealth/b', 'wealth/a']);
  });

  test('of the whole is kept like one about something', () => {
    expect([standing(sight(), 1), standing(sight(), 1)]).toEqual([state.seats.NIH!.publicOpinion + 1, state.seats.NIH!.publicOpinion + 1]);
    bend('COL', 3);
    standing(sight(), 1);
    expect(reckoned).toEqual(['standing']);
    standing(sight('COL'), 1);
    bend('NIH', 7);
    standing(sight(), 1);
    expect(reckoned).toEqual(['standing', 'standing', 'standing']);
  });

  test('is made anew when a part that it looked at is replaced', () => {
    wealth(sight(), 'a');
    bend('NIH', 7);
    expect(wealth(sight(), 'a')).toBe(7);
  });

  test('rests on what others that it uses rest on, kept or not', () => {
    wealth(sight(), 'inner');
    report(sight(), 'a');
    expect(reckoned).toEqual(['wealth/inner', 'report/a']);
    bend('NIH', 7);
    wealth(sight(), 'inner');
    expect(report(sight(), 'a')).toBe('NIH has 7');
  });

  test('of an earlier sight is of that moment', () => {
    const before = sight();
    const { budget } = state.seats.NIH!;
    bend('NIH', 7);
    expect(wealth(sight(), 'a')).toBe(7);
    expect(wealth(before, 'a')).toBe(budget);
  });

  test('of a sight with other parts laid over it makes the parts beneath that nobody has looked at yet', () => {
    const { public: shared, own } = sight();
    const seen = { public: Object.create(shared) as typeof shared, own: Object.create(own) as typeof own };
    expect([seen.own.seat.id, seen.public.exercise.turn]).toEqual(['NIH', state.turn]);
  });

  test('of a sight with other parts laid over it is its own', () => {
    const plain = sight();
    wealth(plain, 'a');
    const richer = { public: plain.public, own: Object.create(plain.own, { ministry: { value: { ...plain.own.ministry, budget: 999 }, enumerable: true } }) as typeof plain.own };
    expect(wealth(richer, 'a')).toBe(999);
    expect(wealth(sight(), 'a')).toBe(state.seats.NIH!.budget);
  });
});
