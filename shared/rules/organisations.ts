// Organisations: what their charters say of those who belong to them now, read from the state.
import type { State } from '../model/state.ts';
import type { OrganisationId, SeatId } from '../model/vocabulary.ts';

/** Votes of a member. */
export function weightOf(state: State, id: OrganisationId, seat: SeatId): number {
  return state.scenario.organisations[id]!.weights[seat] ?? 1;
}

/** Percent of all votes that a motion needs where a qualified majority decides. */
export function majorityOf(state: State, id: OrganisationId): number {
  return state.scenario.organisations[id]!.majority ?? state.parameters.qualifiedMajority;
}

/** The lead nation, while it is a member; null without one. */
export function leadOf(state: State, id: OrganisationId): SeatId | null {
  const { lead } = state.scenario.organisations[id]!;
  return lead !== undefined && state.organisations[id]!.members.includes(lead) ? lead : null;
}

/** Who may table motions: the chairs, be they members or dialogue partners that lead a working group; every member where there are none. */
export function chairsOf(state: State, id: OrganisationId): SeatId[] {
  const { members, partners } = state.organisations[id]!;
  const chairs = [...members, ...partners].filter((seat) => state.scenario.organisations[id]!.chairs.includes(seat)).sort();
  return chairs.length > 0 ? chairs : members;
}

/** Is it a member, an observer or a dialogue partner? */
export function isReader(state: State, id: OrganisationId, seat: SeatId): boolean {
  const { members, observers, partners } = state.organisations[id]!;
  return members.includes(seat) || observers.includes(seat) || partners.includes(seat);
}

/** Everybody who reads what is moved there: members, observers and dialogue partners. */
export function readersOf(state: State, id: OrganisationId): SeatId[] {
  const { members, observers, partners } = state.organisations[id]!;
  return [...members, ...observers, ...partners].sort();
}
