// The course of an exercise: starting it, starting turns and phases, ending it. Each lays its events on the working copy.
import type { NewEvent } from '../model/events.ts';
import type { State } from '../model/state.ts';
import type { Phase, SeatId } from '../model/vocabulary.ts';
import { PHASES } from '../model/vocabulary.ts';
import { reaches } from '../model/belief.ts';
import { nextEvent } from '../view/view-for.ts';
import { fireConditional, fireScheduled, injectStep } from './injects.ts';
import { circumstancesAtBriefing, instrumentsAtBriefing, instrumentsAtStart } from './instruments/lifecycle.ts';
import { lapsing } from './lapsing.ts';
import { inPractice } from './practice.ts';
import { resolve } from './resolve.ts';
import { dateOf, earliestEnd, isCourse, putOff } from './schedule.ts';
import { scoreOf } from './scoring.ts';
import { concludeEvaluation } from './steps/evaluation.ts';
import { returnLoans } from './steps/loans.ts';
import type { StepDesk } from './steps/desk.ts';
import type { Working } from './working.ts';

export function startExercise(work: Working, at: number): void {
  const { state } = work;
  work.emit({ type: 'exerciseStarted', data: {}, audience: 'all' });
  work.emit({ type: 'truthDrawn', data: { truths: Object.fromEntries(Object.values(state.threats).map(({ id, truth }) => [id, truth])) }, audience: 'control' });
  startTurn(work, 1, at);
}

function startTurn(work: Working, turn: number, at: number): void {
  work.emit({ type: 'turnStarted', data: { turn }, audience: 'all' });
  if (turn === 1) {
    work.step('opening', openStandingCrises);
    work.step('opening.instruments', instrumentsAtStart);
  }
  work.step('loans', returnLoans);
  startPhase(work, 'briefing', at);
}

function lengthFor({ settings }: State, phase: Phase, at: number): number | null {
  return settings.phases[phase] === 0 ? null : at + settings.phases[phase] * 1000;
}

/** A phase of a course ends at its date, which gives way if the phase begins too late for it. One without a date is over at once, but for the review of the last turn: what is behind it is disclosed when exercise control says so. */
function dateFor(work: Working, phase: Phase, at: number): number | null {
  const { schedule, turn, settings } = work.state;
  if (!dateOf(schedule, turn, phase)) return phase === 'review' && turn === settings.turns ? null : at;
  const moved = putOff(schedule, { turn, phase }, earliestEnd(schedule, { turn, phase }, at));
  if (moved.length > 0) work.emit({ type: 'deadlinesMoved', data: { deadlines: moved, because: 'late', reason: '' }, audience: 'all' });
  return dateOf(work.state.schedule, turn, phase)!.at;
}

function openStandingCrises(desk: StepDesk): void {
  for (const [id, draft] of Object.entries(desk.state.scenario.crises)) {
    if (draft.open) desk.emit({ type: 'crisisOpened', data: { crisis: id, severity: draft.severity, rung: draft.rung }, audience: 'all' });
  }
}

/** Starts a phase; the clock runs from now, unless the phase has no limit. */
function startPhase(work: Working, phase: Phase, at: number): void {
  const { state } = work;
  work.emit({ type: 'phaseStarted', data: { phase, turn: state.turn, deadline: isCourse(state) ? dateFor(work, phase, at) : lengthFor(state, phase, at) }, audience: 'all' });
  work.emit(...lapsing(state.teamDrafts, phase).map(({ id, seat }): NewEvent => ({ type: 'draftLapsed', data: { draft: id, seat }, audience: [seat] })));
  if (phase === 'briefing') work.step('instruments.briefing', instrumentsAtBriefing);
  if (phase === 'resolution') resolve(work);
  injectStep(work, `injects.${phase}`, (desk) => fireScheduled(desk, state, phase));
  if (phase === 'briefing') {
    injectStep(work, 'injects.briefing.conditional', (desk) => fireConditional(desk, state));
    work.step('instruments.circumstances', circumstancesAtBriefing);
    work.step('warnings', warnings);
  }
}

/** A ministry that is sure enough of the truth sees what comes next (model guide, section 3; ruling 76). */
function warnings(desk: StepDesk): void {
  const { state } = desk;
  for (const threat of Object.values(state.threats)) {
    const next = nextEvent(state, threat.id);
    if (!next || !state.crises[next.crisis]?.open) continue;
    for (const seat of state.seatIds) {
      if (!reaches(state.beliefs[seat]![threat.id]!, threat.truth, state.parameters.warn)) continue;
      const { region } = state.scenario.crises[next.crisis]!;
      desk.emit({ type: 'warningGiven', data: { seat, threat: threat.id, turn: next.turn, type: next.type, region }, audience: [seat] });
    }
  }
}

/** Whatever comes after the present phase. */
export function advance(work: Working, at: number): void {
  const { state } = work;
  const next = PHASES[PHASES.indexOf(state.phase) + 1];
  if (next) startPhase(work, next, at);
  else if (inPractice(state)) work.emit({ type: 'practiceEnded', data: {}, audience: 'all' });
  else if (state.turn < state.settings.turns) startTurn(work, state.turn + 1, at);
  else endExercise(work, false);
}

/** Everything is scored and disclosed. */
export function endExercise(work: Working, early: boolean, reason = ''): void {
  const { state } = work;
  work.step('evaluation.end', concludeEvaluation);
  work.emit({ type: 'exerciseScored', data: { scores: Object.fromEntries(state.seatIds.map((seat) => [seat, scoreOf(state, seat)])) }, audience: 'all' });
  work.emit({ type: 'exerciseEnded', data: { status: 'debrief', early, ...(reason === '' ? {} : { reason }) }, audience: 'all' });
}

/** Is every seat that people sit in ready, once this one says so too? */
export function allReady(state: State, saying: SeatId): boolean {
  const seated = new Set(Object.values(state.seating));
  return seated.size > 0 && [...seated].every((seat) => seat === saying || state.ready.includes(seat));
}
