// The dates of a course as a calendar file: one entry per date, with alarms. It says when, and nothing of what happens.
import { ICalAlarmType, ICalCalendar } from 'ical-generator';
import type { State } from '../shared/model/state.ts';
import type { Phase } from '../shared/model/vocabulary.ts';

const MINUTE = 60_000;
/** How long before a date its entry begins, in minutes: calendars show it as a block that ends then. */
const LENGTH = 30;
/** How long before a date a calendar reminds its owner, in minutes. */
const ALARMS = [24 * 60, 3 * 60, LENGTH];
/** How often a calendar that subscribes should look for changes, in seconds. */
const LOOK_AGAIN = 3600;

const ENDS: Record<Phase, string> = { briefing: 'Briefing ends', negotiation: 'Negotiation ends', orders: 'Orders are due', resolution: 'Resolution ends', review: 'Review ends' };

/** Times are moments in UTC, which every calendar shows in its reader's zone. Ids are those of the dates, so that a newer file replaces what an older one said. */
export function calendarOf({ id, schedule, settings }: Pick<State, 'id' | 'schedule' | 'settings'>, title: string, address: string, now: number): string {
  const zone = settings.zone ?? 'UTC';
  const calendar = new ICalCalendar({ name: title, prodId: { company: 'Entente', product: 'Entente', language: 'EN' }, ttl: LOOK_AGAIN, x: { 'X-WR-TIMEZONE': zone } });
  for (const { turn, phase, at, moves } of schedule) {
    calendar.createEvent({
      id: `${id}-${turn}-${phase}@entente`, sequence: moves, stamp: new Date(now), start: new Date(at - LENGTH * MINUTE), end: new Date(at),
      summary: `${title}: ${ENDS[phase]} (turn ${turn})`, description: `EXERCISE. The time was set in ${zone}.`, url: address,
      alarms: ALARMS.map((minutes) => ({ type: ICalAlarmType.display, trigger: 60 * (minutes - LENGTH), description: `${ENDS[phase]} (turn ${turn})` })),
    });
  }
  return calendar.toString();
}
