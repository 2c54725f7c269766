// The server under measurement, in a process of its own that can be told to tidy up its memory and say how much it holds.
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { serve } from '../cli/serve.ts';

export type Told = { ready: { port: number; token: string; echo: number } } | { held: number };

const collect = (globalThis as { gc?: () => void }).gc!;
const tell = (told: Told) => process.send!(told);

const server = await serve({ port: 0, host: '127.0.0.1', data: process.argv[2]! });
process.on('message', () => {
  collect();
  // What finalizers let go of is collected the second time.
  setImmediate(() => {
    collect();
    // Resident memory would also tell how the allocator fared before.
    const { heapUsed, external } = process.memoryUsage();
    tell({ held: heapUsed + external });
  });
});
process.once('SIGTERM', () => void server.close().finally(() => process.exit()));
process.once('disconnect', () => process.exit());
// The plainest server there is, in the same process: what it takes to get there and back.
const echo = createServer((socket) => socket.setNoDelay().on('error', () => socket.destroy()).pipe(socket));
echo.listen(0, '127.0.0.1', () => tell({ ready: { port: server.port, token: server.instructorToken, echo: (echo.address() as AddressInfo).port } }));
