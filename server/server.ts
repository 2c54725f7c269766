// Puts the server together: store, exercises, rooms, HTTP interface and pages on one port.
import { createServer } from 'node:http';
import type { IncomingMessage, Server as HttpServer, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { LocalDriver, LocalPresence, Server, matchMaker } from '@colyseus/core';
import { Encoder } from '@colyseus/schema';
import type { Application } from 'express';
import { systemClock } from './clock.ts';
import type { Clock } from './clock.ts';
import { COHORT_ROOM, cohortRoom, cohortRoomId } from './cohort-room.ts';
import { CompressingTransport } from './compression.ts';
import { Exercises } from './exercises.ts';
import { httpInterface } from './http.ts';
import { createMetrics } from './metrics.ts';
import type { Metrics } from './metrics.ts';
import { pages, securityHeaders } from './pages.ts';
import { Presence } from './presence.ts';
import { ROOM, exerciseRoom } from './room.ts';
import type { ScenarioCatalogue } from './scenario-catalogue.ts';
import type { Store } from './store/store.ts';

/** Largest message of a client, in bytes: an instrument of twenty clauses takes a tenth of it. */
const LARGEST_MESSAGE = 64 * 1024;
/** Largest body of a request to join a room. */
const LARGEST_JOIN = 4 * 1024;
/** How often the server says in the store that it runs, in milliseconds. */
const HEARTBEAT = 5000;

export interface ServerOptions {
  store: Store;
  scenarios: ScenarioCatalogue;
  /** 0 for any free one. */
  port: number;
  host?: string;
  /** Folder of the built page; left out: no pages. */
  dist?: string;
  /** Address under which people reach the server, if it is not the one they ask for. */
  publicUrl?: string;
  /** Addresses of the join page for a code, given the port. */
  joinUrls?(port: number, code: string): string[];
  clock?: Clock;
  logLevel?: string;
}

export interface RunningServer {
  port: number;
  exercises: Exercises;
  metrics: Metrics;
  /** Opens the instructor's pages until the next start. */
  instructorToken: string;
  close(): Promise<void>;
}

export async function startServer(options: ServerOptions): Promise<RunningServer> {
  const { store, scenarios, clock = systemClock, publicUrl } = options;
  const metrics = createMetrics(options.logLevel ?? 'warn');
  let port = options.port;
  const report = (error: unknown, where: string) => metrics.log.error({ err: error }, where);
  const exercises = new Exercises({ store, clock, report, durableAfter: (seconds) => metrics.append.observe(seconds) }, scenarios, (code) => options.joinUrls?.(port, code) ?? []);
  const ready = await exercises.open();
  const instructorToken = await exercises.instructors.newLink();

  // The whole state of twelve ministries with their briefs fits; a smaller buffer grows by itself, but complains.
  Encoder.BUFFER_SIZE = 256 * 1024;
  closeToStrangers();
  const server = createServer();
  const transport = new CompressingTransport({
    server,
    maxPayload: LARGEST_MESSAGE,
    beforeUpgrade: (request) => (sameOrigin(request.headers, publicUrl) ? undefined : new Response('This page does not belong to this server.', { status: 403 })),
  });
  // The transport would print a stack for a port in use; whoever starts the server is told in a sentence instead.
  server.removeAllListeners('error');
  const rooms = new Server({
    greet: false,
    gracefullyShutdown: false,
    transport,
    presence: new LocalPresence(),
    driver: new LocalDriver(),
    logger: colyseusLog(metrics),
    express: (app: Application) => {
      app.disable('x-powered-by');
      // Behind a proxy on the same machine the address of the asker stands in a header.
      app.set('trust proxy', 'loopback');
      app.use(securityHeaders);
      app.get('/health', (_request, response) => void response.json({ status: 'ok', ...exercises.shelf.counts() }));
      app.get('/metrics', async (_request, response) => void response.type(metrics.registry.contentType).send(await metrics.registry.metrics()));
      app.use('/api', httpInterface({ exercises, scenarios, store, clock, metrics, openRoom, openCohort }));
      if (options.dist !== undefined) app.use(pages(options.dist));
    },
  });
  const services = { exercises, presence: new Presence(), store, clock, metrics };
  rooms.define(ROOM, exerciseRoom(services));
  rooms.define(COHORT_ROOM, cohortRoom(services));

  const opening = new Map<string, Promise<void>>();
  async function open(room: string, kind: string, options: object): Promise<void> {
    if (matchMaker.getLocalRoomById(room)) return;
    let opened = opening.get(room);
    if (!opened) opening.set(room, (opened = matchMaker.createRoom(kind, options).then(() => {}).finally(() => opening.delete(room))));
    return opened;
  }
  const openRoom = (exercise: string) => open(exercise, ROOM, { exercise });
  async function openCohort(cohort: string): Promise<string> {
    const room = cohortRoomId(cohort);
    await open(room, COHORT_ROOM, { cohort });
    return room;
  }

  await new Promise<void>((listening, refused) => {
    server.once('error', refused);
    rooms.listen(options.port, options.host).then(listening, refused);
  }).catch(async (error: unknown) => {
    await rooms.gracefullyShutdown(false);
    throw error;
  });
  server.on('error', (error) => report(error, 'the server failed'));
  // A browser that cannot promise a small window is served without compression instead of being turned away.
  server.prependListener('upgrade', ({ headers }: IncomingMessage) => {
    if (!headers['sec-websocket-extensions']?.includes('client_max_window_bits')) delete headers['sec-websocket-extensions'];
  });
  limitJoinBodies(server);
  port = (server.address() as AddressInfo).port;
  for (const id of ready) await openRoom(id);
  await store.heartbeat(clock.now());
  const heartbeat = setInterval(() => void store.heartbeat(clock.now()).catch((error: unknown) => report(error, 'the store did not answer')), HEARTBEAT);

  return {
    port, exercises, metrics, instructorToken,
    async close() {
      clearInterval(heartbeat);
      await rooms.gracefullyShutdown(false);
      server.closeAllConnections();
      await exercises.close();
      await store.heartbeat(clock.now()).catch(() => {});
      await store.close();
      metrics.stop();
    },
  };
}

/** Clients may come into rooms that stand, and nothing else; no other site's page may read an answer. */
function closeToStrangers(): void {
  const { controller } = matchMaker;
  controller.exposedMethods = ['joinById', 'reconnect'];
  controller.DEFAULT_CORS_HEADERS = {} as typeof controller.DEFAULT_CORS_HEADERS;
  controller.getCorsHeaders = () => ({}) as ReturnType<typeof controller.getCorsHeaders>;
}

/** A browser names the page it connects from; it must be one that this server handed out. */
function sameOrigin(headers: Headers, publicUrl: string | undefined): boolean {
  const origin = headers.get('origin');
  if (origin === null) return true;
  if (publicUrl !== undefined && origin === new URL(publicUrl).origin) return true;
  return URL.canParse(origin) && new URL(origin).host === headers.get('host');
}

/** Bodies of matchmaking requests are read whole by the room server: too large ones do not get that far. */
function limitJoinBodies(server: HttpServer): void {
  const listeners = server.listeners('request') as ((request: IncomingMessage, response: ServerResponse) => void)[];
  server.removeAllListeners('request');
  server.on('request', (request, response) => {
    const length = Number(request.headers['content-length'] ?? (request.headers['transfer-encoding'] === undefined ? 0 : Infinity));
    if (request.url?.startsWith('/matchmake/') && length > LARGEST_JOIN) {
      response.writeHead(413, { Connection: 'close' }).end();
      return;
    }
    for (const listener of listeners) listener.call(server, request, response);
  });
}

/** What the room server has to say goes to the log, without its colours. */
function colyseusLog(metrics: Metrics) {
  const to = (level: 'debug' | 'warn' | 'error') => (...words: unknown[]) => metrics.log[level]({ from: 'rooms' }, words.map(String).join(' '));
  return { debug: to('debug'), info: to('debug'), trace: to('debug'), warn: to('warn'), error: to('error') };
}
