// IF: a clause of the text that binds only while a circumstance holds.
import { z } from 'zod';
import { field } from '../actions/action.ts';
import { clause } from './clause.ts';

const parameters = z.strictObject({ condition: field.condition(), clause: field.clause() });

/** Kinds that cannot hang on a circumstance: another condition, and the life of the text itself. */
const UNCONDITIONAL = ['IF', 'TERM'];

/** What it costs and asks is what the clause in it costs and asks. */
export const conditional = clause<z.infer<typeof parameters>>({
  kind: 'IF',
  parameters,
  misfit: ({ clause: { kind } }) => (UNCONDITIONAL.includes(kind) ? { parameter: 'clause', limits: {} } : null),
});
