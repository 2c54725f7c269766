// A hold on sharing holds for reports that are still to be collected, too.
import { describe, expect, test } from 'vitest';
import { build, refusalOf } from './build.ts';

const collect = (shareWith: string[]) => ({ threat: 'cables', source: 'A1', shareWith, originatorControlled: false });

describe('while SHARE is locked', () => {
  const held = build((state) => {
    state.unlocked = { actions: ['COLLECT'], clauses: [] };
  });

  test('a result cannot be promised to others in advance', () => {
    expect(refusalOf(held, 'ARD', 'COLLECT', collect(['BEL']))).toMatchObject({ code: 'actionLocked', subject: 'shareWith', params: { action: 'SHARE' } });
  });

  test('collecting for oneself goes on, and sharing is possible where it is not locked', () => {
    expect(refusalOf(held, 'ARD', 'COLLECT', collect([]))).toBeNull();
    expect(refusalOf(build(), 'ARD', 'COLLECT', collect(['BEL']))).toBeNull();
  });
});
