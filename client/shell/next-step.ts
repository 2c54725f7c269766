// Which panel the brief's next step is done in, and with whom.
import type { SeatId } from '../../shared/model/vocabulary.ts';
import type { PublicView } from '../../shared/view/view.ts';

/** Words of a next step and the panel they point to. */
const WORDS: [RegExp, string][] = [
  [/\b(messag|ask|write|tell|greet|propose to)/i, 'messages'],
  [/\b(table|draft|sign|instrument|agreement|treaty|memorandum|clause|template)/i, 'instruments'],
  [/\b(report|share|intelligence|source|assess|belief)/i, 'intelligence'],
  [/\b(order|deploy|send|package|train|exercise|invest)/i, 'orders'],
  [/\b(visit|channel|hotline|liaison|country|trust)/i, 'relations'],
];

/** The panel that the step names first and the screen has; messages otherwise, because a message is always possible. */
export function panelFor(step: string, offered: readonly string[]): string {
  const named = WORDS.map(([word, panel]) => ({ at: step.search(word), panel })).filter(({ at, panel }) => at >= 0 && offered.includes(panel));
  return named.sort((a, b) => a.at - b.at)[0]?.panel ?? 'messages';
}

/** The country that the step names first. */
export function countryIn(step: string, view: PublicView, self: SeatId): SeatId | null {
  const named = view.exercise.seats.filter((seat) => seat !== self).map((seat) => ({ seat, at: step.indexOf(view.seats[seat]?.name ?? seat) }));
  return named.filter(({ at }) => at >= 0).sort((a, b) => a.at - b.at)[0]?.seat ?? null;
}
