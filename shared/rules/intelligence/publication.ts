// A report that becomes public, by accident or on purpose: everybody holds it, and its source is known for what it is (model guide, section 3; ruling 73).
import type { Report } from '../../model/state.ts';
import type { StepDesk } from '../steps/desk.ts';
import { deliver } from './delivery.ts';
import { evidenceOf, sourceOf, worse } from './grading.ts';

/** Gives a copy to every seat that has none, its letter capped at C, and burns the source unless it was taken out. The event tells nobody who did it. */
export function publish(desk: StepDesk, report: Report): void {
  const { state } = desk;
  const given = new Set(desk.events.flatMap((event) => (event.type === 'reportDelivered' && event.data.report.event === report.event ? [event.data.seat] : [])));
  const reliability = worse(report.reliability, 'C');
  for (const reader of state.seatIds) {
    if (given.has(reader) || Object.values(state.reports[reader]!).some(({ event }) => event === report.event)) continue;
    deliver(desk, reader, {
      ...report, id: desk.id('leaked', reader, report.event), from: 'control', reliability, givenReliability: report.reliability,
      marking: 'U', releasable: state.seatIds, originatorControlled: false, cleared: [], evidence: evidenceOf(report.credibility, reliability), fabricated: false, sharedWith: [],
    });
  }
  desk.emit({ type: 'reportPublished', data: { threat: report.threat, claim: report.claim, originator: report.originator }, audience: 'all' });
  if (report.originator === 'control' || report.sanitised) return;
  const source = sourceOf(report.event);
  if (state.seats[report.originator]!.sources.some(({ id }) => id === source)) desk.emit({ type: 'sourceBurned', data: { seat: report.originator, source }, audience: [report.originator] });
}
