// What clause kinds share when they reckon due turns: windows, what was found before, and who else is bound.
import type { Invitation, Report } from '../../model/state.ts';
import type { EventData, EventType } from '../../model/events.ts';
import type { SeatId } from '../../model/vocabulary.ts';
import { ingredient } from '../../view/keep.ts';
import type { ComplianceCase, DutyCase } from './clause.ts';

/** What duties ask of a ministry itself. */
export const meansOf = ingredient((state, seat) => {
  const { security, sources, capability, extraPackages, exposure } = state.seats[seat]!;
  return { security, sources, capability, extraPackages, exposure };
});

/** Reports in its hands that are its own. */
export const ownReports = ingredient((state, seat): Report[] => Object.values(state.reports[seat]!).filter(({ originator }) => originator === seat));

/** For duties owed every turn from entry into force (ruling 50). */
export function everyTurn({ turn, since }: DutyCase<unknown>): number {
  return Math.max(turn, since);
}

/** The window [first, last] of `every` turns that a turn falls in, counted from entry into force (ruling 50). */
export function windowOf(duty: DutyCase<unknown>, every: number): { index: number; first: number; last: number } {
  const index = Math.floor(Math.max(0, duty.turn - duty.since) / every);
  const first = duty.since + index * every;
  return { index, first, last: first + every - 1 };
}

/** Was this duty found met in an earlier turn, not before `first`? One act meets it for the whole window. */
export function metBefore({ state, instrument, clause, seat, turn }: DutyCase<unknown>, first: number): boolean {
  return state.findings.some((finding) => finding.instrument === instrument.id && finding.clause === clause && finding.seat === seat
    && finding.result === 'met' && finding.turn >= first && finding.turn < turn);
}

export function otherParties({ instrument, seat }: DutyCase<unknown>): SeatId[] {
  return instrument.parties.filter((party) => party !== seat);
}

const JUDGED_BY = ['exerciseHeld', 'forceShown', 'channelOpened', 'incidentCleared', 'reportShared', 'illicitShareMade', 'reportsFused', 'paymentMade', 'aidGiven', 'inspectionHeld', 'courseHeld'] as const satisfies EventType[];

/** Events by which duties are judged: whatever else happens changes no duty. */
export const JUDGED: ReadonlySet<EventType> = new Set(JUDGED_BY);

/** Data of this turn's events of one type. */
export function happened<T extends (typeof JUDGED_BY)[number]>(check: ComplianceCase<unknown>, type: T): EventData[T][] {
  const found: EventData[T][] = [];
  for (const event of check.events) if (event.type === type) found.push(event.data as EventData[T]);
  return found;
}

/** Invitations that the invited turned down or left unanswered. */
export function declinedInvitations({ state }: DutyCase<unknown>, action: string, first: number, last: number): Invitation[] {
  return Object.values(state.invitations).filter((invitation) => invitation.action === action && invitation.turn >= first && invitation.turn <= last
    && (invitation.status === 'refused' || invitation.status === 'expired'));
}
