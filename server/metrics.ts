// Counts and times of one server, for Prometheus, and its log.
import { destination, pino } from 'pino';
import type { Logger } from 'pino';
import { Counter, Gauge, Histogram, Registry, collectDefaultMetrics } from 'prom-client';

export interface Metrics {
  registry: Registry;
  log: Logger;
  rooms: Gauge;
  connections: Gauge;
  commands: Counter<'outcome'>;
  append: Histogram;
  mirror: Histogram;
  requests: Histogram<'method' | 'route' | 'status'>;
  stop(): void;
}

const SECONDS = [0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 1];

export function createMetrics(level: string): Metrics {
  const registry = new Registry();
  const registers = [registry];
  collectDefaultMetrics({ register: registry, prefix: 'entente_' });
  return {
    registry,
    log: pino({ level, base: null }, destination(2)),
    rooms: new Gauge({ name: 'entente_rooms', help: 'Exercises loaded.', registers }),
    connections: new Gauge({ name: 'entente_connections', help: 'People connected.', registers }),
    commands: new Counter({ name: 'entente_commands_total', help: 'Commands by outcome: accepted, or the code of the refusal.', labelNames: ['outcome'], registers }),
    append: new Histogram({ name: 'entente_append_seconds', help: 'Time until events are durable.', buckets: SECONDS, registers }),
    mirror: new Histogram({ name: 'entente_mirror_seconds', help: 'Time to bring every view up to date after a change.', buckets: SECONDS, registers }),
    requests: new Histogram({ name: 'entente_http_seconds', help: 'Time of HTTP requests.', labelNames: ['method', 'route', 'status'], buckets: SECONDS, registers }),
    stop: () => registry.clear(),
  };
}
