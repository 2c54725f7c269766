// Planning the dates of a course by the calendar of a time zone: an hour of the day stays that hour when clocks change.
import { CalendarDate, CalendarDateTime, Time, fromAbsolute, getDayOfWeek, toCalendarDateTime, toZoned } from '@internationalized/date';
import type { Deadline } from '../../shared/model/state.ts';
import type { Phase } from '../../shared/model/vocabulary.ts';
import { PHASES } from '../../shared/model/vocabulary.ts';
import { compare } from '../../shared/rules/schedule.ts';
import { LOCALE } from '../locales/text.ts';

export interface Plan {
  zone: string;
  first: CalendarDate;
  /** On which something closes; Monday is 0, as weeks begin here. */
  weekdays: readonly number[];
  time: Time;
  /** Phases that get a date in every turn. */
  phases: readonly Phase[];
}

/** A moment as clocks in the zone show it, and back. An hour that is left out when clocks go forward becomes the one after; one that comes twice means the first. */
const wall = (at: number, zone: string): CalendarDateTime => toCalendarDateTime(fromAbsolute(at, zone));
const moment = (shown: CalendarDateTime, zone: string): number => toZoned(shown, zone).toDate().getTime();

/** The dates in order, one on each day that something closes; none without a weekday. */
export function plannedDates({ zone, first, weekdays, time, phases }: Plan, turns: number): Deadline[] {
  if (weekdays.length === 0) return [];
  const inTurn = PHASES.filter((phase) => phases.includes(phase));
  const dates: Deadline[] = [];
  let day = first;
  for (let turn = 1; turn <= turns; turn += 1) {
    for (const phase of inTurn) {
      while (!weekdays.includes(getDayOfWeek(day, LOCALE))) day = day.add({ days: 1 });
      dates.push({ turn, phase, at: moment(toCalendarDateTime(day, time), zone) });
      day = day.add({ days: 1 });
    }
  }
  return dates;
}

export function dayAndTime(at: number, zone: string): { day: CalendarDate; time: Time } {
  const { year, month, day, hour, minute } = wall(at, zone);
  return { day: new CalendarDate(year, month, day), time: new Time(hour, minute) };
}

export const momentOf = (day: CalendarDate, time: Time, zone: string): number => moment(toCalendarDateTime(day, time), zone);

/** One date moved and, if so wished, all that come after it by as much as clocks on the wall show. */
export function movedDates(schedule: readonly Deadline[], moved: Deadline, following: boolean, zone: string): Deadline[] {
  const planned = schedule.find((date) => compare(date, moved) === 0);
  if (!planned) return [];
  const shown = (at: number) => moment(wall(at, zone), 'UTC');
  const by = shown(moved.at) - shown(planned.at);
  return schedule.filter((date) => compare(date, moved) === 0 || (following && compare(date, moved) > 0))
    .map(({ turn, phase, at }) => ({ turn, phase, at: compare({ turn, phase }, moved) === 0 ? moved.at : moment(wall(shown(at) + by, 'UTC'), zone) }));
}

/** Zones that this browser knows; its own first among equals when it is not in the list. */
export function knownZones(own: string): string[] {
  const zones = Intl.supportedValuesOf('timeZone');
  return [...new Set([own, 'UTC', ...zones])].sort();
}
