// P. Practice: a turn before the exercise that everybody plays and that does not count.
import type { Command } from '../../shared/model/commands.ts';
import type { State } from '../../shared/model/state.ts';
import { digest, stateAt } from '../../shared/record/replay.ts';
import { headerOf, seal, hash } from '../../shared/record/record.ts';
import { practiceSeed } from '../../shared/rules/apply/practice.ts';
import { draw } from '../../shared/rules/random.ts';
import { settingsFor, setup } from '../../shared/scenario/setup.ts';
import { eventFor } from '../../shared/view/event-for.ts';
import { viewFor } from '../../shared/view/view-for.ts';
import { seenEvents } from '../../server/history.ts';
import { workedScenario } from '../rules/build.ts';
import { Table } from '../rules/table.ts';
import type { Subject } from './ruling.ts';
import { equal } from './ruling.ts';

const SEED = 'real-seed';
const start = (teams = false): State => {
  const scenario = workedScenario();
  const settings = settingsFor(scenario, { teams, advanceWhenReady: false });
  if (!settings.ok) throw new Error(settings.refusal.code);
  return setup(scenario, { id: 'exercise', seed: SEED, settings: settings.value });
};
const control = (table: Table, ...commands: Command[]) => commands.forEach((command) => table.ask('control', command));
const begun = (teams = false) => {
  const table = new Table(start(teams));
  table.ask('ann', { type: 'takeSeat', seat: 'ARD' });
  table.ask('ben', { type: 'takeSeat', seat: 'ARD' });
  control(table, { type: 'startPractice' });
  return table;
};
const on = (table: Table, times: number) => {
  for (let time = 0; time < times; time += 1) control(table, { type: 'advancePhase' });
};
/** What is played of a turn, so that there is something to throw away. */
const play = (table: Table) => {
  on(table, 1);
  table.ask('ann', { type: 'sendMessage', to: ['BEL'], text: 'Only practising.' });
  table.ask('ann', { type: 'act', action: 'TABLE', params: { title: 'Try', kind: 'mou', parties: ['BEL'], classification: 'R', clauses: [{ kind: 'HOTLINE', params: { within: 1 } }] } });
  on(table, 1);
  table.ask('ann', { type: 'saveOrders', orders: [{ id: 'o', action: 'TRAIN', params: {}, intent: 'Try it.', invitation: null }] });
  on(table, 2);
};
/** Everything but what counts events and says that there was a practice. */
const standing = ({ practice: _practice, seq: _seq, ...state }: State) => digest({ ...state, seq: 0 } as State);

