// The server under measurement, in a process of its own that can be told to tidy up its memory and say how much it holds.
import { serve } from '../cli/serve.ts';

export type Told = { ready: { port: number; token: string } } | { resident: number };

const collect = (globalThis as { gc?: () => void }).gc!;
const tell = (told: Told) => process.send!(told);

const server = await serve({ port: 0, host: '127.0.0.1', data: process.argv[2]! });
process.on('message', () => {
  collect();
  // What finalizers let go of is collected the second time.
  setImmediate(() => {
    collect();
    tell({ resident: process.memoryUsage.rss() });
  });
});
process.once('disconnect', () => void server.close().finally(() => process.exit()));
tell({ ready: { port: server.port, token: server.instructorToken } });
