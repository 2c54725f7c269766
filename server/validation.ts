// From what zod found wrong to a refusal that names the field.
import type { z } from 'zod';
import { refusal } from '../shared/rules/refusals.ts';
import type { Refusal } from '../shared/rules/refusals.ts';

export function malformed(error: z.ZodError): Refusal {
  const field = error.issues[0]?.path.join('.');
  return refusal('malformed', field ? field : null);
}
