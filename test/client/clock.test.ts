// The clock on the page: dates planned by the calendar of a zone, when somebody is reminded, and how times are said.
import { CalendarDate, Time, fromAbsolute } from '@internationalized/date';
import { describe, expect, test } from 'vitest';
import { ON_SCREEN, isTold } from '../../client/clock/acts.ts';
import { movedDates, plannedDates, type Plan } from '../../client/clock/planning.ts';
import { reminderFor } from '../../client/clock/reminder.ts';
import { dueText, spanText, whenText } from '../../client/clock/when.ts';
import { clockDraft, clockProblems, clockRequest } from '../../client/instructor/clock-form.tsx';
import type { ClockAct } from '../../shared/model/state.ts';
import { inOrder } from '../../shared/rules/schedule.ts';
import { publicView } from '../../shared/view/view-for.ts';
import { build } from '../rules/build.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const OSLO = 'Europe/Oslo';
const plan = (more: Partial<Plan> = {}): Plan => ({ zone: OSLO, first: new CalendarDate(2030, 3, 26), weekdays: [1, 4], time: new Time(18), phases: ['orders', 'negotiation'], ...more });
const shown = (dates: readonly { at: number }[], zone = OSLO) => dates.map(({ at }) => whenText(at, zone));

describe('planning', () => {
  test('puts one date on each day that something closes, in the order of turns and phases', () => {
    const dates = plannedDates(plan(), 3);
    expect(dates.map(({ turn, phase }) => `${turn} ${phase}`)).toEqual(['1 negotiation', '1 orders', '2 negotiation', '2 orders', '3 negotiation', '3 orders']);
    expect(shown(dates)).toEqual(['Tue 26 Mar, 18:00', 'Fri 29 Mar, 18:00', 'Tue 2 Apr, 18:00', 'Fri 5 Apr, 18:00', 'Tue 9 Apr, 18:00', 'Fri 12 Apr, 18:00']);
    expect(inOrder(dates)).toBe(true);
  });
  test('keeps the hour of the day when clocks go forward and back', () => {
    const spring = plannedDates(plan(), 2);
    expect(spring.map(({ at }) => fromAbsolute(at, 'UTC').hour)).toEqual([17, 17, 16, 16]);
    expect((spring[2]!.at - spring[1]!.at) / HOUR).toBe(4 * 24 - 1);
    const autumn = plannedDates(plan({ first: new CalendarDate(2030, 10, 25), weekdays: [0, 1, 2, 3, 4, 5, 6] }), 2);
    expect(shown(autumn).map((text) => text.slice(-5))).toEqual(['18:00', '18:00', '18:00', '18:00']);
    expect((autumn[2]!.at - autumn[1]!.at) / HOUR).toBe(25);
  });
  test('takes the hour after where the one that was meant is left out, and the first where it comes twice', () => {
    const every = [0, 1, 2, 3, 4, 5, 6];
    expect(shown(plannedDates(plan({ first: new CalendarDate(2030, 3, 31), weekdays: every, time: new Time(2, 30) }), 1))[0]).toBe('Sun 31 Mar, 03:30');
    expect(fromAbsolute(plannedDates(plan({ first: new CalendarDate(2030, 10, 27), weekdays: every, time: new Time(2, 30) }), 1)[0]!.at, 'UTC').hour).toBe(0);
  });
  test('has no dates without a day', () => expect(plannedDates(plan({ weekdays: [] }), 3)).toEqual([]));
});

describe('moving', () => {
  const dates = plannedDates(plan(), 3);
  test('one date, or all later ones by as much as clocks on the wall show, over a change of them too', () => {
    const to = { turn: 1, phase: 'orders' as const, at: dates[1]!.at + 24 * HOUR + HOUR };
    expect(movedDates(dates, to, false, OSLO)).toEqual([to]);
    expect(shown(movedDates(dates, to, true, OSLO))).toEqual(['Sat 30 Mar, 19:00', 'Wed 3 Apr, 19:00', 'Sat 6 Apr, 19:00', 'Wed 10 Apr, 19:00', 'Sat 13 Apr, 19:00']);
  });
});

