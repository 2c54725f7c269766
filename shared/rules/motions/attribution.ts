// attribution: members name the cause of a threat together, with one outcome for all who did not oppose it (model guide, section 3, actions 12 and 30).
import { z } from 'zod';
import { field } from '../actions/action.ts';
import { claimKnown, first, partner, threatKnown } from '../actions/checks.ts';
import { attribute } from '../intelligence/attribution.ts';
import { motionType } from './motion.ts';

export const attribution = motionType({
  kind: 'attribution',
  parameters: z.strictObject({ threat: field.threat(), claim: field.hypothesis(), accused: field.optionalSeat() }),
  subjects: ({ accused }) => (accused === null ? [] : [accused]),
  refuse: (see, _organisation, { threat, claim, accused }) => first(
    threatKnown(see, threat),
    claimKnown(see, threat, claim),
    accused === null ? null : partner(see, accused, 'accused'),
  ),
  adopt(desk, { params: { threat, claim, accused }, behind }) {
    const { state } = desk;
    if (!state.scenario.threats[threat]?.hypotheses[claim]) return;
    // Who has named the cause rightly before has nothing to add.
    const seats = behind.filter((seat) => seat !== accused && !state.attributions.some((one) => one.seat === seat && one.threat === threat && one.right));
    if (seats.length > 0) attribute(desk, seats, { threat, claim, accused, audience: 'all' });
  },
});
