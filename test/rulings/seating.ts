// S. Seats: who sits where as exercise control has it, how people change places, and what control does in a seat's name.
import type { Command } from '../../shared/model/commands.ts';
import type { State } from '../../shared/model/state.ts';
import { eventFor } from '../../shared/view/event-for.ts';
import { controlView, viewFor } from '../../shared/view/view-for.ts';
import type { Viewer } from '../../shared/view/view.ts';
import { build } from '../rules/build.ts';
import { Table } from '../rules/table.ts';
import type { Subject } from './ruling.ts';
import { equal } from './ruling.ts';

/** Ann and Ben in ARD, Cem in BEL, a hawk plays COR and nobody DRA; Dot waits for a seat. */
const room = (bend: (state: State) => void = () => {}) => new Table(build((state) => {
  state.seating = { ann: 'ARD', ben: 'ARD', cem: 'BEL' };
  state.bots = { COR: 'hawk' };
  bend(state);
}));
const sits = ({ state }: Table) => state.seating;
const plays = ({ state }: Table) => state.bots;
const undo = (table: Table) => table.ask('control', { type: 'undoAct', act: controlView(table.state).undo!.id });
const undoes = (table: Table) => controlView(table.state).undo?.did ?? null;
const sorted = (record: Record<string, unknown>) => Object.fromEntries(Object.entries(record).sort(([a], [b]) => (a < b ? -1 : 1)));
const standing = (table: Table) => JSON.stringify([sorted(sits(table)), sorted(plays(table)), sorted(table.state.team)]);

