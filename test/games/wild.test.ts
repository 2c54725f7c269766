// What holds in games of players who try anything, on the scenarios with the complete model: ledgers, ranges, money, and what is told to whom.
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Bot } from '../../shared/bots/bot.ts';
import type { Change } from '../../shared/model/change.ts';
import type { OrderInput, Request } from '../../shared/model/commands.ts';
import type { Event, EventData, EventType } from '../../shared/model/events.ts';
import { ceiling, locate } from '../../shared/model/fields.ts';
import type { State } from '../../shared/model/state.ts';
import { MOTION_KINDS } from '../../shared/model/vocabulary.ts';
import { digest, stateAt } from '../../shared/record/replay.ts';
import { ACTIONS } from '../../shared/rules/actions/catalogue.ts';
import { apply } from '../../shared/rules/apply.ts';
import { CLAUSES } from '../../shared/rules/clauses/catalogue.ts';
import type { Scenario } from '../../shared/scenario/schema.ts';
import { eventFor } from '../../shared/view/event-for.ts';
import { publicView, seatView } from '../../shared/view/view-for.ts';
import type { Viewer } from '../../shared/view/view.ts';
import { toDocuments } from '../../shared/wire/documents.ts';
import { SCENARIOS, readScenario } from '../../server/scenarios.ts';
import { carryOut, recordOf } from './shield-lesson.ts';
import { playWild, wildStart } from './wild.ts';

/** Games on each scenario: enough to reach what one game in ten reaches, little enough for two cores. */
const GAMES = 8;
const NAMES = ['shield-lesson', 'amber-sound', 'tempest-ring'];
/** Games of which every view is followed event by event, and moments from which a game is taken up again. */
const FOLLOWED = 3;
const RESUMED = 6;
/** Seats that owe nothing in public which their own numbers decide: no levy, no text of the start, no threat that they stand behind. */
const SECRETIVE: Record<string, string[]> = { 'shield-lesson': ['HAN', 'MER'], 'amber-sound': ['KVE', 'TES'], 'tempest-ring': ['IND', 'ZHE'] };
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

const of = <T extends EventType>(events: readonly Event[], type: T): EventData[T][] => events.filter((event) => event.type === type).map((event) => event.data as EventData[T]);
const everything = (state: State, seat: string) => ({ ...toDocuments('public', publicView(state)), ...Object.fromEntries(Object.entries(toDocuments('seat', seatView(state, seat))).map(([key, text]) => [`own/${key}`, text])) });
const viewerOf = (seat: string): Viewer => ({ kind: 'seat', seat });
const changedKeys = (before: Record<string, string>, after: Record<string, string>) => [...new Set([...Object.keys(before), ...Object.keys(after)])].filter((key) => before[key] !== after[key]);
/** What a seat notices without being told: how others come to trust it, in fifths of the scale and in its objectives; and its own hidden breach, beside the text it broke. */
function sensed(event: Event, seat: string, key: string): boolean {
  if (event.type === 'obligationFound') return event.data.finding.seat === seat && key === `own/findings/${event.data.finding.id}`;
  const trusted = event.type === 'numbersChanged' ? event.data.changes.flatMap(({ path }) => (path.startsWith('trust/') && path.endsWith(`/${seat}`) ? [path.split('/')[1]!] : [])) : [];
  return trusted.some((other) => key === `own/relations/${other}`) || (trusted.length > 0 && key.startsWith('own/brief'));
}
/** The same for the same question, and another for another. */
const rank = (salt: number, name: string) => [...name].reduce((sum, letter) => (sum * 31 + letter.charCodeAt(0) + salt * 17) % 9973, salt + 7);

/** The last sheet of each seat in every turn, moved to the end of its phase; `salt` decides who saves first. */
function together(requests: readonly Request[], state: State, salt: number): void {
  let sheets: Request[] = [];
  for (const request of requests) {
    const { command, actor } = request;
    if (command.type === 'saveOrders' && state.phase === 'orders') {
      sheets = [...sheets.filter((one) => JSON.stringify(one.actor) !== JSON.stringify(actor)), request];
      continue;
    }
    if (actor.kind === 'clock' && state.phase === 'orders') {
      carryOut(state, [...sheets].sort((a, b) => rank(salt, a.id) - rank(salt, b.id)));
      sheets = [];
    }
    carryOut(state, [request]);
  }
}

