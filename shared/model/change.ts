// A change of a number and the named factors that add up to it: the ledger's unit (model guide, section 4).
import type { Audience } from './vocabulary.ts';

/**
 * One reason for a change. `value` is in thousandths of the field's unit, so that fractions of a formula can be told;
 * the factors of a change add up to (after - before) × 1000, a factor named `rounding` or `limit` closing the sum.
 */
export interface Factor {
  name: string;
  value: number;
  /** Who may know this factor before the debrief; others see it inside "other causes". */
  sees: Audience;
  /** What it came from: an order, invitation, instrument, inject or report id. */
  cause?: string;
  /** Seat, domain or other words for the sentence. */
  with?: string;
}

export interface Change {
  /** Path of the number, as in fields.ts: `seat/NIH/budget`, `trust/NIH/COL`, `crisis/karsa/severity`. */
  path: string;
  before: number;
  after: number;
  factors: Factor[];
}
