// Loss of public opinion for what went wrong, heavier for a ministry that tolerates little risk (model guide, section 2: × (1.5 − RISK/10)).
import { path } from '../../model/fields.ts';
import type { SeatId } from '../../model/vocabulary.ts';
import type { Reason, StepDesk } from './desk.ts';

export function blame(desk: StepDesk, seat: SeatId, points: number, reason: Reason): void {
  desk.addThousandths(path.seat(seat, 'publicOpinion'), -points * 100 * (15 - desk.state.seats[seat]!.risk), reason);
}
