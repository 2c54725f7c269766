// Stands between clients and the server and counts the bytes that websockets carry, as the network sees them.
import { connect, createServer } from 'node:net';
import type { AddressInfo } from 'node:net';

/** Bytes the server has sent over one websocket, its opening answer left out. */
export interface Counter {
  received: number;
}

export class CountingProxy {
  readonly port: number;
  /** Websockets in the order of their opening. */
  readonly websockets: Counter[];
  readonly close: () => void;

  private constructor(port: number, websockets: Counter[], close: () => void) {
    this.port = port;
    this.websockets = websockets;
    this.close = close;
  }

  static async before(target: number): Promise<CountingProxy> {
    const websockets: Counter[] = [];
    const server = createServer((client) => {
      const upstream = connect(target, '127.0.0.1');
      let counter: Counter | null = null;
      let opened = false;
      client.once('data', (first) => {
        if (!/^upgrade: *websocket/im.test(first.toString('latin1'))) return;
        counter = { received: 0 };
        websockets.push(counter);
      });
      upstream.on('data', (chunk) => {
        if (counter) counter.received += opened ? chunk.length : chunk.length - (chunk.indexOf('\r\n\r\n') + 4);
        opened = true;
      });
      client.pipe(upstream).pipe(client);
      for (const socket of [client, upstream]) socket.on('error', () => [client, upstream].forEach((one) => one.destroy()));
    });
    await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
    return new CountingProxy((server.address() as AddressInfo).port, websockets, () => server.close());
  }
}
