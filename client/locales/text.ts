// Every sentence on the screen: typed keys, ICU MessageFormat, compiled once each.
import { IntlMessageFormat } from 'intl-messageformat';
import type { Refusal } from '../../shared/rules/refusals.ts';
import actions from './en/actions.json' with { type: 'json' };
import board from './en/board.json' with { type: 'json' };
import clauses from './en/clauses.json' with { type: 'json' };
import clock from './en/clock.json' with { type: 'json' };
import events from './en/events.json' with { type: 'json' };
import map from './en/map.json' with { type: 'json' };
import panels from './en/panels.json' with { type: 'json' };
import people from './en/people.json' with { type: 'json' };
import refusals from './en/refusals.json' with { type: 'json' };
import rulings from './en/rulings.json' with { type: 'json' };
import scales from './en/scales.json' with { type: 'json' };
import shell from './en/shell.json' with { type: 'json' };
import team from './en/team.json' with { type: 'json' };
import turnBrief from './en/turn-brief.json' with { type: 'json' };
import why from './en/why.json' with { type: 'json' };
import words from './en/words.json' with { type: 'json' };
import worlds from './en/worlds.json' with { type: 'json' };

export const LOCALE = 'en-GB';
export const TEXTS = { ...shell, ...board, ...words, ...worlds, ...refusals, ...panels, ...people, ...events, ...map, ...actions, ...clauses, ...rulings, ...scales, ...team, ...turnBrief, ...why, ...clock };
export type TextKey = keyof typeof TEXTS;
export type TextParams = Record<string, string | number | boolean | Date>;

/** Beginnings of keys whose rest comes from a closed list or a catalogue, so that no source file spells them out. */
export const GENERATED = [
  'refusal.', 'pause.', 'weekday.', 'phase.', 'status.', 'domain.', 'marking.', 'instrumentKind.', 'channel.', 'botCharacter.', 'motion.',
  'action.', 'option.', 'parameter.', 'timing.', 'visibility.', 'consent.', 'clause.', 'scale.', 'likelihood.', 'rung.', 'reliability.', 'credibility.', 'instrumentStatus.', 'finding.', 'number.', 'factor.', 'part.', 'event.', 'cancelled.', 'team.releaser.', 'meaning.', 'objective.',
];

const compiled = new Map<string, IntlMessageFormat>();

function format(key: string, text: string, params: TextParams): string {
  let message = compiled.get(key);
  if (!message) compiled.set(key, (message = new IntlMessageFormat(text, LOCALE, undefined, { ignoreTag: true })));
  try {
    return String(message.format(params));
  } catch (error) {
    // A value that this viewer may not know can be missing: the sentence then shows a dash in its place rather than taking the screen down.
    console.error(error);
    return text.replace(/\{[^{}]*\}/g, '–');
  }
}

export function t(key: TextKey, params: TextParams = {}): string {
  return format(key, TEXTS[key], params);
}

export function hasText(key: string): key is TextKey {
  return key in TEXTS;
}

/** A text whose key is put together from data, with what to show when there is none. */
export function tOr(key: string, fallback: string, params: TextParams = {}): string {
  return hasText(key) ? t(key, params) : fallback;
}

/** Values that refusal texts may name; one that is not told reads `none`. */
const REFUSAL_VALUES = ['subject', 'needed', 'left', 'price', 'budget', 'capital', 'available', 'security', 'limit', 'min', 'max', 'cap', 'turn', 'current', 'crisis', 'problem', 'role', 'most'];

/** Why something was not done, and the way out. */
export function refusalText(refusal: Refusal): string {
  const absent = Object.fromEntries(REFUSAL_VALUES.map((name) => [name, 'none']));
  const subject: TextParams = refusal.subject === null ? {} : { subject: tOr(`parameter.${refusal.subject}`, refusal.subject) };
  return tOr(`refusal.${refusal.code}`, t('refusal.other'), { ...absent, ...subject, ...refusal.params });
}

const LIST = new Intl.ListFormat(LOCALE, { type: 'conjunction' });
/** “Ardane, Belmar and Corvo”. */
export function list(words: readonly string[]): string {
  return LIST.format(words);
}

const TIME = new Intl.DateTimeFormat(LOCALE, { hour: '2-digit', minute: '2-digit', hour12: false });
export function timeOfDay(at: number): string {
  return TIME.format(at);
}

/** Minutes and seconds; hours and days where there are any. */
export function duration(milliseconds: number): string {
  const seconds = Math.max(0, Math.ceil(milliseconds / 1000));
  const days = Math.floor(seconds / 86_400);
  const hours = Math.floor((seconds % 86_400) / 3600);
  const minutes = Math.floor((seconds % 3600) / 60);
  const pad = (value: number) => String(value).padStart(2, '0');
  if (days > 0) return `${days} d ${hours} h`;
  return hours > 0 ? `${hours}:${pad(minutes)}:${pad(seconds % 60)}` : `${pad(minutes)}:${pad(seconds % 60)}`;
}

/** Minutes as one says them of a whole exercise: a class in minutes, a seminar in hours, one by correspondence in days. */
export function lengthText(minutes: number): string {
  if (minutes < 180) return t('length.minutes', { count: minutes });
  const hours = Math.round(minutes / 60);
  return hours < 48 ? t('length.hours', { count: hours }) : t('length.days', { count: Math.round(hours / 24) });
}
