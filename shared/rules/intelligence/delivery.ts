// Handing a report to a seat: its own copy with its own grade, and what it does to belief (model guide, section 3; rulings 18, 65-68).
import { path } from '../../model/fields.ts';
import type { Report, State } from '../../model/state.ts';
import type { SeatId } from '../../model/vocabulary.ts';
import type { StepDesk } from '../steps/desk.ts';
import { corroborated, evidenceOf, hasOtherSource, received } from './grading.ts';

/** Did a receiver hold the same claim from another source before the step in which it receives: at the start of the turn, or by its own collection since (ruling 18)? */
function heldBefore(state: State, seat: SeatId, held: readonly Report[], report: Report): boolean {
  return hasOtherSource(state.turnStart.held[seat] ?? [], report) || hasOtherSource(held.filter(({ turn, from }) => turn === state.turn && from === null), report);
}

/** The copy a receiver gets, or null if the event counts for it already; with raw access to the source, trust does not cap its letter. */
export function copyFor(state: State, report: Report, from: SeatId, to: SeatId, id: string, raw = false): Report | null {
  const held = Object.values(state.reports[to]!);
  if (held.some(({ event }) => event === report.event)) return null;
  const trust = state.turnStart.trust[to]?.[from] ?? state.trust[to]![from]!;
  const reliability = raw ? report.reliability : received(report.reliability, trust);
  const credibility = heldBefore(state, to, held, report) ? corroborated(report.credibility) : report.credibility;
  return { ...report, id, from, reliability, givenReliability: report.reliability, credibility, cleared: [], evidence: evidenceOf(credibility, reliability), sharedWith: [], fabricated: false };
}

/** Gives the copy to its receiver and moves its belief. */
export function deliver(desk: StepDesk, to: SeatId, report: Report): void {
  desk.emit({ type: 'reportDelivered', data: { seat: to, report, truth: null }, audience: [to] });
  believe(desk, to, report, 'reportReceived');
}

export function believe(desk: StepDesk, seat: SeatId, report: Report, name: string): void {
  desk.add(path.belief(seat, report.threat, report.claim), report.evidence, { name, cause: report.id, sees: [seat] });
}