export const practice: Subject = {
  letter: 'P', name: 'Practice',
  rulings: [
    { id: 'P.1', title: 'A practice turn, played and reviewed', ruling: 'It ends by itself after its review, and everything is as it was set up: money, texts, messages, orders, and the clock.',
      check: () => {
        const table = new Table(start());
        table.ask('ann', { type: 'takeSeat', seat: 'ARD' });
        table.ask('ben', { type: 'takeSeat', seat: 'ARD' });
        const before = standing(table.state);
        control(table, { type: 'startPractice' });
        play(table);
        equal([table.state.status, table.state.phase, Object.keys(table.state.instruments).length], ['running', 'review', 1]);
        on(table, 1);
        equal([standing(table.state) === before, table.state.status, table.state.turn], [true, 'lobby', 0]);
      } },
    { id: 'P.2', title: 'Who came, and what they became, during practice', ruling: 'They stay where they sit and what they are; only a seat that nobody sits in is a bot’s again.',
      check: () => {
        const table = begun(true);
        table.ask('cem', { type: 'takeSeat', seat: 'ARD' });
        table.ask('dot', { type: 'takeSeat', seat: 'BEL' });
        control(table, { type: 'giveRole', participant: 'cem', role: 'minister' }, { type: 'endPractice' });
        equal([table.state.seating, table.state.team, Object.keys(table.state.bots)], [{ ann: 'ARD', ben: 'ARD', cem: 'ARD', dot: 'BEL' }, { ann: 'intelligence', ben: 'policy', cem: 'minister', dot: 'minister' }, ['COR', 'DRA']]);
      } },
    { id: 'P.3', title: 'What people learn in practice of the hidden cause', ruling: 'Practice has a seed of its own, drawn by key from the real one: neither its causes nor its luck say anything about those of the exercise, which stay what they were.',
      check: () => {
        const table = begun();
        const luck = (state: State) => Array.from({ length: 6 }, (_, index) => draw(state.seed, 1, `luck/${index}`));
        const [seed, during] = [table.state.seed, luck(table.state)];
        control(table, { type: 'endPractice' });
        const truths = Array.from({ length: 40 }, (_, index) => setup(table.state.scenario, { id: 'x', seed: practiceSeed(`seed-${index}`, 1), settings: table.state.settings }).threats.cables!.truth);
        equal([seed === SEED, during.some((value, index) => value === luck(table.state)[index]), table.state.seed, new Set(truths).size > 1], [false, false, SEED, true]);
      } },
    { id: 'P.4', title: 'Two practice turns', ruling: 'As many as the class needs, each with another luck.',
      check: () => {
        const table = begun();
        const first = table.state.seed;
        control(table, { type: 'endPractice' }, { type: 'startPractice' });
        equal([table.state.seed === first, table.state.practice.past.length], [false, 1]);
      } },
    { id: 'P.5', title: 'An exercise with practice before it, and the same without', ruling: 'They play alike: nothing of practice counts, not even in the luck of the turn after it.',
      check: () => {
        const [with_, without] = [begun(), new Table(start())];
        play(with_);
        on(with_, 1);
        without.ask('ann', { type: 'takeSeat', seat: 'ARD' });
        without.ask('ben', { type: 'takeSeat', seat: 'ARD' });
        for (const table of [with_, without]) {
          control(table, { type: 'startExercise' });
          on(table, 5);
        }
        const numbers = ({ state }: Table) => JSON.stringify([state.seats, state.trust, state.crises, state.beliefs, state.snapshots, state.threats]);
        equal([numbers(with_) === numbers(without), with_.state.turn], [true, 2]);
      } },
    { id: 'P.6', title: 'Practice after the exercise has begun', ruling: 'Refused: then everything counts.',
      check: () => {
        const table = new Table(start());
        control(table, { type: 'startExercise' });
        equal(table.tries('control', { type: 'startPractice' })?.code, 'alreadyStarted');
      } },
    { id: 'P.7', title: 'Exercise control ends the exercise during practice', code: 'practiceRunning', ruling: 'Refused: a debrief would disclose what has not been played. The practice is ended instead.',
      check: () => equal(begun().tries('control', { type: 'endExercise' })?.code, 'practiceRunning') },
    { id: 'P.8', title: 'Practice ended when there is none', code: 'noPractice', ruling: 'Refused, so that nobody throws away a real turn by a late click.',
      check: () => {
        const table = new Table(start());
        control(table, { type: 'startExercise' });
        equal(table.tries('control', { type: 'endPractice' })?.code, 'noPractice');
      } },
    { id: 'P.9', title: 'A participant begins a practice turn', ruling: 'Refused: exercise control holds it.',
      check: () => equal(new Table(start()).tries('ARD', { type: 'startPractice' })?.code, 'notControl') },
    { id: 'P.10', title: 'The history of turn 1 after a practice turn', ruling: 'It is that of the real turn alone. The record keeps both.',
      check: () => {
        const table = begun();
        play(table);
        on(table, 1);
        control(table, { type: 'startExercise' });
        on(table, 4);
        const stored = table.events.map((event) => ({ seq: event.seq, turn: event.turn, line: JSON.stringify(event), texts: event.private ? JSON.stringify(event.private) : null }));
        const told = seenEvents(table.state, stored.filter(({ turn }) => turn === 1), { kind: 'control' });
        equal([told.filter(({ type }) => type === 'phaseStarted').length, told.some(({ type }) => type === 'ordersSaved'), table.of('ordersSaved').length], [5, false, 1]);
      } },
    { id: 'P.11', title: 'A record with a practice turn in it', ruling: 'Replayed, it gives the state that the room had, event by event, in practice and after it.',
      check: () => {
        const table = begun(true);
        const digests = [digest(table.state)];
        const step = (command: Command) => {
          control(table, command);
          digests.push(digest(table.state));
        };
        for (let phase = 0; phase < 5; phase += 1) step({ type: 'advancePhase' });
        step({ type: 'startExercise' });
        for (let phase = 0; phase < 3; phase += 1) step({ type: 'advancePhase' });
        const { scenario, settings } = table.state;
        const header = headerOf({ exercise: 'exercise', title: 'Practice', seed: SEED, settings, createdAt: 0, scenario });
        const record = { header, events: seal(table.events, hash(header)).sealed };
        const ends = table.events.flatMap((event, index) => (event.command !== table.events[index + 1]?.command ? [event.seq] : [])).slice(2);
        equal(ends.map((seq) => digest(stateAt(record, seq))), digests);
      } },
    { id: 'P.12', title: 'What a participant’s screen says of practice', ruling: 'That this is one, on every screen; and nothing of the exercise behind it.',
      check: () => {
        const table = begun();
        play(table);
        const seen = (['ARD', 'BEL'] as const).map((seat) => JSON.stringify([viewFor(table.state, { kind: 'seat', seat }), table.events.map((event) => eventFor(table.state, event, { kind: 'seat', seat }))]));
        equal([viewFor(table.state, { kind: 'observer' }).public.exercise.practice, seen.some((text) => text.includes(SEED) || text.includes(table.state.seed) || text.includes('"before":{'))], [true, false]);
      } },
  ],
};
