// May a report be shared with a seat? Releasability, originator control and classification (model guide, section 3; rulings 68-70).
import type { Marking, SeatId } from '../../model/vocabulary.ts';
import { MARKINGS } from '../../model/vocabulary.ts';
import { cellOf } from '../clauses/fusion-cell.ts';
import type { ReportView, Sight } from '../../view/view.ts';
import { perSightOf } from '../../view/look.ts';

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
export const ceilingBetween = perSightOf((see, to): Marking => {
  const relation = see.own.relations[to];
  let ceiling: Marking = 'U';
  const raise = (marking: Marking) => {
    if (rank(marking) > rank(ceiling)) ceiling = marking;
  };
  const trust = relation?.trust ?? 0;
  if (trust >= 30) raise('R');
  if (trust >= 50) raise('C');
  const self = see.own.seat.id;
  for (const organisation of Object.values(see.public.organisations)) {
    if (organisation.members.includes(self) && organisation.members.includes(to) && see.own.ministry.security >= organisation.minimumSecurity) raise(organisation.ceiling);
  }
  const secured = relation?.channels.includes('securelink') ?? false;
  for (const instrument of Object.values(see.own.instruments)) {
    if (instrument.status !== 'inForce' || instrument.binding === null || !instrument.parties.includes(to)) continue;
    for (const { kind, params } of instrument.versions.find(({ version }) => version === instrument.binding)?.clauses ?? []) {
      if (kind !== 'INFOSEC') continue;
      // What is marked above CONFIDENTIAL needs a secure link, and TOP SECRET a common cell.
      const agreed = params.ceiling as Marking;
      const limit = !secured ? 'C' : cellOf(see.own.instruments, [self, to]) ? 'TS' : 'S';
      raise(rank(agreed) <= rank(limit) ? agreed : limit);
    }
  }
  return ceiling;
});
