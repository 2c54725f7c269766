// The exercise over again as one viewer saw it, phase by phase.
import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Event } from '../shared/model/events.ts';
import type { State } from '../shared/model/state.ts';
import { POWERS, seesAll, watchedSeat } from '../shared/model/roles.ts';
import type { SeatId } from '../shared/model/vocabulary.ts';
import { refuse } from '../shared/rules/refusals.ts';
import type { Result } from '../shared/rules/refusals.ts';
import { stateAtStart } from '../shared/record/replay.ts';
import { apply } from '../shared/rules/apply.ts';
import { wasPractice } from '../shared/rules/practice.ts';
import { withoutWithheld } from '../shared/view/event-for.ts';
import { controlView, publicView, seatView } from '../shared/view/view-for.ts';
import { toDocuments } from '../shared/wire/documents.ts';
import type { Documents } from '../shared/wire/documents.ts';
import type { ReplayAnswer, ReplayFrame } from '../shared/wire/messages.ts';
import type { Identity } from './exercises.ts';
import { readEvent, readHeader } from './record-writer.ts';
import type { StoredEvent, StoredExercise } from './store/store.ts';

/** Whether something is over when this happens: people gathering, a phase, or a turn (whose briefing begins with it). */
function endsPhase(event: Event): boolean {
  if (event.type === 'phaseStarted') return event.data.phase !== 'briefing';
  return event.type === 'exerciseStarted' || event.type === 'exerciseEnded' || (event.type === 'turnStarted' && event.data.turn > 1);
}

/** Whom this person may look at the record as: everybody after the debrief has begun, before it only themselves. */
function lookingAs(state: State, identity: Identity, as: unknown): Result<SeatId | 'public' | 'control'> {
  const own = (POWERS[identity.role].sees === 'own' ? state.seating[identity.participant] : watchedSeat(identity)) ?? 'public';
  const wanted = as === undefined ? (seesAll(identity) ? 'control' : own) : as;
  if (wanted !== 'public' && wanted !== 'control' && !state.seatIds.includes(wanted as SeatId)) return refuse('seatUnknown', 'as');
  const free = seesAll(identity) || state.status === 'debrief' || wanted === 'public' || wanted === own;
  return free ? { ok: true, value: wanted as SeatId } : refuse('notDisclosed', 'as');
}

/**
 * The documents of one viewer at the end of every phase so far, and now. Folding a long record takes a while, so that it
 * makes way for others after each frame.
 */
export async function replayFor(present: State, exercise: StoredExercise, stored: readonly StoredEvent[], identity: Identity, wanted: unknown): Promise<Result<ReplayAnswer>> {
  const as = lookingAs(present, identity, wanted);
  if (!as.ok) return as;
  const state = stateAtStart(readHeader(exercise.header));
  const frames: ReplayFrame[] = [];
  const held: Record<string, Documents> = {};
  let at = exercise.createdAt;
  const take = async () => {
    const slices = Object.fromEntries(Object.entries(slicesOf(state, as.value)).map(([slice, documents]) => {
      const before = held[slice] ?? {};
      held[slice] = documents;
      return [slice, difference(before, documents)];
    }));
    frames.push({ number: frames.length + 1, at, turn: state.turn, phase: state.phase, status: state.status, slices });
    await nextTurn();
  };
  for (const line of stored) {
    const event = withoutWithheld(present, readEvent(line), seesAll(identity) ? identity.participant : null);
    if (event.seq > present.seq) break;
    if (endsPhase(event) && !wasPractice(present, event.seq)) await take();
    apply(state, event);
    at = event.at;
  }
  await take();
  return { ok: true, value: { exercise: exercise.id, title: exercise.title, as: as.value, frames } };
}

/** `public`, and what the viewer sees besides: `seat`, or for exercise control `control` and `seat/CODE`. */
function slicesOf(state: State, as: SeatId | 'public' | 'control'): Record<string, Documents> {
  const slices: Record<string, Documents> = { public: toDocuments('public', publicView(state)) };
  if (as === 'control') {
    slices['control'] = toDocuments('control', controlView(state));
    for (const seat of state.seatIds) slices[`seat/${seat}`] = toDocuments('seat', seatView(state, seat));
  } else if (as !== 'public') slices['seat'] = toDocuments('seat', seatView(state, as));
  return slices;
}

function difference(before: Documents, after: Documents): { set: Documents; gone: string[] } {
  return {
    set: Object.fromEntries(Object.entries(after).filter(([key, text]) => before[key] !== text)),
    gone: Object.keys(before).filter((key) => !(key in after)),
  };
}
