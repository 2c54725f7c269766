// L. Exercise control: what it may change of the list of injects while the exercise runs, and what it can take back.
import type { Actor, Command } from '../../shared/model/commands.ts';
import type { State } from '../../shared/model/state.ts';
import type { EffectDraft, InjectDraft } from '../../shared/scenario/schema.ts';
import { digest, placed } from '../../shared/record/replay.ts';
import { apply } from '../../shared/rules/apply.ts';
import { decide } from '../../shared/rules/decide.ts';
import { carryOut } from '../../shared/rules/working.ts';
import { eventFor } from '../../shared/view/event-for.ts';
import { controlView, seatView, viewFor } from '../../shared/view/view-for.ts';
import { build } from '../rules/build.ts';
import { Table } from '../rules/table.ts';
import type { Subject } from './ruling.ts';
import { equal } from './ruling.ts';

const news = (id: string, more: Partial<InjectDraft> = {}): InjectDraft =>
  ({ id, title: 'News', manual: false, delay: 0, prob: 100, once: true, to: ['ARD'], type: 'inject', from: 'Staff', text: 'As planned.', effects: [], at: { turn: 4, phase: 'briefing' }, ...more });
const open = (injects: InjectDraft[], bend: (state: State) => void = () => {}) => build((state) => {
  state.scenario.injects.push(...injects);
  bend(state);
});
const at = (...injects: InjectDraft[]) => new Table(open(injects));
const control = (table: Table, ...commands: Command[]) => commands.forEach((command) => table.ask('control', command));
const until = (table: Table, turn: number, phase: State['phase'] = 'briefing') => {
  while (table.state.turn !== turn || table.state.phase !== phase) table.ask('control', { type: 'advancePhase' });
};
const fired = (table: Table) => table.state.injects.map(({ id, turn, phase }) => `${id}@${turn} ${phase}`);
const read = (table: Table, seat: string) => Object.values(seatView(table.state, seat).injects).map(({ title, text }) => `${title}: ${text}`);
const row = (table: Table, id = 'it') => controlView(table.state).msel[id]!;
const last = (table: Table) => controlView(table.state).undo;
const undo = (table: Table) => table.ask('control', { type: 'undoAct', act: last(table)!.id });
/** All that control could change, without what only counts events. */
const standing = ({ state }: Table) => JSON.stringify([state.heldInjects, state.injectChanges, state.writtenInjects, state.messages, state.seating, state.bots, state.controlActs]);
const change = (more: Omit<Extract<Command, { type: 'changeInject' }>, 'type' | 'inject'>, inject = 'it'): Command => ({ type: 'changeInject', inject, ...more });
const write = (more: Partial<Extract<Command, { type: 'writeInject' }>> = {}): Command => ({ type: 'writeInject', title: 'Flood', from: 'Press', text: 'The river rises.', to: ['BEL'], effects: [], at: null, ...more });
const LOWER: EffectDraft[] = [{ add: { path: 'crisis/C1/severity', by: -7 } }];

/** Everything control can do with the list, by two people, and everything it can take back of it. */
const EVERYTHING: Command[] = [
  { type: 'holdInject', inject: 'it', held: true }, { type: 'holdInject', inject: 'it', held: false }, change({ title: 'Other', text: 'Other words.' }), change({ to: ['COR'], at: { turn: 3, phase: 'orders' } }),
  { type: 'dropInject', inject: 'two', dropped: true }, write({ effects: LOWER }), write({ at: { turn: 3, phase: 'briefing' }, to: 'all', title: 'Later' }),
  { type: 'speak', persona: 'Press', to: ['ARD'], text: 'Rumours.' }, { type: 'handToBot', seat: 'ARD', character: 'hawk' }, { type: 'handToBot', seat: 'BEL', character: 'hedger' }, { type: 'fireInject', inject: 'three' },
];