describe('a reminder', () => {
  const NOW = Date.UTC(2030, 0, 7, 12);
  const course = (left: number, bend: (state: ReturnType<typeof build>) => void = () => {}) => publicView(build((state) => {
    Object.assign(state, { phase: 'orders', settings: { ...state.settings, mode: 'course', zone: OSLO } });
    state.clock.deadline = NOW + left;
    bend(state);
  }));
  test.each([[25 * HOUR, null], [23 * HOUR, 'today'], [2 * HOUR, 'soon'], [20 * MINUTE, 'now'], [0, null]] as const)('with %s milliseconds left: %s', (left, urgency) => {
    expect(reminderFor(course(left), 'ARD', 0, NOW)?.urgency ?? null).toBe(urgency);
  });
  test('says whether the sheet is empty, and is none for a seat that is ready, a class, or a lock that waits already', () => {
    expect(reminderFor(course(HOUR), 'ARD', 0, NOW)).toMatchObject({ empty: true });
    expect(reminderFor(course(HOUR), 'ARD', 2, NOW)).toMatchObject({ empty: false });
    expect(reminderFor(course(HOUR, (state) => { state.phase = 'negotiation'; }), 'ARD', 0, NOW)).toMatchObject({ empty: false });
    expect(reminderFor(course(HOUR, (state) => { state.ready = ['ARD']; }), 'ARD', 0, NOW)).toBeNull();
    expect(reminderFor(course(HOUR, (state) => { state.clock.awaited = ['ARD']; }), 'ARD', 0, NOW)).toBeNull();
    expect(reminderFor(publicView(build((state) => { state.clock.deadline = NOW + HOUR; })), 'ARD', 0, NOW)).toBeNull();
  });
});

describe('what was done to the clock', () => {
  const NOW = 10_000_000;
  const there = { turn: 2, phase: 'orders' as const, status: 'running' as const };
  const act = (type: string, ago: number, more: Partial<ClockAct> = {}): ClockAct => ({ at: NOW - ago, turn: 2, phase: 'orders', type, data: {}, ...more });
  test.each([
    ['a longer phase, while it lasts', act('phaseExtended', MINUTE), true],
    ['a longer phase that is over', act('phaseExtended', MINUTE, { phase: 'negotiation' }), false],
    ['a date that was moved in the phase before', act('deadlinesMoved', MINUTE, { phase: 'negotiation' }), true],
    ['a pause, which shows as long as it lasts', act('clockPaused', 0), false],
    ['that the clock goes on', act('clockResumed', MINUTE), false],
    ['why the clock goes on', act('clockResumed', MINUTE, { data: { reason: 'All are back' } }), true],
    ['anything of an hour ago', act('phaseCutShort', HOUR), false],
  ])('is told: %s', (_what, one, told) => expect(isTold(one, there, NOW, ON_SCREEN)).toBe(told));
});

describe('times', () => {
  const at = Date.UTC(2030, 0, 8, 17);
  test('are said in the reader’s zone, with the exercise’s where clocks differ', () => {
    const now = Date.UTC(2030, 0, 7, 12);
    expect(dueText(at, now, OSLO, OSLO)).toBe('tomorrow, Tue 8 Jan, 18:00');
    expect(dueText(at, now, OSLO, 'Europe/Paris')).toBe('tomorrow, Tue 8 Jan, 18:00');
    expect(dueText(at, now, OSLO, 'America/New_York')).toBe('tomorrow, Tue 8 Jan, 12:00 (18:00 in Europe/Oslo)');
    expect(dueText(at, now, OSLO, 'Pacific/Auckland')).toBe('tomorrow, Wed 9 Jan, 06:00 (Tue 8 Jan, 18:00 in Europe/Oslo)');
    expect(dueText(at, at - HOUR, null, OSLO)).toBe('today, Tue 8 Jan, 18:00');
  });
  test.each([[60_000, '1 minute'], [420_000, '7 minutes'], [90_000, '90 seconds'], [3 * HOUR, '3 hours'], [150_000, '02:30']])('%s milliseconds are %s', (span, said) => expect(spanText(span)).toBe(said));
});

describe('the form', () => {
  const seconds = { briefing: 60, negotiation: 120, orders: 60, resolution: 60, review: 60 };
  test('asks for a class by minutes as before, and says what happens to missing orders', () => {
    expect(clockRequest(clockDraft(seconds), 3)).toEqual({ phases: seconds, missingOrders: 'pause', grace: 120 });
  });
  test('asks for a course with its dates, and names what stands in the way', () => {
    const draft = { ...clockDraft(seconds), mode: 'course' as const, zone: OSLO, first: new CalendarDate(2030, 3, 26), weekdays: [1, 4], time: new Time(18) };
    expect(clockRequest(draft, 2)).toMatchObject({ mode: 'course', zone: OSLO, grace: 12 * 3600, schedule: plannedDates(plan(), 2) });
    expect(clockRequest({ ...draft, more: ['review'] }, 2).schedule).toHaveLength(6);
    expect(clockProblems(draft, 2, Date.UTC(2030, 2, 1))).toEqual({});
    expect(Object.keys(clockProblems(draft, 2, Date.UTC(2031, 0, 1)))).toEqual(['first']);
    expect(Object.keys(clockProblems({ ...draft, weekdays: [] }, 2, 0))).toEqual(['weekdays']);
  });
});
