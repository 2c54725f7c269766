// entente record at a terminal: a whole record is valid, every edit is found and named, and nobody is shown more than they could know.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, describe, expect, test } from 'vitest';
import type { EventType } from '../../shared/model/events.ts';
import { writeRecord } from '../../shared/record/record.ts';
import { playExercise } from '../../shared/simulation/play.ts';
import { lineOf } from '../../server/cli/event-lines.ts';
import { mixture, recordOf, shieldLesson } from '../games/shield-lesson.ts';

const folder = mkdtempSync(join(tmpdir(), 'entente-record-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const game = playExercise(shieldLesson, { seed: 'shown', bots: mixture(2), keep: true });
const text = writeRecord(recordOf(game.state, game.events));
const lines = text.trimEnd().split('\n');

function file(name: string, content: string | Buffer): string {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
}

const run = (...args: string[]) => spawnSync(process.execPath, [join(import.meta.dirname, '../../server/cli/main.ts'), 'record', ...args], { encoding: 'utf8' });

describe('record verify', () => {
  test('a whole record is valid, zipped or not', () => {
    const plain = run('verify', file('whole.entente.jsonl', text));
    expect(plain.stdout).toContain(`valid, ${game.events.length} events; the exercise came to its end.`);
    expect(plain.status).toBe(0);
    expect(run('verify', file('whole.entente.jsonl.gz', gzipSync(text))).status).toBe(0);
  });

  test('an edit is named by its line and event', () => {
    const place = lines.findIndex((line) => line.includes('"severityRecorded"'));
    const edited = lines.map((line, index) => (index === place ? line.replace(/"severity":\d+/, '"severity":1') : line));
    const { status, stdout } = run('verify', file('edited.entente.jsonl', edited.join('\n')), '--json');
    expect(status).toBe(1);
    expect(JSON.parse(stdout)).toMatchObject({ valid: false, problem: { code: 'eventChanged', line: place + 1, seq: place } });
  });

  test('a missing event, a changed scenario and a torn line are found', () => {
    const verdict = (content: string[]) => JSON.parse(run('verify', file('broken.entente.jsonl', content.join('\n')), '--json').stdout).problem;
    expect(verdict(lines.filter((_line, index) => index !== 30))).toMatchObject({ code: 'eventMissing', line: 31, seq: 30 });
    expect(verdict([lines[0]!.replace('"turns":4', '"turns":5'), ...lines.slice(1)])).toMatchObject({ code: 'scenarioChanged', line: 1 });
    expect(verdict([...lines.slice(0, 10), lines[10]!.slice(0, 40), ...lines.slice(11)])).toMatchObject({ code: 'unreadable', line: 11 });
  });

  test('one changed byte is found wherever it is, the last event included', () => {
    const verdict = (content: string[]) => JSON.parse(run('verify', file('bent.entente.jsonl', content.join('\n')), '--json').stdout).problem;
    const last = lines.filter((line) => line !== '').length - 1;
    const bend = (at: number, change: (line: string) => string) => lines.map((line, index) => (index === at ? change(line) : line));
    expect(verdict(bend(last, (line) => line.replace(/"at":\d/, '"at":9')))).toMatchObject({ code: 'eventChanged', seq: last });
    expect(verdict(bend(last, (line) => line.replace(/"hash":"./, '"hash":"z')))).toMatchObject({ code: 'eventChanged', seq: last });
  });

  test('a record of an exercise that still runs is valid and says how far it goes', () => {
    const events = game.events.slice(0, game.events.findIndex(({ turn }) => turn === 3));
    const { stdout, status } = run('verify', file('running.entente.jsonl', writeRecord(recordOf(game.state, events))));
    expect(stdout).toMatch(/valid, \d+ events; it goes as far as turn 2, review/);
    expect(status).toBe(0);
  });

  test('what is not there, or not said, is told', () => {
    expect(run('verify', join(folder, 'nothing')).status).toBe(1);
    expect(run('verify').status).toBe(2);
    expect(run('mend', 'x').status).toBe(2);
  });
});

describe('record show', () => {
  const whole = () => file('shown.entente.jsonl', text);

  test('tells every turn and the scores', () => {
    const { stdout, status } = run('show', whole());
    expect(status).toBe(0);
    for (const turn of [1, 2, 3, 4]) expect(stdout).toContain(`Turn ${turn}: karsa`);
    expect(stdout).toContain('hidden truth: launches = ');
    expect(stdout).toMatch(/Scores\n {2}COL/);
  });

  test('names texts and news, not their ids', () => {
    const { stdout } = run('show', whole());
    expect(stdout).toMatch(/[A-Z]{3} signs version 1 of instrument "[^"]+"/);
    expect(stdout).toMatch(/[A-Z]{3} accepts [A-Z]+/);
    expect(stdout).toContain('inject "A launch at dawn" to all');
    expect(stdout.match(/instrument [a-z0-9]+ ?.*/g) ?? []).toEqual([]);
  });

  test('one turn alone', () => {
    const { stdout } = run('show', whole(), '--turn', '2');
    expect(stdout).toContain('Turn 2');
    expect(stdout).not.toContain('Turn 1');
    expect(stdout).not.toContain('Scores');
  });

  test('as a seat: only what it could learn at the time', () => {
    const { turns } = JSON.parse(run('show', whole(), '--as', 'MER', '--json').stdout) as { turns: { events: { type: EventType; data: Record<string, unknown> }[] }[] };
    const events = turns.flatMap((turn) => turn.events);
    const types = new Set(events.map(({ type }) => type));
    expect(types).not.toContain('truthDrawn');
    expect(types).not.toContain('crisisAssessed');
    expect(types).toContain('severityRecorded');
    for (const { type, data } of events) if (type === 'reportCollected') expect(data.seat).toBe('MER');
    expect(run('show', whole(), '--as', 'XYZ').status).toBe(2);
  });
});

test('every event with a line is told without a gap in the words', () => {
  const told = game.events.map(({ type, data }) => lineOf({ type, data: data as Record<string, unknown> })).filter((line) => line !== null);
  expect(told.length).toBeGreaterThan(100);
  for (const line of told) expect(line).not.toMatch(/undefined|\[object/);
});
