// Messages on their way out: whoever sent them may write over their bytes at once, and each arrives as it was.
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, expect, test } from 'vitest';
import { WebSocket } from 'ws';
import { CompressingTransport } from '../../server/compression.ts';

const closing: (() => void)[] = [];
afterEach(() => closing.splice(0).forEach((close) => close()));

/** What somebody receives of messages of these sizes, all written into one buffer one after the other. */
async function received(sizes: readonly number[], compresses: boolean): Promise<{ size: number; bytes: Set<number> }[]> {
  const server = createServer();
  class Sender extends CompressingTransport {
    protected override async onConnection(socket: Parameters<CompressingTransport['onConnection']>[0]): Promise<void> {
      const shared = new Uint8Array(Math.max(...sizes));
      for (const [index, size] of sizes.entries()) {
        shared.fill(index + 1);
        socket.send(shared.subarray(0, size));
      }
    }
  }
  new Sender({ server });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const socket = new WebSocket(`ws://127.0.0.1:${(server.address() as AddressInfo).port}`, { perMessageDeflate: compresses });
  closing.push(() => { socket.terminate(); server.close(); });
  const messages: { size: number; bytes: Set<number> }[] = [];
  await new Promise<void>((done, failed) => {
    socket.on('error', failed);
    socket.on('message', (data: Buffer) => {
      messages.push({ size: data.length, bytes: new Set(data) });
      if (messages.length === sizes.length) done();
    });
  });
  return messages;
}

const CASES: [what: string, sizes: number[], compresses: boolean][] = [
  ['large ones, compressed', [3000, 3000, 3000, 3000], true],
  ['small ones behind a large one', [3000, 40, 40, 900], true],
  ['large ones to a browser that does not compress', [300_000, 300_000, 40], false],
];

test.each(CASES)('%s', async (_what, sizes, compresses) => {
  expect(await received(sizes, compresses)).toEqual(sizes.map((size, index) => ({ size, bytes: new Set([index + 1]) })));
});
