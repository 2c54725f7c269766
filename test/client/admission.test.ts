// Who may send packages to a crisis, how a country belongs to organisations, what they have decided that costs, and how long an exercise takes.
import { describe, expect, it } from 'vitest';
import { admissionOf, belongingsOf } from '../../client/panels/detail/admission.ts';
import { committedOf } from '../../client/panels/ministry/committed.ts';
import { lengthText } from '../../client/locales/text.ts';
import type { CrisisView, OrganisationView, Sight } from '../../shared/view/view.ts';
import { Table } from './fixture.ts';

const table = new Table({ everything: true });
table.until('negotiation');
const see = table.sight('NIH');
const compact: OrganisationView = {
  id: 'compact', name: 'Compact', charter: '', members: ['NIH', 'COL'], observers: ['MER'], partners: [], rule: 'consensus', lead: null, majority: 65, weights: {}, chairs: ['NIH'], standard: 1, ceiling: 'S', minimumSecurity: 0, fund: 0,
  mandates: [], norms: [], sanctioned: ['MER'], expelled: ['HAN'], standingForce: { domain: 'SEA', packages: 2, since: 1 }, forum: null,
};
const withCompact = (part: Partial<OrganisationView> = {}, more: Partial<Sight['public']> = {}): Sight => ({ ...see, public: { ...see.public, ...more, organisations: { compact: { ...compact, ...part } } } });
/** A crisis in the region of HAN. */
const abroad: CrisisView = { ...see.public.crises.karsa!, region: see.public.seats.HAN!.region, hosts: [], hostRequired: false };
const at = (crisis: CrisisView) => ({ crises: { ...see.public.crises, karsa: crisis } });

describe('packages in a crisis', () => {
  it('go anywhere that nobody in play owns', () => {
    expect(admissionOf(see.public, see, { ...abroad, region: 'nowhere' }).owner).toBeNull();
  });
  it.each<[string, Sight, CrisisView, number]>([
    ['nobody has admitted', withCompact({}, at(abroad)), abroad, 0],
    ['the host has admitted up to two of', withCompact({}, { ...at(abroad), hostGrants: { g: { id: 'g', host: 'HAN', guest: 'NIH', region: abroad.region, crisis: 'karsa', cap: 2, until: null } } }), abroad, 2],
    ['a mandate covers', withCompact({ mandates: [{ crisis: 'karsa', since: 1 }] }, at(abroad)), abroad, Infinity],
    ['a mandate does not cover where consent is needed', withCompact({ mandates: [{ crisis: 'karsa', since: 1 }] }, at({ ...abroad, hostRequired: true })), { ...abroad, hostRequired: true }, 0],
  ])('of a seat that %s', (_what, sight, crisis, room) => {
    expect(admissionOf(sight.public, sight, crisis)).toMatchObject({ owner: 'HAN', room });
  });
  it('have no room told to those who only watch', () => {
    expect(admissionOf(see.public, null, abroad).room).toBeNull();
  });
});

describe('a country in organisations', () => {
  it.each([['NIH', 'member', false], ['MER', 'observer', true], ['HAN', 'expelled', false]])('%s is %s', (seat, standing, sanctioned) => {
    expect(belongingsOf({ compact }, seat)).toEqual([{ id: 'compact', name: 'Compact', standing, sanctioned }]);
  });
  it('that has nothing to do with one is not listed', () => {
    expect(belongingsOf({ compact }, 'XXX')).toEqual([]);
  });
  it('pays levies and holds forces ready', () => {
    const sight = withCompact();
    const owing: Sight = { ...sight, own: { ...sight.own, levies: { b: { organisation: 'compact', amount: 3, dueTurn: 4 }, a: { organisation: 'compact', amount: 2, dueTurn: 2 } } } };
    expect(committedOf(owing)).toEqual({
      levies: [{ id: 'a', name: 'Compact', amount: 2, dueTurn: 2 }, { id: 'b', name: 'Compact', amount: 3, dueTurn: 4 }],
      forces: [{ id: 'compact', name: 'Compact', count: 2, domain: 'SEA' }],
    });
  });
});

it.each([[31, '31 min'], [179, '179 min'], [240, '4 hours'], [11_520, '8 days']])('an exercise of %i minutes takes %s', (minutes, words) => {
  expect(lengthText(minutes)).toBe(words);
});
