// The rulings suite: every ruling holds, is numbered in order, says why, and stands on the page.
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { REFUSALS } from '../../shared/rules/refusals.ts';
import { SUBJECTS, page } from './page.ts';

describe.each(SUBJECTS.map((subject) => [subject.name, subject] as const))('%s', (_name, { letter, rulings }) => {
  test.each(rulings.map((ruling) => [`${ruling.id} ${ruling.title}`, ruling] as const))('%s', (_title, { check }) => {
    check();
  });

  test('are numbered in order, each with its reason', () => {
    expect(rulings.map(({ id }) => id)).toEqual(rulings.map((_ruling, index) => `${letter}.${index + 1}`));
    for (const { title, ruling } of rulings) expect([title, /[.!?]$/.test(ruling) && ruling.length > 20]).toEqual([title, true]);
  });
});

test('no two rulings are about the same thing', () => {
  const titles = SUBJECTS.flatMap(({ rulings }) => rulings.map(({ title }) => title));
  expect(new Set(titles).size).toBe(titles.length);
});

test('every refusal has a case here, or in the tests of the server if it is the door’s or the record’s', () => {
  const server = join(import.meta.dirname, '..', 'server');
  const doors = readdirSync(server).filter((name) => name.endsWith('.test.ts')).map((name) => readFileSync(join(server, name), 'utf8')).join('\n');
  const here = new Set(SUBJECTS.flatMap(({ rulings }) => rulings.map(({ code }) => code)));
  expect(REFUSALS.filter((code) => !here.has(code) && !new RegExp(`\\b${code}\\b`).test(doors))).toEqual([]);
});

test('the page is up to date', () => {
  expect(readFileSync(join(import.meta.dirname, 'README.md'), 'utf8') === page(), 'The rulings have changed. Run: node test/rulings/write.ts').toBe(true);
});