/** The same scenario with everything different that is this seat's own and shows nowhere else: how badly it bears failures shows in its opinion, and its walls in what leaks. */
function otherwise(scenario: Scenario, seat: string): Scenario {
  const copy = structuredClone(scenario) as Scenario;
  const draft = copy.seats[seat]!;
  Object.assign(draft, { budget: draft.budget + 31, readiness: 41, politicalCapital: 71, civilMilitary: 3 });
  draft.capability = Object.fromEntries(Object.entries(draft.capability).map(([domain, held]) => [domain, 100 - held])) as typeof draft.capability;
  draft.sources = (draft.sources ?? []).map((source) => ({ ...source, id: `${seat}-OTHER`, reliability: source.reliability === 'A' ? 'C' : 'A' }));
  draft.brief.secret = 'Something else altogether, and longer than what stood here before it was changed.';
  draft.goals = ['Another goal.', 'A second one.', 'A third one.'];
  draft.objectives = [{ code: 'RDY', weight: 100, text: 'Be ready.' }];
  draft.redLines = [];
  return copy;
}

/** Everything that the others are sent while a seat does nothing, or nothing that anybody hears of: their documents by phase, and the events they hear of. */
function seenByOthers(scenario: Scenario, seat: string, player: Bot): string[] {
  const seen: string[] = [];
  playWild(scenario, 'secret', { players: { [seat]: player }, watch: (state, event) => {
    if (event.type === 'exerciseScored' || state.status === 'debrief') return;
    for (const other of state.seatIds) {
      if (other === seat) continue;
      const view = eventFor(state, event, viewerOf(other));
      if (view) seen.push(JSON.stringify([other, view]));
      if (event.type === 'phaseStarted') for (const [key, text] of Object.entries(everything(state, other))) seen.push(`${state.turn} ${state.phase} ${other} ${key} ${text}`);
    }
  } });
  return seen;
}
const silent: Bot = () => [];
/** Trains every turn, which nobody hears of. */
const secretive: Bot = (see) => (see.public.exercise.phase === 'orders' && see.own.sheet.orders.length === 0 ? [{ type: 'saveOrders', orders: [{ id: 'train', action: 'TRAIN', params: {}, intent: 'Nobody needs to know.', invitation: null }] }] : []);

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

  test('whoever hears nothing of what happens sees nothing of it either', () => {
    for (let number = 0; number < FOLLOWED; number += 1) {
      const seats = Object.keys(scenario.seats).sort();
      const seat = seats[number % seats.length]!;
      let before: Record<string, string> = {};
      playWild(scenario, `followed-${number}`, { watch: (state, event) => {
        const after = everything(state, seat);
        if (eventFor(state, event, viewerOf(seat)) === null) expect([event.type, changedKeys(before, after).filter((key) => !sensed(event, seat, key))], `event ${event.seq}, seen by ${seat}`).toEqual([event.type, []]);
        before = after;
      } });
    }
  });

  test('no secret of a seat changes a byte of what the others get', () => {
    for (const seat of SECRETIVE[scenario.id]!) {
      const [plain, other] = [seenByOthers(scenario, seat, silent), seenByOthers(otherwise(scenario, seat), seat, secretive)];
      const index = plain.findIndex((text, place) => text !== other[place]);
      expect(index < 0 ? null : [seat, index, plain[index], other[index]]).toBeNull();
      expect([other.length, plain.length > 1000]).toEqual([plain.length, true]);
    }
  });

  describe('one game', () => {
    const { state: last, events, requests } = playWild(scenario, 'kept');
    const seats = last.seatIds;

    test('comes out the same in whatever order sheets arrive', () => {
      const outcomes = [1, 2, 3].map((salt) => {
        const state = wildStart(scenario, 'kept');
        together(requests, state, salt);
        return [state.status, digest(state)];
      });
      expect(outcomes).toEqual(outcomes.map(() => ['debrief', outcomes[0]![1]]));
    });

    test('is what is decided again, and what is folded from its record', () => {
      expect(carryOut(wildStart(scenario, 'kept'), requests)).toEqual(events);
      expect(digest(stateAt(recordOf(last, events)))).toBe(digest(last));
    });

    test('goes on as if nothing had been when it is taken up after any command or event', () => {
      const copy = ({ scenario: own, ...rest }: State): State => ({ ...(JSON.parse(JSON.stringify(rest)) as Omit<State, 'scenario'>), scenario: own });
      for (let moment = 1; moment <= RESUMED; moment += 1) {
        const state = wildStart(scenario, 'kept');
        const cut = Math.floor((requests.length * moment) / (RESUMED + 1));
        carryOut(state, requests.slice(0, cut));
        const resumed = copy(state);
        carryOut(resumed, requests.slice(cut));
        expect(digest(resumed)).toBe(digest(last));
        const folded = wildStart(scenario, 'kept');
        const seq = Math.floor((events.length * moment) / (RESUMED + 1));
        for (const event of events.slice(0, seq)) apply(folded, event);
        const again = copy(folded);
        for (const event of events.slice(seq)) apply(again, event);
        expect(digest(again)).toBe(digest(last));
      }
    });

    test('the orders of one seat change the luck of no other', () => {
      /** Everybody collects, hacks and sweeps in the first turn, all but one. */
      const luck = (idle: string | null) => {
        const player = (seat: string): Bot => (see) => {
          if (seat === idle || see.public.exercise.phase !== 'orders' || see.public.exercise.turn > 1 || see.own.sheet.orders.length > 0) return [];
          const source = see.own.ministry.sources[0];
          const [threat] = Object.keys(see.public.threats);
          const orders: [string, Record<string, unknown>][] = [...(source ? [['COLLECT', { threat: source.threat, source: source.id, shareWith: [] }] as [string, Record<string, unknown>]] : []), ['CYBER_OP', { threat, mode: 'disrupt' }]];
          return [{ type: 'saveOrders', orders: orders.map(([action, params]): OrderInput => ({ id: action, action, params, intent: '', invitation: null })) }];
        };
        const { events: happened } = playWild({ ...scenario, unlock: [] }, 'luck', { players: Object.fromEntries(seats.map((seat) => [seat, player(seat)])) });
        const first = happened.filter(({ turn }) => turn === 1);
        return [...of(first, 'reportCollected').map(({ seat, report: { claim, credibility, id } }) => ({ seat, drawn: [claim, credibility, id] })), ...of(first, 'cyberOpDone').map(({ seat, success }) => ({ seat, drawn: [success] })), ...of(first, 'cyberOperationExposed').map(({ seat }) => ({ seat, drawn: ['exposed'] }))];
      };
      const all = luck(null);
      expect(new Set(all.map(({ seat }) => seat))).toEqual(new Set(seats));
      for (const seat of seats) expect(luck(seat)).toEqual(all.filter((one) => one.seat !== seat));
    });
  });
});

