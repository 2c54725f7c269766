// The one door out for events: what a viewer may learn of something that happened, and of the numbers that moved with it.
import type { Change, Factor } from '../model/change.ts';
import type { Event, EventType } from '../model/events.ts';
import { audienceOf, isUnheardOf, locate } from '../model/fields.ts';
import type { State } from '../model/state.ts';
import type { Audience, SeatId } from '../model/vocabulary.ts';
import { namedIn } from './named.ts';
import type { Named } from './named.ts';
import { isOfObservation, readsObservation } from './observations.ts';
import type { Viewer } from './view.ts';

export interface EventView {
  type: EventType;
  data: Record<string, unknown>;
  changes: Change[];
  /** Only for exercise control, and for everybody in the debrief: others find these names in their own view. */
  named?: Named;
}

/** Fields of an event's data that its audience may not see before the debrief. */
const REDACTED: Partial<Record<EventType, readonly string[]>> = {
  reportCollected: ['truth'],
  reportDelivered: ['truth'],
  reportSanitised: ['truth'],
  illicitShareDiscovered: ['share'],
  exerciseCreated: ['settings'],
  // Would tell that the threat was disrupted.
  threatEventStruck: ['shield'],
  // Would tell the standing of the ratifier at home; its own price it reads in its political capital.
  instrumentRatified: ['price'],
  accessionDeclared: ['price'],
};

/** Numbers whose making would name the hidden cause: one factor until the debrief. */
const VEILED: ReadonlySet<string> = new Set(['relief', 'attribution', 'deterrence']);

function sees(audience: Audience, viewer: Viewer, disclosed: boolean): boolean {
  if (viewer.kind === 'control' || disclosed) return true;
  if (audience === 'all') return true;
  if (audience === 'control' || viewer.kind === 'observer') return false;
  return audience.includes(viewer.seat);
}

/** `null`: this viewer learns nothing of it. */
export function eventFor(state: State, event: Event, viewer: Viewer): EventView | null {
  const disclosed = state.status === 'debrief';
  if (!sees(event.audience, viewer, disclosed)) return null;
  const person = personOf(viewer);
  if (isOfObservation(event) && !readsObservation(state, event, person)) return null;
  if (event.type === 'numbersChanged') {
    const changes = event.data.changes.flatMap((change) => changeFor(state, change, viewer, disclosed) ?? []);
    return changes.length > 0 ? { type: event.type, data: { step: event.data.step }, changes } : null;
  }
  const data = { ...(event.data as Record<string, unknown>) };
  if (viewer.kind !== 'control' && !disclosed) for (const hidden of REDACTED[event.type] ?? []) delete data[hidden];
  const texts = withoutWithheld(state, event, person).private?.texts;
  const named = viewer.kind === 'control' || disclosed ? namedIn(state, data) : null;
  return { type: event.type, data: texts ? { ...data, texts } : data, changes: [], ...(named && { named }) };
}

/** Whose notebook a viewer reads besides; null for others than exercise control. */
function personOf(viewer: Viewer): string | null {
  return viewer.kind === 'control' ? (viewer.person ?? '') : null;
}

/**
 * The event as it may be handed on to a person of exercise control, or (null) to others. To these without words that control has withdrawn, of a message or of
 * an idea; to everybody without observations that they do not read. Its hash stays what it was.
 */
export function withoutWithheld<E extends Event>(present: State, event: E, person: string | null): E {
  if (!event.private) return event;
  const withheld = isOfObservation(event) ? !readsObservation(present, event, person) : person === null && withdrawn(present, event);
  return withheld ? { ...event, private: undefined } : event;
}

function withdrawn(present: State, event: Event): boolean {
  switch (event.type) {
    case 'messageSent':
      return present.messages.some(({ id, hidden }) => hidden && id === event.data.message.id);
    case 'headlinePublished':
      return present.headlines[event.data.headline]?.withdrawn === true;
    case 'matrixProposed':
    case 'matrixArgued':
    case 'matrixJudged':
      return present.matrix[event.data.matrix]?.status === 'removed';
    default:
      return false;
  }
}

function changeFor(state: State, change: Change, viewer: Viewer, disclosed: boolean): Change | null {
  const place = locate(state, change.path);
  const audience = place && !isUnheardOf(state, change.path) ? audienceOf(change.path, place.rule.sees, place.seats) : 'control';
  const narrowed: Audience = place?.rule.sees === 'own' ? [place.seats[0] as SeatId] : audience;
  if (!sees(narrowed, viewer, disclosed)) return null;
  if (viewer.kind === 'control' || disclosed) return change;
  return { ...change, factors: factorsFor(change.factors, viewer) };
}

/** Factors one may not know become one line without a count. */
function factorsFor(factors: readonly Factor[], viewer: Viewer): Factor[] {
  const shown: Factor[] = [];
  let other = 0;
  for (const factor of factors) {
    if (VEILED.has(factor.name)) merge(shown, { name: 'relief', value: factor.value, sees: 'all' });
    else if (sees(factor.sees, viewer, false)) shown.push(factor);
    else other += factor.value;
  }
  if (other !== 0) shown.push({ name: 'otherCauses', value: other, sees: 'all' });
  return shown;
}

function merge(list: Factor[], factor: Factor): void {
  const held = list.find(({ name }) => name === factor.name);
  if (held) held.value += factor.value;
  else list.push(factor);
}
