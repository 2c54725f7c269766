// Injects: which fire on entering a phase, which when their condition comes true, and what becomes of the decisions they ask for (ruling 22).
import type { State } from '../model/state.ts';
import type { Audience, InjectId, Phase, SeatId } from '../model/vocabulary.ts';
import type { InjectDraft } from '../scenario/schema.ts';
import { holds } from './conditions.ts';
import { runEffects } from './effects/catalogue.ts';
import type { StepDesk } from './steps/desk.ts';

/** On entering a phase: those of this turn and phase whose condition, if any, holds. */
export function fireScheduled(desk: StepDesk, state: State, phase: Phase): void {
  for (const inject of inOrder(state)) {
    if (inject.manual || inject.at?.turn !== state.turn || inject.at.phase !== phase || firedThisTurn(state, inject.id)) continue;
    if (inject.when === undefined || holds(state, inject.when)) fire(desk, inject, 'schedule');
  }
}

/** On entering Briefing, and in steps 2 and 12 of the resolution: those without a time whose condition holds. */
export function fireConditional(desk: StepDesk, state: State): void {
  for (const inject of inOrder(state)) {
    if (inject.manual || inject.at || inject.when === undefined) continue;
    if (inject.once ? fired(state, inject.id) : firedThisTurn(state, inject.id)) continue;
    if (holds(state, inject.when)) fire(desk, inject, 'condition');
  }
}

/** By exercise control, whatever its time and condition. False if there is no such inject, or nobody in play to get it. */
export function fireManually(desk: StepDesk, state: State, id: InjectId): boolean {
  const inject = state.scenario.injects.find((one) => one.id === id);
  return inject !== undefined && fire(desk, inject, 'control');
}

/** In step 2, before anything fires: what was decided by the lock takes effect, the default where nobody decided. */
export function closeDecisions(desk: StepDesk, state: State): void {
  for (const { id, to, turn, phase } of state.injects) {
    const decide = state.scenario.injects.find((one) => one.id === id)?.decide;
    if (!decide || deadline(turn, phase) !== state.turn) continue;
    for (const seat of to === 'all' ? state.seatIds : to === 'control' ? [] : to) {
      const taken = state.decisions.find((one) => one.inject === id && one.seat === seat)?.option ?? null;
      if (taken === null) desk.emit({ type: 'decisionTaken', data: { inject: id, seat, option: decide.default, byDefault: true }, audience: [seat] });
      const option = decide.options.find((one) => one.id === (taken ?? decide.default));
      if (option) runEffects(desk, option.effects, { inject: id, recipients: [seat], audience: [seat] });
    }
  }
}

/** Turn at whose lock a decision is due: what fires behind the lock has until the next one. */
export function deadline(turn: number, phase: Phase): number {
  return phase === 'resolution' || phase === 'review' ? turn + 1 : turn;
}

function fire(desk: StepDesk, inject: InjectDraft, by: 'schedule' | 'condition' | 'control'): boolean {
  const { seatIds } = desk.state;
  const recipients: SeatId[] = inject.to === 'all' ? [...seatIds] : inject.to.filter((seat) => seatIds.includes(seat)).sort();
  if (recipients.length === 0) return false;
  const to: Audience = inject.to === 'all' ? 'all' : recipients;
  desk.emit({ type: 'injectFired', data: { inject: inject.id, to, by }, audience: to });
  runEffects(desk, inject.effects, { inject: inject.id, recipients, audience: to });
  return true;
}

const inOrder = (state: State) => [...state.scenario.injects].sort((a, b) => (a.id < b.id ? -1 : 1));
const fired = (state: State, id: InjectId) => state.injects.some((one) => one.id === id);
const firedThisTurn = (state: State, id: InjectId) => state.injects.some((one) => one.id === id && one.turn === state.turn);
