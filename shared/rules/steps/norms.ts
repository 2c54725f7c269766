// Step 10, beside compliance: members that broke a norm of their organisation, to the knowledge of the public or of another member (rulings 52, 53).
import { path } from '../../model/fields.ts';
import type { Event, NewEvent } from '../../model/events.ts';
import { forceMajeure } from '../instruments/compliance.ts';
import { NORM_PENALTY, breaksNorm } from '../instruments/norms.ts';
import { loss } from '../trust.ts';
import type { StepDesk } from './desk.ts';

export function judgeNorms(desk: StepDesk, events: readonly (Event | NewEvent)[]): void {
  const { state } = desk;
  for (const { id, members, norms } of Object.values(state.organisations)) {
    for (const act of norms) for (const seat of members) {
      const others = members.filter((other) => other !== seat);
      if (!breaksNorm(act, { state, events }, seat, others) || forceMajeure(state, seat)) continue;
      const reason = { name: 'normBroken', cause: id };
      for (const other of others) loss(desk, other, seat, NORM_PENALTY.trust, reason);
      desk.add(path.seat(seat, 'politicalCapital'), -NORM_PENALTY.capital, reason);
      desk.add(path.seat(seat, 'publicOpinion'), -NORM_PENALTY.opinion, { ...reason, sees: [...members] });
      desk.emit({ type: 'normBroken', data: { organisation: id, act, seat }, audience: [...members] });
    }
  }
}
