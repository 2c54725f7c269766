// REMEDY: what sides and mediators of a dispute say to each other: proposals, answers, requests to mediate, and dropping it (rulings 56 and 57).
import { z } from 'zod';
import { path } from '../../model/fields.ts';
import type { Dispute } from '../../model/state.ts';
import { REMEDIES } from '../../model/vocabulary.ts';
import type { SeatId } from '../../model/vocabulary.ts';
import type { Sight } from '../../view/view.ts';
import { isSide, mayAnswer, mayPropose, settledEvents } from '../instruments/disputes.ts';
import { refusal } from '../refusals.ts';
import type { Refusal } from '../refusals.ts';
import { action, field, onlyWhile } from './action.ts';
import { capital, crisisOpen, first, partners } from './checks.ts';

const MOVES = ['propose', 'accept', 'refuse', 'ask', 'drop'] as const;
type Move = (typeof MOVES)[number];

/** Political capital that refusing a mediator costs. */
const REFUSAL_PRICE = 2;

const parameters = z.strictObject({
  dispute: field.dispute(), move: field.choice(MOVES), remedy: onlyWhile(field.choice(REMEDIES).default('cure'), 'move', 'propose'),
  amount: onlyWhile(field.number(1, 20, 1), 'remedy', 'pay', 'deploy'), crisis: onlyWhile(field.optionalCrisis(), 'remedy', 'deploy'), seats: onlyWhile(field.seats(0, 11).default([]), 'move', 'ask'),
});
type Params = z.infer<typeof parameters>;

function priceOf(held: Dispute | undefined, move: Move): number {
  return move === 'refuse' && held?.stage === 'mediation' ? REFUSAL_PRICE : 0;
}

const MAY: Record<Move, (see: Sight, held: Dispute, self: SeatId, params: Params) => Refusal | null> = {
  propose: (see, held, self, { remedy, crisis }) => first(
    mayPropose(held, self, see.public.exercise.turn) ? null : refusal('notInvited', 'move', { action: 'REMEDY' }),
    remedy !== 'deploy' ? null : crisis === null ? refusal('parameterMissing', 'crisis', { parameter: 'crisis' }) : crisisOpen(see, crisis),
  ),
  accept: (see, held, self) => (mayAnswer(held, self, see.public.exercise.turn) ? null : refusal('notInvited', 'move', { action: 'REMEDY' })),
  refuse: (see, held, self) => first(mayAnswer(held, self, see.public.exercise.turn) ? null : refusal('notInvited', 'move', { action: 'REMEDY' }), capital(see, priceOf(held, 'refuse'))),
  ask: (see, held, self, { seats }) => first(
    isSide(held, self) && held.method !== 'consultation' && held.stage !== 'arbitration' ? null : refusal('notInvited', 'move', { action: 'REMEDY' }),
    seats.length === 0 ? refusal('parameterMissing', 'seats', { parameter: 'seats' }) : null,
    partners(see, seats, 'seats'),
    seats.some((seat) => isSide(held, seat)) ? refusal('notInvited', 'seats', { action: 'REMEDY' }) : null,
  ),
  drop: (_see, held, self) => (held.filer === self ? null : refusal('notInvited', 'move', { action: 'REMEDY' })),
};

export const REMEDY = action({
  code: 'REMEDY',
  answers: 'DISPUTE',
  timing: 'immediate',
  group: 'agreements',
  opensFrom: ['instrument'],
  visibility: 'parties',
  points: 0,
  untilLock: true,
  pot: 'international',
  /** `amount` counts credits to pay or packages to deploy; `seats` are those asked to mediate. */
  parameters,
  price: (see, { dispute, move }) => ({ money: 0, capital: priceOf(see.own.disputes[dispute], move) }),
  refuse(see, params) {
    const held = Object.hasOwn(see.own.disputes, params.dispute) ? see.own.disputes[params.dispute]! : null;
    if (!held) return refusal('disputeUnknown', 'dispute');
    return held.status === 'open' ? MAY[params.move](see, held, see.own.seat.id, params) : refusal('disputeOver', 'dispute');
  },
  perform(state, self, { dispute, move, remedy: kind, amount, crisis, seats }, _see, { desk }) {
    const held = state.disputes[dispute]!;
    const audience = held.seenBy;
    if (move === 'propose') return [{ type: 'remedyProposed', data: { dispute, by: self, remedy: { kind, amount, crisis: kind === 'deploy' ? crisis : null } }, audience }];
    if (move === 'ask') return [{ type: 'mediatorsAsked', data: { dispute, by: self, seats: [...new Set(seats)].sort() }, audience: [...new Set([...audience, ...seats])].sort() }];
    if (move === 'drop') return [{ type: 'disputeClosed', data: { dispute, filer: held.filer, respondent: held.respondent }, audience }];
    if (move === 'refuse') {
      desk.add(path.seat(self, 'politicalCapital'), -priceOf(held, move), { name: 'mediationRefused', cause: held.instrument });
      return [{ type: 'remedyAnswered', data: { dispute, seat: self, accept: false }, audience }];
    }
    return [{ type: 'remedyAnswered', data: { dispute, seat: self, accept: true }, audience }, ...settledEvents(state, held, self)];
  },
});
