// Where parallel worlds part: rulings on what counts as a difference, in tables; and which worlds a command fits.
import { describe, expect, test } from 'vitest';
import { divergence, type Row } from '../../client/cohort/divergence.ts';
import { fitting, letterOf, readiness, worldsOf, type CourseCommand, type World } from '../../client/cohort/worlds.ts';
import type { Status } from '../../shared/model/vocabulary.ts';
import type { WorldSummary } from '../../shared/view/world-summary.ts';

interface Played { severity?: (number | null)[]; rung?: number[]; inForce?: (number | null)[]; leaks?: (number | null)[]; missed?: number[]; chose?: [turn: number, seat: string, option: string][] }

/** A world in which so much was played; each list goes turn by turn. */
function world({ severity = [], rung = [], inForce = [], leaks = [], missed = [], chose = [] }: Played, turns = Math.max(severity.length, inForce.length, leaks.length, missed.length)): WorldSummary {
  const history = severity.flatMap((value, index) => (value === null ? [] : [{ turn: index + 1, severity: value, rung: rung[index] ?? 2 }]));
  return {
    clock: { status: 'running', turn: turns + 1, turns: 6, phase: 'briefing', deadline: null, remaining: null, pauseReason: null, breakUntil: null, awaited: null, mode: 'class' },
    seats: [], crises: [{ id: 'strait', number: 1, name: 'The strait', open: true, severity: 40, rung: 2, history }],
    figures: { inForce: 0, onTable: 0, leaks: 0, duties: { kept: 0, missed: 0 } },
    turns: Array.from({ length: turns }, (_, index) => ({ turn: index + 1, inForce: inForce[index] === undefined ? 0 : inForce[index], leaks: leaks[index] === undefined ? 0 : leaks[index], duties: { kept: 0, missed: missed[index] ?? 0 } })),
    decisions: [...new Set(chose.map(([turn]) => turn))].map((turn) => ({ inject: `inject-${turn}`, title: `Question ${turn}`, turn, chosen: chose.filter(([at]) => at === turn).map(([, seat, option]) => ({ seat, option, label: option.toUpperCase() })) })),
  };
}

/** The rows that differ in each turn, with the letters of the worlds that stand apart. */
function parts(...worlds: WorldSummary[]): Record<number, string[]> {
  const { turns } = divergence(worlds);
  const told = ({ about, cells }: Row) => `${about} ${cells.flatMap(({ apart }, index) => (apart ? [letterOf(index)] : [])).join('')}`;
  return Object.fromEntries(turns.filter(({ differs }) => differs).map(({ turn, rows }) => [turn, rows.filter(({ differs }) => differs).map(told)]));
}

describe('worlds part', () => {
  test.each<[string, Played[], number | null, Record<number, string[]>]>([
    ['not at all while everything is the same', [{ severity: [40, 44] }, { severity: [40, 44] }], null, {}],
    ['when a crisis is graver in one', [{ severity: [40, 44] }, { severity: [40, 51] }], 2, { 2: ['crisis AB'] }],
    ['when a crisis stands on another rung, however grave', [{ severity: [40], rung: [2] }, { severity: [40], rung: [3] }], 1, { 1: ['crisis AB'] }],
    ['when a crisis has not opened in one', [{ severity: [40] }, { severity: [null], missed: [0] }], 1, { 1: ['crisis AB'] }],
    ['when one has an agreement more', [{ inForce: [0, 1] }, { inForce: [0, 2] }], 2, { 2: ['inForce AB'] }],
    ['when something leaked in one', [{ leaks: [0] }, { leaks: [1] }], 1, { 1: ['leaks AB'] }],
    ['when a duty was missed in one', [{ missed: [1] }, { missed: [0] }], 1, { 1: ['missed AB'] }],
    ['when a ministry chose otherwise', [{ missed: [0], chose: [[1, 'ARD', 'yes']] }, { missed: [0], chose: [[1, 'ARD', 'no']] }], 1, { 1: ['decision AB'] }],
    ['when nobody decided in one', [{ missed: [0], chose: [[1, 'ARD', 'yes']] }, { missed: [0] }], 1, { 1: ['decision AB'] }],
    ['first where the first difference is, in whatever row', [{ severity: [40, 50, 60], leaks: [0, 1, 0] }, { severity: [40, 50, 70], leaks: [0, 0, 0] }], 2, { 2: ['leaks AB'], 3: ['crisis AB'] }],
  ])('%s', (_name, played, first, differing) => {
    const worlds = played.map((one) => world(one));
    expect(divergence(worlds).first).toBe(first);
    expect(parts(...worlds)).toEqual(differing);
  });

  test.each<[string, number[], string]>([
    ['the one of three that differs', [40, 40, 51], 'C'],
    ['the two that differ from two alike', [51, 40, 62, 40], 'AC'],
    ['all, where there is no majority', [40, 40, 51, 51], 'ABCD'],
    ['all, where each is different', [40, 45, 51], 'ABC'],
  ])('and what is marked is %s', (_name, severities, letters) => {
    expect(parts(...severities.map((severity) => world({ severity: [severity] })))).toEqual({ 1: [`crisis ${letters}`] });
  });
});

