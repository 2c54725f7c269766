// grant and remove: packages and sources that a ministry gets or loses, apart from what its capabilities yield.
import { packagesHeld } from '../packages.ts';
import type { Effect } from './effect.ts';

export const grant: Effect<'grant'> = {
  kind: 'grant',
  about: 'Gives a seat packages of a domain beside what its capability yields, or a new source.',
  example: 'grant: { seat: NIH, package: AMD, count: 1 }',
  run(desk, { seat, package: domain, count, source }) {
    const ministry = desk.state.seats[seat];
    if (!ministry) return;
    if (domain) desk.emit({ type: 'packagesChanged', data: { seat, domain, by: count, reason: 'inject' }, audience: [seat] });
    if (source && !ministry.sources.some(({ id }) => id === source.id)) desk.emit({ type: 'sourceGranted', data: { seat, source: { ...source, burned: false } }, audience: [seat] });
  },
};

export const remove: Effect<'remove'> = {
  kind: 'remove',
  about: 'Takes packages of a domain, or a source, from a seat. Packages that are deployed come home if too few are left.',
  example: 'remove: { seat: NIH, package: AMD, count: 1 }',
  run(desk, { seat, package: domain, count, source }) {
    const ministry = desk.state.seats[seat];
    if (!ministry) return;
    const lost = domain ? Math.min(count, packagesHeld(ministry)[domain]) : 0;
    if (domain && lost > 0) desk.emit({ type: 'packagesChanged', data: { seat, domain, by: -lost, reason: 'inject' }, audience: [seat] });
    if (source !== undefined && ministry.sources.some(({ id }) => id === source)) desk.emit({ type: 'sourceLost', data: { seat, source }, audience: [seat] });
  },
};
