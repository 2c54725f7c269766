// The exercise is its record: replay, resumption and re-deciding give what was there, and a game kept from before still does.
import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Request } from '../../shared/model/commands.ts';
import type { State } from '../../shared/model/state.ts';
import { ENGINE, readRecord, verifyRecord, writeRecord } from '../../shared/record/record.ts';
import { digest, stateAt, stateAtStart } from '../../shared/record/replay.ts';
import { apply } from '../../shared/rules/apply.ts';
import { decide } from '../../shared/rules/decide.ts';
import { playExercise } from '../../shared/simulation/play.ts';
import { firstDifference } from '../harness/replay-check.ts';
import { carryOut, mixture, recordOf, shieldLesson, startOf } from './shield-lesson.ts';

const bots = mixture(7);
const game = playExercise(shieldLesson, { seed: 'replayed', bots, keep: true });

const copy = (state: State): State => {
  const { scenario, ...rest } = state;
  return { ...(JSON.parse(JSON.stringify(rest)) as Omit<State, 'scenario'>), scenario };
};

describe('replay', () => {
  test('the same conditions give the same events', () => {
    expect(playExercise(shieldLesson, { seed: 'replayed', bots, keep: true }).events).toEqual(game.events);
  });

  test('folding the record gives the state that was lived', () => {
    expect(digest(stateAt(recordOf(game.state, game.events)))).toBe(digest(game.state));
  });

  test('deciding the commands again gives the same events', () => {
    expect(carryOut(startOf('replayed', bots), game.requests)).toEqual(game.events);
  });

  test('a record survives writing and reading', () => {
    const { record } = readRecord(writeRecord(recordOf(game.state, game.events)));
    expect(verifyRecord(record!)).toBeNull();
    expect(digest(stateAt(record!))).toBe(digest(game.state));
  });

  test('an exercise resumed after any command goes on as if nothing had been', () => {
    fc.assert(fc.property(fc.nat(game.requests.length), (cut) => {
      const state = startOf('replayed', bots);
      carryOut(state, game.requests.slice(0, cut));
      const resumed = copy(state);
      carryOut(resumed, game.requests.slice(cut));
      return digest(resumed) === digest(game.state);
    }), { numRuns: 25 });
  });

  test('the state at any event, with the rest of the record folded in, is the state at its end', () => {
    const record = recordOf(game.state, game.events);
    fc.assert(fc.property(fc.integer({ min: 0, max: game.events.length }), (cut) => {
      const state = copy(stateAt(record, cut));
      for (const event of record.events.slice(cut)) apply(state, event);
      return digest(state) === digest(game.state);
    }), { numRuns: 25 });
  });

  test('deciding never changes the state it decides on', () => {
    const state = startOf('replayed', bots);
    for (const request of game.requests) {
      const frozen = freeze(copy(state));
      expect(() => decide(frozen, request)).not.toThrow();
      carryOut(state, [request]);
    }
  });
});

function freeze<T>(value: T): T {
  if (typeof value === 'object' && value !== null && !Object.isFrozen(value)) {
    Object.freeze(value);
    Object.values(value).forEach(freeze);
  }
  return value;
}

describe('the replay check', () => {
  const start = () => startOf('replayed', bots);

  test('is content with the rules as they are', () => {
    expect(firstDifference(start, game.events, apply)).toBeNull();
  });

  test('finds a fold that looks at something outside the record', () => {
    let calls = 0;
    const seq = firstDifference(start, game.events, (state, event) => {
      calls += 1;
      apply(state, event);
      if (event.type === 'severityRecorded') state.highestRung += calls % 7;
    });
    expect(seq).toBe(game.events.find(({ type }) => type === 'severityRecorded')!.seq);
  });
});

describe('the game kept with the tests', () => {
  const kept = (name: string) => gunzipSync(readFileSync(join(import.meta.dirname, name))).toString('utf8');
  const { record } = readRecord(kept('shield-lesson.entente.jsonl.gz'));
  const { digest: last, requests } = JSON.parse(kept('shield-lesson.commands.json.gz')) as { digest: string; requests: Request[] };

  test('is whole', () => {
    expect(verifyRecord(record!)).toBeNull();
  });

  test('every event applies, and the end is the end it had', () => {
    const state = stateAt(record!);
    expect(state.status).toBe('debrief');
    expect(state.scores).toEqual(record!.events.find((event) => event.type === 'exerciseScored')!.data.scores);
    expect(digest(state), 'The shape of the state has changed. If that is meant, write the game anew: node test/games/keep.ts').toBe(last);
  });

  test('the rules of its version still decide as they did', () => {
    expect(record!.header.engine).toBe(ENGINE);
    const state = stateAtStart(record!.header);
    const events = carryOut(state, requests);
    const kinds = (list: readonly { seq: number; type: string }[]) => list.map(({ seq, type }) => `${seq} ${type}`);
    const hint = 'The rules decide otherwise. If that is meant, write the game anew: node test/games/keep.ts';
    expect(kinds(events), hint).toEqual(kinds(record!.events));
    expect(events, hint).toEqual(record!.events.map(({ prev: _prev, hash: _hash, ...event }) => event));
  });
});
