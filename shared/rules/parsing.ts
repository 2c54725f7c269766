// Parameters as their schema reads them. What is asked for is looked at several times on its way: by who asks, when it is decided, when it is saved again.
import type { z } from 'zod';

type Parsed = z.ZodSafeParseResult<Record<string, unknown>>;

const known = new WeakMap<object, { schema: z.ZodType; parsed: Parsed }>();

/** Parsed once: nobody changes what is asked for in between, and what has passed is in order. */
export function parsedOnce(schema: z.ZodType<Record<string, unknown>>, raw: Record<string, unknown>): Parsed {
  let last = known.get(raw);
  if (last?.schema !== schema) {
    known.set(raw, (last = { schema, parsed: schema.safeParse(raw) }));
    if (last.parsed.success) known.set(last.parsed.data, last);
  }
  return last.parsed;
}
