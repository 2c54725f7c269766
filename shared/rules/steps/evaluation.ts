// Step 13: notes for the evaluation. Responses that injects called for, and learning tasks that can be judged, leave evidence (model guide, sections 5 and 6).
import type { Evidence } from '../../model/state.ts';
import { holds } from '../conditions.ts';
import { deadline, dueTurn } from '../deadline.ts';
import type { StepDesk } from './desk.ts';

/** At each snapshot: what was expected by now, and tasks done for the first time. */
export function evaluate(desk: StepDesk): void {
  const { scenario, injects, settings, turn } = desk.state;
  for (const fired of injects) {
    const draft = scenario.injects.find(({ id }) => id === fired.id);
    // What comes behind the last lock leaves no time to respond.
    if (!draft?.expected || deadline(fired.turn, fired.phase) > settings.turns) continue;
    if (dueTurn(desk.state, fired, draft.expected.within) !== turn) continue;
    note(desk, { objective: draft.objective ?? null, task: null, inject: fired.id, met: holds(desk.state, draft.expected.when) }, String(fired.turn));
  }
  for (const { objective, task, done } of openTasks(desk)) if (holds(desk.state, done)) note(desk, { objective, task, inject: null, met: true });
}

/** When everything ends: tasks that could be judged and were never done. */
export function concludeEvaluation(desk: StepDesk): void {
  for (const { objective, task } of openTasks(desk)) note(desk, { objective, task, inject: null, met: false });
}

/** Tasks with a condition that nothing has shown to be done. */
function openTasks({ state }: StepDesk): { objective: string; task: number; done: string }[] {
  return state.scenario.learning.flatMap(({ id: objective, tasks }) => tasks.flatMap((one, task) => {
    const done = typeof one === 'string' ? undefined : one.done;
    const shown = state.evidence.some((evidence) => evidence.met && evidence.objective === objective && evidence.task === task);
    return done === undefined || shown ? [] : [{ objective, task, done }];
  }));
}

function note(desk: StepDesk, evidence: Omit<Evidence, 'id' | 'turn'>, ...key: string[]): void {
  const { objective, task, inject, met } = evidence;
  const id = desk.id('evidence', objective ?? '', String(task ?? ''), inject ?? '', String(met), ...key);
  desk.emit({ type: 'evidenceNoted', data: { evidence: { ...evidence, id, turn: desk.state.turn } }, audience: 'control' });
}
