// Passing a report on: copies for the receivers, and a note of who should not have had it (model guide, section 3; rulings 17, 69-71).
import type { Report } from '../../model/state.ts';
import type { SeatId } from '../../model/vocabulary.ts';
import { seatSight } from '../../view/view-for.ts';
import type { StepDesk } from '../steps/desk.ts';
import { copyFor, deliver } from './delivery.ts';
import { illegality } from './legality.ts';

export function passOn(desk: StepDesk, from: SeatId, report: Report, to: readonly SeatId[]): void {
  const { state } = desk;
  const see = seatSight(state, from);
  for (const seat of to) {
    const copy = copyFor(state, report, from, seat, desk.id('copy', from, seat, report.event));
    if (copy) deliver(desk, seat, { ...copy, releasable: [...new Set([...report.releasable, ...to])].sort() });
  }
  desk.emit({ type: 'reportShared', data: { from, to: [...to], report: report.id, event: report.event, originator: report.originator }, audience: [from, ...to] });
  const illicit = to.filter((seat) => illegality(see, report, seat) !== null);
  if (illicit.length > 0) desk.emit({ type: 'illicitShareMade', data: { share: desk.id('illicit', from, report.id, String(illicit)), from, to: illicit, event: report.event, originator: report.originator }, audience: 'control' });
}
