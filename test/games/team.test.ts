// Games of teams who try anything: three people in each seat draft, approve, send back, release and change roles, after a practice turn of the same kind.
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { commandsOf } from '../../shared/bots/bots.ts';
import type { Actor, Command, DraftCommand } from '../../shared/model/commands.ts';
import { draftCommand } from '../../shared/model/commands.ts';
import type { Event } from '../../shared/model/events.ts';
import type { State } from '../../shared/model/state.ts';
import { TEAM_ROLES } from '../../shared/model/vocabulary.ts';
import { digest, placed, stateAtStart } from '../../shared/record/replay.ts';
import { hash, headerOf, seal, verifyRecord } from '../../shared/record/record.ts';
import { apply } from '../../shared/rules/apply.ts';
import { decide } from '../../shared/rules/decide.ts';
import { draw } from '../../shared/rules/random.ts';
import { teamOf } from '../../shared/rules/team.ts';
import { settingsFor } from '../../shared/scenario/setup.ts';
import { eventFor } from '../../shared/view/event-for.ts';
import { keepViews } from '../../shared/view/keep.ts';
import { seatSight, seatView, publicView } from '../../shared/view/view-for.ts';
import { SCENARIOS, readScenario } from '../../server/scenarios.ts';
import { randomPlayer } from './random-player.ts';

const scenario = readScenario(join(SCENARIOS, 'shield-lesson', 'scenario.yaml')).scenario!;
const ROUNDS = 3;

interface Game {
  state: State;
  events: Event[];
  header: ReturnType<typeof headerOf>;
  /** Fingerprints as the game went on, by the sequence number. */
  digests: Map<number, string>;
}

function play(seed: string): Game {
  const settings = settingsFor(scenario, { teams: true, turns: 2, advanceWhenReady: false });
  if (!settings.ok) throw new Error(settings.refusal.code);
  const header = headerOf({ exercise: `team-${seed}`, title: 'Teams', seed, settings: settings.value, createdAt: 0, scenario });
  const state = stateAtStart(header);
  keepViews(state);
  const game: Game = { state, events: [], header, digests: new Map() };
  let asked = 0;
  const ask = (actor: Actor, command: Command): boolean => {
    asked += 1;
    const request = { actor, command, id: `request-${asked}`, at: asked, nonce: `nonce-${asked}` };
    const decided = decide(state, request);
    if (!decided.ok) return false;
    for (const event of placed(state, decided.value, request)) {
      apply(state, event);
      game.events.push(event);
    }
    return true;
  };
  const control = (command: Command) => ask({ kind: 'control', id: 'control' }, command);
  const person = (id: string): Actor => ({ kind: 'participant', id, seat: state.seating[id] ?? null });
  const pick = (name: string, count: number) => draw(seed, state.turn, `${state.practice.past.length}/${asked}/${name}`) % Math.max(1, count);
  const one = <T>(name: string, list: readonly T[]): T | undefined => list[pick(name, list.length)];

  /** What the seat would do, by whoever of its people: by themselves, or else as a draft; and what the team does with what is before it. */
  const team = (seat: string) => {
    const people = Object.keys(teamOf(state, seat).members);
    for (const { command } of commandsOf(randomPlayer, state, seat, seatSight(state, seat))) {
      const who = person(one('who', people)!);
      if (!ask(who, command) && draftCommand.safeParse(command).success) ask(who, { type: 'draftAct', command: command as DraftCommand, note: 'Words', revises: null });
    }
    for (const draft of Object.values(state.teamDrafts).filter((held) => held.seat === seat && held.status === 'open')) {
      const who = person(one(`with/${draft.id}`, people)!);
      const deeds: Command[] = [{ type: 'approveDraft', draft: draft.id }, { type: 'releaseDraft', draft: draft.id }, { type: 'returnDraft', draft: draft.id, remark: 'No.' }, { type: 'withdrawDraft', draft: draft.id }];
      ask(who, one(`deed/${draft.id}`, deeds)!);
    }
    const who = one('role', people)!;
    if (pick('change', 4) === 0) ask(person(who), one<Command>('role/which', [{ type: 'takeRole', role: one('role/take', TEAM_ROLES)! }, { type: 'nameDeputy', deputy: one('deputy', people)! }, { type: 'sendMessage', to: [seat], text: 'Among us' }, { type: 'leaveSeat' }])!);
    if (pick('control', 6) === 0) control({ type: 'giveRole', participant: who, role: one('role/give', TEAM_ROLES)! });
    for (const order of state.sheets[seat]!.orders) if (state.sheets[seat]!.marks?.[order.id]?.approved === null) ask(person(one('approver', people)!), { type: 'approveOrder', order: order.id });
  };
  const turn = () => {
    while (state.status === 'running') {
      for (let round = 0; round < ROUNDS; round += 1) for (const seat of state.seatIds) if (Object.values(state.seating).includes(seat)) team(seat);
      control({ type: 'advancePhase' });
      game.digests.set(state.seq, digest(state));
    }
  };
  for (const seat of state.seatIds) for (const name of ['a', 'b', 'c']) ask({ kind: 'participant', id: `${seat}-${name}`, seat: null }, { type: 'takeSeat', seat });
  control({ type: 'startPractice' });
  turn();
  control({ type: 'startExercise' });
  turn();
  return game;
}

