// Which panel the brief's next step is done in.

/** Words of a next step and the panel they point to; the first that fits wins. */
const WORDS: [RegExp, string][] = [
  [/\b(messag|ask|write|tell|greet|propose to)/i, 'messages'],
  [/\b(table|draft|sign|instrument|agreement|treaty|memorandum|clause|template)/i, 'instruments'],
  [/\b(report|share|intelligence|source|assess|belief)/i, 'intelligence'],
  [/\b(order|deploy|send|package|train|exercise|invest)/i, 'orders'],
  [/\b(visit|channel|hotline|liaison|country|trust)/i, 'relations'],
];

/** The first panel that the step names and the screen has; messages otherwise, because a message is always possible. */
export function panelFor(step: string, offered: readonly string[]): string {
  return WORDS.find(([word, panel]) => word.test(step) && offered.includes(panel))?.[1] ?? 'messages';
}
