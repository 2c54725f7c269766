// A whole exercise over real sockets: one person who only says "ready", bots in every other seat, to the debrief and back over the record.
import { afterEach, expect, test } from 'vitest';
import { readRecord, verifyRecord } from '../../shared/record/record.ts';
import { digest, stateAt } from '../../shared/record/replay.ts';
import { ScenarioCatalogue } from '../../server/scenario-catalogue.ts';
import { SCENARIOS, readScenario, scenarioFiles } from '../../server/scenarios.ts';
import type { RunningServer } from '../../server/server.ts';
import type { Session } from '../../shared/wire/messages.ts';
import { Player, http, serveDuel } from './support.ts';

let server: RunningServer;
afterEach(() => server.close());

const shield = scenarioFiles(SCENARIOS)!.find((file) => file.includes('shield-lesson'))!;

test('a practice is played to the end, and its record gives the same state again', async () => {
  server = await serveDuel({ scenarios: new ScenarioCatalogue([readScenario(shield).scenario!]) });
  const { json } = await http<Session>(server.port, '/api/practice', { body: { scenario: 'shield-lesson', name: 'Alone' } });
  const player = await new Player(server.port, json).enter();
  const now = () => player.public<{ status: string; turn: number; phase: string }>('exercise');
  let steps = 0;
  while (now().status !== 'debrief') {
    const { turn, phase } = now();
    expect((steps += 1), 'the exercise comes to an end').toBeLessThan(100);
    await player.ask({ type: 'setReady', ready: true });
    await player.until(() => now().status === 'debrief' || now().turn !== turn || now().phase !== phase);
  }
  const { text } = await http(server.port, `/api/exercises/${json.exercise}/record`, { token: json.token });
  const record = readRecord(text).record!;
  expect(verifyRecord(record)).toBeNull();
  expect(record.events.some(({ actor }) => actor.startsWith('bot:'))).toBe(true);
  const live = (await server.exercises.load(json.exercise))!;
  expect(digest(live.state)).toBe(digest(stateAt(record)));
});
