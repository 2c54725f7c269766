// Redlining: what differs between two versions of a text.
import { describe, expect, it } from 'vitest';
import { clauseChanges, differenceOf, differs } from '../../client/clauses/difference.ts';
import type { Clause } from '../../shared/model/state.ts';

const share = (minimum: number, ceiling = 'C'): Clause => ({ kind: 'INTEL_SHARE', params: { threats: [], minimum, ceiling } });
const infosec: Clause = { kind: 'INFOSEC', params: { minimum: 50, ceiling: 'S' } };
const term: Clause = { kind: 'TERM', params: { duration: 4, renewal: 'auto', notice: 1 } };
const brief = (before: Clause[], after: Clause[]) => clauseChanges(before, after).map(({ state, after: now, before: then, parameters }) => `${state} ${(now ?? then)!.kind} ${parameters.join()}`.trim());

describe('the difference of two texts', () => {
  it('is nothing for the same clauses, however their parameters are ordered in memory', () => {
    const again = { kind: 'INFOSEC', params: { ceiling: 'S', minimum: 50 } };
    expect(brief([infosec, term], [again, term])).toEqual(['same INFOSEC', 'same TERM']);
  });

  it('names changed parameters, additions and removals, each in its place', () => {
    expect(brief([share(1), infosec, term], [share(2, 'S'), term])).toEqual(['changed INTEL_SHARE minimum,ceiling', 'removed INFOSEC', 'same TERM']);
    expect(brief([term], [infosec, term])).toEqual(['added INFOSEC', 'same TERM']);
  });

  it('pairs clauses of one kind by likeness, identical ones first', () => {
    expect(brief([share(1), share(3)], [share(3), share(2)])).toEqual(['same INTEL_SHARE', 'changed INTEL_SHARE minimum']);
    expect(brief([share(1), share(2)], [share(2)])).toEqual(['removed INTEL_SHARE', 'same INTEL_SHARE']);
  });

  it('tells a changed title and kind', () => {
    const text = { title: 'Watch', kind: 'mou' as const, clauses: [term] };
    expect(differs(differenceOf(text, text))).toBe(false);
    const difference = differenceOf(text, { ...text, title: 'Guard', kind: 'treaty' });
    expect(difference).toMatchObject({ title: { before: 'Watch', after: 'Guard' }, kind: { before: 'mou', after: 'treaty' } });
    expect(differs(difference)).toBe(true);
  });
});
