// entente check: tells every problem of scenario files with its line, column and what to do about it.
import { readMaps, readScenario, scenarioFiles } from '../scenarios.ts';
import type { Problem } from '../../shared/scenario/problems.ts';
import { EXIT, Fault, Misuse } from './verb.ts';
import type { Verb } from './verb.ts';

export const check: Verb = {
  usage: 'PATH…',
  about: 'Checks scenario files. A PATH is a file, or a folder in which every scenario.yaml is checked. Warnings alone do not fail.',
  options: {},
  run({ positionals, json }) {
    if (positionals.length === 0) throw new Misuse('Say which file or folder to check, such as scenarios.');
    const maps = readMaps();
    const files = [...new Set(positionals.flatMap((path) => {
      const found = scenarioFiles(path);
      if (found === null) throw new Fault(`There is nothing at ${path}.`);
      if (found.length === 0) throw new Fault(`There is no scenario.yaml in ${path}.`);
      return found;
    }))];
    const problems = files.flatMap((file) => readScenario(file, maps).problems);
    if (json) console.log(JSON.stringify({ problems }, null, 2));
    else console.log([...problems.map(told), summary(files.length, problems)].join('\n'));
    return problems.some((problem) => problem.severity === 'error') ? EXIT.fault : EXIT.ok;
  },
};

function told({ file, line, column, severity, code, message, help }: Problem): string {
  return `${file}:${line}:${column}: ${severity} ${code} ${message}\nhelp: ${help}`;
}

function summary(files: number, problems: readonly Problem[]): string {
  const errors = problems.filter((problem) => problem.severity === 'error').length;
  const counted = (number: number, word: string) => `${number} ${word}${number === 1 ? '' : 's'}`;
  return `${counted(files, 'scenario')} checked: ${counted(errors, 'error')}, ${counted(problems.length - errors, 'warning')}.`;
}
