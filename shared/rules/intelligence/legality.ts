// May a report be shared with a seat? Releasability, originator control and classification (model guide, section 3; rulings 68-70).
import type { BySeat, Marking, SeatId } from '../../model/vocabulary.ts';
import { MARKINGS } from '../../model/vocabulary.ts';
import { cellOf } from '../clauses/fusion-cell.ts';
import { bindingVersion } from '../instruments/binding.ts';
import type { ReportView, Sight } from '../../view/view.ts';
import { perSight } from '../../view/look.ts';

const rank = (marking: Marking) => MARKINGS.indexOf(marking);

/** Why sharing with this receiver would break a rule; null if it is in order. */
export type Illegality = 'notReleasable' | 'originatorControl' | 'classification';

export function illegality(see: Sight, report: ReportView, to: SeatId): Illegality | null {
  const own = report.from === null || report.originator === see.own.seat.id;
  if (own || to === report.originator || report.cleared.includes(to)) return rank(report.marking) <= rank(ceilingBetween(see, to)) ? null : 'classification';
  if (!report.releasable.includes(to)) return 'notReleasable';
  if (report.originatorControlled) return 'originatorControl';
  return rank(report.marking) <= rank(ceilingBetween(see, to)) ? null : 'classification';
}

/** Highest marking that may pass from this seat to another, by its own trust, common organisations and clauses in force. */
export function ceilingBetween(see: Sight, to: SeatId): Marking {
  return MARKINGS[ceilings(see)[to] ?? 0]!;
}

/** The same as ranks, for every other seat. */
const ceilings = perSight((see): BySeat<number> => {
  const self = see.own.seat.id;
  const { security } = see.own.ministry;
  const guarded = Object.values(see.public.organisations).filter(({ members, minimumSecurity }) => members.includes(self) && security >= minimumSecurity);
  const agreed = Object.values(see.own.instruments).flatMap((text) => (text.status !== 'inForce' ? [] : (bindingVersion(text)?.clauses ?? [])
    .flatMap(({ kind, params }) => (kind === 'INFOSEC' ? [{ parties: text.parties, ceiling: rank(params.ceiling as Marking) }] : []))));
  const ranks: BySeat<number> = {};
  for (const { seat, trust, channels } of Object.values(see.own.relations)) {
    let highest = trust >= 50 ? rank('C') : trust >= 30 ? rank('R') : 0;
    for (const { members, ceiling } of guarded) if (members.includes(seat)) highest = Math.max(highest, rank(ceiling));
    for (const { parties, ceiling } of agreed) {
      if (!parties.includes(seat)) continue;
      // What is marked above CONFIDENTIAL needs a secure link, and TOP SECRET a common cell.
      const limit = !channels.includes('securelink') ? 'C' : cellOf(see.own.instruments, [self, seat]) ? 'TS' : 'S';
      highest = Math.max(highest, Math.min(ceiling, rank(limit)));
    }
    ranks[seat] = highest;
  }
  return ranks;
});
