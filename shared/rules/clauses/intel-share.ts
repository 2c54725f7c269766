// INTEL_SHARE: each party shares so many reports of its own on the listed threats with the others, every turn.
import { z } from 'zod';
import type { Report } from '../../model/state.ts';
import { MARKINGS } from '../../model/vocabulary.ts';
import type { SeatId } from '../../model/vocabulary.ts';
import { field } from '../actions/action.ts';
import { clause } from './clause.ts';
import type { DutyCase } from './clause.ts';
import { everyTurn, happened, meansOf, otherParties, ownReports } from './duties.ts';

const parameters = z.strictObject({ threats: field.threats(), minimum: field.number(1, 4), ceiling: field.choice(MARKINGS) });
type Params = z.infer<typeof parameters>;

const listed = (params: Params, threat: string) => params.threats.length === 0 || params.threats.includes(threat);

const above = ({ marking }: Report, { ceiling }: Params) => MARKINGS.indexOf(marking) > MARKINGS.indexOf(ceiling);

/** A caveat keeps what was collected this turn at home. */
function keptBack({ caveats, turn, params }: DutyCase<Params>, own: readonly Report[]): boolean {
  return caveats.some(({ of }) => of === 'marking') && own.some((report) => report.turn === turn && above(report, params));
}

/** A report that could have been shared: within the ceiling, and still unknown to some other party. */
function inHand({ params }: DutyCase<Params>, own: readonly Report[], others: readonly SeatId[]): boolean {
  return own.some((report) => !above(report, params) && others.some((party) => !report.sharedWith.includes(party)));
}

export const intelShare = clause<Params>({
  kind: 'INTEL_SHARE',
  parameters,
  intrusiveness: () => 1,
  narrow({ params }, restriction) {
    if (restriction.of !== 'marking' || MARKINGS.indexOf(restriction.marking) >= MARKINGS.indexOf(params.ceiling)) return params;
    return { ...params, ceiling: restriction.marking };
  },
  due: everyTurn,
  comply(check) {
    const { state, seat, params } = check;
    const others = otherParties(check);
    const own = ownReports(state, seat).filter(({ threat }) => listed(params, threat));
    // Whatever reaches another party counts, a marking above the ceiling included (ruling 51).
    const shared = new Set<string>();
    for (const { from, to, report } of happened(check, 'reportShared')) {
      const told = from === seat && to.some((party) => others.includes(party)) ? own.find(({ id }) => id === report) : undefined;
      if (told) shared.add(told.event);
    }
    if (shared.size >= params.minimum) return 'met';
    const source = meansOf(state, seat).sources.some(({ threat, burned }) => !burned && listed(params, threat));
    return inHand(check, own, others) || (source && !keptBack(check, own)) ? 'missed' : 'excused';
  },
});