test('players who try anything reach everything there is to try', () => {
  const [actions, clauses, motions, happened] = [new Set<string>(), new Set<string>(), new Set<string>(), new Set<string>()];
  for (const [, scenario] of scenarios.slice(1)) {
    for (let number = 0; number < GAMES; number += 1) {
      const { events } = playWild(scenario, `wild-${number}`);
      for (const { type } of events) happened.add(type);
      for (const { action } of [...of(events, 'orderDone'), ...of(events, 'pointsSpent')]) actions.add(action);
      for (const { clauses: written } of [...of(events, 'instrumentTabled'), ...of(events, 'instrumentAmended')]) for (const { kind } of written) clauses.add(kind);
      for (const { motion } of of(events, 'motionTabled')) motions.add(motion.kind);
    }
  }
  expect(Object.keys(ACTIONS).filter((code) => !actions.has(code))).toEqual([]);
  expect(Object.keys(CLAUSES).filter((kind) => !clauses.has(kind))).toEqual([]);
  expect(MOTION_KINDS.filter((kind) => !motions.has(kind))).toEqual([]);
  expect(['matrixJudged', 'disputeSettled', 'pledgeKept', 'pledgeMissed', 'hostGranted', 'contributionMade', 'paymentMade', 'deceptionDetected', 'decisionTaken'].filter((type) => !happened.has(type))).toEqual([]);
});
