// What belongs to a practice turn: thrown away when it is over, kept in the record.
import type { State } from '../model/state.ts';

export const inPractice = ({ practice }: Pick<State, 'practice'>): boolean => practice.before !== null;

/** Did this event happen in a practice turn that has been thrown away? */
export function wasPractice({ practice }: Pick<State, 'practice'>, seq: number): boolean {
  return practice.past.some(({ from, to }) => seq > from && seq <= to);
}
