// Folds an event into the state. Total: an event of the record is never refused; rules may tighten, old records stay legal.
import { locate } from '../model/fields.ts';
import type { Event, EventData, EventType } from '../model/events.ts';
import type { State } from '../model/state.ts';
import { applyCourse } from './apply/course.ts';
import { applyDeeds } from './apply/deeds.ts';
import { applyDisputes } from './apply/disputes.ts';
import { draftOf } from './apply/draft.ts';
import { applyIdeas } from './apply/ideas.ts';
import { applyInstrument } from './apply/instruments.ts';
import { applyIntelligence } from './apply/intelligence.ts';
import { applyOrganisations } from './apply/organisations.ts';
import { occurrencesOf } from './occurrences.ts';

type Handlers = { [T in EventType]?: (state: State, data: EventData[T], event: Event) => void };

const HANDLERS: Handlers = {
  ...applyCourse,
  ...applyDeeds,
  ...applyDisputes,
  ...applyIdeas,
  ...applyInstrument,
  ...applyIntelligence,
  ...applyOrganisations,
  numbersChanged(state, { step, changes }) {
    for (const { path, after } of changes) {
      const place = locate(state, path);
      if (place) place.holder[place.key] = after;
    }
    if (state.phase === 'resolution') state.lastChanges = [...state.lastChanges, ...changes];
    if (step === 'crisis.harm') for (const change of changes) noteHarm(state, change.path, change.factors);
  },
};

/** Events that rules and conditions look back at within the turn. */
const DEEDS: ReadonlySet<EventType> = new Set([
  'visitHeld', 'visitRefused', 'channelOpened', 'channelUnanswered', 'demarcheMade', 'reconciliationMade', 'reconciliationRefused', 'incidentCleared',
  'instrumentTabled', 'instrumentSigned', 'instrumentRatified', 'instrumentEnteredIntoForce', 'instrumentSuspended', 'instrumentEnded', 'withdrawalNotified',
  'obligationFound', 'reportCollected', 'reportShared', 'illicitShareMade', 'reportsFused', 'leakOccurred', 'attributionMade', 'attributionJudged', 'warningGiven',
  'releaseGranted', 'deceptionDetected', 'sweepDone', 'reportPublished', 'civilMilitaryRaised', 'cyberOpDone', 'cyberOperationExposed', 'exerciseHeld', 'invested', 'trained', 'hardened', 'courseHeld', 'standardised', 'forceShown', 'packagesDeployed', 'packagesRecalled', 'activityNotified', 'aidGiven', 'inspectionHeld', 'disputeFiled', 'disputeSettled', 'remedyPaid', 'pledgeKept', 'pledgeMissed',
  'paymentMade', 'crisisOpened', 'incidentOpened', 'threatEventStruck', 'invitationClosed', 'decisionTaken', 'injectFired',
]);

/** The state takes what changes; every part of it that changes is replaced, so that all others keep their identity, and a copy of the state is a list of its parts. */
export function apply(state: State, event: Event): void {
  const handler = HANDLERS[event.type] as ((state: State, data: unknown, event: Event) => void) | undefined;
  handler?.(draftOf(state), event.data, event);
  if (DEEDS.has(event.type)) {
    state.deeds = [...state.deeds, { type: event.type, data: event.data, audience: event.audience } as State['deeds'][number]];
  }
  for (const { name, seats } of occurrencesOf(state, event)) count(state, [name, ...seats.map((seat) => `${name}/${seat}`)]);
  state.seq = event.seq;
}

function count(state: State, keys: readonly string[]): void {
  state.tally = { ...state.tally, ...Object.fromEntries(keys.map((key) => [key, (state.tally[key] ?? 0) + 1])) };
}

/** Harm of crises to public opinion is summed for the SAFE objective (rulings, section I). */
function noteHarm(state: State, path: string, factors: { name: string; value: number }[]): void {
  const [kind, seat, field] = path.split('/');
  if (kind !== 'seat' || field !== 'publicOpinion') return;
  for (const factor of factors) if (factor.name === 'harm') state.harm[seat!] = (state.harm[seat!] ?? 0) - factor.value / 1000;
}
