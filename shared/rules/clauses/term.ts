// TERM: how long an instrument lasts, what happens then, and how many turns of notice leaving it takes.
import { z } from 'zod';
import { field } from '../actions/action.ts';
import { clause } from './clause.ts';

const parameters = z.strictObject({ duration: field.number(1, 20), renewal: field.choice(['auto', 'end']), notice: field.number(0, 4) });
export type TermParams = z.infer<typeof parameters>;

export const term = clause<TermParams>({ kind: 'TERM', parameters });
