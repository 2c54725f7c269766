// Starts the server under measurement in a process of its own, asks it things, and ends it.
import { fork } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import type { Told } from './server-process.ts';

const PROCESS = fileURLToPath(new URL('./server-process.ts', import.meta.url));

export interface Measured {
  port: number;
  token: string;
  /** Port of an echo in the same process. */
  echo: number;
  child: ChildProcess;
}

export async function start(data: string): Promise<Measured> {
  const child = fork(PROCESS, [data], { execArgv: ['--expose-gc'] });
  return { ...(await told(child, 'ready')).ready, child };
}

/** What the server says of this kind; its room server may say things of its own. */
export async function told<K extends 'ready' | 'held'>(child: ChildProcess, kind: K): Promise<Extract<Told, Record<K, unknown>>> {
  for (;;) {
    const [message] = (await once(child, 'message')) as [Told];
    if (typeof message === 'object' && kind in message) return message as Extract<Told, Record<K, unknown>>;
  }
}

export async function stop({ child }: Measured): Promise<void> {
  const ended = once(child, 'exit');
  child.kill('SIGTERM');
  await ended;
}
