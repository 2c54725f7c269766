// Compression of websocket messages that costs memory only while a message is being compressed, and sends each as it was when it was sent.
import { WebSocketTransport } from '@colyseus/ws-transport';
import type { WebSocket } from 'ws';

/**
 * The first state of a join is text that shrinks to a third. Every message is compressed by itself, with nothing of
 * others in it; windows are small, both ways.
 */
const COMPRESSION = {
  threshold: 1024, serverNoContextTakeover: true, clientNoContextTakeover: true, serverMaxWindowBits: 12, clientMaxWindowBits: 10,
  zlibDeflateOptions: { level: 9, memLevel: 5 }, concurrencyLimit: 4,
};

type Work = (data: unknown, last: boolean, done: (error: Error | null, result?: unknown) => void) => void;
interface Extension {
  compress: Work;
  decompress: Work;
  /** Lets go of both streams; they are made again when needed. */
  cleanup(): void;
}

/** Without this, each connection keeps its two streams until it closes: 150 kB for somebody who mostly listens. */
function releaseWhenIdle(socket: WebSocket): void {
  const extension = (socket as unknown as { _extensions?: Record<string, Extension> })._extensions?.['permessage-deflate'];
  if (!extension) return;
  let busy = 0;
  for (const name of ['compress', 'decompress'] as const) {
    const work = extension[name].bind(extension);
    extension[name] = (data, last, done) => {
      busy += 1;
      work(data, last, (error, result) => {
        busy -= 1;
        // A message that comes in parts goes on with the stream it began with.
        if (busy === 0 && last) extension.cleanup();
        done(error, result);
      });
    };
  }
}

/** The room server encodes every patch into one buffer; a message that waits its turn to be compressed or written would go out with the bytes of a later one. */
function sendCopies(socket: WebSocket): void {
  const send = socket.send.bind(socket) as (data: unknown, ...more: unknown[]) => void;
  socket.send = (data: unknown, ...more: unknown[]) => send(data instanceof Uint8Array ? Buffer.from(data) : data, ...more);
}

/** The room server's transport with this compression. */
export class CompressingTransport extends WebSocketTransport {
  constructor(options: ConstructorParameters<typeof WebSocketTransport>[0]) {
    super({ ...options, perMessageDeflate: COMPRESSION });
    // Before anybody sends.
    this.wss.prependListener('connection', sendCopies);
    this.wss.on('connection', releaseWhenIdle);
  }
}
