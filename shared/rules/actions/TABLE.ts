// TABLE: put the draft of an instrument on the table (model guide, section 3, action 7).
import { z } from 'zod';
import type { SeatId } from '../../model/vocabulary.ts';
import { boundClauses, faultIn } from '../instruments/draft.ts';
import { refusal } from '../refusals.ts';
import type { Sight } from '../../view/view.ts';
import { action, field } from './action.ts';
import { first, partners } from './checks.ts';

/** All parties, in order of code: whoever tables is one, and naming a seat twice makes it no two. */
function withSelf(self: SeatId, others: readonly SeatId[]): SeatId[] {
  return [...new Set([self, ...others])].sort();
}

/** Drafts of this seat that are still to be signed or ratified. */
function liveDrafts(see: Sight): number {
  return Object.values(see.own.instruments).filter(({ tabledBy, status }) => tabledBy === see.own.seat.id && (status === 'tabled' || status === 'signed')).length;
}

export const TABLE = action({
  code: 'TABLE',
  timing: 'immediate',
  group: 'agreements',
  opensFrom: ['country'],
  visibility: 'parties',
  points: 0,
  pot: 'international',
  /** `parties` names the others: whoever tables is one. `minParties`: how many are enough when the window closes; 0 for all (ruling 47). */
  parameters: z.strictObject({ title: field.text(120), kind: field.instrumentKind(), parties: field.seats(1, 11), classification: field.marking(), minParties: field.number(0, 12, 0), clauses: field.clauses() }),
  refuse(see, { kind, parties, minParties, clauses }) {
    const max = see.public.exercise.parameters.draftsMax;
    return first(
      partners(see, parties, 'parties'),
      liveDrafts(see) >= max ? refusal('tooManyDrafts', null, { max }) : null,
      minParties !== 0 && (minParties < 2 || minParties > withSelf(see.own.seat.id, parties).length) ? refusal('parameterInvalid', 'minParties', { min: 2, max: withSelf(see.own.seat.id, parties).length }) : null,
      faultIn(see, { kind, parties: withSelf(see.own.seat.id, parties), clauses, replaces: null }),
    );
  },
  perform(_state, self, { title, kind, parties, classification, minParties, clauses }, _see, { newId }) {
    const all = withSelf(self, parties);
    const data = { instrument: newId('instrument'), by: self, parties: all, kind, title, classification, clauses: boundClauses(clauses), ...(minParties === 0 ? {} : { minParties }) };
    return [{ type: 'instrumentTabled', data, audience: all }];
  },
});
