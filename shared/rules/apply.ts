// Folds an event into the state. Total: an event of the record is never refused; rules may tighten, old records stay legal.
import type { Event, EventType } from '../model/events.ts';
import type { State } from '../model/state.ts';
import { applyClock } from './apply/clock.ts';
import { applyControl } from './apply/control.ts';
import { applyCourse } from './apply/course.ts';
import { Copies } from './apply/copies.ts';
import { applyDeeds } from './apply/deeds.ts';
import { applyDisputes } from './apply/disputes.ts';
import { draftOf } from './apply/draft.ts';
import { applyFrequent } from './apply/frequent.ts';
import { applyIdeas } from './apply/ideas.ts';
import { applyInjects } from './apply/injects.ts';
import { applyInstrument } from './apply/instruments.ts';
import { applyIntelligence } from './apply/intelligence.ts';
import { applyObservations } from './apply/observations.ts';
import { applyOrganisations } from './apply/organisations.ts';
import { applyPractice } from './apply/practice.ts';
import { applyTeam } from './apply/team.ts';
import { applyTurnStart } from './apply/turn-start.ts';
import { occurrencesOf } from './occurrences.ts';

type Handler = (state: State, data: unknown, event: Event) => void;
type HandlerByHand = (state: State, data: unknown, copies: Copies, event: Event) => void;

const HANDLERS = {
  ...applyClock,
  ...applyControl,
  ...applyCourse,
  ...applyDeeds,
  ...applyDisputes,
  ...applyIdeas,
  ...applyInstrument,
  ...applyIntelligence,
  ...applyObservations,
  ...applyOrganisations,
  ...applyTeam,
} as { [T in EventType]?: Handler };
const BY_HAND = { ...applyFrequent, ...applyInjects, ...applyTurnStart, ...applyPractice } as { [T in EventType]?: HandlerByHand };

/** Events that rules and conditions look back at within the turn. */
const DEEDS: ReadonlySet<EventType> = new Set([
  'visitHeld', 'visitRefused', 'channelOpened', 'channelUnanswered', 'demarcheMade', 'reconciliationMade', 'reconciliationRefused', 'incidentCleared',
  'instrumentTabled', 'instrumentSigned', 'instrumentRatified', 'instrumentEnteredIntoForce', 'instrumentSuspended', 'instrumentEnded', 'withdrawalNotified',
  'obligationFound', 'reportCollected', 'reportShared', 'illicitShareMade', 'reportsFused', 'leakOccurred', 'attributionMade', 'attributionJudged', 'warningGiven',
  'releaseGranted', 'deceptionDetected', 'sweepDone', 'reportPublished', 'civilMilitaryRaised', 'cyberOpDone', 'cyberOperationExposed', 'exerciseHeld', 'invested', 'trained', 'hardened', 'courseHeld', 'standardised', 'forceShown', 'packagesDeployed', 'packagesRecalled', 'activityNotified', 'aidGiven', 'inspectionHeld', 'disputeFiled', 'disputeSettled', 'remedyPaid', 'pledgeKept', 'pledgeMissed',
  'paymentMade', 'crisisOpened', 'incidentOpened', 'threatEventStruck', 'invitationClosed', 'decisionTaken', 'injectFired',
]);

/**
 * The state takes what changes; every part of it that changes is replaced, so that all others keep their identity, and a copy of the state is a list of its parts.
 * Events that are folded without anybody looking at the state between them may share `copies`: then a part is replaced once for all of them.
 */
export function apply(state: State, event: Event, copies = new Copies()): void {
  const { own } = copies;
  const byHand = BY_HAND[event.type];
  if (byHand) byHand(state, event.data, copies, event);
  else HANDLERS[event.type]?.(draftOf(state, copies), event.data, event);
  if (DEEDS.has(event.type)) own(state, 'deeds').push({ type: event.type, data: event.data, audience: event.audience } as State['deeds'][number]);
  for (const { name, seats } of occurrencesOf(state, event)) {
    const tally = own(state, 'tally');
    count(tally, name);
    for (const seat of seats) count(tally, `${name}/${seat}`);
  }
  state.seq = event.seq;
}

/** Folds events in one after the other; nobody looks at the state before the last. */
export function applyAll(state: State, events: Iterable<Event>): void {
  const copies = new Copies();
  for (const event of events) apply(state, event, copies);
}

function count(tally: State['tally'], key: string): void {
  tally[key] = (tally[key] ?? 0) + 1;
}
