// How organisations and hosts change the state: motions, votes and what was adopted, membership, forums, grants.
import type { Event, EventData, EventType } from '../../model/events.ts';
import type { State } from '../../model/state.ts';

type Handlers = { [T in EventType]?: (state: State, data: EventData[T], event: Event) => void };

export const applyOrganisations: Handlers = {
  motionTabled(state, { motion }) {
    state.motions[motion.id] = motion;
  },
  voteCast(state, { motion, seat, vote }) {
    state.motions[motion]!.votes[seat] = vote;
  },
  silenceBroken(state, { motion, seat }) {
    state.motions[motion]!.brokenBy.push(seat);
  },
  motionAdopted(state, { motion }) {
    Object.assign(state.motions[motion]!, { status: 'adopted', decidedTurn: state.turn });
  },
  motionFailed(state, { motion }) {
    Object.assign(state.motions[motion]!, { status: 'failed', decidedTurn: state.turn });
  },
  mandateGiven(state, { organisation, crisis }) {
    const { mandates } = state.organisations[organisation]!;
    if (!mandates.some((one) => one.crisis === crisis)) mandates.push({ crisis, since: state.turn });
  },
  levyRaised(state, { organisation, amount, dueTurn, payers }) {
    state.organisations[organisation]!.levies.push({ amount, dueTurn, payers });
  },
  standardSet(state, { organisation, level }) {
    state.organisations[organisation]!.standard = level;
  },
  normAdopted(state, { organisation, act }) {
    const { norms } = state.organisations[organisation]!;
    if (!norms.includes(act)) norms.push(act);
  },
  sanctionImposed(state, { organisation, seat }) {
    const { sanctioned } = state.organisations[organisation]!;
    if (!sanctioned.includes(seat)) sanctioned.push(seat);
  },
  standingForceRaised(state, { organisation, domain, packages }) {
    state.organisations[organisation]!.standingForce = packages > 0 ? { domain, packages, since: state.turn } : null;
  },
  membershipChanged(state, { organisation, seat, role, expelled }) {
    const held = state.organisations[organisation]!;
    for (const list of ['members', 'observers', 'partners'] as const) held[list] = held[list].filter((one) => one !== seat);
    if (role !== null) held[`${role}s`] = [...held[`${role}s`], seat].sort();
    held.expelled = held.expelled.filter((one) => one !== seat);
    if (expelled) held.expelled.push(seat);
  },
  forumHeld(state, { guests, organisation }) {
    if (organisation === null) return;
    const held = state.organisations[organisation]!;
    const turn = state.turn + 1;
    const before = held.forum?.turn === turn ? held.forum.guests : [];
    const outsiders = guests.filter((seat) => !held.members.includes(seat));
    if (outsiders.length > 0) held.forum = { guests: [...new Set([...before, ...outsiders])].sort(), turn };
  },
  hostGranted(state, { grant }) {
    state.hostGrants = [...state.hostGrants.filter(({ host, guest, crisis }) => host !== grant.host || guest !== grant.guest || crisis !== grant.crisis), grant];
  },
  hostRevoked(state, { host, guest, crisis }) {
    state.hostGrants = state.hostGrants.filter((grant) => grant.host !== host || grant.guest !== guest || grant.crisis !== crisis);
    const held = state.crises[crisis]!;
    if (held.hosts.includes(guest)) held.hosts = held.hosts.filter((seat) => seat !== guest);
  },
};