export const exerciseControl: Subject = {
  letter: 'L', name: 'Exercise control',
  rulings: [
    { id: 'L.1', title: 'News reworded before it arrives', ruling: 'Its recipients read the new words as if they had always been there, and nobody else learns that there were others.',
      check: () => {
        const table = at(news('it'));
        control(table, change({ title: 'Bad news', text: 'Worse than planned.' }));
        equal([row(table).changed, row(table).text], [['words'], 'Worse than planned.']);
        until(table, 4);
        equal([read(table, 'ARD'), JSON.stringify(viewFor(table.state, { kind: 'seat', seat: 'ARD' })).includes('As planned.')], [['Bad news: Worse than planned.'], false]);
      } },
    { id: 'L.2', title: 'News sent to others than planned', ruling: 'Those named now get it, and the effects that go to its recipients follow it; the ones left out never hear of it.',
      check: () => {
        const table = at(news('it', { effects: [{ message: { from: 'Envoy', text: 'Sorry.' } }] }));
        control(table, change({ to: ['COR', 'BEL'] }));
        until(table, 4);
        equal([table.of('injectFired')[0]!.to, read(table, 'ARD'), read(table, 'BEL'), table.state.messages.map(({ to }) => to)], [['BEL', 'COR'], [], ['News: As planned.'], [['BEL', 'COR']]]);
      } },
    { id: 'L.3', title: 'News put off to the orders of another turn', ruling: 'It fires then and not before, whatever it was waiting for: control knows the room, as when it fires by hand.',
      check: () => {
        const table = at(news('it', { when: 'turn > 9', prob: 1 }), news('two', { at: undefined, when: 'turn >= 3' }));
        control(table, change({ at: { turn: 5, phase: 'orders' } }), change({ at: { turn: 4, phase: 'review' } }, 'two'));
        until(table, 6);
        equal(fired(table), ['two@4 review', 'it@5 orders']);
      } },
    { id: 'L.4', title: 'News put back as it was planned', ruling: 'What is changed can be put back, each on its own: nothing of the scenario was lost.',
      check: () => {
        const table = at(news('it'));
        control(table, change({ to: ['BEL'], at: { turn: 6, phase: 'orders' } }), change({ to: null, at: null }));
        equal([row(table).changed, row(table).to, row(table).when], [[], ['ARD'], { turn: 4, phase: 'briefing' }]);
        until(table, 4);
        equal(fired(table), ['it@4 briefing']);
      } },
    { id: 'L.5', title: 'News that may come again, put to a certain time', ruling: 'The time set is used up when it fires, by then or by hand; afterwards it comes as planned again.',
      check: () => {
        const table = at(news('it', { at: undefined, when: 'turn >= 4', once: false }));
        control(table, change({ at: { turn: 3, phase: 'orders' } }));
        until(table, 5, 'negotiation');
        equal(fired(table), ['it@3 orders', 'it@4 briefing', 'it@5 briefing']);
      } },
    { id: 'L.6', title: 'News that waits out its delay, put to an earlier time', ruling: 'It comes at the time set and not again when the wait would have been over.',
      check: () => {
        const table = at(news('it', { at: { turn: 3, phase: 'briefing' }, delay: 2, once: false }));
        until(table, 3);
        control(table, change({ at: { turn: 4, phase: 'briefing' } }));
        until(table, 6);
        equal(fired(table), ['it@4 briefing']);
      } },
    { id: 'L.7', title: 'News that control skips', ruling: 'It never fires, not even when another inject calls for it; until its time has begun control may think again.',
      check: () => {
        const table = at(news('it'), news('two'), news('call', { at: { turn: 3, phase: 'briefing' }, effects: [{ schedule: { inject: 'it', turns: 1 } }] }));
        control(table, { type: 'dropInject', inject: 'it', dropped: true }, { type: 'dropInject', inject: 'two', dropped: true }, { type: 'dropInject', inject: 'two', dropped: false });
        equal([row(table).state, row(table, 'two').state], ['dropped', 'planned']);
        until(table, 5);
        equal(fired(table), ['call@3 briefing', 'two@4 briefing']);
      } },
    { id: 'L.8', title: 'News that control writes and fires at once', ruling: 'It arrives like any other, with its effects, and stands in the list of injects as written by control.',
      check: () => {
        const table = at();
        control(table, write({ effects: LOWER }));
        const [written] = Object.values(controlView(table.state).msel);
        equal([read(table, 'BEL'), read(table, 'ARD'), table.factors('crisis/C1/severity'), written!.written, written!.state], [['Flood: The river rises.'], [], { inject: -7000 }, true, 'fired']);
      } },
    { id: 'L.9', title: 'News that control writes for later', ruling: 'Until it comes only control knows of it, and it can be held, changed and skipped like any other.',
      check: () => {
        const table = at();
        control(table, write({ at: { turn: 3, phase: 'orders' } }));
        const id = Object.keys(controlView(table.state).msel)[0]!;
        control(table, change({ text: 'It falls again.', to: 'all' }, id));
        const told = table.events.map((event) => eventFor(table.state, event, { kind: 'seat', seat: 'BEL' }));
        equal([told, JSON.stringify(viewFor(table.state, { kind: 'seat', seat: 'BEL' })).includes('Flood')], [[null, null], false]);
        until(table, 3, 'orders');
        equal([fired(table), read(table, 'ARD')], [[`${id}@3 orders`], ['Flood: It falls again.']]);
      } },
    { id: 'L.10', title: 'Control takes back a hold, a change, a skip and a plan', ruling: 'Each stands exactly as before, last things first, by an event of its own: the record keeps both.',
      check: () => {
        for (const command of [{ type: 'holdInject', inject: 'it', held: true }, change({ title: 'Other' }), change({ to: 'all' }), change({ at: { turn: 5, phase: 'orders' } }), { type: 'dropInject', inject: 'it', dropped: true }, write({ at: { turn: 3, phase: 'briefing' } })] as Command[]) {
          const table = at(news('it'));
          control(table, change({ text: 'Before.' }), { type: 'holdInject', inject: 'it', held: true }, { type: 'holdInject', inject: 'it', held: false });
          const [before, events] = [standing(table), table.events.length];
          control(table, command);
          const { id, by, did, subject } = last(table)!;
          undo(table);
          equal([standing(table), table.events.length, table.of('actUndone')], [before, events + 2, [{ act: id, by, did, subject }]]);
        }
      } },
    { id: 'L.11', title: 'Control takes back more than one thing', ruling: 'One after the other, and no act twice: what was taken back is no act that could be taken back.',
      check: () => {
        const table = at(news('it'), news('two'));
        const before = standing(table);
        control(table, { type: 'holdInject', inject: 'it', held: true }, change({ to: 'all' }, 'two'), change({ title: 'Other' }));
        for (let acts = 0; acts < 3; acts += 1) undo(table);
        equal([standing(table), last(table)], [before, null]);
      } },
    { id: 'L.12', title: 'A message that control withdrew by mistake', ruling: 'Its readers see it again. The message itself, once sent, cannot be taken back: it has been read.',
      check: () => {
        const table = at();
        table.ask('ARD', { type: 'sendMessage', to: ['BEL'], text: 'Hello.' });
        control(table, { type: 'hideMessage', message: table.state.messages[0]!.id });
        const hidden = Object.values(seatView(table.state, 'BEL').messages)[0]!.text;
        undo(table);
        equal([hidden, Object.values(seatView(table.state, 'BEL').messages)[0]!.text, table.events.at(-2)!.audience, last(table)], ['', 'Hello.', ['BEL', 'ARD'], null]);
      } },
    { id: 'L.13', title: 'A seat handed to a bot by mistake', ruling: 'Whoever sat there sits there again, or the bot that played it before, or nobody; but only while those people have not sat down elsewhere.',
      check: () => {
        const seated = () => new Table(open([], (state) => {
          state.seating = { p: 'ARD', q: 'ARD' };
          state.bots = { BEL: 'hawk' };
        }));
        for (const seat of ['ARD', 'BEL', 'COR']) {
          const table = seated();
          const before = standing(table);
          control(table, { type: 'handToBot', seat, character: 'hedger' });
          undo(table);
          equal(standing(table), before);
        }
        const table = seated();
        control(table, { type: 'handToBot', seat: 'ARD', character: 'hedger' }, { type: 'seatParticipant', participant: 'p', seat: 'COR' });
        equal(last(table)!.did, 'moved');
        undo(table);
        equal(last(table)!.did, 'handedOver');
      } },
    { id: 'L.14', title: 'Control wishes to take back what people have seen', ruling: 'An inject that fired stays fired, and what was changed of it before goes with it. Earlier acts on other things can still be taken back.',
      check: () => {
        const table = at(news('it'), news('two'));
        control(table, { type: 'holdInject', inject: 'two', held: true }, change({ title: 'Other' }), { type: 'fireInject', inject: 'it' }, write());
        equal([last(table)!.did, last(table)!.subject], ['held', 'two']);
      } },
    { id: 'L.15', title: 'Control takes back a skip when its time has begun', ruling: 'It would be planned again and yet never come. Control gives it a new time first, and then it is planned for that.',
      check: () => {
        const table = at(news('it'));
        control(table, { type: 'dropInject', inject: 'it', dropped: true });
        until(table, 4);
        const takeBack: Command = { type: 'dropInject', inject: 'it', dropped: false };
        equal([last(table), table.tries('control', takeBack)?.code], [null, 'momentPast']);
        control(table, change({ at: { turn: 4, phase: 'orders' } }), takeBack);
        until(table, 4, 'orders');
        equal(fired(table), ['it@4 orders']);
      } },
    { id: 'L.16', title: 'Two people run the exercise, and both take back at once', ruling: 'Each takes back what it saw before it, or nothing: the second is told that something else came last.',
      check: () => {
        const table = at(news('it'));
        control(table, { type: 'holdInject', inject: 'it', held: true }, change({ to: 'all' }));
        const seen = last(table)!.id;
        undo(table);
        equal([table.tries('control', { type: 'undoAct', act: seen })?.code, table.state.heldInjects], ['notLastAct', ['it']]);
      } },
    { id: 'L.17', title: 'Control says what it expects of an inject, and what it is for', ruling: 'It stands in the list for exercise control and evaluators alone, is changed like the words, also once those have been read, and can be put back as planned.',
      check: () => {
        const table = at(news('it', { expect: 'They ask.', objective: 'vector', once: false }));
        control(table, write({ at: { turn: 3, phase: 'orders' }, expect: ' They share. ', objective: 'vector' }), change({ expect: 'They act.', objective: null }));
        const written = Object.values(controlView(table.state).msel).find((one) => one.written)!;
        const purpose = ({ expect, objective }: typeof written) => [expect, objective];
        equal([purpose(written), purpose(row(table)), row(table).changed, row(table).planned!.expect], [['They share.', 'vector'], ['They act.', null], ['purpose'], 'They ask.']);
        until(table, 4);
        equal([fired(table).includes('it@4 briefing'), table.tries('control', change({ expect: 'They wait.' }))], [true, null]);
        undo(table);
        equal(row(table).expect, 'They act.');
        control(table, change({ expect: 'They ask.', objective: 'vector' }));
        equal([row(table).changed, JSON.stringify(table.state.seatIds.map((seat) => viewFor(table.state, { kind: 'seat', seat }))).includes('They ')], [[], false]);
      } },
    { id: 'L.18', title: 'Control prepares the list before the start', ruling: 'It changes, skips, holds and writes for later, and takes it back; nothing fires before the exercise runs.',
      check: () => {
        const table = new Table(open([news('it')], (state) => Object.assign(state, { status: 'lobby', turn: 0, phase: 'briefing' })));
        control(table, change({ title: 'Other' }), { type: 'holdInject', inject: 'it', held: true }, write({ at: { turn: 1, phase: 'briefing' } }), { type: 'dropInject', inject: 'it', dropped: true });
        equal([table.tries('control', { type: 'fireInject', inject: 'it' })?.code, table.tries('control', write())?.code], ['notRunning', 'notRunning']);
        undo(table);
        equal([row(table).state, fired(table)], ['held', []]);
      } },
    { id: 'L.19', title: 'A record with everything that control can do and take back', ruling: 'Replayed, it gives the state that the room had, event by event: nothing is kept but in the record.',
      check: () => {
        const start = () => open([news('it'), news('two'), news('three')], (state) => { state.seating = { p: 'ARD' }; });
        const [live, replayed] = [start(), start()];
        const ask = (command: Command, number: number) => {
          const actor: Actor = { kind: 'control', id: number % 2 === 0 ? 'first' : 'second' };
          const request = { actor, command, id: `command-${number}`, at: number, nonce: `salt-${number}` };
          const decided = decide(live, request);
          if (!decided.ok) throw new Error(`${command.type}: ${decided.refusal.code}`);
          const events = placed(live, decided.value, request);
          carryOut(live, decided.value, events);
          for (const event of events) apply(replayed, JSON.parse(JSON.stringify(event)) as typeof event);
          equal(digest(replayed), digest(live));
        };
        EVERYTHING.forEach(ask);
        for (let number = 50; controlView(live).undo && number < 80; number += 1) ask({ type: 'undoAct', act: controlView(live).undo!.id }, number);
        EVERYTHING.slice(0, 5).forEach((command, number) => ask(command, number + 80));
        for (let number = 100; live.turn < 5; number += 1) ask({ type: 'advancePhase' }, number);
        equal([live.injects.map(({ id }) => id).filter((id) => id.length < 6), controlView(live).undo], [['three', 'it'], null]);
      } },
  ],
};
