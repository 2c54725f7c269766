// DISPUTE: how far a quarrel over a missed duty may be taken, and what makes it good in the end (rulings 56 and 57).
import { z } from 'zod';
import { REMEDIES } from '../../model/vocabulary.ts';
import { field } from '../actions/action.ts';
import { clause } from './clause.ts';

/** The last stage open to a dispute; each includes those before it. Their order is their intrusiveness. */
export const METHODS = ['consult', 'mediate', 'arbitrate'] as const;

/** `remedy`: what arbitration imposes; `amount`: of credits to pay or packages to deploy. */
const parameters = z.strictObject({ method: field.choice(METHODS), remedy: field.choice(REMEDIES), amount: field.number(1, 20) });
export type DisputeParams = z.infer<typeof parameters>;

export const dispute = clause<DisputeParams>({
  kind: 'DISPUTE',
  parameters,
  intrusiveness: ({ method }) => METHODS.indexOf(method),
});
