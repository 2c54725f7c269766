// What holds in games of players who try anything, on the scenarios with the complete model: ledgers, ranges, money, and what is told to whom.
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Change } from '../../shared/model/change.ts';
import type { Event } from '../../shared/model/events.ts';
import { ceiling, locate } from '../../shared/model/fields.ts';
import type { State } from '../../shared/model/state.ts';
import type { Scenario } from '../../shared/scenario/schema.ts';
import { SCENARIOS, readScenario } from '../../server/scenarios.ts';
import { playWild } from './wild.ts';

/** Games on each scenario: enough to reach what one game in ten reaches, little enough for two cores. */
const GAMES = 8;
const NAMES = ['shield-lesson', 'amber-sound', 'tempest-ring'];
const scenarios = NAMES.map((name): [string, Scenario] => [name, readScenario(join(SCENARIOS, name, 'scenario.yaml')).scenario!]);

/** Every number as it moves: its factors add up, it stays in its range, it is what the state now says. */
export function checkLedger(state: State, event: Event): void {
  if (event.type !== 'numbersChanged') return;
  for (const { path, before, after, factors } of event.data.changes) {
    const { rule, holder, key } = locate(state, path)!;
    const what = `${path} in ${event.data.step} (event ${event.seq})`;
    expect(factors.reduce((sum, { value }) => sum + value, 0), what).toBe((after - before) * 1000);
    expect([holder[key], Number.isSafeInteger(after)], what).toEqual([after, true]);
    expect(after, what).toBeGreaterThanOrEqual(rule.min);
    const top = ceiling(state, path, rule);
    if (top !== null) expect(after, what).toBeLessThanOrEqual(Math.max(top, before));
  }
}

/** Money that leaves for good, comes from nowhere, or was refused by the limit of the scale: every reason there is. */
const WORLD = new Set(['order', 'refund', 'income', 'notCarriedOver', 'harm', 'standingDeployment', 'liaison', 'sanitising', 'inject', 'matrix', 'forumFailed', 'limit']);
/** Money that passes from one to another within one step: what is taken under these names is given under them. */
const PASSED = [['costShare', 'costShareReceived'], ['remedyPaid', 'remedyReceived'], ['levy', 'reimbursement']];
const purse = /^(seat\/[A-Z]{3}\/budget|organisation\/[^/]+\/fund)$/;

/** Money is paid to somebody or to the world. `given`: what the ledger says was handed over as aid, in credits. */
function checkMoney(state: State, event: Event, given: Map<number, number>): void {
  if (event.type === 'aidGiven' && event.data.what === 'money') given.set(event.turn, (given.get(event.turn) ?? 0) - event.data.amount);
  if (event.type !== 'numbersChanged') return;
  const moves = event.data.changes.filter(({ path }) => purse.test(path)).flatMap(({ path, factors }: Change) => factors.map((factor) => ({ path, ...factor })));
  const sum = (names: string[]) => moves.filter(({ name }) => names.includes(name)).reduce((all, { value }) => all + value, 0);
  for (const names of PASSED) expect([names, sum(names)], `${event.data.step} (event ${event.seq})`).toEqual([names, 0]);
  given.set(event.turn, (given.get(event.turn) ?? 0) + sum(['aid']) / 1000);
  expect(moves.filter(({ name }) => !WORLD.has(name) && name !== 'aid' && !PASSED.flat().includes(name))).toEqual([]);
  for (const { fund } of Object.values(state.organisations)) expect(fund).toBeGreaterThanOrEqual(0);
}

describe.each(scenarios)('on %s', (_name, scenario) => {
  test('every ledger adds up, every number stays in its range, and money is paid to somebody or to the world', () => {
    for (let number = 0; number < GAMES; number += 1) {
      const given = new Map<number, number>();
      const { state } = playWild(scenario, `wild-${number}`, { watch: (present, event) => {
        checkLedger(present, event);
        checkMoney(present, event, given);
      } });
      expect(state.status).toBe('debrief');
      expect([...given.values()].filter((left) => left !== 0)).toEqual([]);
    }
  });
});
