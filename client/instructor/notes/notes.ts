// Notes of evaluators as lists: in order, by whom, filtered, and as plain text for a report.
import type { Observation } from '../../../shared/model/state.ts';
import type { Rating } from '../../../shared/model/vocabulary.ts';
import type { View } from '../../../shared/view/view.ts';
import { t, timeOfDay } from '../../locales/text.ts';
import { nameOf } from '../../seats.tsx';

/** The key that opens the box. */
export const PIN_KEY = 'n';
/** As it is shown. */
export const PIN_KEY_SHOWN = PIN_KEY.toUpperCase();

/** Everything that the person who looks may read, oldest first. */
export function notesOf({ control, notebook }: Pick<View, 'control' | 'notebook'>): Observation[] {
  return [...Object.values(control?.observations ?? {}), ...Object.values(notebook?.notebook ?? {})].sort((a, b) => a.seq - b.seq);
}

/** Chosen in the filter: an id, none of them at all, or whichever. */
export const ANY = 'any' as const;
export const NONE = 'none' as const;

export interface Filter {
  objective: string;
  seat: string;
  rating: Rating | typeof ANY | typeof NONE;
}
export const EVERYTHING: Filter = { objective: ANY, seat: ANY, rating: ANY };

export function filtered(notes: readonly Observation[], filter: Filter): Observation[] {
  return notes.filter((note) => (Object.keys(filter) as (keyof Filter)[]).every((name) => filter[name] === ANY || (note[name] ?? NONE) === filter[name]));
}

/** Names of evaluators, who are numbered as they first wrote something that all of them read; `self` is the person who looks. Empty while there is one alone. */
export function authorsOf(notes: readonly Observation[], self: string | null): (person: string) => string {
  const shared = [...new Set(notes.filter((note) => !note.private).flatMap(({ by, changed, removed }) => [by, changed?.by, removed?.by]).filter((person) => person !== undefined))];
  const alone = shared.every((person) => person === self);
  return (person) => (alone ? '' : person === self ? t('note.you') : t('note.evaluator', { number: shared.indexOf(person) + 1 }));
}

export function momentOf({ turn, phase }: Pick<Observation, 'turn' | 'phase'>): string {
  return t('note.moment', { turn, phase: t(`phase.${phase}`) });
}

/** The notes that stand, one paragraph each. */
export function asText(notes: readonly Observation[], view: View, self: string | null): string {
  const author = authorsOf(notes, self);
  return notes.filter(({ removed }) => !removed).map((note) => {
    const objective = view.control?.learning.find(({ id }) => id === note.objective)?.text;
    const facts = [
      ...(note.rating ? [t(`note.rating.${note.rating}`)] : []),
      ...(note.seat ? [nameOf(view.public, note.seat)] : []),
      ...(objective ? [objective] : []),
      ...(note.private ? [t('note.private')] : []),
      author(note.by),
    ].filter((fact) => fact !== '');
    return [`${momentOf(note)}, ${timeOfDay(note.at)}`, note.text, ...(facts.length > 0 ? [facts.join(' · ')] : [])].join('\n');
  }).join('\n\n');
}
