// AID: money, capability or a lent package for another ministry (model guide, section 3, action 19).
import { z } from 'zod';
import { path } from '../../model/fields.ts';
import { DOMAINS } from '../../model/vocabulary.ts';
import { refusal } from '../refusals.ts';
import { ANTAGONISTS, gain, grievance, loss } from '../trust.ts';
import { action, field, onlyWhile } from './action.ts';
import { first, partner } from './checks.ts';

export const AID_KINDS = ['money', 'capability', 'package'] as const;

/** Credits that lending a package costs, and turns after this one for which it is lent. */
const LOAN_PRICE = 4;
const LOAN_TURNS = 2;

export const AID = action({
  code: 'AID',
  timing: 'order',
  group: 'diplomacy',
  opensFrom: ['country'],
  visibility: 'public',
  pot: 'international',
  /** `amount`: credits spent; of a package there is one, whatever stands here. */
  parameters: z.strictObject({ partner: field.seat(), what: field.choice(AID_KINDS), amount: onlyWhile(field.number(1, 40, LOAN_PRICE), 'what', 'money', 'capability'), domain: onlyWhile(field.domain().default(DOMAINS[0]), 'what', 'capability', 'package'), public: field.flag(true) }),
  price: (_see, { what, amount }) => ({ money: what === 'package' ? LOAN_PRICE : amount, capital: 0 }),
  refuse: (see, { partner: other, what, domain }) => first(
    partner(see, other),
    what === 'package' && see.own.ministry.packages[domain] < 1 ? refusal('tooFewPackages', 'domain', { domain, asked: 1, available: see.own.ministry.packages[domain] }) : null,
  ),
  step: 'build',
  resolve(desk, { host, params: { partner: other, what, amount, domain, public: open } }) {
    const { state } = desk;
    const audience = open ? ('all' as const) : [host, other].sort();
    const spent = what === 'package' ? LOAN_PRICE : amount;
    const reason = { name: 'aid', cause: 'AID', with: host };
    if (what === 'money') desk.add(path.seat(other, 'budget'), amount, { ...reason, sees: [other] });
    if (what === 'capability') desk.add(path.capability(other, domain), Math.floor(amount / 2), reason);
    if (what === 'package') {
      const loan = { id: desk.id('loan', host, other, domain), from: host, to: other, domain, until: state.turn + LOAN_TURNS };
      desk.emit({ type: 'packageLent', data: { loan }, audience: [host, other].sort() });
    }
    gain(desk, other, host, Math.floor(spent / 2), reason);
    // Whoever has an old quarrel with the receiver minds, if it hears of it.
    if (open) for (const rival of state.seatIds) if (rival !== host && rival !== other && grievance(state, rival, other) >= ANTAGONISTS) loss(desk, rival, host, 2, { ...reason, with: other });
    desk.emit({ type: 'aidGiven', data: { from: host, to: other, what, amount: spent, domain }, audience });
  },
});
