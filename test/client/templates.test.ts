// Templates of every scenario: a seat that takes one has a draft that the rules accept, three clicks from an empty table.
import { describe, expect, it } from 'vitest';
import { commandFor, draftFromTemplate } from '../../client/panels/instruments/drafting.ts';
import type { Command } from '../../shared/model/commands.ts';
import { placed } from '../../shared/record/replay.ts';
import { apply } from '../../shared/rules/apply.ts';
import { decide } from '../../shared/rules/decide.ts';
import { ACTIONS } from '../../shared/rules/actions/catalogue.ts';
import { settingsFor, setup } from '../../shared/scenario/setup.ts';
import type { Scenario } from '../../shared/scenario/schema.ts';
import { seatSight } from '../../shared/view/view-for.ts';
import { proseOf } from '../../client/clauses/prose.ts';
import { SCENARIOS, readMaps, readScenario, scenarioFiles } from '../../server/scenarios.ts';

const maps = readMaps();
const scenarios = scenarioFiles(SCENARIOS)!.map((file) => readScenario(file, maps).scenario as Scenario);

describe.each(scenarios.map((scenario) => [scenario.id, scenario] as const))('%s', (_id, scenario) => {
  const settings = settingsFor(scenario, {});
  if (!settings.ok) throw new Error(settings.refusal.code);
  const state = setup(scenario, { id: 'templates', seed: 'client', settings: settings.value });
  const ask = (command: Command, id: string) => {
    const request = { actor: { kind: 'control' as const, id: 'control' }, command, id, at: 1000, nonce: 'nonce' };
    const decided = decide(state, request);
    if (!decided.ok) throw new Error(decided.refusal.code);
    for (const event of placed(state, decided.value, request)) apply(state, event);
  };
  ask({ type: 'startExercise' }, 'start');
  ask({ type: 'advancePhase' }, 'on');
  state.unlocked = null;

  it.each(scenario.templates.map(({ id }) => [id]))('“%s” can be put on the table as it is, by every seat', (id) => {
    for (const seat of state.seatIds) {
      const see = seatSight(state, seat);
      const draft = draftFromTemplate(see.public.templates[id]!, see);
      const { params } = commandFor(draft);
      const parsed = ACTIONS.TABLE!.parameters.safeParse(params);
      expect(parsed.success, `${seat}: ${parsed.error?.message}`).toBe(true);
      expect(ACTIONS.TABLE!.refuse(see, parsed.data as never), seat).toBeNull();
      for (const clause of draft.clauses) expect(proseOf(see.public, clause).some(({ blank }) => blank), `${seat} ${clause.kind}`).toBe(false);
    }
  });
});