export const seats: Subject = {
  letter: 'S', name: 'Seats',
  rulings: [
    { id: 'S.1', title: 'Two people change places', ruling: 'Each sits where the other sat, in one act: at no time is a seat without anybody, and no bot steps in.',
      check: () => {
        const table = room();
        table.ask('control', { type: 'swapPeople', a: 'ann', b: 'cem' });
        equal([sits(table), plays(table)], [{ ann: 'BEL', ben: 'ARD', cem: 'ARD' }, { COR: 'hawk' }]);
      } },
    { id: 'S.2', title: 'Somebody changes places with a person who has none', ruling: 'The one who waited sits down, the other waits: that is how a newcomer relieves somebody.',
      check: () => {
        const table = room();
        table.ask('control', { type: 'swapPeople', a: 'dot', b: 'cem' });
        equal(sits(table), { ann: 'ARD', ben: 'ARD', dot: 'BEL' });
      } },
    { id: 'S.3', title: 'Two ministries change hands', ruling: 'Everybody of one sits in the other. What a ministry has done and owes stays with the ministry.',
      check: () => {
        const table = room((state) => { state.ready = ['ARD']; });
        table.ask('control', { type: 'swapSeats', a: 'ARD', b: 'BEL' });
        equal([sits(table), table.state.ready], [{ ann: 'BEL', ben: 'BEL', cem: 'ARD' }, []]);
      } },
    { id: 'S.4', title: 'A ministry of people changes hands with one of a bot', ruling: 'The bot goes where the people came from, with its character.',
      check: () => {
        const table = room();
        table.ask('control', { type: 'swapSeats', a: 'COR', b: 'BEL' });
        equal([sits(table), plays(table)], [{ ann: 'ARD', ben: 'ARD', cem: 'COR' }, { BEL: 'hawk' }]);
      } },
    { id: 'S.5', title: 'A swap that would change nothing', ruling: 'It is refused, so that nothing that was not done can be undone.', code: 'nothingChanged',
      check: () => {
        const table = room();
        const tries: Command[] = [{ type: 'swapPeople', a: 'ann', b: 'ben' }, { type: 'swapPeople', a: 'dot', b: 'eve' }, { type: 'swapSeats', a: 'ARD', b: 'ARD' }, { type: 'swapSeats', a: 'COR', b: 'DRA' }];
        equal(tries.map((command) => table.tries('control', command)?.code), tries.map(() => 'nothingChanged'));
        equal(undoes(table), null);
      } },
    { id: 'S.6', title: 'Control takes back a move or a swap', ruling: 'Everybody sits where they sat, in their old role, and every bot plays what it played.',
      check: () => {
        const commands: Command[] = [
          { type: 'seatParticipant', participant: 'dot', seat: 'COR' }, { type: 'seatParticipant', participant: 'cem', seat: null }, { type: 'seatParticipant', participant: 'ben', seat: 'DRA' },
          { type: 'swapPeople', a: 'ann', b: 'cem' }, { type: 'swapPeople', a: 'dot', b: 'cem' }, { type: 'swapSeats', a: 'ARD', b: 'BEL' }, { type: 'swapSeats', a: 'COR', b: 'ARD' },
        ];
        for (const command of commands) {
          const table = room((state) => {
            Object.assign(state.settings, { teams: true });
            state.team = { ann: 'policy', ben: 'minister', cem: 'resources' };
          });
          const before = standing(table);
          table.ask('control', command);
          undo(table);
          equal([standing(table), undoes(table)], [before, null]);
        }
      } },
    { id: 'S.7', title: 'Control wishes to take back a move after which somebody sat down elsewhere', ruling: 'It cannot: people are not pulled out of a seat that they chose since. Earlier moves of others can still be taken back.',
      check: () => {
        const table = room((state) => { state.status = 'lobby'; });
        table.ask('control', { type: 'seatParticipant', participant: 'dot', seat: 'DRA' });
        table.ask('control', { type: 'swapPeople', a: 'ann', b: 'cem' });
        table.ask('cem', { type: 'takeSeat', seat: 'COR' });
        undo(table);
        equal([sits(table), undoes(table)], [{ ann: 'BEL', ben: 'ARD', cem: 'COR' }, null]);
      } },
    { id: 'S.8', title: 'Somebody takes a seat for themselves', ruling: 'It is nobody’s act but theirs: exercise control has nothing to take back.',
      check: () => {
        const table = room();
        table.ask('dot', { type: 'takeSeat', seat: 'DRA' });
        equal([undoes(table), table.of('peopleMoved')], [null, []]);
      } },
    { id: 'S.9', title: 'A seat that is not in play is to change hands', ruling: 'Nobody can sit in it.', code: 'seatUnknown',
      check: () => equal(room().tries('control', { type: 'swapSeats', a: 'ARD', b: 'XYZ' }), { code: 'seatUnknown', subject: 'b', params: { seat: 'XYZ' } }) },
    { id: 'S.10', title: 'A participant wishes to swap people', ruling: 'Who sits where is for exercise control to say; a person may only take a seat or leave it.', code: 'notControl',
      check: () => equal(room().tries('ann', { type: 'swapPeople', a: 'ann', b: 'cem' })?.code, 'notControl') },
    { id: 'S.11', title: 'Control acts for a ministry whose people are gone', ruling: 'It is the ministry’s act: it spends its points, binds it, and its people and partners see it as any other. The record names the person of exercise control.',
      check: () => {
        const [table, alone] = [room(), room()];
        for (const [at, who] of [[table, 'control as ARD'], [alone, 'ann']] as const) {
          at.ask(who, { type: 'invite', action: 'VISIT', params: { partner: 'BEL' } });
          at.ask(who, { type: 'sendMessage', to: ['BEL'], text: 'We are coming.' });
          at.ask(who, { type: 'setReady', ready: true });
        }
        const told = ({ events, state }: Table) => events.map((event) => eventFor(state, event, { kind: 'seat', seat: 'BEL' }));
        const plain = (list: unknown) => JSON.stringify(list).replaceAll(/"(id|invitation)":"[^"]+"/g, '"$1":"…"');
        equal([plain(told(table)), table.state.seats['ARD']!.pointsSpent], [plain(told(alone)), alone.state.seats['ARD']!.pointsSpent]);
        equal([...new Set(table.events.map(({ actor }) => actor))], ['control:control']);
      } },
    { id: 'S.12', title: 'Control acts for a ministry against its rules', ruling: 'What the ministry may not do, nobody may do in its name: phase, money and points hold for control too.', code: 'wrongPhase',
      check: () => {
        const table = room((state) => { state.phase = 'review'; });
        equal(table.tries('control as ARD', { type: 'saveOrders', orders: [] })?.code, 'wrongPhase');
      } },
    { id: 'S.13', title: 'Control acts for a team', ruling: 'It needs no role in it and nobody’s second: it stands outside of the team.',
      check: () => {
        const table = room((state) => {
          Object.assign(state.settings, { teams: true });
          state.team = { ann: 'policy', ben: 'intelligence' };
        });
        equal([table.tries('ben', { type: 'invite', action: 'VISIT', params: { partner: 'BEL' } })?.code, table.tries('control as ARD', { type: 'invite', action: 'VISIT', params: { partner: 'BEL' } })], ['notYourArea', null]);
      } },
    { id: 'S.14', title: 'Control wishes to pause, to move people or to announce acts in the name of a ministry', ruling: 'Only what people in the seat do is done in its name; all else control does as itself.', code: 'notInItsName',
      check: () => {
        const commands: Command[] = [{ type: 'pause', reason: '' }, { type: 'takeSeat', seat: 'ARD' }, { type: 'seatParticipant', participant: 'ann', seat: null }, { type: 'takeRole', role: 'minister' }, { type: 'announceActs', actions: ['VISIT'] }];
        equal(commands.map((command) => room().tries('control as ARD', command)?.code), commands.map(() => 'notInItsName'));
      } },
    { id: 'S.15', title: 'Control acts as a ministry without naming one, or for one that is not in play', ruling: 'Exercise control is no ministry: it says for which it acts.', code: 'notYourSeat',
      check: () => equal([room().tries('control', { type: 'setReady', ready: true })?.code, room().tries('control as XYZ', { type: 'setReady', ready: true })?.code], ['notYourSeat', 'seatNotInPlay']) },
    { id: 'S.16', title: 'Control answers for a ministry in the debrief', ruling: 'It is over: what a ministry has to say of it, its people say themselves.', code: 'exerciseEnded',
      check: () => {
        const table = room((state) => { state.status = 'debrief'; });
        const message: Command = { type: 'sendMessage', to: ['BEL'], text: 'We meant well.' };
        equal([table.tries('control as ARD', message)?.code, table.tries('ann', message)], ['exerciseEnded', null]);
      } },
    { id: 'S.17', title: 'Somebody wishes to sit in another ministry while the exercise runs', ruling: 'They know the secrets of their own: getting up first does not help, and they may only sit down there again. Until the start everybody chooses freely, and whoever comes late chooses once.', code: 'seatKept',
      check: () => {
        const table = room();
        const before = room((state) => { state.status = 'lobby'; });
        equal([table.tries('ann', { type: 'takeSeat', seat: 'BEL' })?.code, before.tries('ann', { type: 'takeSeat', seat: 'BEL' })], ['seatKept', null]);
        table.ask('ann', { type: 'leaveSeat' });
        equal(table.tries('ann', { type: 'takeSeat', seat: 'DRA' }), { code: 'seatKept', subject: 'seat', params: { seat: 'ARD' } });
        table.ask('ann', { type: 'takeSeat', seat: 'ARD' });
        table.ask('dot', { type: 'takeSeat', seat: 'BEL' });
        equal(sits(table), { ann: 'ARD', ben: 'ARD', cem: 'BEL', dot: 'BEL' });
        equal(table.tries('dot', { type: 'takeSeat', seat: 'ARD' })?.code, 'seatKept');
      } },
    { id: 'S.18', title: 'Control moves somebody to another ministry while the exercise runs', ruling: 'It may, for a reason of its own. What they know then is the secrets of both: by themselves they go back to neither but the last.', code: 'seatKept',
      check: () => {
        const table = room();
        table.ask('control', { type: 'seatParticipant', participant: 'ann', seat: 'DRA' });
        equal(table.tries('ann', { type: 'takeSeat', seat: 'ARD' })?.code, 'seatKept');
        table.ask('ann', { type: 'leaveSeat' });
        equal([table.tries('ann', { type: 'takeSeat', seat: 'ARD' })?.code, table.tries('ann', { type: 'takeSeat', seat: 'DRA' })], ['seatKept', null]);
      } },
    { id: 'S.19', title: 'Somebody looks into several ministries before the start', ruling: 'They may, and each of them opens a secret brief. Exercise control sees whose briefs they have read, from the lobby on and after a practice turn as well; nobody else does.',
      check: () => {
        const table = room((state) => { state.status = 'lobby'; });
        table.ask('dot', { type: 'takeSeat', seat: 'DRA' });
        table.ask('dot', { type: 'leaveSeat' });
        table.ask('dot', { type: 'takeSeat', seat: 'BEL' });
        table.ask('control', { type: 'swapPeople', a: 'dot', b: 'eve' });
        const read = { dot: ['DRA', 'BEL'], eve: ['BEL'] };
        equal(controlView(table.state).briefsRead, read);
        const others: Viewer[] = [{ kind: 'observer' }, ...table.state.seatIds.map((seat): Viewer => ({ kind: 'seat', seat }))];
        for (const viewer of others) equal(/briefsRead|"(dot|eve)"/.test(JSON.stringify([viewFor(table.state, viewer), table.events.map((event) => eventFor(table.state, event, viewer))])), false);
        table.ask('control', { type: 'startPractice' });
        table.ask('control', { type: 'endPractice' });
        equal(controlView(table.state).briefsRead, read);
      } },
    { id: 'S.20', title: 'Control hands a ministry to a bot while the exercise runs, and its people wish to sit elsewhere', ruling: 'They know the secrets of the one they sat in, as if they had got up: by themselves they go back there alone.', code: 'seatKept',
      check: () => {
        const table = room();
        table.ask('control', { type: 'handToBot', seat: 'ARD', character: 'hawk' });
        equal([table.tries('ann', { type: 'takeSeat', seat: 'BEL' }), table.tries('ann', { type: 'takeSeat', seat: 'ARD' })], [{ code: 'seatKept', subject: 'seat', params: { seat: 'ARD' } }, null]);
        const before = room((state) => { state.status = 'lobby'; });
        before.ask('control', { type: 'handToBot', seat: 'ARD', character: 'hawk' });
        equal(before.tries('ann', { type: 'takeSeat', seat: 'BEL' }), null);
      } },
    { id: 'S.21', title: 'Somebody wishes to sit in another ministry during a pause or a break', ruling: 'The exercise is under way all the same: what holds while the clock runs holds while it stands.', code: 'seatKept',
      check: () => {
        for (const command of [{ type: 'pause', reason: '' }, { type: 'callBreak', minutes: 5, reason: '' }] as const) {
          const table = room();
          table.ask('control', command);
          const tries = (who: string) => table.tries(who, { type: 'takeSeat', seat: 'BEL' })?.code;
          equal(tries('ann'), 'seatKept');
          table.ask('ben', { type: 'leaveSeat' });
          equal(tries('ben'), 'seatKept');
          table.ask('control', { type: 'handToBot', seat: 'ARD', character: 'hawk' });
          equal(tries('ann'), 'seatKept');
          table.ask('control', { type: 'resume' });
          equal([tries('ann'), tries('ben')], ['seatKept', 'seatKept']);
        }
      } },
  ],
};
