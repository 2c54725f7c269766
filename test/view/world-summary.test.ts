// One world among parallel ones: the summary counts what the record of a whole game holds, turn by turn.
import { beforeAll, describe, expect, test } from 'vitest';
import type { State } from '../../shared/model/state.ts';
import type { Event } from '../../shared/model/events.ts';
import { playExercise } from '../../shared/simulation/play.ts';
import { worldSummary } from '../../shared/view/world-summary.ts';
import { shieldLesson } from '../games/shield-lesson.ts';
import { build } from '../rules/build.ts';

describe('after a whole game', () => {
  let state: State;
  let events: Event[];
  beforeAll(() => {
    ({ state, events } = playExercise(shieldLesson, { seed: 'summary', keep: true }));
  });

  test('the turns say what happened in each', () => {
    const { turns } = worldSummary(state);
    expect(turns.map(({ turn }) => turn)).toEqual([1, 2, 3, 4]);
    for (const { turn, leaks, duties, inForce } of turns) {
      expect(leaks).toBe(events.filter((event) => event.turn === turn && event.type === 'leakOccurred').length);
      const found = (result: string) => events.filter((event) => event.turn === turn && event.type === 'obligationFound' && event.data.finding.result === result).length;
      expect(duties).toEqual({ kept: found('met'), missed: found('missed') });
      expect(inForce).toBeGreaterThanOrEqual(0);
    }
    expect(turns.at(-1)!.inForce).toBe(Object.values(state.instruments).filter(({ status }) => status === 'inForce').length);
  });

  test('the figures of now are those of the turns together', () => {
    const { figures, turns } = worldSummary(state);
    expect(figures.leaks).toBe(turns.reduce((sum, { leaks }) => sum + leaks!, 0));
    expect(figures.duties.kept).toBe(turns.reduce((sum, { duties }) => sum + duties.kept, 0));
    expect(figures.inForce).toBe(turns.at(-1)!.inForce);
    expect(turns.some(({ inForce }) => inForce! > 0)).toBe(true);
  });

  test('every decision is there, in words and with its turn', () => {
    const { decisions } = worldSummary(state);
    expect(decisions.flatMap(({ chosen }) => chosen)).toHaveLength(state.decisions.length);
    for (const { inject, title, turn, chosen } of decisions) {
      const draft = shieldLesson.injects.find(({ id }) => id === inject)!;
      expect(title).toBe(draft.title);
      expect(turn).toBe(events.find((event) => event.type === 'injectFired' && event.data.inject === inject)!.turn);
      for (const { option, label } of chosen) expect(label).toBe(draft.decide!.options.find(({ id }) => id === option)!.label);
    }
  });

  test('crises are told as everybody counts them, from the first turn', () => {
    const { crises } = worldSummary(state);
    for (const { id, history, severity, rung } of crises) {
      expect(history.every(({ turn }) => turn > 0)).toBe(true);
      expect([severity, rung]).toEqual([state.crises[id]!.severity, state.crises[id]!.rung]);
    }
  });
});

test('of a record from before agreements and leaks were counted, it says so instead of nought', () => {
  const state = build((now) => {
    now.snapshots = [{ turn: 1, publicOpinion: {}, budget: {}, beliefInTruth: {}, redLinesBroken: {} }, { turn: 2, publicOpinion: {}, budget: {}, beliefInTruth: {}, redLinesBroken: {}, inForce: 2, leaks: 3 }];
  });
  expect(worldSummary(state).turns.map(({ inForce, leaks }) => [inForce, leaks])).toEqual([[null, null], [2, null]]);
});

test('seats are told with who waits for what', () => {
  const state = build((now) => {
    now.seating = { p1: 'ARD', p2: 'ARD' };
    now.ready = ['ARD'];
  });
  const [first] = worldSummary(state).seats;
  expect(first).toMatchObject({ seat: 'ARD', people: 2, ready: true, orders: 0, drafts: 0, unread: 0 });
});
