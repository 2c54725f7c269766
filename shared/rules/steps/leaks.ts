// Accidental leaks: the more a ministry holds and the less it protects, the likelier (model guide, section 3; ruling 73).
import { round } from '../../model/arithmetic.ts';
import type { Report } from '../../model/state.ts';
import type { Marking, SeatId } from '../../model/vocabulary.ts';
import { deliver } from '../intelligence/delivery.ts';
import { evidenceOf, sourceOf, worse } from '../intelligence/grading.ts';
import { loss } from '../trust.ts';
import type { StepDesk } from './desk.ts';

const WEIGHT: Record<Marking, number> = { U: 0, R: 1, C: 2, S: 4, TS: 8 };
/** Share of leaks, in basis points, whose origin is found. */
const TRACED = 6000;

/** Chance in basis points that something leaks from a seat this turn. */
export function leakChance(reports: readonly Report[], security: number, most: number): number {
  const held = reports.reduce((sum, { marking }) => sum + WEIGHT[marking], 0);
  return Math.min(most, round(held * (100 - security), 4));
}

export function leaks(desk: StepDesk): void {
  const { state } = desk;
  for (const seat of state.seatIds) {
    const reports = Object.values(state.reports[seat]!).sort((a, b) => (a.event < b.event ? -1 : 1));
    const chance = leakChance(reports, state.seats[seat]!.security, state.scenario.parameters.leakMax);
    if (desk.succeeds(`leak/${seat}`, chance)) leak(desk, seat, drawn(desk, seat, reports));
  }
}

/** The leaked report, drawn by the weight of its marking. */
function drawn(desk: StepDesk, seat: SeatId, reports: readonly Report[]): Report {
  const total = reports.reduce((sum, { marking }) => sum + WEIGHT[marking], 0);
  let left = Math.floor((desk.draw(`leak.which/${seat}`) * total) / 10_000);
  return reports.find(({ marking }) => (left -= WEIGHT[marking]) < 0) ?? reports[reports.length - 1]!;
}

function leak(desk: StepDesk, seat: SeatId, report: Report): void {
  const { state } = desk;
  const traced = desk.succeeds(`trace/${seat}`, TRACED);
  desk.emit({ type: 'leakOccurred', data: { seat, report, originator: report.originator, traced }, audience: traced ? [...new Set([seat, ...(report.originator === 'control' ? [] : [report.originator])])] : 'control' });
  const reliability = worse(report.reliability, 'C');
  for (const reader of state.seatIds) {
    if (Object.values(state.reports[reader]!).some(({ event }) => event === report.event)) continue;
    const copy: Report = {
      ...report, id: desk.id('leaked', reader, report.event), from: 'control', originator: report.originator, reliability, givenReliability: report.reliability,
      marking: 'U', releasable: state.seatIds, originatorControlled: false, evidence: evidenceOf(report.credibility, reliability), sharedWith: [],
    };
    deliver(desk, reader, copy);
  }
  if (report.originator === 'control' || report.sanitised) return;
  const source = sourceOf(report.event);
  if (state.seats[report.originator]!.sources.some(({ id }) => id === source)) desk.emit({ type: 'sourceBurned', data: { seat: report.originator, source }, audience: [report.originator] });
  if (!traced || report.originator === seat) return;
  loss(desk, report.originator, seat, 12, { name: 'leakTraced', cause: report.id });
}
