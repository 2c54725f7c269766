// The form of a row: something the seeds of the exercise speak of, what people do for it, and the moments of played exercises that show it.

export interface Row {
  /** The concept, as the table of the product names it. */
  concept: string;
  /** Acts that people did for it in the played exercises, through the forms of the page. */
  acts: readonly string[];
  /** Clauses that bound them. */
  clauses: readonly string[];
  /** Scenario, turn and what happened, with what shows it. */
  moments: Readonly<Record<string, () => void>>;
}
