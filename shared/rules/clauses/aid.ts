// AID: one party supports another with money, capability or a lent package every turn.
import { z } from 'zod';
import { AID_KINDS } from '../actions/AID.ts';
import { field } from '../actions/action.ts';
import { clause } from './clause.ts';
import type { DutyCase } from './clause.ts';
import { everyTurn, happened, meansOf } from './duties.ts';

const parameters = z.strictObject({ from: field.seat(), to: field.seat(), what: field.choice(AID_KINDS), amount: field.number(1, 20), condition: field.choice(['always', 'whileCrisis']) });
export type AidParams = z.infer<typeof parameters>;

/** Owed by the giver, as long as both are parties and, if the text says so, a crisis harms the receiver. */
function owed({ params: { from, to, condition }, instrument, seat, state }: DutyCase<AidParams>): boolean {
  if (seat !== from || ![from, to].every((one) => instrument.parties.includes(one))) return false;
  return condition === 'always' || Object.values(state.crises).some(({ id, open }) => open && (meansOf(state, to).exposure[id] ?? 0) > 0);
}

export const aid = clause<AidParams>({
  kind: 'AID',
  parameters,
  intrusiveness: ({ to }, seat) => (seat === to ? 1 : 0),
  misfit: ({ from, to }) => (from === to ? { parameter: 'to', limits: {} } : null),
  due: (duty) => (owed(duty) ? everyTurn(duty) : null),
  comply(check) {
    if (!owed(check)) return 'notDue';
    const { from, to, what, amount } = check.params;
    const given = happened(check, 'aidGiven').filter((aid) => aid.from === from && aid.to === to && aid.what === what);
    return what === 'package' ? (given.length > 0 ? 'met' : 'missed') : given.reduce((sum, one) => sum + one.amount, 0) >= amount ? 'met' : 'missed';
  },
});
