// A server in a process of its own, as a person starts it: to be stopped, killed and started again.
import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { join } from 'node:path';
import { createInterface } from 'node:readline';

const MAIN = join(import.meta.dirname, '..', '..', 'server', 'cli', 'main.ts');

export interface ServerProcess {
  port: number;
  instructorToken: string;
  child: ChildProcess;
  /** Sends the signal; resolves with the exit code, or the signal's name. */
  end(signal: NodeJS.Signals): Promise<number | string>;
}

/** What the server says before it gives up, and its exit code. */
export function runServe(args: string[]): Promise<{ code: number | null; errors: string }> {
  const child = spawn(process.execPath, [MAIN, 'serve', ...args], { stdio: ['ignore', 'ignore', 'pipe'] });
  let errors = '';
  child.stderr.on('data', (text: Buffer) => (errors += text.toString()));
  return new Promise((done) => child.on('close', (code) => done({ code, errors })));
}

export async function startProcess(data: string, port = 0): Promise<ServerProcess> {
  const child = spawn(process.execPath, [MAIN, 'serve', '--json', '--host', '127.0.0.1', '--port', String(port), '--data', data], { stdio: ['ignore', 'pipe', 'inherit'] });
  const ended = new Promise<number | string>((done) => child.once('exit', (code, signal) => done(code ?? signal ?? '')));
  const line = await new Promise<string>((ready, fail) => {
    createInterface(child.stdout!).once('line', ready);
    void ended.then((code) => fail(new Error(`The server ended with ${code}.`)));
  });
  const told = JSON.parse(line) as { port: number; instructor: string };
  return {
    port: told.port,
    instructorToken: told.instructor.split('#token=')[1]!,
    child,
    end(signal) {
      child.kill(signal);
      return ended;
    },
  };
}
