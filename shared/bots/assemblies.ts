// What bots do in organisations, and about whose forces may stand where (ruling 83).
import type { SeatId } from '../model/vocabulary.ts';
import { ownerOf, roomInSight } from '../rules/hosting.ts';
import { subjectsOf } from '../rules/motions/catalogue.ts';
import { count } from '../rules/packages.ts';
import type { MotionView, OrganisationView, Sight } from '../view/view.ts';
import type { Agenda, Wish } from './agenda.ts';
import { openCrises, proposed, thisTurn } from './outlook.ts';

/** Kinds of decisions that put a duty or a limit on every member. */
const BINDING: ReadonlySet<string> = new Set(['levy', 'norm', 'standard', 'standingForce']);
/** Political capital that a motion must leave. */
const STANDING = 18;
/** Trust from which a bot admits the forces of another seat (ruling 83). */
export const HOST_TRUST = 40;

const standingAtHome = (see: Sight) => Math.floor((see.own.ministry.publicOpinion + see.own.ministry.politicalCapital) / 2) >= see.public.exercise.parameters.thresholdAgreement;

/** How a character feels about a motion. */
export type Inclination = (see: Sight, motion: MotionView) => 'yes' | 'no';

/** Yes, unless it binds a ministry whose standing at home is too low for that. */
export const inclined: Inclination = (see, motion) => (BINDING.has(motion.kind) && !standingAtHome(see) ? 'no' : 'yes');
/** Nothing that binds. */
export const reluctant: Inclination = (_see, motion) => (BINDING.has(motion.kind) ? 'no' : 'yes');

/** Votes where votes decide; breaks silence only if the character is one to do so. */
export function vote(see: Sight, agenda: Agenda, inclination: Inclination, breaks: (motion: MotionView) => boolean = () => false): void {
  const self = see.own.seat.id;
  const open = Object.values(see.own.motions).filter(({ status, by }) => status === 'open' && by !== self);
  for (const motion of open.sort((a, b) => (a.id < b.id ? -1 : 1))) {
    const organisation = see.public.organisations[motion.organisation];
    if (!organisation?.members.includes(self) || subjectsOf(motion).includes(self)) continue;
    if (organisation.rule === 'consensus') {
      if (breaks(motion)) agenda.act({ action: 'VOTE', params: { motion: motion.id, vote: 'break' } });
      continue;
    }
    const choice = inclination(see, motion);
    if (motion.votes[self] !== choice) agenda.act({ action: 'VOTE', params: { motion: motion.id, vote: choice } });
  }
}

/** Organisations in which this seat may move something. */
function floors(see: Sight): OrganisationView[] {
  const self = see.own.seat.id;
  return Object.values(see.public.organisations).filter(({ members, chairs }) => members.includes(self) && chairs.includes(self)).sort((a, b) => (a.id < b.id ? -1 : 1));
}

/** Has anybody moved this kind of thing there this turn or before it was decided? */
function moved(see: Sight, organisation: string, kind: string): boolean {
  return Object.values(see.own.motions).some((motion) => motion.organisation === organisation && motion.kind === kind && (motion.status === 'open' || motion.turn === see.public.exercise.turn));
}

/** A mandate for the worst crisis, money for those who serve under one, common standards: the first that is missing, one a turn. */
export function move(see: Sight, agenda: Agenda): void {
  if (see.own.ministry.politicalCapital < STANDING || (see.own.effort.actsThisTurn.MOTION ?? 0) > 0) return;
  for (const organisation of floors(see)) {
    const first = agendaOf(see, organisation).find(({ params }) => !moved(see, organisation.id, params.kind as string));
    if (first && agenda.act(first)) return;
  }
}

function agendaOf(see: Sight, { id: organisation, mandates, fund, members, standard, norms }: OrganisationView): Wish[] {
  const wish = (kind: string, params: Record<string, unknown>): Wish => ({ action: 'MOTION', params: { organisation, kind, ...params } });
  const worst = openCrises(see)[0];
  const serving = mandates.reduce((sum, { crisis }) => sum + members.reduce((all, seat) => all + count(see.public.crises[crisis]?.deployments[seat] ?? []), 0), 0);
  return [
    ...(worst && !mandates.some(({ crisis }) => crisis === worst.id) ? [wish('mandate', { crisis: worst.id })] : []),
    ...(mandates.length > 0 && fund < serving ? [wish('levy', { amount: 1 })] : []),
    ...(standard < 2 ? [wish('standard', { level: standard + 1 })] : []),
    ...(!norms.includes('cyberOperation') ? [wish('norm', { act: 'cyberOperation' })] : []),
  ];
}

/** Asks the owner of a crisis region to be let in, where there is no other way. */
export function admissionRequests(see: Sight): Wish[] {
  const self = see.own.seat.id;
  const asked = (owner: SeatId, crisis: string) => thisTurn(see, 'HOST').some(({ from, to, params }) => from === self && to.includes(owner) && params.crisis === crisis);
  return openCrises(see).flatMap(({ id, region }) => {
    const owner = ownerOf(see.public.exercise.seats, (seat) => see.public.seats[seat]!.region, region);
    if (owner === null || owner === self || roomInSight(see, id) > 0 || asked(owner, id)) return [];
    return [{ action: 'HOST', params: { act: 'request', partner: owner, crisis: id, cap: 4, until: 0 } }];
  });
}

/** A seat at a table where it has none, as a partner. */
export function applications(see: Sight): Wish[] {
  const self = see.own.seat.id;
  const outside = Object.values(see.public.organisations).find(({ id, members, observers, partners }) => ![members, observers, partners].some((seats) => seats.includes(self))
    && !Object.values(see.own.motions).some((motion) => motion.kind === 'admission' && motion.by === self && motion.organisation === id));
  return outside && see.own.ministry.politicalCapital >= STANDING ? [{ action: 'MEMBERSHIP', params: { organisation: outside.id, request: 'partner' } }] : [];
}

/** A meeting of everybody one trusts, in every third turn. */
export function forums(see: Sight, partners: readonly SeatId[]): Wish[] {
  return partners.length >= 2 && see.public.exercise.turn % 3 === 0 && !proposed(see, 'FORUM') ? [{ action: 'FORUM', params: { partners: [...partners].slice(0, 11), organisation: null } }] : [];
}
