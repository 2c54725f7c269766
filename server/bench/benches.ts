// Every measurement of `entente bench`; each loads its own file only when it is run.
import type { Figure } from './figure.ts';

export interface BenchEntry {
  name: string;
  summary: string;
  run(): Promise<Figure[]>;
}

/** To add a measurement: write `server/bench/NAME.ts` with a function that gives figures, and a line here. */
export const BENCHES: readonly BenchEntry[] = [
  { name: 'engine', summary: 'Whole exercises, resolution of a turn, views: the rules without a server.', run: async () => (await import('./engine.ts')).benchEngine() },
  { name: 'server', summary: 'Answers, bytes and memory of the server, over real sockets.', run: async () => (await import('./server.ts')).benchServer() },
  { name: 'board', summary: 'The board of exercise control in a real browser, with thirty people connected.', run: async () => (await import('./board.ts')).benchBoard() },
];
