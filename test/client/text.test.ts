// Texts: every refusal has one with a way out, every message can be formatted, and none stands there unused.
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { IntlMessageFormat } from 'intl-messageformat';
import { describe, expect, test, vi } from 'vitest';
import { GENERATED, LOCALE, TEXTS, duration, hasText, list, refusalText, t, tOr } from '../../client/locales/text.ts';
import { REFUSALS, refusal } from '../../shared/rules/refusals.ts';

const client = join(import.meta.dirname, '..', '..', 'client');
const sources = readdirSync(client, { recursive: true, encoding: 'utf8' })
  .filter((name) => /\.tsx?$/.test(name))
  .map((name) => readFileSync(join(client, name), 'utf8'))
  .join('\n');

describe('refusals', () => {
  test.each(REFUSALS.map((code) => [code]))('%s has a sentence of its own that ends as one', (code) => {
    expect(hasText(`refusal.${code}`)).toBe(true);
    const bare = refusalText(refusal(code));
    expect(bare).toMatch(/[.!?]$/);
    expect(bare).not.toMatch(/none|undefined|\{|\}/);
    expect(bare).not.toBe(t('refusal.other'));
  });

  test('the numbers of a refusal stand in its sentence', () => {
    expect(refusalText(refusal('tooFewPoints', null, { needed: 3, left: 1 }))).toContain('this takes 3 and 1 are left');
    expect(refusalText(refusal('tooLittleMoney', null, { price: 12, budget: 4 }))).toContain('it costs 12 and you have 4');
    expect(refusalText(refusal('parameterInvalid', 'turns', { min: 1, max: 4 }))).toContain('from 1 to 4');
  });

  test('no text is kept for a code that does not exist', () => {
    const codes = new Set<string>([...REFUSALS, 'other']);
    expect(Object.keys(TEXTS).filter((key) => key.startsWith('refusal.') && !codes.has(key.slice('refusal.'.length)))).toEqual([]);
  });

  test('a code from a newer server is told in general words', () => {
    expect(refusalText({ code: 'notInventedYet' as never, subject: null, params: {} })).toBe(t('refusal.other'));
  });
});

describe('messages', () => {
  test.each(Object.entries(TEXTS))('%s is well formed', (_key, text) => {
    expect(() => new IntlMessageFormat(text, LOCALE, undefined, { ignoreTag: true })).not.toThrow();
    expect(text.trim()).not.toBe('');
    // An apostrophe before a brace quotes in message syntax and swallows what follows.
    expect(text).not.toMatch(/'[{}]/);
  });

  test('each is used, or made from a catalogue', () => {
    const unused = Object.keys(TEXTS).filter((key) => {
      if (GENERATED.some((start) => key.startsWith(start))) return false;
      if (sources.includes(`'${key}'`)) return false;
      // Keys with a variable part: some beginning of the key stands before a placeholder.
      return !key.split('.').some((_, cut, parts) => cut > 0 && sources.includes(`\`${parts.slice(0, cut).join('.')}.\${`));
    });
    expect(unused).toEqual([]);
  });

  test('markup stays text', () => {
    expect(t('inject.taken', { option: '<b>bold</b>' })).toContain('<b>bold</b>');
  });

  test('a missing value leaves a dash, not a broken screen', () => {
    const complaint = vi.spyOn(console, 'error').mockImplementation(() => {});
    expect(t('bar.turn', { turn: 2 })).toBe('Turn – of –');
    expect(complaint).toHaveBeenCalledOnce();
    complaint.mockRestore();
  });

  test('a missing key falls back', () => {
    expect(tOr('no.such.key', 'here')).toBe('here');
  });
});

test.each([[0, '00:00'], [999, '00:01'], [61_000, '01:01'], [3_600_000, '1:00:00'], [90_000_000, '1 d 1 h'], [-5, '00:00']])('%i ms reads %s', (milliseconds, words) => {
  expect(duration(milliseconds)).toBe(words);
});

test('lists read as one does', () => {
  expect(list(['Ardane', 'Belmar', 'Colvania'])).toBe('Ardane, Belmar and Colvania');
});
