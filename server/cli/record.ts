// entente record: checks a record file, and tells what happened in it.
import type { Event } from '../../shared/model/events.ts';
import { locate } from '../../shared/model/fields.ts';
import type { State } from '../../shared/model/state.ts';
import type { RecordFile, RecordProblem } from '../../shared/record/record.ts';
import { verifyRecord } from '../../shared/record/record.ts';
import { stateAt, stateAtStart } from '../../shared/record/replay.ts';
import { apply } from '../../shared/rules/apply.ts';
import { wasPractice } from '../../shared/rules/practice.ts';
import { eventFor } from '../../shared/view/event-for.ts';
import type { EventView } from '../../shared/view/event-for.ts';
import type { Viewer } from '../../shared/view/view.ts';
import { openRecord } from '../record-file.ts';
import { lineOf } from './event-lines.ts';
import { EXIT, Fault, Misuse, columns, wholeNumber } from './verb.ts';
import type { Arguments, Verb } from './verb.ts';

export const record: Verb = {
  usage: 'verify FILE | show FILE',
  about: 'Works on a record file (*.entente.jsonl, gzipped or not). "verify" walks the chain of hashes and folds every event; "show" tells the turns as a viewer could follow them at the time.',
  options: {
    turn: { value: 'N', help: 'For show: this turn alone.' },
    as: { value: 'VIEWER', help: 'For show: what this viewer could learn: a seat, observer, or control (default).' },
  },
  run(args) {
    const [task, path, more] = args.positionals;
    if ((task !== 'verify' && task !== 'show') || path === undefined || more !== undefined) throw new Misuse('Say what to do with which file: verify FILE or show FILE.');
    const opened = openRecord(path);
    if (!opened) throw new Fault(`There is no file ${path}.`);
    return task === 'verify' ? verify(path, opened, args) : show(path, opened, args);
  },
};

type Problem = Omit<RecordProblem, 'code'> & { code: RecordProblem['code'] | 'doesNotApply' };

const FAULTS: Record<Problem['code'], (problem: Problem) => string> = {
  unreadable: () => 'is not readable',
  formatUnknown: () => 'is not the header of a record this version knows',
  scenarioChanged: () => 'the header or its scenario was changed',
  eventMissing: ({ seq }) => `event ${seq} is missing`,
  eventChanged: ({ seq }) => `event ${seq} was changed`,
  textChanged: ({ seq }) => `what somebody wrote in event ${seq} was changed`,
  doesNotApply: ({ seq }) => `event ${seq} does not fit what was before it`,
};

function verify(path: string, { record: file, problem }: NonNullable<ReturnType<typeof openRecord>>, { json }: Arguments): number {
  const folded = file ? fold(file) : null;
  const found: Problem | null = problem ?? verifyRecord(file) ?? folded!.problem;
  const events = file?.events.length ?? 0;
  const end = folded && found === null ? { status: folded.state.status, turn: folded.state.turn, phase: folded.state.phase } : null;
  if (json) console.log(JSON.stringify({ file: path, valid: found === null, events, end, problem: found }, null, 2));
  else if (found) console.log(`${path}:${found.line}: ${FAULTS[found.code](found)}.`);
  else console.log(`${path}: valid, ${events} events; ${end!.status === 'debrief' ? 'the exercise came to its end' : `it goes as far as turn ${end!.turn}, ${end!.phase}`}.`);
  return found ? EXIT.fault : EXIT.ok;
}

/** Folds everything, up to the first event that does not fit what was before it. The chain cannot tell of the last line: this can, in part. */
function fold(file: RecordFile): { state: State; problem: Problem | null } {
  const state = stateAtStart(file.header);
  for (const [index, event] of file.events.entries()) {
    try {
      if (!fits(state, event)) throw new Error('does not fit');
      apply(state, event);
    } catch {
      return { state, problem: { code: 'doesNotApply', line: index + 2, seq: event.seq } };
    }
  }
  return { state, problem: null };
}

