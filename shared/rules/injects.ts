// Injects: which fire on entering a phase, which when their condition comes true or an event has happened, and what becomes of the decisions they ask for (ruling 22).
import type { DueInject, State } from '../model/state.ts';
import type { Audience, InjectId, Phase, SeatId } from '../model/vocabulary.ts';
import type { InjectDraft } from '../scenario/schema.ts';
import { holds } from './conditions.ts';
import { dueTurn } from './deadline.ts';
import { runEffects } from './effects/catalogue.ts';
import { injectOf, injectsInOrder, mayFire } from './inject-list.ts';
import { recallMissing } from './recall.ts';
import type { StepDesk } from './steps/desk.ts';
import type { Working } from './working.ts';

type Trigger = 'schedule' | 'condition' | 'event' | 'control';

/** One step in which injects act; packages that a ministry has lost by it come home at once. */
export function injectStep(work: Working, name: string, run: (desk: StepDesk) => void): void {
  const before = work.events.length;
  work.step(name, run);
  if (work.events.slice(before).some(({ type }) => type === 'packagesChanged')) work.step(`${name}.recalls`, recallMissing);
}

/** On entering a phase: those of this turn and phase whose condition, if any, holds, those that were put off until now, and those that exercise control has set for now. */
export function fireScheduled(desk: StepDesk, state: State, phase: Phase): void {
  for (const inject of injectsInOrder(state)) {
    if (!mayFire(state, inject.id)) continue;
    const set = state.injectChanges[inject.id]?.at;
    if (set) {
      if (set.turn === state.turn && set.phase === phase) fireNow(desk, state, inject);
      continue;
    }
    if (inject.at?.phase !== phase) continue;
    const due = dueNow(state, inject.id);
    if (due) comeDue(desk, inject, 'schedule', due.concerned);
    else if (!inject.manual && inject.at.turn === state.turn && !spent(state, inject) && met(state, inject)) trigger(desk, inject, 'schedule', []);
  }
}

/** On entering Briefing, and in steps 2 and 12 of the resolution: those without a time whose condition holds, whose event has happened, or whose wait is over. */
export function fireConditional(desk: StepDesk, state: State): void {
  for (const inject of injectsInOrder(state)) {
    if (inject.at || !mayFire(state, inject.id) || state.injectChanges[inject.id]?.at) continue;
    const due = dueNow(state, inject.id);
    if (due) {
      comeDue(desk, inject, 'schedule', due.concerned);
      continue;
    }
    if (inject.manual || spent(state, inject)) continue;
    if (inject.after !== undefined) {
      if (sinceHeard(state, inject.id, inject.after) && met(state, inject)) trigger(desk, inject, 'event', state.seatIds.filter((seat) => sinceHeard(state, inject.id, `${inject.after}/${seat}`)));
    } else if (inject.when !== undefined && met(state, inject)) trigger(desk, inject, 'condition', []);
  }
}

/** By exercise control, whatever its time, condition and chance. False if there is no such inject, or nobody in play to get it. */
export function fireManually(desk: StepDesk, state: State, id: InjectId): boolean {
  const inject = injectOf(state, id);
  return inject !== undefined && fireNow(desk, state, inject);
}

function fireNow(desk: StepDesk, state: State, inject: InjectDraft): boolean {
  return fire(desk, inject, 'control', state.seatIds.filter((seat) => inject.after !== undefined && (state.tally[`${inject.after}/${seat}`] ?? 0) > 0));
}

/** In step 2, before anything fires: what was decided by the deadline takes effect, the default where nobody decided. */
export function closeDecisions(desk: StepDesk, state: State): void {
  for (const asked of state.injects) {
    const { id, to } = asked;
    const decide = state.scenario.injects.find((one) => one.id === id)?.decide;
    if (!decide || dueTurn(state, asked, decide.within) !== state.turn) continue;
    for (const seat of to === 'all' ? state.seatIds : to === 'control' ? [] : to) {
      const taken = state.decisions.find((one) => one.inject === id && one.seat === seat)?.option ?? null;
      if (taken === null) desk.emit({ type: 'decisionTaken', data: { inject: id, seat, option: decide.default, byDefault: true }, audience: [seat] });
      const option = decide.options.find((one) => one.id === (taken ?? decide.default));
      if (option) runEffects(desk, option.effects, { inject: id, reason: 'inject', recipients: [seat], audience: [seat] });
    }
  }
}

/** Its trigger has come: it comes due now, or after its delay. */
function trigger(desk: StepDesk, inject: InjectDraft, by: Trigger, concerned: SeatId[]): void {
  if (inject.delay === 0) comeDue(desk, inject, by, concerned);
  else desk.emit({ type: 'injectDue', data: { inject: inject.id, turn: desk.state.turn + inject.delay, concerned }, audience: 'control' });
}

/** Fires unless chance holds it back, it has fired for good, or nobody in play would get it. */
function comeDue(desk: StepDesk, inject: InjectDraft, by: Trigger, concerned: SeatId[]): void {
  const again = !inject.once || !fired(desk.state, inject.id);
  if (again && desk.succeeds(`inject/${inject.id}`, inject.prob * 100) && fire(desk, inject, by, concerned)) return;
  // One that addresses nobody and waits for nothing is judged again next time.
  if (inject.prob < 100 || dueNow(desk.state, inject.id)) desk.emit({ type: 'injectSkipped', data: { inject: inject.id }, audience: 'control' });
}

function fire(desk: StepDesk, inject: InjectDraft, by: Trigger, concerned: readonly SeatId[]): boolean {
  const { seatIds } = desk.state;
  const named = inject.to === 'concerned' ? concerned : inject.to;
  const recipients: SeatId[] = named === 'all' ? [...seatIds] : named.filter((seat) => seatIds.includes(seat)).sort();
  if (recipients.length === 0) return false;
  const to: Audience = named === 'all' ? 'all' : recipients;
  desk.emit({ type: 'injectFired', data: { inject: inject.id, to, by }, audience: to });
  runEffects(desk, inject.effects, { inject: inject.id, reason: 'inject', recipients, audience: to });
  return true;
}

const met = (state: State, { when }: InjectDraft) => when === undefined || holds(state, when);
const fired = (state: State, id: InjectId) => state.injects.some((one) => one.id === id);
const dueNow = (state: State, id: InjectId): DueInject | undefined => state.dueInjects.find(({ inject, turn }) => inject === id && turn <= state.turn);

/** Has the event happened since the inject last came due? */
const sinceHeard = (state: State, id: InjectId, key: string) => (state.tally[key] ?? 0) > (state.heard[id]?.[key] ?? 0);

/** It has had its chance: for good, or for this turn if it may come again; or it waits already. */
function spent(state: State, { id, once }: InjectDraft): boolean {
  const had = (list: readonly { id: InjectId; turn: number }[]) => list.some((one) => one.id === id && (once || one.turn === state.turn));
  return had(state.injects) || had(state.skippedInjects) || state.dueInjects.some(({ inject }) => inject === id);
}
