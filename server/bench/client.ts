// A participant for measurements: the same client as the page's, without the page.
import { Client } from '@colyseus/sdk';
import type { Room } from '@colyseus/sdk';
import type { Command } from '../../shared/model/commands.ts';
import type { CommandAnswer, Session } from '../../shared/wire/messages.ts';
import type { ExerciseState } from '../../shared/wire/state.ts';

let addresses = 0;

/** Asks the HTTP interface; each call comes from an address of its own, so that limits per address do not measure themselves. */
export async function ask<T>(port: number, path: string, { token, body }: { token?: string; body?: object } = {}): Promise<T> {
  addresses += 1;
  const response = await fetch(`http://127.0.0.1:${port}${path}`, {
    method: body ? 'POST' : 'GET',
    headers: {
      'content-type': 'application/json', 'x-forwarded-for': `198.18.${addresses >> 8}.${addresses & 255}`,
      ...(token ? { authorization: `Bearer ${token}` } : {}),
    },
    ...(body ? { body: JSON.stringify(body) } : {}),
  });
  if (!response.ok) throw new Error(`${path}: ${response.status} ${await response.text()}`);
  return response.headers.get('content-type')?.includes('json') ? ((await response.json()) as T) : ((await response.text()) as T);
}

export class BenchClient {
  readonly room: Room<unknown, ExerciseState>;
  #commands = 0;

  private constructor(room: Room<unknown, ExerciseState>) {
    this.room = room;
  }

  /** Joins and waits for the first state. */
  static async enter(port: number, session: Session): Promise<BenchClient> {
    const client = new Client(`http://127.0.0.1:${port}`);
    client.auth.token = session.token;
    const room = (await client.joinById(session.exercise, {})) as unknown as Room<unknown, ExerciseState>;
    room.reconnection.enabled = false;
    room.onMessage('notice', () => {});
    await new Promise<void>((done) => room.onStateChange.once(() => done()));
    return new BenchClient(room);
  }

  async command(command: Command): Promise<void> {
    const answer = (await this.room.request('command' as never, { id: `bench-command-${(this.#commands += 1)}`, command } as never)) as CommandAnswer;
    if (!answer.accepted) throw new Error(`${command.type} was refused: ${answer.refusal.code}`);
  }
}
