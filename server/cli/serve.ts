// entente serve: opens the store, starts the server, tells where it is, and stops it in good order.
import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { pageAddresses } from '../addresses.ts';
import { ScenarioCatalogue } from '../scenario-catalogue.ts';
import { SCENARIOS, readMaps, readScenario, scenarioFiles } from '../scenarios.ts';
import type { Clock } from '../clock.ts';
import { startServer } from '../server.ts';
import type { RunningServer } from '../server.ts';
import { StoreUnusable, openSqliteStore } from '../store/sqlite.ts';
import { EXIT, Fault, Misuse, wholeNumber } from './verb.ts';
import type { Verb } from './verb.ts';

const DIST = fileURLToPath(new URL('../../dist', import.meta.url));

export interface ServeOptions {
  port?: number;
  host?: string;
  /** Folder for everything that is kept. */
  data?: string;
  publicUrl?: string;
  /** Folder of scenarios besides those that come with the program. */
  scenarios?: string;
  logLevel?: string;
  /** Left out: the machine's. */
  clock?: Clock;
}

/** Starts the server; rejects with a Fault that says what to do. */
export async function serve({ port = 2567, host, data = 'data', publicUrl, scenarios: own, logLevel = 'warn', clock }: ServeOptions): Promise<RunningServer> {
  const scenarios = readScenarios(own);
  const store = await openSqliteStore(data).catch((error: unknown) => {
    throw error instanceof StoreUnusable ? new Fault(error.message) : error;
  });
  try {
    return await startServer({
      store, scenarios, port, host, publicUrl, dist: DIST, logLevel, clock,
      joinUrls: (bound, code) => pageAddresses(bound, publicUrl, host).map((address) => `${address}/join/${code}`),
    });
  } catch (error) {
    await store.close();
    throw startFault(error as NodeJS.ErrnoException, port, host);
  }
}

function startFault(error: NodeJS.ErrnoException, port: number, host: string | undefined): Error {
  if (error.code === 'EADDRINUSE') return new Fault(`Port ${port} is in use, perhaps by an Entente that already runs. Stop it, or choose another port: --port ${port + 1}.`);
  if (error.code === 'EACCES') return new Fault(`Port ${port} may not be opened by this user. Choose one above 1023, such as --port 2567.`);
  if (error.code === 'EADDRNOTAVAIL' || error.code === 'ENOTFOUND') return new Fault(`This machine has no address ${host}. Leave out --host to listen on all of them.`);
  return error;
}

/** Scenarios with an error are left out, and said so; the others can be played. */
function readScenarios(own: string | undefined): ScenarioCatalogue {
  const maps = readMaps();
  const folders = own === undefined ? [SCENARIOS] : [SCENARIOS, own];
  const read = folders.flatMap((folder) => {
    const files = scenarioFiles(folder);
    if (files === null) throw new Fault(`There is no folder ${folder}.`);
    return files.map((file) => ({ file, ...readScenario(file, maps) }));
  });
  for (const { file, scenario } of read) if (!scenario) console.error(`${file} has errors and is left out. See: entente check ${file}`);
  return new ScenarioCatalogue(read.flatMap(({ scenario }) => scenario ?? []));
}

export const serveVerb: Verb = {
  usage: '[--port N] [--host ADDRESS] [--data DIR] [--public-url URL]',
  about: [
    'Runs the server until it is stopped with Ctrl+C. Everything is kept in the data folder; after a crash exercises stand paused where they were.',
    'If people in the room cannot open the address: allow the port in the firewall of this machine, and switch off client isolation on the Wi-Fi.',
  ].join('\n'),
  options: {
    port: { value: 'N', help: 'Port to listen on; 2567 if left out, 0 for any free one.' },
    host: { value: 'ADDRESS', help: 'Address to listen on; all of them if left out.' },
    data: { value: 'DIR', help: 'Folder for everything that is kept; ./data if left out.' },
    'public-url': { value: 'URL', help: 'Address at which people open the page, if a proxy stands before it.' },
    scenarios: { value: 'DIR', help: 'Folder with scenarios of your own.' },
    log: { value: 'LEVEL', help: 'How much is logged: debug, info, warn (if left out) or error.' },
  },
  async run(args) {
    if (args.positionals.length > 0) throw new Misuse(`"${args.positionals[0]}" is not expected here.`);
    const publicUrl = args.values['public-url'];
    if (publicUrl !== undefined && !/^https?:\/\/[^/]+/.test(publicUrl)) throw new Misuse('--public-url takes an address such as https://exercise.example.');
    const port = wholeNumber(args, 'port', { min: 0, max: 65535, fallback: 2567 });
    const { host, data, scenarios, log } = args.values;
    const server = await serve({ port, host, data, publicUrl, scenarios, logLevel: log });
    tell(server, { host, publicUrl, data: data ?? 'data' }, args.json);
    return stopOnSignal(server);
  },
};

function tell({ port, instructorToken, exercises }: RunningServer, { host, publicUrl, data }: { host?: string; publicUrl?: string; data: string }, json: boolean): void {
  const addresses = pageAddresses(port, publicUrl, host);
  const instructor = `${publicUrl?.replace(/\/+$/, '') ?? `http://localhost:${port}`}/instructor#token=${instructorToken}`;
  if (json) return console.log(JSON.stringify({ ready: true, port, instructor, addresses, data }));
  console.log([
    `Entente is ready. Exercises kept in ${resolve(data)}: ${exercises.shelf.counts().exercises}.`,
    '',
    `  Instructor   ${instructor}`,
    ...addresses.map((address, index) => `  ${index === 0 ? 'Participants' : '            '} ${address}`),
    '',
    'Cannot be reached from other devices? Allow the port in the firewall, and switch off client isolation on the Wi-Fi.',
    'Ctrl+C stops the server; exercises go on from their record at the next start.',
  ].join('\n'));
}

/** Ends the process itself: seats kept for dropped connections would hold it up for minutes. */
function stopOnSignal(server: RunningServer): Promise<never> {
  let stopping = false;
  const stop = () => {
    if (stopping) process.exit(EXIT.fault);
    stopping = true;
    server.close().then(() => process.exit(EXIT.ok), (error: unknown) => {
      console.error(error);
      process.exit(EXIT.fault);
    });
  };
  process.on('SIGINT', stop);
  process.on('SIGTERM', stop);
  // A bug in one room must not end the others: it is logged, and what it was about is still in the record.
  process.on('uncaughtException', (error) => server.metrics.log.error({ err: error }, 'uncaught'));
  process.on('unhandledRejection', (error) => server.metrics.log.error({ err: error }, 'unhandled'));
  return new Promise(() => {});
}
