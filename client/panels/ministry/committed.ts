// What organisations have decided that costs a ministry money or forces later on.
import type { Domain } from '../../../shared/model/vocabulary.ts';
import type { Sight } from '../../../shared/view/view.ts';

/** Levies that are yet to be paid, and packages that stand ready for an organisation's missions. */
export function committedOf({ public: view, own }: Sight): { levies: { id: string; name: string; amount: number; dueTurn: number }[]; forces: { id: string; name: string; count: number; domain: Domain }[] } {
  const nameOf = (id: string) => view.organisations[id]?.name ?? id;
  return {
    levies: Object.entries(own.levies).map(([id, { organisation, amount, dueTurn }]) => ({ id, name: nameOf(organisation), amount, dueTurn })).sort((a, b) => a.dueTurn - b.dueTurn),
    forces: Object.values(view.organisations).flatMap(({ id, name, members, standingForce }) => (standingForce && members.includes(own.seat.id) ? [{ id, name, count: standingForce.packages, domain: standingForce.domain }] : [])),
  };
}
