// The brief of a turn: what it says of a played turn, to whom, and which five lines reach the minister.
import { describe, expect, it } from 'vitest';
import { SENIOR_LINES, briefText, seniorLines, turnBrief, type BriefLine } from '../../client/panels/turn-brief/turn-brief.ts';
import { SEATS, playedTurn } from './fixture.ts';

const table = playedTurn();
table.until('briefing');

const briefFor = (seat: string): BriefLine[] => turnBrief(table.sight(seat), { before: table.history(seat, 1), now: table.history(seat, 2) });
const line = (section: BriefLine['section'], weight: number): BriefLine => ({ id: `${section}${weight}`, section, text: `${section} ${weight}`, weight, opens: { panel: 'tray' } });
const ids = (lines: readonly BriefLine[]) => lines.map(({ id }) => id);

describe('the brief of a turn', () => {
  const brief = briefFor('NIH');

  it('tells what changed, what is due and what to decide, in this order', () => {
    const sections = brief.map(({ section }) => section);
    expect([...new Set(sections)]).toEqual(['changed', 'due', 'decide'].filter((section) => sections.includes(section as BriefLine['section'])));
    expect(sections).toContain('changed');
    expect(sections).toContain('decide');
  });

  it('names the text that waits for a signature, and leads to it', () => {
    const draft = Object.values(table.state.instruments)[0]!;
    expect(brief.find(({ id }) => id === `text/${draft.id}`)).toMatchObject({ section: 'decide', opens: { panel: 'instruments', selection: { kind: 'instrument', id: draft.id } } });
    expect(briefFor('COL').some(({ id }) => id === `text/${draft.id}`)).toBe(false);
  });

  it('gives a number that moved with its reasons, and opens its ledger', () => {
    const readiness = brief.find(({ id }) => id === 'seat/NIH/readiness')!;
    expect(readiness.opens).toEqual({ path: 'seat/NIH/readiness' });
    expect(readiness.text).toBe('Readiness of Nihara: +3, now 61 (training).');
  });

  it.each(SEATS)('tells %s of no number that its own history does not hold', (seat) => {
    const known = new Set(table.history(seat, 1).flatMap(({ changes }) => changes.map(({ path }) => path)));
    expect(briefFor(seat).flatMap(({ opens }) => ('path' in opens ? [opens.path] : [])).filter((path) => !known.has(path))).toEqual([]);
  });

  it('has no sentence with a hole in it', () => {
    for (const seat of SEATS) for (const { text } of briefFor(seat)) expect(text).not.toMatch(/undefined|\{|\}|null/);
  });

  it('is copied as plain text under its headings', () => {
    expect(briefText('Brief for turn 2', [line('changed', 1), line('decide', 2)])).toBe('Brief for turn 2\n\nWhat changed\n- changed 1\n\nWhat to decide\n- decide 2');
  });
});

describe('the five lines of the minister', () => {
  const CASES: [what: string, lines: BriefLine[], chosen: string[]][] = [
    ['two that changed, one due, two to decide', [...[9, 8, 7].map((weight) => line('changed', weight)), ...[6, 5].map((weight) => line('due', weight)), ...[4, 3, 2].map((weight) => line('decide', weight))], ['changed9', 'changed8', 'due6', 'decide4', 'decide3']],
    ['what one part leaves goes to the heaviest of the others', [...[9, 8, 1].map((weight) => line('changed', weight)), ...[4, 3, 2].map((weight) => line('decide', weight))], ['changed9', 'changed8', 'decide4', 'decide3', 'decide2']],
    ['all there is where there is less', [line('changed', 1), line('due', 1)], ['changed1', 'due1']],
    ['none of nothing', [], []],
  ];
  it.each(CASES)('%s', (_what, lines, chosen) => {
    expect(ids(seniorLines(lines))).toEqual(chosen);
    expect(seniorLines(lines).length).toBeLessThanOrEqual(SENIOR_LINES);
  });
});

describe('money in the brief', () => {
  const PHASES: [phase: 'briefing' | 'orders' | 'resolution' | 'review', told: boolean][] = [['briefing', true], ['orders', true], ['resolution', false], ['review', false]];
  it.each(PHASES)('that is not there is told before the lock and not once the orders are paid: %s', (phase, told) => {
    const see = table.sight('NIH');
    see.public.exercise.phase = phase;
    see.own.ministry.budget = -100;
    see.own.sheet.orders = [{ id: 'train', action: 'TRAIN', params: {}, intent: '', invitation: null }];
    expect(turnBrief(see, { before: [], now: [] }).some(({ id }) => id === 'over')).toBe(told);
  });
});
