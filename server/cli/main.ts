// The entry of the command line: finds the verb, reads its arguments, runs it, and turns the outcome into an exit code.
import { EXIT, Fault, Misuse, columns, helpOf, readArguments } from './verb.ts';
import { VERBS } from './verbs.ts';

const overview = () => [
  'entente VERB …',
  '',
  'Multiplayer tabletop crisis exercises. Every verb has --help and --json.',
  '',
  ...columns(VERBS.map((entry) => [entry.name, entry.summary])),
].join('\n');

async function main([name, ...rest]: string[]): Promise<number> {
  if (name === undefined || name === '--help' || name === '-h' || name === 'help') {
    console.log(overview());
    return name === undefined ? EXIT.misuse : EXIT.ok;
  }
  const entry = VERBS.find((candidate) => candidate.name === name);
  if (!entry) {
    console.error(`entente: there is no verb "${name}".\n\n${overview()}`);
    return EXIT.misuse;
  }
  const verb = await entry.load();
  try {
    const args = readArguments(verb, rest);
    if (args) return await verb.run(args);
    console.log(helpOf(name, verb));
    return EXIT.ok;
  } catch (error) {
    if (error instanceof Misuse) console.error(`entente ${name}: ${error.message}\nSee "entente ${name} --help".`);
    else if (error instanceof Fault) console.error(`entente ${name}: ${error.message}`);
    else throw error;
    return error instanceof Misuse ? EXIT.misuse : EXIT.fault;
  }
}

process.exitCode = await main(process.argv.slice(2));
