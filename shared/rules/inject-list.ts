// The injects of an exercise: the scenario's and those exercise control wrote, as exercise control has changed them.
import type { InjectChange, Moment } from '../model/entities.ts';
import type { State } from '../model/state.ts';
import type { InjectId } from '../model/vocabulary.ts';
import { PHASES } from '../model/vocabulary.ts';
import type { InjectDraft, Scenario } from '../scenario/schema.ts';

/** Injects that exercise control may write in one exercise. */
export const MOST_WRITTEN = 40;

/** An inject as it was planned: by the scenario, or by exercise control when it wrote it. */
export function plannedInject(state: State, id: InjectId): InjectDraft | undefined {
  return byIds(state.scenario).get(id) ?? state.writtenInjects.find((one) => one.id === id);
}

/** An inject as it would reach its recipients now. Another time is no part of that: see `InjectChange`. */
export function injectOf(state: State, id: InjectId): InjectDraft | undefined {
  const planned = plannedInject(state, id);
  return planned && changed(state, planned);
}

function changed({ injectChanges }: State, planned: InjectDraft): InjectDraft {
  const change = injectChanges[planned.id];
  if (!change) return planned;
  const { title = planned.title, text = planned.text, to = planned.to, expect = planned.expect, objective = planned.objective } = change;
  return { ...planned, title, text, to, expect: expect || undefined, objective: objective ?? undefined };
}

/** All of them in the order in which they fire. */
export function injectsInOrder(state: State): InjectDraft[] {
  const { scenario, writtenInjects } = state;
  const planned = writtenInjects.length === 0 ? inOrder(scenario) : [...scenario.injects, ...writtenInjects].sort(byId);
  return planned.map((one) => changed(state, one));
}

const byId = (a: InjectDraft, b: InjectDraft) => (a.id < b.id ? -1 : 1);
const sorted = new WeakMap<Scenario, readonly InjectDraft[]>();

function inOrder(scenario: Scenario): readonly InjectDraft[] {
  let known = sorted.get(scenario);
  if (!known) sorted.set(scenario, (known = [...scenario.injects].sort(byId)));
  return known;
}

const indexed = new WeakMap<Scenario, ReadonlyMap<InjectId, InjectDraft>>();

function byIds(scenario: Scenario): ReadonlyMap<InjectId, InjectDraft> {
  let known = indexed.get(scenario);
  if (!known) indexed.set(scenario, (known = new Map(scenario.injects.map((one) => [one.id, one]))));
  return known;
}

/** Neither held back nor skipped by exercise control. */
export function mayFire({ heldInjects, injectChanges }: State, id: InjectId): boolean {
  return !heldInjects.includes(id) && injectChanges[id]?.dropped !== true;
}

/** What has begun already is past: nothing can be planned for it any more. */
export function isPast(state: Moment, { turn, phase }: Moment): boolean {
  return turn < state.turn || (turn === state.turn && PHASES.indexOf(phase) <= PHASES.indexOf(state.phase));
}

/** The time that an inject waits for, and for nothing else but perhaps a condition. */
export function timeOf(planned: InjectDraft, change: InjectChange | null | undefined): Moment | null {
  return change?.at ?? planned.at ?? null;
}
