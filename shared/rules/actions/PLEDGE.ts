// PLEDGE: give one's word, to all or to some; words alone are free, a promise that can be tested takes a stake (model guide, section 3, action 4; ruling 58).
import { z } from 'zod';
import { path } from '../../model/fields.ts';
import type { Clause } from '../../model/state.ts';
import type { SeatId } from '../../model/vocabulary.ts';
import type { Sight } from '../../view/view.ts';
import { boundClause, faultOfClause } from '../instruments/draft.ts';
import { PLEDGED, PLEDGE_STAKE, audienceOfPledge } from '../instruments/pledges.ts';
import { refusal } from '../refusals.ts';
import type { Refusal } from '../refusals.ts';
import { action, field, onlyWith } from './action.ts';
import { capital, first, partners } from './checks.ts';

function faultOfPromise(see: Sight, clause: Clause, to: readonly SeatId[], turn: number): Refusal | null {
  const { exercise } = see.public;
  const hearing = to.length === 0 ? exercise.seats : [...new Set([see.own.seat.id, ...to])];
  return first(
    Object.hasOwn(PLEDGED, clause.kind) ? null : refusal('clauseUnknown', 'clause', { kind: clause.kind.slice(0, 30) }),
    faultOfClause(see, clause, 'clause', { parties: hearing, clauses: [clause] }),
    turn >= exercise.turn && turn <= exercise.turns ? null : refusal('parameterInvalid', 'turn', { min: exercise.turn, max: exercise.turns }),
    capital(see, PLEDGE_STAKE),
  );
}

export const PLEDGE = action({
  code: 'PLEDGE',
  timing: 'immediate',
  group: 'diplomacy',
  opensFrom: ['country', 'ministry'],
  visibility: 'parties',
  points: 0,
  untilLock: true,
  cap: 2,
  pot: 'international',
  /** To the seats named, or to everybody; `turn` is when the promise is judged, if it is one that can be. */
  parameters: z.strictObject({ to: field.seats(0, 11).default([]), text: field.text(500), clause: field.optionalClause(), turn: onlyWith(field.number(1, 20, 1), 'clause') }),
  price: (_see, { clause }) => ({ money: 0, capital: clause === null ? 0 : PLEDGE_STAKE }),
  refuse: (see, { to, clause, turn }) => first(partners(see, to, 'to'), clause === null ? null : faultOfPromise(see, clause, to, turn)),
  perform(state, self, { to, text, clause, turn }, _see, { desk, newId, sealed }) {
    const id = newId('pledge');
    const stake = clause === null ? 0 : PLEDGE_STAKE;
    desk.add(path.seat(self, 'politicalCapital'), -stake, { name: 'pledgeStake', cause: id });
    const pledge = {
      id, by: self, to: [...new Set(to)].sort(), clause: clause === null ? null : boundClause(clause), stake, turn: state.turn, dueTurn: clause === null ? state.turn : turn,
      status: clause === null ? ('said' as const) : ('open' as const),
    };
    const words = sealed({ text });
    return [{ type: 'pledgeMade', data: { pledge, commitment: words.commitment }, audience: audienceOfPledge(pledge), private: words.private }];
  },
});
