// Who may send packages to a crisis, and by whose word; and how a country belongs to organisations.
import type { HostGrant } from '../../../shared/model/state.ts';
import type { SeatId } from '../../../shared/model/vocabulary.ts';
import { ownerOf, roomInSight } from '../../../shared/rules/hosting.ts';
import type { CrisisView, OrganisationView, PublicView, Sight } from '../../../shared/view/view.ts';

export interface Admission {
  /** Whose region it is; null where no country in play owns it. */
  owner: SeatId | null;
  grants: HostGrant[];
  mandates: { id: string; name: string; since: number }[];
  /** How many packages this seat may have there; null for those who only watch. */
  room: number | null;
}

export function admissionOf(view: PublicView, see: Sight | null, { id, region }: CrisisView): Admission {
  return {
    owner: ownerOf(view.exercise.seats, (seat) => view.seats[seat]!.region, region),
    grants: Object.values(view.hostGrants).filter(({ crisis }) => crisis === id),
    mandates: Object.values(view.organisations).flatMap((organisation) => organisation.mandates.filter(({ crisis }) => crisis === id).map(({ since }) => ({ id: organisation.id, name: organisation.name, since }))),
    room: see && roomInSight(see, id),
  };
}

export type Standing = 'member' | 'observer' | 'partner' | 'expelled';

/** Organisations that a country belongs to, or was put out of, and whether they have put it under sanctions. */
export function belongingsOf(organisations: Record<string, OrganisationView>, seat: SeatId): { id: string; name: string; standing: Standing | null; sanctioned: boolean }[] {
  const standingIn = ({ members, observers, partners, expelled }: OrganisationView): Standing | null => {
    if (members.includes(seat)) return 'member';
    if (partners.includes(seat)) return 'partner';
    if (observers.includes(seat)) return 'observer';
    return expelled.includes(seat) ? 'expelled' : null;
  };
  return Object.values(organisations)
    .map((organisation) => ({ id: organisation.id, name: organisation.name, standing: standingIn(organisation), sanctioned: organisation.sanctioned.includes(seat) }))
    .filter(({ standing, sanctioned }) => standing !== null || sanctioned);
}
