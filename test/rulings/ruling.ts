// The form of a ruling: a question that the model guide leaves open or that people argue about, how it is settled and why, and a position that shows it.
import { deepStrictEqual } from 'node:assert/strict';
import type { RefusalCode } from '../../shared/rules/refusals.ts';

export interface Ruling {
  /** Letter of the subject and number: `C.4`. */
  id: string;
  /** What happens, as somebody at the table would put it. */
  title: string;
  /** How it is settled, and why. */
  ruling: string;
  /** The refusal that is given, for a ruling on one. */
  code?: RefusalCode;
  check(): void;
}

/** Rulings on one subject, in order. */
export interface Subject {
  letter: string;
  name: string;
  rulings: readonly Ruling[];
}

export const equal: (actual: unknown, expected: unknown) => void = deepStrictEqual;
