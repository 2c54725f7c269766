// COST_SHARE: every party pays into a common fund each turn, which repays those who deploy (ruling 41).
import { z } from 'zod';
import { ingredient } from '../../view/keep.ts';
import { field } from '../actions/action.ts';
import { sharesDue } from '../instruments/costs.ts';
import type { CostShareParams } from '../instruments/costs.ts';
import { clause } from './clause.ts';
import { everyTurn, happened } from './duties.ts';

const parameters = z.strictObject({ key: field.choice(['equal', 'income', 'exposure']), amount: field.number(1, 20) });
/** Of one text, for all its parties at once: it rests on the means of each. */
const sharesUnder = ingredient((state, instrument) => sharesDue(state, state.instruments[instrument]!));

export const costShare = clause<CostShareParams>({
  kind: 'COST_SHARE',
  parameters,
  intrusiveness: () => 1,
  due: everyTurn,
  // It is paid before anything else, on credit if need be (rulings 13 and 41).
  certain: true,
  comply(check) {
    const due = sharesUnder(check.state, check.instrument.id).find(({ from }) => from === check.seat)?.amount ?? 0;
    if (due === 0) return 'notDue';
    const paid = happened(check, 'paymentMade')
      .filter(({ from, to, instrument }) => from === check.seat && to === 'fund' && instrument === check.instrument.id)
      .reduce((sum, { amount }) => sum + amount, 0);
    return paid >= due ? 'met' : 'missed';
  },
});
