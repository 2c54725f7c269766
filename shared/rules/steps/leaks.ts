// Accidental leaks: the more a ministry holds and the less it protects, the likelier (model guide, section 3; rulings 73 and 74).
import { round } from '../../model/arithmetic.ts';
import type { Report } from '../../model/state.ts';
import type { Marking, SeatId } from '../../model/vocabulary.ts';
import { publish } from '../intelligence/publication.ts';
import { guarded } from '../intelligence/sweeps.ts';
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
    const reports = Object.values(state.reports[seat]!);
    const chance = leakChance(reports, guarded(state, seat), state.parameters.leakMax);
    if (desk.succeeds(`leak/${seat}`, chance)) leak(desk, seat, drawn(desk, seat, reports.sort((a, b) => (a.event < b.event ? -1 : 1))));
  }
}

/** The leaked report, drawn by the weight of its marking. */
function drawn(desk: StepDesk, seat: SeatId, reports: readonly Report[]): Report {
  const total = reports.reduce((sum, { marking }) => sum + WEIGHT[marking], 0);
  let left = Math.floor((desk.draw(`leak.which/${seat}`) * total) / 10_000);
  return reports.find(({ marking }) => (left -= WEIGHT[marking]) < 0) ?? reports[reports.length - 1]!;
}

function leak(desk: StepDesk, seat: SeatId, report: Report): void {
  const traced = desk.succeeds(`trace/${seat}`, TRACED);
  const knowing = [...new Set([seat, ...(report.originator === 'control' ? [] : [report.originator])])];
  desk.emit({ type: 'leakOccurred', data: { seat, report, originator: report.originator, traced, deliberate: false }, audience: traced ? knowing : 'control' });
  publish(desk, report);
  if (!traced || report.sanitised || report.originator === 'control' || report.originator === seat) return;
  loss(desk, report.originator, seat, 12, { name: 'leakTraced', cause: report.id });
}
