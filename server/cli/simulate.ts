// entente simulate: bots play a scenario many times; tells what came of it and how the balance of the scenario stands.
import { existsSync, readdirSync, statSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import type { BotCharacter, BySeat } from '../../shared/model/vocabulary.ts';
import { BOT_CHARACTERS } from '../../shared/model/vocabulary.ts';
import type { Scenario } from '../../shared/scenario/schema.ts';
import { jobsFor } from '../../shared/simulation/experiments.ts';
import { coverageOf } from '../../shared/simulation/coverage.ts';
import type { Coverage } from '../../shared/simulation/coverage.ts';
import type { Criterion, Report } from '../../shared/simulation/report.ts';
import { reportOf } from '../../shared/simulation/report.ts';
import type { Distribution } from '../../shared/simulation/statistics.ts';
import { optimiseEagerly } from '../eager.ts';
import { SCENARIOS, readScenario, scenarioFiles } from '../scenarios.ts';
import { playAll } from '../simulation-pool.ts';
import { EXIT, Fault, Misuse, columns, wholeNumber } from './verb.ts';
import type { Arguments, Verb } from './verb.ts';

export const simulate: Verb = {
  usage: 'SCENARIO…',
  about: 'Lets bots play scenarios and reports the balance of each; of several, also what they cover between them. SCENARIO is the id of one that comes with the program, a file or a folder. The same seed gives the same report, to the byte.',
  options: {
    runs: { value: 'N', help: 'Exercises with drawn characters; experiments beside them play in proportion (default 200).' },
    seed: { value: 'S', help: 'Where chance starts from (default 1).' },
    bots: { value: 'SEAT=CHARACTER,…', help: `Characters of seats in the exercises reported on: ${BOT_CHARACTERS.join(', ')}.` },
    threads: { value: 'N', help: 'Threads to play on (default: all there are). They do not change the report.' },
  },
  async run(args) {
    if (args.positionals.length === 0) throw new Misuse('Say which scenario to simulate, such as shield-lesson.');
    const scenarios = args.positionals.flatMap(load);
    if (scenarios.length > 1 && args.values['bots'] !== undefined) throw new Misuse('Characters can be chosen for one scenario at a time.');
    const threads = wholeNumber(args, 'threads', { min: 1, max: 64, fallback: availableParallelism() });
    const runs = wholeNumber(args, 'runs', { min: 1, max: 100_000, fallback: 200 });
    optimiseEagerly();
    const reports: Report[] = [];
    for (const scenario of scenarios) {
      const options = { runs, seed: args.values['seed'] ?? '1', bots: charactersIn(args, scenario) };
      const jobs = jobsFor(scenario, options);
      reports.push(reportOf(scenario, options, await playAll(scenario, jobs, threads, progressOn(scenario.id, jobs.length))));
    }
    const [only, ...more] = reports;
    const coverage = more.length > 0 ? coverageOf(reports) : null;
    if (args.json) console.log(JSON.stringify(coverage ? { reports, coverage } : only, null, 2));
    else console.log([...reports.flatMap((report) => [...told(report), '']), ...(coverage ? covered(coverage) : [])].join('\n').trimEnd());
    return EXIT.ok;
  },
};

function load(wanted: string): Scenario[] {
  const shipped = join(SCENARIOS, wanted);
  const path = existsSync(wanted) ? wanted : existsSync(shipped) && statSync(shipped).isDirectory() ? shipped : null;
  const files = path === null ? null : scenarioFiles(path);
  if (!files || files.length === 0) throw new Fault(`There is no scenario ${wanted}. These come with the program: ${readdirSync(SCENARIOS, { withFileTypes: true }).filter((entry) => entry.isDirectory()).map(({ name }) => name).join(', ')}.`);
  return files.map(checked);
}

function checked(path: string): Scenario {
  const { scenario, problems } = readScenario(path);
  if (scenario) return scenario;
  const { file, line, column, message } = problems.find(({ severity }) => severity === 'error')!;
  throw new Fault(`${file}:${line}:${column}: ${message} "entente check" tells everything that is wrong.`);
}

function charactersIn(args: Arguments, scenario: Scenario): BySeat<BotCharacter> | undefined {
  const text = args.values['bots'];
  if (text === undefined) return undefined;
  return Object.fromEntries(text.split(',').map((pair) => {
    const [seat = '', character = ''] = pair.split('=');
    if (!scenario.seats[seat]) throw new Misuse(`There is no seat ${seat || pair}; seats are ${Object.keys(scenario.seats).join(', ')}.`);
    if (!(BOT_CHARACTERS as readonly string[]).includes(character)) throw new Misuse(`There is no character ${character || '(none)'}; characters are ${BOT_CHARACTERS.join(', ')}.`);
    return [seat, character as BotCharacter];
  }));
}

/** A line that is written over, on a terminal only. */
function progressOn(scenario: string, total: number): (done: number) => void {
  if (!process.stderr.isTTY) return () => {};
  return (done) => process.stderr.write(done === total ? '\r\x1b[K' : `\r${scenario}: ${done} of ${total} exercises`);
}

const spread = ({ mean, sd, p5, median, p95 }: Distribution) => `${mean.toFixed(1)} ± ${sd.toFixed(1)}   (5 % ${p5.toFixed(1)}, median ${median.toFixed(1)}, 95 % ${p95.toFixed(1)})`;

function told({ scenario, outcomes, criteria, seed }: Report): string[] {
  const used = Object.entries(outcomes.actions).filter(([, times]) => times > 0).sort(([, a], [, b]) => b - a);
  const unused = Object.keys(outcomes.actions).filter((code) => outcomes.actions[code] === 0);
  return [
    `${scenario}: ${outcomes.exercises} exercises, seed ${seed}`, '',
    'Outcomes',
    ...columns([
      ...Object.entries(outcomes.scores).map(([seat, score]): [string, string] => [`score of ${seat}`, spread(score)]),
      ['final severity', spread(outcomes.severity)],
      ['highest rung', spread(outcomes.rung)],
      ['belief in the truth, %', spread(outcomes.belief)],
      ['instruments in force', spread(outcomes.instrumentsInForce)],
      ['leaks', spread(outcomes.leaks)],
      ['shared failure', `${outcomes.sharedFailure} %`],
      ['duties missed', `${outcomes.duties.missed} of ${outcomes.duties.judged} (${outcomes.duties.missedShare} %)`],
      ...Object.entries(outcomes.byTruth).map(([truth, { exercises, severity, sharedFailure, belief }]): [string, string] =>
        [`when ${truth}`, `${exercises} exercises: severity ${severity}, belief ${belief} %, shared failure ${sharedFailure} %`]),
      ...Object.entries(outcomes.replies).map(([others, answers]): [string, string] => [`answers to ${others}`, Object.entries(answers).map(([own, score]) => `${own} ${score}`).join(', ')]),
      ['clauses missed', Object.entries(outcomes.clauses).map(([kind, { met, missed }]) => `${kind} ${missed} of ${met + missed}`).join(', ')],
      ['actions', used.map(([code, times]) => `${code} ${times}`).join(', ')],
      ['never used', unused.join(', ') || 'none'],
    ]), '',
    'Criteria',
    ...judged(criteria),
    ...(outcomes.refused > 0 ? ['', `${outcomes.refused} commands of bots were refused.`] : []),
  ];
}

function covered({ scenarios, neverUsed, neverBroken, criteria }: Coverage): string[] {
  return [
    `Between them (${scenarios.join(', ')})`,
    ...judged(criteria),
    ...columns([['never used', neverUsed.join(', ') || 'none'], ['never broken', neverBroken.join(', ') || 'none']]),
  ];
}

const judged = (criteria: readonly Criterion[]) => columns(criteria.map(({ id, value, goal, pass }): [string, string] => [`${pass ? 'pass' : 'FAIL'}  ${MEANING[id] ?? id}`, `${value}   goal ${goal}`]));

const MEANING: Record<Criterion['id'], string> = {
  temptation: 'points a free-rider gains among cooperators',
  bestReplies: 'populations in which one character is the best answer',
  cooperation: 'points everybody gains when all cooperate instead of none',
  cooperativeSeverity: 'final severity when all cooperate',
  seatSpread: 'points between the best and the worst seat',
  sharedFailure: 'shared failure, % of drawn mixtures',
  informationValue: 'severity that knowing the truth takes away',
  varianceDecisions: 'variance that goes with the characters, %',
  varianceLuck: 'variance that goes with chance, %',
  actionsUsed: 'actions that were used',
  clausesBroken: 'kinds of clauses that were broken',
};
