// Every verb of the command line, in the order the help tells them; each loads its own file only when it is used.
import type { Verb } from './verb.ts';

export interface VerbEntry {
  name: string;
  summary: string;
  load(): Promise<Verb>;
}

/** To add a verb: write `server/cli/NAME.ts` that exports a Verb, and a line here. */
export const VERBS: readonly VerbEntry[] = [
  { name: 'serve', summary: 'Runs the server.', load: async () => (await import('./serve.ts')).serveVerb },
  { name: 'check', summary: 'Checks scenario files and tells every problem at its line.', load: async () => (await import('./check.ts')).check },
  { name: 'schema', summary: 'Prints the JSON Schema of scenario files.', load: async () => (await import('./schema.ts')).schema },
  { name: 'simulate', summary: 'Lets bots play a scenario many times and reports its balance.', load: async () => (await import('./simulate.ts')).simulate },
  { name: 'record', summary: 'Verifies a record file, or tells what happened in it.', load: async () => (await import('./record.ts')).record },
  { name: 'bench', summary: 'Measures the figures of the performance table.', load: async () => (await import('./bench.ts')).bench },
];
