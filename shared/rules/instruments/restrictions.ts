// What a caveat leaves out of a party's duty: a domain, a region, or reports above a marking.
import type { Domain, Marking, RegionId } from '../../model/vocabulary.ts';

export type Restriction = { of: 'domain'; domain: Domain } | { of: 'region'; region: RegionId } | { of: 'marking'; marking: Marking };

/** Reads `domain/SEA`, `region/NIH`, `marking/S`; the field of the parameter has checked the form. */
export function restrictionOf(text: string): Restriction {
  const [of, ...rest] = text.split('/');
  const value = rest.join('/');
  if (of === 'domain') return { of, domain: value as Domain };
  if (of === 'marking') return { of, marking: value as Marking };
  return { of: 'region', region: value };
}
