// A pooled judgement: releasable reports together, claims with two sources of two originators promoted, each member adding what is new to it (model guide, section 3).
import type { Report, State } from '../../model/state.ts';
import type { SeatId, ThreatId } from '../../model/vocabulary.ts';
import { path } from '../../model/fields.ts';
import { cellOf } from '../clauses/fusion-cell.ts';
import type { StepDesk } from '../steps/desk.ts';
import { copyFor, deliver } from './delivery.ts';
import { corroborated, evidenceOf, sourceOf } from './grading.ts';

/** The best copy of each event that a member may release to all the others. */
function pool(state: State, parties: readonly SeatId[], threat: ThreatId): { holder: SeatId; report: Report; event: string }[] {
  const best = new Map<string, { holder: SeatId; report: Report; event: string }>();
  for (const holder of parties) {
    for (const report of Object.values(state.reports[holder]!)) {
      if (report.threat !== threat || report.fabricated) continue;
      const own = report.originator === holder;
      if (!own && (report.originatorControlled || !parties.every((seat) => seat === holder || seat === report.originator || report.releasable.includes(seat)))) continue;
      const event = restored(state, report);
      const held = best.get(event);
      if (!held || report.evidence > held.report.evidence) best.set(event, { holder, report, event });
    }
  }
  return [...best.values()].sort((a, b) => (a.event < b.event ? -1 : 1));
}

/** The event behind a report, whether or not its source was taken out. */
function restored(state: State, { event }: Report): string {
  return state.reportTruths[event]?.parent ?? event;
}

export function fuse(desk: StepDesk, parties: readonly SeatId[], threat: ThreatId): void {
  const raw = cellOf(desk.state.instruments, parties, true);
  const pooled = pool(desk.state, parties, threat);
  const promoted = new Set(Object.keys(desk.state.scenario.threats[threat]!.hypotheses).filter((claim) => {
    const backing = pooled.filter(({ report }) => report.claim === claim);
    return new Set(backing.map(({ event }) => sourceOf(event))).size >= 2 && new Set(backing.map(({ report }) => report.originator)).size >= 2;
  }));
  for (const seat of parties) {
    for (const { holder, report, event } of pooled) {
      const credibility = promoted.has(report.claim) ? corroborated(report.credibility) : report.credibility;
      // Inside the room the source of a sanitised copy is known: it counts as the same event (ruling 77).
      const held = Object.values(desk.state.reports[seat]!).filter((one) => restored(desk.state, one) === event).sort((a, b) => b.evidence - a.evidence)[0];
      if (held) improve(desk, seat, held, credibility);
      else if (holder !== seat) {
        const copy = copyFor(desk.state, { ...report, credibility: report.credibility }, holder, seat, desk.id('fused', seat, report.event), raw);
        if (copy) deliver(desk, seat, { ...copy, credibility, evidence: evidenceOf(credibility, copy.reliability) });
      }
    }
  }
}

/** Adds the better of the two judgements, once (ruling 67). */
function improve(desk: StepDesk, seat: SeatId, held: Report, credibility: Report['credibility']): void {
  const evidence = evidenceOf(credibility, held.reliability);
  if (evidence <= held.evidence || held.fabricated) return;
  desk.add(path.belief(seat, held.threat, held.claim), evidence - held.evidence, { name: 'fusion', cause: held.id, sees: [seat] });
  desk.emit({ type: 'reportUpdated', data: { seat, report: held.id, credibility, reliability: held.reliability, evidence }, audience: [seat] });
}
