// No text makes the reader of scenario files throw: it always answers with a scenario or with problems.
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { stringify } from 'yaml';
import { checkExpression } from '../../shared/rules/condition-check.ts';
import { SMALL, parse } from './small.ts';

const answers = (text: string) => {
  const { scenario, problems } = parse(text);
  expect(scenario !== null || problems.length > 0).toBe(true);
  const lines = text.split('\n').length;
  for (const problem of problems) {
    expect(problem.line).toBeGreaterThanOrEqual(1);
    expect(problem.line).toBeLessThanOrEqual(lines + 1);
    expect(problem.column).toBeGreaterThanOrEqual(1);
    expect(problem.help).not.toBe('');
  }
};

it('answers any text', () => {
  fc.assert(fc.property(fc.string({ unit: 'binary', maxLength: 300 }), answers), { numRuns: 150 });
});

it('answers any YAML data', () => {
  fc.assert(fc.property(fc.anything({ maxDepth: 4, withBigInt: false, withDate: false }), (value) => {
    let text: string;
    try {
      text = stringify(value) ?? '';
    } catch {
      return;
    }
    answers(text);
  }), { numRuns: 150 });
});

it('answers the small scenario with a piece cut out, doubled or overwritten', () => {
  const place = fc.nat(SMALL.length);
  fc.assert(fc.property(place, fc.nat(40), fc.constantFrom('', '{', '}', ']', ': ', '\n', '- ', '"', '*seat', '&x ', 'null', '-1', '1e999', '__proto__', '..', 'truth'), (start, length, by) => {
    answers(SMALL.slice(0, start) + by + SMALL.slice(start + length));
  }), { numRuns: 200 });
});

it('answers any expression, at a place inside it', () => {
  const { scenario } = parse(SMALL);
  const piece = fc.constantFrom('turn', 'seats', '.ARD', '.budget', 'crises', '["cables"]', '.severity', ' == ', ' > ', ' && ', '!', '(', ')', '3', '-', '"ARD"', ', ', 'inForce(', 'trust(', '[', ']', ' ? ', ' : ', '.size()', 'has(', '{', '}', '\n');
  const text = fc.oneof(fc.string({ unit: 'binary', maxLength: 80 }), fc.array(piece, { maxLength: 14 }).map((pieces) => pieces.join('')));
  fc.assert(fc.property(text, (expression) => {
    for (const fault of checkExpression(scenario!, expression, { clauses: ['INFOSEC'] })) {
      expect(fault.start).toBeGreaterThanOrEqual(0);
      expect(fault.end).toBeLessThanOrEqual(expression.length + 1);
      expect(fault.message).not.toBe('');
    }
  }), { numRuns: 1000 });
});
