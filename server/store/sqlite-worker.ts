// The thread that owns the SQLite file: carries out everything that arrived in one turn of its event loop as one durable transaction.
import { parentPort, workerData } from 'node:worker_threads';
import { SqliteTables } from './sqlite-tables.ts';
import type { Operation } from './store.ts';

export interface Call {
  id: number;
  operation: Operation | 'close';
  args: unknown[];
}
export type Reply = { id: number; value: unknown } | { id: number; error: string };

const port = parentPort!;
const tables = new SqliteTables((workerData as { file: string }).file);
let waiting: Call[] = [];

/** One transaction for the whole group; a call that fails takes back its own part only. */
function carryOut(calls: Call[]): Reply[] {
  const replies: Reply[] = [];
  try {
    tables.run('BEGIN IMMEDIATE');
    for (const call of calls) {
      tables.run('SAVEPOINT one');
      try {
        replies.push({ id: call.id, value: (tables[call.operation as Operation] as (...args: unknown[]) => unknown)(...call.args) });
      } catch (error) {
        tables.run('ROLLBACK TO one');
        replies.push({ id: call.id, error: (error as Error).message });
      }
      tables.run('RELEASE one');
    }
    tables.run('COMMIT');
    return replies;
  } catch (error) {
    tables.abandon();
    return calls.map(({ id }) => ({ id, error: (error as Error).message }));
  }
}

function flush() {
  const calls = waiting;
  waiting = [];
  const last = calls.find((call) => call.operation === 'close');
  const work = calls.filter((call) => call.operation !== 'close');
  if (work.length > 0) port.postMessage(carryOut(work));
  if (!last) return;
  tables.close();
  port.postMessage([{ id: last.id, value: null }] satisfies Reply[]);
  port.close();
}

port.on('message', (call: Call) => {
  if (waiting.push(call) === 1) setImmediate(flush);
});
port.postMessage('ready');
