// DISPUTE: say that another party has missed a duty, and ask for redress (model guide, section 3, action 10; ruling 56).
import { z } from 'zod';
import { path } from '../../model/fields.ts';
import { CLAUSES } from '../clauses/catalogue.ts';
import { FILING_LASTS, disputeFrom } from '../instruments/disputes.ts';
import { bindingVersion, unwrapped } from '../instruments/binding.ts';
import { refusal } from '../refusals.ts';
import { action, field } from './action.ts';
import { capital, first, partner } from './checks.ts';
import { binds, onInstrument } from './instrument-checks.ts';

export const DISPUTE = action({
  code: 'DISPUTE',
  timing: 'immediate',
  group: 'agreements',
  opensFrom: ['instrument'],
  visibility: 'parties',
  pot: 'international',
  /** Article `clause` (from 1) of the binding text, said to have been missed by the partner in `turn`. What is merely suspected may be named: nobody is told here whether it is so. */
  parameters: z.strictObject({ instrument: field.instrument(), partner: field.seat(), clause: field.number(1, 20), turn: field.number(1, 20) }),
  price: () => ({ money: 0, capital: 1 }),
  refuse: (see, { instrument, partner: other, clause, turn }) => onInstrument(see, instrument, (held) => {
    const now = see.public.exercise.turn;
    const article = bindingVersion(held)?.clauses[clause - 1];
    const since = held.inForceSince ?? now;
    const earliest = Math.max(since, now - FILING_LASTS);
    const open = Object.values(see.own.disputes).some((one) => one.filer === see.own.seat.id && one.respondent === other && one.instrument === instrument && one.clause === clause - 1 && one.about === turn);
    return first(
      partner(see, other),
      binds(held) ? null : refusal('notInForce', 'instrument', { status: held.status }),
      held.parties.includes(other) ? null : refusal('notParty', 'partner'),
      article && CLAUSES[unwrapped(article).kind]?.comply ? null : refusal('clauseUnknown', 'clause', { kind: article ? unwrapped(article).kind : '' }),
      turn >= earliest && turn < now ? null : refusal('parameterInvalid', 'turn', { min: earliest, max: now - 1 }),
      open ? refusal('alreadyOpen', null, { action: 'DISPUTE' }) : null,
      capital(see, 1),
    );
  }),
  perform(state, self, { instrument, partner: other, clause, turn }, _see, { desk, newId }) {
    desk.add(path.seat(self, 'politicalCapital'), -1, { name: 'dispute', cause: instrument, with: other });
    const dispute = disputeFrom(state, { id: newId('dispute'), instrument, clause: clause - 1, filer: self, respondent: other, about: turn });
    return [{ type: 'disputeFiled', data: { dispute }, audience: dispute.seenBy }];
  },
});
