// STANDARD: by a turn, the forces of each two parties work together up to a level; until then it lifts what common procedures and exercises reach.
import { z } from 'zod';
import type { SeatId } from '../../model/vocabulary.ts';
import { pairOf } from '../../model/vocabulary.ts';
import { field } from '../actions/action.ts';
import { interoperabilityOf } from '../instruments/standards.ts';
import type { StandardParams } from '../instruments/standards.ts';
import { clause } from './clause.ts';
import type { DutyCase } from './clause.ts';
import { declinedInvitations, otherParties } from './duties.ts';

const parameters = z.strictObject({ level: field.number(1, 3), domains: field.domains(), by: field.number(1, 20) });

/** Parties with which the level is not reached. */
function short(duty: DutyCase<StandardParams>): SeatId[] {
  const { state, seat, params } = duty;
  return otherParties(duty).filter((other) => state.pairs[pairOf(seat, other)]!.interoperability < interoperabilityOf(params.level));
}

/** Checked in one turn: the one agreed, or the first it binds if that is later. */
const dueTurn = ({ params, since }: DutyCase<StandardParams>) => Math.max(params.by, since);

export const standard = clause<StandardParams>({
  kind: 'STANDARD',
  parameters,
  intrusiveness: () => 1,
  due: (duty) => (duty.turn <= dueTurn(duty) ? dueTurn(duty) : null),
  comply(check) {
    const missing = short(check);
    if (check.turn !== dueTurn(check)) return check.turn < dueTurn(check) && missing.length === 0 ? 'met' : 'notDue';
    if (missing.length === 0) return 'met';
    // Whoever called on all with whom it falls short, and was turned down, has done its part.
    const turnedDown = new Set(['STANDARDISE', 'EXERCISE'].flatMap((action) => declinedInvitations(check, action, check.turn - 1, check.turn))
      .filter(({ from }) => from === check.seat).flatMap(({ to, answers }) => to.filter((other) => answers[other] !== 'accepted')));
    return missing.every((other) => turnedDown.has(other)) ? 'excused' : 'missed';
  },
});
