// Whose packages may be where: a crisis in somebody's own region takes its consent, a clause ACCESS or a mandate (model guide, section 2; ruling 28).
import type { HostGrant, State } from '../model/state.ts';
import type { CrisisId, SeatId } from '../model/vocabulary.ts';
import { perSightOf } from '../view/look.ts';
import type { AccessParams } from './clauses/access.ts';
import { clausesInForce } from './instruments/binding.ts';
import type { Text } from './instruments/binding.ts';

/** What speaks for the packages of one seat in one crisis. */
interface Grounds {
  /** Who owns the region, and is in play; null if nobody. */
  owner: SeatId | null;
  /** Admitted by the scenario from the start. */
  admitted: boolean;
  /** What follows is looked up only where the region is somebody else's. */
  grants: () => readonly HostGrant[];
  access: () => boolean;
  /** A mandate of an organisation that the seat is a member or partner of; it does not replace a consent that the scenario insists on. */
  mandated: () => boolean;
  hostRequired: boolean;
}

/** How many packages of the seat may be there: any number, so many, or none. */
function roomOn(self: SeatId, { owner, admitted, grants, access, mandated, hostRequired }: Grounds): number {
  if (owner === null || owner === self || admitted || access() || (!hostRequired && mandated())) return Infinity;
  return Math.max(0, ...grants().filter(({ host, guest }) => host === owner && guest === self).map(({ cap }) => cap));
}

function accessTo(instruments: Record<string, Text>, host: SeatId | null, guest: SeatId, region: string): boolean {
  return clausesInForce<AccessParams>(instruments, 'ACCESS')
    .some(({ params, parties }) => params.host === host && params.guest === guest && [params.host, guest].every((one) => parties.includes(one)) && params.regions.includes(region));
}

interface Mandating {
  members: readonly SeatId[];
  partners: readonly SeatId[];
  mandates: readonly { crisis: CrisisId }[];
}

function isMandated(organisations: readonly Mandating[], seat: SeatId, crisis: CrisisId): boolean {
  return organisations.some(({ members, partners, mandates }) => (members.includes(seat) || partners.includes(seat)) && mandates.some((one) => one.crisis === crisis));
}

export function ownerOf(seats: readonly SeatId[], regionOf: (seat: SeatId) => string, region: string): SeatId | null {
  return seats.find((seat) => regionOf(seat) === region) ?? null;
}

/** The same as far as the asking seat can tell; a mandate that is decided at this lock counts as given (ruling 62). */
export const roomInSight = perSightOf((see, crisis: CrisisId): number => {
  const self = see.own.seat.id;
  const { region, hosts, hostRequired } = see.public.crises[crisis]!;
  const owner = ownerOf(see.public.exercise.seats, (seat) => see.public.seats[seat]!.region, region);
  const pending = () => Object.values(see.own.motions)
    .filter(({ kind, status, closesTurn, params }) => kind === 'mandate' && status === 'open' && closesTurn <= see.public.exercise.turn && params.crisis === crisis)
    .flatMap(({ organisation }) => ({ ...see.public.organisations[organisation]!, mandates: [{ crisis }] }));
  return roomOn(self, {
    owner, hostRequired, admitted: hosts.includes(self), access: () => accessTo(see.own.instruments, owner, self, region),
    grants: () => Object.values(see.public.hostGrants).filter((grant) => grant.crisis === crisis), mandated: () => isMandated([...Object.values(see.public.organisations), ...pending()], self, crisis),
  });
});

export function roomInState(state: State, seat: SeatId, crisis: CrisisId): number {
  const { region, hostRequired } = state.scenario.crises[crisis]!;
  const owner = ownerOf(state.seatIds, (one) => state.scenario.seats[one]!.region, region);
  return roomOn(seat, {
    owner, hostRequired, admitted: state.crises[crisis]!.hosts.includes(seat), access: () => accessTo(state.instruments, owner, seat, region),
    grants: () => state.hostGrants.filter((grant) => grant.crisis === crisis), mandated: () => isMandated(Object.values(state.organisations), seat, crisis),
  });
}