/** Numbers start from where they stood, and their factors add up. */
function fits(state: State, event: Event): boolean {
  if (event.type !== 'numbersChanged') return true;
  return event.data.changes.every(({ path, before, after, factors }) => {
    const place = locate(state, path);
    return place !== null && place.holder[place.key] === before && factors.reduce((sum, { value }) => sum + value, 0) === (after - before) * 1000;
  });
}

interface Turn {
  turn: number;
  severities: Record<string, { severity: number; rung: number }>;
  events: (Pick<Event, 'at' | 'phase'> & EventView)[];
}

function show(path: string, { record: file, problem }: NonNullable<ReturnType<typeof openRecord>>, args: Arguments): number {
  if (!file) throw new Fault(`${path}:${problem.line}: ${FAULTS[problem.code](problem)}.`);
  const viewer = viewerIn(args, file);
  const state = stateAtStart(file.header);
  const end = stateAt(file);
  const turns: Turn[] = [];
  for (const event of file.events) {
    apply(state, event);
    // A practice turn is kept in the record and is no part of the exercise.
    if (wasPractice(end, event.seq)) continue;
    const seen = eventFor(state, event, viewer);
    let turn = turns.find((one) => one.turn === event.turn);
    if (!turn) turns.push((turn = { turn: event.turn, severities: {}, events: [] }));
    if (seen) turn.events.push({ at: event.at, phase: event.phase, ...seen });
    turn.severities = severitiesOf(state);
  }
  const only = args.values['turn'] === undefined ? null : wholeNumber(args, 'turn', { min: 0, max: file.header.settings.turns, fallback: 0 });
  const chosen = turns.filter(({ turn }) => only === null || turn === only);
  const { title, settings } = file.header;
  const scores = state.status === 'debrief' ? state.scores : null;
  if (args.json) console.log(JSON.stringify({ title, scenario: file.header.scenario.id, seats: settings.seats, as: args.values['as'] ?? 'control', turns: chosen, scores }, null, 2));
  else console.log([`${title}: ${file.events.length} events, seats ${settings.seats.join(', ')}`, ...chosen.flatMap(told), ...(scores && only === null ? scoreLines(scores) : [])].join('\n'));
  return EXIT.ok;
}

function viewerIn(args: Arguments, { header }: RecordFile): Viewer {
  const as = args.values['as'] ?? 'control';
  if (as === 'control' || as === 'observer') return { kind: as };
  if (header.settings.seats.includes(as)) return { kind: 'seat', seat: as };
  throw new Misuse(`There is no viewer ${as}; viewers are ${[...header.settings.seats, 'observer', 'control'].join(', ')}.`);
}

/** Severities are public from the moment a crisis opens. */
function severitiesOf(state: State): Turn['severities'] {
  return Object.fromEntries(Object.values(state.crises).filter(({ openedTurn }) => openedTurn > 0).map(({ id, severity, rung }) => [id, { severity, rung }]));
}

function told({ turn, severities, events }: Turn): string[] {
  const lines: string[] = [];
  let phase = '';
  for (const event of events) {
    const line = lineOf(event);
    if (line === null) continue;
    if (event.phase !== phase) lines.push(`  ${(phase = event.phase)}`);
    lines.push(`    ${line}`);
  }
  const crises = Object.entries(severities).map(([crisis, { severity, rung }]) => `${crisis} ${severity} (rung ${rung})`).join(', ');
  return ['', turn === 0 ? 'Before the first turn' : `Turn ${turn}${crises ? `: ${crises} at its end` : ''}`, ...lines];
}

function scoreLines(scores: NonNullable<State['scores']>): string[] {
  const points = (value: number) => (value / 100).toFixed(1);
  return ['', 'Scores', ...columns(Object.entries(scores).map(([seat, { total, national, order, judgement, redLines, capped }]): [string, string] =>
    [seat, `${points(total)}   objectives ${points(national)}, common order ${points(order)}, judgement ${points(judgement)}${redLines.length > 0 ? `, red lines broken: ${redLines.join(', ')}` : ''}${capped ? ', capped by shared failure' : ''}`]))];
}
