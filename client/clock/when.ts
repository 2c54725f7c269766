// Times and dates as one says them: in the reader's own zone, with the exercise's beside it where that differs.
import { CalendarDate, fromAbsolute, getLocalTimeZone, toCalendarDate } from '@internationalized/date';
import { LOCALE, duration, t, tOr } from '../locales/text.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

const formats = new Map<string, Intl.DateTimeFormat>();

function format(style: 'time' | 'day' | 'date', zone: string): Intl.DateTimeFormat {
  const options: Intl.DateTimeFormatOptions = {
    ...(style === 'time' ? {} : { weekday: 'short', day: 'numeric', month: 'short' }),
    ...(style === 'day' ? {} : { hour: '2-digit', minute: '2-digit', hour12: false }),
    timeZone: zone,
  };
  const key = `${style} ${zone}`;
  let made = formats.get(key);
  if (!made) formats.set(key, (made = new Intl.DateTimeFormat(LOCALE, options)));
  return made;
}

/** “14:20”. */
export const timeText = (at: number, zone = getLocalTimeZone()): string => format('time', zone).format(at);
/** “Tue, 5 Mar”. */
export const dayText = (at: number, zone = getLocalTimeZone()): string => format('day', zone).format(at);
/** “Tue 5 Mar, 18:00”. */
export const whenText = (at: number, zone = getLocalTimeZone()): string => `${format('day', zone).format(at).replace(',', '')}, ${timeText(at, zone)}`;

const dateIn = (at: number, zone: string): CalendarDate => toCalendarDate(fromAbsolute(at, zone));

/** “tomorrow, Tue 5 Mar, 18:00”; where the exercise's clocks show another time, that too. */
export function dueText(at: number, now: number, zone: string | null, own = getLocalTimeZone()): string {
  const days = dateIn(at, own).compare(dateIn(now, own));
  const when = whenText(at, own);
  const said = days === 0 ? t('clock.today', { when }) : days === 1 ? t('clock.tomorrow', { when }) : when;
  if (zone === null || fromAbsolute(at, own).offset === fromAbsolute(at, zone).offset) return said;
  const there = dateIn(at, zone).compare(dateIn(at, own)) === 0 ? timeText(at, zone) : whenText(at, zone);
  return t('clock.zoneToo', { own: said, there, zone: zone.replaceAll('_', ' ') });
}

/** “5 minutes”, “90 seconds”, “3 hours”. */
export function spanText(milliseconds: number): string {
  if (milliseconds % HOUR === 0 && milliseconds >= 3 * HOUR) return t('span.hours', { count: milliseconds / HOUR });
  if (milliseconds % MINUTE === 0) return t('span.minutes', { count: milliseconds / MINUTE });
  return milliseconds < 2 * MINUTE ? t('span.seconds', { count: Math.round(milliseconds / 1000) }) : duration(milliseconds);
}

/** Why the clock stands still: the program's own reasons are codes, those of people are their words. */
export const pauseText = (reason: string | null): string => (reason ? tOr(`pause.${reason}`, reason) : '');
