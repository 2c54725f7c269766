// NOTIFY: an activity is announced so many turns before it happens.
import { z } from 'zod';
import { field } from '../actions/action.ts';
import { clause } from './clause.ts';
import type { ComplianceCase } from './clause.ts';
import { happened } from './duties.ts';

/** Activities that can be announced, named by the action that carries them out. */
export const NOTIFIABLE = ['EXERCISE', 'SHOW_FORCE'] as const;

const parameters = z.strictObject({ activity: field.choice(NOTIFIABLE), ahead: field.number(1, 2) });
type Params = z.infer<typeof parameters>;

interface Held {
  region: string;
  /** Notice given by any of those who took part counts for all of them. */
  by: readonly string[];
}

const HELD: Record<Params['activity'], (check: ComplianceCase<Params>) => Held[]> = {
  EXERCISE: (check) => happened(check, 'exerciseHeld').map(({ region, parties }) => ({ region, by: parties })),
  SHOW_FORCE: (check) => happened(check, 'forceShown').map(({ region, seat }) => ({ region, by: [seat] })),
};

export const notify = clause<Params>({
  kind: 'NOTIFY',
  parameters,
  intrusiveness: () => 1,
  comply(check) {
    const { state, params, seat, turn } = check;
    const held = HELD[params.activity](check).filter(({ by }) => by.includes(seat));
    if (held.length === 0) return 'notDue';
    const announced = ({ region, by }: Held) => state.notices.some((notice) => notice.activity === params.activity && by.includes(notice.by)
      && notice.region === region && notice.turn === turn && notice.madeTurn <= turn - params.ahead);
    return held.every(announced) ? 'met' : 'missed';
  },
});
