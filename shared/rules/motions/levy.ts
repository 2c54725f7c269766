// levy: every member pays so much into the common fund in step 4 of the next turn; under a lead nation those who opted in (rulings 42, 61).
import { z } from 'zod';
import { field } from '../actions/action.ts';
import { readersOf } from '../organisations.ts';
import { motionType } from './motion.ts';

/** Under a lead nation a deployment on a mission of the organisation is as good as a yes. */
export const levy = motionType({
  kind: 'levy',
  parameters: z.strictObject({ amount: field.number(1, 20) }),
  adopt(desk, { organisation, params: { amount }, behind }) {
    const { state } = desk;
    const { members, mandates } = state.organisations[organisation]!;
    const sent = state.scenario.organisations[organisation]!.rule !== 'leadNation' ? members : members.filter((seat) => mandates.some(({ crisis }) => state.crises[crisis]?.deployments[seat]));
    const payers = members.filter((seat) => behind.includes(seat) || sent.includes(seat));
    desk.emit({ type: 'levyRaised', data: { organisation, amount, dueTurn: state.turn + 1, payers }, audience: readersOf(state, organisation) });
  },
});