const GAMES = ['one', 'two', 'three'].map((seed): [string, Game] => [seed, play(`teams-${seed}`)]);

test('drafts meet every kind of fate', () => {
  const types = new Set(GAMES.flatMap(([, { events }]) => events.map(({ type }) => type)));
  for (const type of ['draftLaid', 'draftApproved', 'draftReleased', 'draftReturned', 'draftWithdrawn', 'draftLapsed', 'roleGiven', 'deputyNamed', 'orderApproved'] as const) expect([type, types.has(type)]).toEqual([type, true]);
});

describe.each(GAMES)('game %s', (_seed, { state, events, header, digests }) => {
  test('is played to its end after its practice', () => {
    expect(state.status).toBe('debrief');
    expect(state.turn).toBe(2);
    expect(state.practice.past.length).toBe(1);
  });

  test('replayed, it gives the state that the room had, in practice and after it, and its chain holds', () => {
    const again = stateAtStart(header);
    for (const event of events) {
      apply(again, structuredClone(event));
      const then = digests.get(event.seq);
      if (then !== undefined) expect([event.seq, digest(again)]).toEqual([event.seq, then]);
    }
    expect(verifyRecord({ header, events: seal(events, hash(header)).sealed })).toBeNull();
  });

  test('a released draft is its seat’s act, and says who drafted and who released it', () => {
    for (const event of events) {
      if (event.type !== 'draftReleased') continue;
      const { drafter, releaser, seat } = event.data;
      expect(event.actor).toBe(`participant:${releaser}`);
      expect([drafter.slice(0, 3), releaser.slice(0, 3)]).toEqual([seat, seat]);
    }
  });

  test('no other seat is told of drafts, roles or notes', () => {
    const before = stateAtStart(header);
    for (const event of events) {
      if (event.type === 'exerciseEnded') break;
      apply(before, event);
      for (const seat of before.seatIds) {
        const seen = JSON.stringify(eventFor(before, event, { kind: 'seat', seat }) ?? '');
        for (const other of before.seatIds) if (other !== seat) expect(seen).not.toMatch(new RegExp(`"${other}-[abc]"`));
      }
    }
    const names = (text: string, seat: string) => before.seatIds.filter((other) => other !== seat && new RegExp(`"${other}-[abc]"`).test(text));
    for (const seat of before.seatIds) expect(names(JSON.stringify([seatView(before, seat), publicView(before)]), seat)).toEqual([]);
  });
});