describe('what is not compared', () => {
  test('a turn that is over in one world alone', () => {
    const worlds = [world({ severity: [40, 44] }), world({ severity: [40] })];
    expect(divergence(worlds)).toMatchObject({ first: null });
    expect(divergence(worlds).turns[1]!.rows[0]!.cells.map(({ content }) => content)).toEqual([{ kind: 'crisis', severity: 44, rung: 2 }, null]);
  });

  test('but it is compared among those that have played it', () => {
    expect(parts(world({ severity: [40, 44] }), world({ severity: [40] }), world({ severity: [40, 50] }))).toEqual({ 2: ['crisis AC'] });
  });

  test('a figure that an old record does not have', () => {
    expect(divergence([world({ leaks: [null] }), world({ leaks: [2] })]).first).toBeNull();
  });

  test('what a choice is called', () => {
    const reworded = world({ missed: [0], chose: [[1, 'ARD', 'yes']] });
    reworded.decisions[0]!.chosen[0]!.label = 'Certainly';
    expect(divergence([world({ missed: [0], chose: [[1, 'ARD', 'yes']] }), reworded]).first).toBeNull();
  });

  test('anything before the first turn is over, and a world by itself', () => {
    expect(divergence([world({}), world({})])).toEqual({ turns: [], first: null });
    expect(divergence([])).toEqual({ turns: [], first: null });
    expect(divergence([world({ severity: [40, 44] })]).first).toBeNull();
  });
});

describe('the worlds of a cohort', () => {
  const standing = (...statuses: Status[]): World[] => statuses.map((status, index) => {
    const summary = world({});
    return { exercise: `x${index}`, letter: letterOf(index), code: 'AAAAAA', summary: { ...summary, clock: { ...summary.clock, status } }, people: { joined: 0, connected: 0, seats: {}, unseated: [] } };
  });

  test.each<[CourseCommand['type'], string]>([
    ['startExercise', 'A'], ['pause', 'B'], ['callBreak', 'B'], ['resume', 'CE'], ['extendPhase', 'BC'], ['advancePhase', 'BCE'], ['endExercise', 'BCE'],
  ])('%s goes to those that it fits: %s', (type, letters) => {
    const worlds = standing('lobby', 'running', 'paused', 'debrief', 'paused');
    // The last is on a break.
    worlds[4]!.summary.clock.breakUntil = 1;
    expect(fitting(worlds, type).map(({ letter }) => letter).join('')).toBe(letters);
  });

  test('of a course go by dates, not by minutes', () => {
    const worlds = standing('running');
    worlds[0]!.summary.clock.mode = 'course';
    expect(fitting(worlds, 'extendPhase')).toEqual([]);
  });

  test('wait for seats with people who are not ready', () => {
    const seat = (id: string, people: number, ready: boolean) => ({ seat: id, name: id, people, ready, bot: null, orders: 0, drafts: 0, unread: 0 });
    const found = readiness({ ...world({}), seats: [seat('ARD', 1, true), seat('BEL', 2, false), seat('COL', 0, false)] });
    expect([found.seats, found.ready, found.missing.map(({ seat: id }) => id)]).toEqual([2, 1, ['BEL']]);
  });

  test('have letters in their order, and are left out until the room has told of them', () => {
    const card = { worlds: [{ id: 'x', code: 'XXXXXX', world: 0 }, { id: 'y', code: 'YYYYYY', world: 1 }] } as Parameters<typeof worldsOf>[0];
    const people = { joined: 0, connected: 0, seats: {}, unseated: [] };
    expect(worldsOf(card, { worlds: { y: world({}) }, people: { y: people } }).map(({ letter, code }) => [letter, code])).toEqual([['B', 'YYYYYY']]);
  });
});
