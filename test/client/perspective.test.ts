// What a guest of a joint act reads of it: the inviter as partner, and roles turned round.
import { expect, test } from 'vitest';
import { seenBy } from '../../client/actions/perspective.ts';

test.each([
  ['the inviter', 'NIH', { partner: 'COL', role: 'take', domain: 'AMD' }, { partner: 'COL', role: 'take', domain: 'AMD' }],
  ['the guest of a course', 'COL', { partner: 'COL', role: 'take', domain: 'AMD' }, { partner: 'NIH', role: 'give', domain: 'AMD' }],
  ['one guest of several', 'HAN', { partners: ['COL', 'HAN'], domain: 'AMD' }, { partners: ['NIH', 'COL'], domain: 'AMD' }],
])('%s', (_who, self, params, seen) => {
  expect(seenBy(self, { from: 'NIH', to: ['COL', 'HAN'], params })).toEqual(seen);
});
