// What holds in every game, sensible or not: sums, ranges, order of submission, separate luck, and secrets that reach nobody.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Bot } from '../../shared/bots/bot.ts';
import type { Request } from '../../shared/model/commands.ts';
import type { Event, EventData, EventType } from '../../shared/model/events.ts';
import { ceiling, locate } from '../../shared/model/fields.ts';
import type { State } from '../../shared/model/state.ts';
import { digest } from '../../shared/record/replay.ts';
import { apply } from '../../shared/rules/apply.ts';
import type { Scenario } from '../../shared/scenario/schema.ts';
import { playExercise } from '../../shared/simulation/play.ts';
import { eventFor } from '../../shared/view/event-for.ts';
import { publicView, seatView } from '../../shared/view/view-for.ts';
import { toDocuments } from '../../shared/wire/documents.ts';
import { randomPlayer } from './random-player.ts';
import { SEATS, carryOut, mixture, settingsOf, shieldLesson, startOf } from './shield-lesson.ts';

const of = <T extends EventType>(events: readonly Event[], type: T): EventData[T][] => events.filter((event) => event.type === type).map((event) => event.data as EventData[T]);
const everyone = (player: Bot) => Object.fromEntries(SEATS.map((seat) => [seat, player]));

/** Checks every number that moves as it moves. */
function checkChanges(state: State, event: Event): void {
  if (event.type !== 'numbersChanged') return;
  for (const { path, before, after, factors } of event.data.changes) {
    const { rule, holder, key } = locate(state, path)!;
    const what = `${path} in ${event.data.step} (event ${event.seq})`;
    expect(factors.reduce((sum, { value }) => sum + value, 0), what).toBe((after - before) * 1000);
    expect(holder[key], what).toBe(after);
    expect(Number.isSafeInteger(after), what).toBe(true);
    expect(after, what).toBeGreaterThanOrEqual(rule.min);
    // A ceiling that has sunk below the number holds it down without taking anything away.
    const top = ceiling(state, path, rule);
    if (top !== null) expect(after, what).toBeLessThanOrEqual(Math.max(top, before));
  }
}

describe('in games of bots', () => {
  test('no command is refused and every ledger adds up, whoever plays', () => {
    for (let number = 0; number < 81; number += 1) {
      const { refused, state } = playExercise(shieldLesson, { seed: `mixture-${number}`, bots: mixture(number) }, checkChanges);
      expect(refused).toEqual([]);
      expect(state.status).toBe('debrief');
    }
  });

  test('nor beside a player who tries anything', () => {
    for (let number = 0; number < 60; number += 1) {
      const wild = SEATS[number % SEATS.length]!;
      const { refused } = playExercise(shieldLesson, { seed: `beside-${number}`, bots: mixture(number), players: { [wild]: randomPlayer } }, checkChanges);
      expect(refused.filter(({ seat }) => seat !== wild)).toEqual([]);
    }
  });

  test('nor with fewer seats', () => {
    for (const seats of [['COL', 'NIH'], ['COL', 'HAN', 'NIH'], ['COL', 'MER', 'NIH']]) {
      for (let number = 0; number < 20; number += 1) {
        const { refused } = playExercise(shieldLesson, { seed: `few-${number}`, bots: mixture(number, seats), settings: settingsOf(seats) }, checkChanges);
        expect(refused).toEqual([]);
      }
    }
  });
});

describe('in games of players who try anything', () => {
  test('every ledger adds up and every number stays in its range', () => {
    const used = new Set<string>();
    for (let number = 0; number < 60; number += 1) {
      const { events } = playExercise(shieldLesson, { seed: `wild-${number}`, players: everyone(randomPlayer), keep: true }, checkChanges);
      for (const { action } of [...of(events, 'orderDone'), ...of(events, 'pointsSpent')]) used.add(action);
    }
    // The player is wild enough to reach most of the catalogue.
    expect(used.size).toBeGreaterThanOrEqual(22);
  });
});

describe('simultaneous orders', () => {
  const { requests, state: last } = playExercise(shieldLesson, { seed: 'together', bots: mixture(3), keep: true });
  const isSheet = ({ command }: Request) => command.type === 'saveOrders';

  /** The commands with the sheets of each turn in another order. */
  function shuffled(seed: number): Request[] {
    const blocks: Request[][] = [];
    for (const request of requests) {
      const block = blocks[blocks.length - 1];
      if (block && isSheet(block[0]!) && isSheet(request)) block.push(request);
      else blocks.push([request]);
    }
    return blocks.flatMap((block, index) => [...block].sort((a, b) => rank(seed, index, a) - rank(seed, index, b)));
  }
  const rank = (seed: number, index: number, { id }: Request) => [...`${id}`].reduce((sum, letter) => (sum * 31 + letter.charCodeAt(0)) % 9973, (seed + 7 * index) % 9973);

  test('come out the same in whatever order they arrive', () => {
    fc.assert(fc.property(fc.nat(9972), (seed) => {
      const state = startOf('together', mixture(3));
      carryOut(state, shuffled(seed));
      return digest(state) === digest(last);
    }), { numRuns: 15 });
  });

  test('changing the orders of one seat changes the luck of no other', () => {
    const luck = (skip: string | null) => {
      const state = startOf('together', mixture(3));
      // Collection is drawn by chance; the first turn has no reports yet that could make a difference by themselves.
      const events = carryOut(state, requests.filter(({ actor, command }) => !(command.type === 'saveOrders' && actor.kind === 'bot' && actor.seat === skip && state.turn <= 1)));
      return of(events.filter(({ turn }) => turn === 1), 'reportCollected').map(({ seat, report }) => ({ seat, claim: report.claim, credibility: report.credibility, id: report.id }));
    };
    const all = luck(null);
    expect(all.length).toBe(SEATS.length);
    for (const seat of SEATS) expect(luck(seat)).toEqual(all.filter((one) => one.seat !== seat));
  });
});

