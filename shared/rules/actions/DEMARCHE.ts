// DEMARCHE: a formal protest, in private or in public (model guide, section 3, action 5).
import { z } from 'zod';
import { path } from '../../model/fields.ts';
import { groundFromProtest } from '../instruments/lifecycle.ts';
import { refusal } from '../refusals.ts';
import { loss } from '../trust.ts';
import { action, field } from './action.ts';
import { capital, first, partner } from './checks.ts';
import { binds, onInstrument } from './instrument-checks.ts';

export const DEMARCHE = action({
  code: 'DEMARCHE',
  timing: 'immediate',
  group: 'diplomacy',
  opensFrom: ['country'],
  visibility: 'parties',
  points: 0,
  untilLock: true,
  cap: 3,
  pot: 'international',
  /** `instrument`: the text in force it is about; from the next turn on that is a ground for suspending it (ruling 54). */
  parameters: z.strictObject({ partner: field.seat(), public: field.flag(), instrument: field.optionalInstrument() }),
  price: () => ({ money: 0, capital: 1 }),
  refuse: (see, { partner: other, instrument }) => first(partner(see, other), instrument === null ? null : onInstrument(see, instrument, (held) => (binds(held) ? (held.parties.includes(other) ? null : refusal('notParty', 'partner')) : refusal('notInForce', 'instrument', { status: held.status }))), capital(see, 1)),
  perform(state, self, { partner: other, public: open, instrument }, _see, { desk }) {
    desk.add(path.seat(self, 'politicalCapital'), -1, { name: 'demarche', cause: 'DEMARCHE', with: other });
    loss(desk, other, self, 2, { name: 'demarche', cause: 'DEMARCHE' });
    if (open) {
      desk.add(path.seat(self, 'publicOpinion'), 2, { name: 'demarche', cause: 'DEMARCHE', with: other });
      desk.emit({ type: 'pressureLaid', data: { value: 1, region: null, name: 'demarche', by: self }, audience: 'control' });
    }
    if (instrument !== null) desk.emit({ type: 'groundGiven', data: { instrument, ground: groundFromProtest(self, state.turn) }, audience: [self, other].sort() });
    return [{ type: 'demarcheMade', data: { from: self, to: other, public: open, ...(open || instrument === null ? {} : { instrument }) }, audience: open ? 'all' : [self, other] }];
  },
});
