// What one may do by oneself in a team, and what waits for one's word: the pure part of the team panel.
import { describe, expect, test } from 'vitest';
import type { DraftCommand } from '../../shared/model/commands.ts';
import type { SeatId, TeamRole } from '../../shared/model/vocabulary.ts';
import { seatSight } from '../../shared/view/view-for.ts';
import { factsOf, lineOf, wordsOf } from '../../client/panels/team/describe-draft.ts';
import { threadsOf } from '../../client/panels/messages/threads.ts';
import { EMPTY, type StoreState } from '../../client/store.ts';
import { awaits, inTeam, mayRelease, notesOf, outside, releaserOf, roleInTeam, sortDrafts, standingOf, waitingInTeam } from '../../client/team/standing.ts';
import { whoIs } from '../../client/team/who.tsx';
import { build, draft } from '../rules/build.ts';
import { Table } from '../rules/table.ts';

const sign: DraftCommand = { type: 'act', action: 'SIGN', params: { instrument: 'd', version: 1 } };
const wire = (to: string[], text = 'Words.'): DraftCommand => ({ type: 'sendMessage', to, text });

/** Ann, Bravo and Cem in ARD: minister, policy, intelligence. */
function table(people = ['ann', 'bravo', 'cem']): Table {
  const played = new Table(build((state) => {
    Object.assign(state.settings, { teams: true });
    state.instruments.d = draft('d', [{ kind: 'HOTLINE', params: { within: 1 } }]);
  }));
  for (const person of people) played.ask(person, { type: 'takeSeat', seat: 'ARD' });
  return played;
}

function seenBy(played: Table, participant: string, seat: SeatId = 'ARD'): StoreState {
  const { public: shared, own } = seatSight(played.state, seat);
  return { ...EMPTY, session: { exercise: 'e', participant, name: participant, role: 'participant', token: '' }, seat, view: { public: shared, own, control: null, notebook: null, seats: null } } as StoreState;
}

const lay = (played: Table, person: string, command: DraftCommand) => {
  played.ask(person, { type: 'draftAct', command, note: '', revises: null });
  return played.of('draftLaid').at(-1)!.draft;
};

describe('what one may do by oneself', () => {
  test.each<[string, DraftCommand, TeamRole | 'second' | null]>([
    ['ann', sign, null], ['bravo', sign, 'minister'], ['cem', wire(['BEL']), 'policy'], ['bravo', wire(['BEL']), null], ['cem', wire(['control']), null],
  ])('%s: %o is released by %s', (person, command, releaser) => {
    expect(releaserOf(outside(seenBy(table(), person), command))).toBe(releaser);
  });

  test('who acts for an empty chair needs a second person', () => {
    const played = table();
    played.ask('ann', { type: 'leaveSeat' });
    expect(releaserOf(outside(seenBy(played, 'bravo'), sign))).toBe('second');
  });

  test('one alone, and somebody who looks on, are told of no team', () => {
    expect([inTeam(seenBy(table(['ann']), 'ann')), roleInTeam(seenBy(table(['ann']), 'ann')), outside(seenBy(table(), 'control'), sign), inTeam(seenBy(table(), 'control'))]).toEqual([false, null, null, false]);
    expect(standingOf({ ...seenBy(table(), 'ann'), view: null })).toBeNull();
  });
});

describe('what is before the team', () => {
  const played = table();
  const message = lay(played, 'cem', wire(['BEL'], 'Come.'));
  const signature = lay(played, 'bravo', sign);
  const standing = (person: string) => standingOf(seenBy(played, person))!;
  const ids = (list: readonly { id: string }[]) => list.map(({ id }) => id);

  test('the minister reads first what waits for a signature', () => {
    expect(ids(sortDrafts(standing('ann')).yours)).toEqual([signature, message]);
    expect(waitingInTeam(seenBy(played, 'ann'))).toBe(2);
  });

  test('others see what they can release apart from what they cannot', () => {
    const sorted = sortDrafts(standing('bravo'));
    expect([ids(sorted.yours), ids(sorted.others)]).toEqual([[message], [signature]]);
    expect([mayRelease(standing('cem'), standing('cem').sight.own.drafts[message]!), awaits(standing('cem'), standing('cem').sight.own.drafts[signature]!)]).toEqual([false, 'minister']);
  });

  test('a draft says in words what it would do', () => {
    const { sight } = standing('ann');
    expect([lineOf(sight.own.drafts[message]!, sight), wordsOf(sight.own.drafts[message]!.command), lineOf(sight.own.drafts[signature]!, sight)]).toEqual(['Message to BEL', 'Come.', 'Sign']);
    expect(factsOf(sign, sight).some(({ value }) => value === 'Text')).toBe(true);
  });

  test('notes of the team stand apart from its messages, and count for the others until they are read', () => {
    played.ask('ann', wire(['ARD'], 'Among us.') as never);
    const seen = seenBy(played, 'cem');
    expect(notesOf(standing('cem').sight).map(({ by, text }) => [by, text])).toEqual([['ann', 'Among us.']]);
    expect(threadsOf('ARD', Object.values(standing('cem').sight.own.messages))).toEqual([]);
    expect([waitingInTeam(seen), waitingInTeam({ ...seen, readUntil: { team: Number.MAX_SAFE_INTEGER } })]).toEqual([1, 0]);
  });

  test('a person is named with the role, where names are shown', () => {
    const { team } = standing('ann');
    const presence = { ann: { participant: 'ann', name: 'Ann', seat: 'ARD', role: 'participant' as const, connected: true, since: 0 } };
    expect([whoIs(team, presence, 'ann'), whoIs(team, presence, 'bravo')]).toEqual(['Ann (Minister)', 'Policy']);
  });
});