describe('secrets', () => {
  /** The same scenario with everything different that is Hanseo's own and shows nowhere else. */
  function otherHanseo(): Scenario {
    const copy = structuredClone(shieldLesson) as Scenario;
    const draft = copy.seats.HAN!;
    Object.assign(draft, { budget: 33, readiness: 41, politicalCapital: 71, risk: 1, security: 22, civilMilitary: 3 });
    draft.capability = { ...draft.capability, AMD: 95, LAND: 5 };
    draft.sources = [{ id: 'another-source', threat: 'launches', reliability: 'A' }];
    // Not enough to be warned: a warning would rightly change what happens.
    draft.beliefs = { launches: { salvo: 20 } };
    draft.brief.secret = 'Something else altogether, and longer than what stood here before it was changed.';
    draft.goals = ['Another goal.', 'A second one.', 'A third one.'];
    draft.objectives = [{ code: 'RDY', weight: 100, text: 'Be ready.' }];
    draft.redLines = [];
    return copy;
  }

  const silent: Bot = () => [];
  /** Does what nobody hears of, and writes to one other seat. */
  const secretive: Bot = (see) => {
    const { phase, turn } = see.public.exercise;
    const written = Object.values(see.own.messages).some((message) => message.from === 'HAN' && message.turn === turn);
    if (phase === 'negotiation' && !written) return [{ type: 'sendMessage', to: ['NIH'], text: `Between us, turn ${turn}` }];
    if (phase !== 'orders' || see.own.sheet.orders.length > 0) return [];
    const actions = turn === 1 ? ['TRAIN'] : ['TRAIN', 'HARDEN'];
    return [{ type: 'saveOrders', orders: actions.map((action) => ({ id: action, action, params: {}, intent: 'Nobody needs to know.', invitation: null })) }];
  };

  /** Everything Meridia is sent, phase by phase: its documents, and the events it hears of. */
  function seenByMeridia(scenario: Scenario, hanseo: Bot): string[] {
    const seen: string[] = [];
    playExercise(scenario, { seed: 'secret', bots: mixture(5), players: { HAN: hanseo } }, (state, event) => {
      if (event.type === 'exerciseScored' || state.status === 'debrief') return;
      const view = eventFor(state, event, { kind: 'seat', seat: 'MER' });
      if (view) seen.push(JSON.stringify(view));
      if (event.type === 'phaseStarted') seen.push(JSON.stringify([toDocuments('public', publicView(state)), toDocuments('seat', seatView(state, 'MER'))]));
    });
    return seen;
  }

  /** Where two lists part, with a little of what stands there: whole documents would drown the message. */
  function difference(a: readonly string[], b: readonly string[]): string | null {
    const index = a.findIndex((text, place) => text !== b[place]);
    if (index < 0) return a.length === b.length ? null : `${a.length} and ${b.length} items`;
    const from = [...a[index]!].findIndex((letter, place) => letter !== b[index]?.[place]);
    return `${index}: ${a[index]!.slice(Math.max(0, from - 80), from + 80)} | ${b[index]?.slice(Math.max(0, from - 80), from + 80)}`;
  }

  test('of another seat change not a byte of what a third one gets', () => {
    const plain = seenByMeridia(shieldLesson, silent);
    const other = seenByMeridia(otherHanseo(), secretive);
    expect(plain.length).toBeGreaterThan(60);
    expect(difference(plain, other)).toBeNull();
  });

  test('and the comparison would notice: what is public does change it', () => {
    const copy = structuredClone(shieldLesson) as Scenario;
    copy.seats.HAN!.publicOpinion += 1;
    expect(difference(seenByMeridia(copy, silent), seenByMeridia(shieldLesson, silent))).not.toBeNull();
  });
});

describe('the order of a fold', () => {
  test('folds nothing twice: a state at the end has the sequence number of the last event', () => {
    const { state, events } = playExercise(shieldLesson, { seed: 'count', keep: true });
    const again = startOf('count', {});
    for (const event of events) apply(again, event);
    expect(again.seq).toBe(events.length);
    expect(digest(again)).toBe(digest(state));
  });
});
