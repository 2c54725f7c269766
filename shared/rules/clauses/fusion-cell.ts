// FUSION_CELL: the parties judge their reports together in a standing cell at one of them; with raw access, none doubts another's sources.
import { z } from 'zod';
import type { SeatId } from '../../model/vocabulary.ts';
import { field } from '../actions/action.ts';
import { clausesInForce } from '../instruments/binding.ts';
import type { Text } from '../instruments/binding.ts';
import { clause } from './clause.ts';
import { everyTurn, happened, otherParties, ownReports } from './duties.ts';

const parameters = z.strictObject({ host: field.seat(), raw: field.flag() });
type Params = z.infer<typeof parameters>;

/** Is there a cell in force that all these seats belong to, with raw access if that is asked for? */
export function cellOf(instruments: Record<string, Text>, seats: readonly SeatId[], raw = false): boolean {
  return clausesInForce<Params>(instruments, 'FUSION_CELL').some(({ parties, params }) => seats.every((seat) => parties.includes(seat)) && (!raw || params.raw));
}

export const fusionCell = clause<Params>({
  kind: 'FUSION_CELL',
  parameters,
  intrusiveness: () => 2,
  visible: false,
  misfit: ({ host }, parties) => (parties.includes(host) ? null : { parameter: 'host', limits: {} }),
  due: everyTurn,
  comply(check) {
    const { state, seat, params: { host } } = check;
    const others = otherParties(check);
    const fused = happened(check, 'reportsFused').some(({ parties }) => parties.includes(seat) && parties.some((party) => others.includes(party)));
    const handed = happened(check, 'reportShared').some(({ from, to, originator }) => from === seat && originator === seat && (seat === host ? to.some((one) => others.includes(one)) : to.includes(host)));
    if (fused || handed) return 'met';
    const held = ownReports(state, seat).some((report) => others.some((party) => !report.sharedWith.includes(party)));
    return held ? 'missed' : 'excused';
  },
});
