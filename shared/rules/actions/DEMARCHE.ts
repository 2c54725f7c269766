// DEMARCHE: a formal protest, in private or in public (model guide, section 3, action 5).
import { z } from 'zod';
import { path } from '../../model/fields.ts';
import { loss } from '../trust.ts';
import { action, field } from './action.ts';
import { capital, first, partner } from './checks.ts';

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
  parameters: z.strictObject({ partner: field.seat(), public: field.flag() }),
  price: () => ({ money: 0, capital: 1 }),
  refuse: (see, { partner: other }) => first(partner(see, other), capital(see, 1)),
  perform(_state, self, { partner: other, public: open }, _see, { desk }) {
    desk.add(path.seat(self, 'politicalCapital'), -1, { name: 'demarche', cause: 'DEMARCHE', with: other });
    loss(desk, other, self, 2, { name: 'demarche', cause: 'DEMARCHE' });
    if (open) {
      desk.add(path.seat(self, 'publicOpinion'), 2, { name: 'demarche', cause: 'DEMARCHE', with: other });
      desk.emit({ type: 'pressureLaid', data: { value: 1, region: null, name: 'demarche', by: self }, audience: 'control' });
    }
    return [{ type: 'demarcheMade', data: { from: self, to: other, public: open }, audience: open ? 'all' : [self, other] }];
  },
});
