// B, continued. The clock: breaks, the dates of a course, and what happens at the lock when orders are missing.
import { standInOrders } from '../../shared/bots/stand-in.ts';
import type { Deadline, State } from '../../shared/model/state.ts';
import { callsBots } from '../../shared/rules/commands/clock.ts';
import { lateSeats } from '../../shared/rules/late.ts';
import { digest } from '../../shared/record/replay.ts';
import { eventFor } from '../../shared/view/event-for.ts';
import { publicView } from '../../shared/view/view-for.ts';
import { build } from '../rules/build.ts';
import { Table } from '../rules/table.ts';
import type { Ruling } from './ruling.ts';
import { equal } from './ruling.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const START = Date.UTC(2030, 2, 4, 17);

/** Orders are being written by people in ARD and BEL; the clock shows START. */
const writing = (bend: (state: State) => void = () => {}): Table => {
  const table = new Table(build((state) => {
    Object.assign(state, { phase: 'orders', seating: { one: 'ARD', two: 'BEL' }, bots: { COR: 'titForTat', DRA: 'titForTat' } });
    for (const seat of state.seatIds) state.seats[seat]!.budget = 60;
    state.clock.deadline = START;
    bend(state);
  }));
  table.now = START;
  return table;
};
const missing = (missingOrders: 'pause' | 'standing' | 'bot') => (state: State) => void Object.assign(state, { settings: { ...state.settings, missingOrders } });
const timeUp = (table: Table, later = 0) => {
  table.now! += later;
  table.ask('clock', { type: 'advancePhase' });
};
const stands = ({ state: { status, phase, clock } }: Table) => [status, phase, clock.deadline === null ? null : clock.deadline - START];
const readers = (table: Table, type: string) => [...new Set(table.events.filter((event) => event.type === type).map(({ audience }) => JSON.stringify(audience)))];

/** A course with dates a day apart, from `first` on; it stands in the negotiation of turn 2, which ends at START. */
const DATES: Deadline[] = [1, 2, 3, 4, 5, 6].flatMap((turn) => (['negotiation', 'orders'] as const).map((phase, index) => ({ turn, phase, at: START + DAY * (2 * (turn - 2) + index) })));
const course = (bend: (state: State) => void = () => {}): Table => {
  const table = new Table(build((state) => {
    Object.assign(state, { settings: { ...state.settings, mode: 'course', zone: 'Europe/Oslo', schedule: DATES }, schedule: DATES.map((date) => ({ ...date, moves: 0 })) });
    state.clock.deadline = START;
    bend(state);
  }));
  table.now = START;
  return table;
};
/** Hours from START until this phase of a course ends. */
const date = ({ state }: Table, turn: number, phase: string) => (state.schedule.find((one) => one.turn === turn && one.phase === phase)!.at - START) / HOUR;

export const clock: readonly Ruling[] = [
  { id: 'B.14', title: 'A break that is over', ruling: 'The clock goes on by itself with what was left of the phase, and only if it is still that break: the end that everybody read is kept.',
    check: () => {
      const table = writing((state) => { state.clock.deadline = START + 5 * MINUTE; });
      table.ask('control', { type: 'callBreak', minutes: 10, reason: 'Coffee' });
      const { breakUntil, pauseReason, remaining } = publicView(table.state).exercise;
      table.now! += 9 * MINUTE;
      const early = table.tries('clock', { type: 'resume' })?.code;
      table.now! += MINUTE;
      table.ask('clock', { type: 'resume' });
      equal([breakUntil, pauseReason, remaining, early, stands(table)], [START + 10 * MINUTE, 'Coffee', 5 * MINUTE, 'notOnBreak', ['running', 'orders', 15 * MINUTE]]);
    } },
  { id: 'B.15', title: 'A pause that exercise control called', ruling: 'Nobody ends it but exercise control: it has no end that people were told.',
    check: () => {
      const table = writing();
      table.ask('control', { type: 'pause', reason: '' });
      table.now! += DAY;
      equal([table.tries('clock', { type: 'resume' })?.code, table.state.status], ['notOnBreak', 'paused']);
    } },
  { id: 'B.16', title: 'A break that is made longer, and one that ends early', ruling: 'Both are acts of exercise control that everybody reads with their reason.',
    check: () => {
      const table = writing();
      table.ask('control', { type: 'callBreak', minutes: 10, reason: '' });
      table.ask('control', { type: 'extendBreak', minutes: 5, reason: 'The queue is long' });
      const until = table.state.clock.until! - START;
      table.ask('control', { type: 'resume', reason: 'All are back' });
      equal([until, table.state.clock.until, publicView(table.state).clockActs.map(({ type, data }) => [type, data.reason ?? ''])], [15 * MINUTE, null, [['breakCalled', ''], ['breakExtended', 'The queue is long'], ['clockResumed', 'All are back']]]);
    } },
  { id: 'B.17', title: 'Orders that are missing when time is up', ruling: 'The lock waits a while, and everybody reads for whom; then the clock stands still and exercise control decides. Whoever has a person in no seat, or a bot, keeps nobody waiting.',
    check: () => {
      const table = writing();
      table.order('ARD', ['TRAIN', {}]);
      timeUp(table);
      const waiting = [stands(table), publicView(table.state).exercise.awaited];
      timeUp(table, 2 * MINUTE);
      equal([waiting, stands(table), table.state.clock.reason, publicView(table.state).exercise.awaited], [[['running', 'orders', 2 * MINUTE], ['BEL']], ['paused', 'orders', null], 'ordersMissing', ['BEL']]);
    } },
  { id: 'B.18', title: 'A seat that orders nothing and says that it is ready', ruling: 'It is not late: nothing is an order too, once somebody has said so. As soon as all that the lock waits for have said so, it waits no longer.',
    check: () => {
      const table = writing();
      table.order('ARD', ['TRAIN', {}]);
      const before = lateSeats(table.state);
      timeUp(table);
      table.ask('BEL', { type: 'setReady', ready: true });
      equal([before, table.state.phase, table.of('ordersStoodIn')], [['BEL'], 'resolution', []]);
    } },
  { id: 'B.19', title: 'A joint act that was agreed to, on a sheet that is empty otherwise', ruling: 'The seat is not late: what it agreed to stands on its sheet as an order.',
    check: () => {
      const table = writing((state) => { state.phase = 'negotiation'; });
      table.ask('ARD', { type: 'invite', action: 'VISIT', params: { partner: 'BEL' } });
      table.accept('BEL');
      table.ask('control', { type: 'advancePhase' });
      equal(lateSeats(table.state), []);
    } },
  { id: 'B.20', title: 'Going on after the clock stood still for missing orders', ruling: 'The lock waits once more before it stands still again: who came back needs time to write.',
    check: () => {
      const table = writing();
      timeUp(table);
      timeUp(table, 2 * MINUTE);
      table.ask('control', { type: 'resume' });
      timeUp(table);
      equal([table.of('ordersAwaited').length, table.state.status], [2, 'running']);
    } },
  { id: 'B.21', title: 'Standing orders of a seat that is late', ruling: 'Used in their order as far as they are still possible and there are points for them; the seat learns what was used and what was not. Others see a sheet like any other.',
    check: () => {
      const table = writing(missing('standing'));
      table.order('ARD', ['TRAIN', {}], ['HARDEN', {}]);
      table.ask('ARD', { type: 'markStanding', standing: true });
      table.order('BEL', ['TRAIN', {}]);
      while (table.state.turn === 2 || table.state.phase !== 'orders') table.ask('control', { type: 'advancePhase' });
      table.state.seats.ARD!.pointsSpent = table.state.parameters.ap - 1;
      table.order('BEL', ['HARDEN', {}]);
      timeUp(table);
      equal([table.of('ordersStoodIn'), readers(table, 'ordersStoodIn'), table.of('trained').map(({ seat }) => seat), eventFor(table.state, table.events.find(({ type }) => type === 'ordersStoodIn')!, { kind: 'seat', seat: 'BEL' })],
        [[{ seat: 'ARD', by: 'standing', orders: 1, dropped: 1 }], ['["ARD"]'], ['ARD', 'BEL', 'ARD'], null]);
    } },
  { id: 'B.22', title: 'A seat that is late and has marked nothing', ruling: 'Its last sheet stands, without joint acts: those were agreed to for their turn alone. Before its first sheet it orders nothing.',
    check: () => {
      const table = writing(missing('standing'));
      table.order('ARD', ['TRAIN', {}]);
      while (table.state.turn === 2 || table.state.phase !== 'orders') table.ask('control', { type: 'advancePhase' });
      timeUp(table);
      equal(table.of('ordersStoodIn').map(({ seat, by, orders }) => [seat, by, orders]), [['BEL', 'nobody', 0], ['ARD', 'last', 1], ['BEL', 'nobody', 0]]);
    } },
  { id: 'B.23', title: 'A bot that stands in', ruling: 'It writes the orders of that one lock, as the seat sees things; the record says so under its name, and the person keeps the seat.',
    check: () => {
      const table = writing(missing('bot'));
      table.order('ARD', ['TRAIN', {}]);
      equal(callsBots(table.state, { type: 'advancePhase' }, true), true);
      table.ask('bot:BEL', { type: 'standIn', orders: standInOrders(table.state, 'BEL') });
      timeUp(table);
      const [said] = table.of('ordersStoodIn');
      equal([said!.seat, said!.by, said!.orders > 0, table.events.find(({ type }) => type === 'ordersStoodIn')!.actor, readers(table, 'ordersStoodIn'), table.state.phase, table.state.seating.two, table.state.bots.BEL ?? null],
        ['BEL', 'bot', true, 'bot:BEL', ['["BEL"]'], 'resolution', 'BEL', null]);
    } },
  { id: 'B.24', title: 'Exercise control goes on although orders are missing', ruling: 'It says what takes their place; if it says nothing, what the settings have, and where these would wait, nothing.',
    check: () => {
      const how = (...missingOrders: ('nobody' | 'standing' | 'bot')[]) => {
        const table = writing((state) => { state.standing = { ARD: { orders: [{ id: 'o', action: 'TRAIN', params: {}, intent: '', invitation: null }], turn: 1, marked: true } }; });
        table.ask('control', { type: 'advancePhase', ...(missingOrders[0] ? { missing: missingOrders[0] } : {}), reason: 'The lesson ends' });
        return table.of('ordersStoodIn').map(({ seat, by }) => `${seat} ${by}`).join();
      };
      equal([how(), how('nobody'), how('standing')], ['ARD nobody,BEL nobody', 'ARD nobody,BEL nobody', 'ARD standing,BEL nobody']);
    } },
  { id: 'B.25', title: 'Why exercise control does something to the clock', ruling: 'Everybody reads it: on the screen as it happens, and in the record.',
    check: () => {
      const table = writing();
      for (const seat of ['ARD', 'BEL']) table.order(seat, ['TRAIN', {}]);
      table.ask('control', { type: 'extendPhase', seconds: -60, reason: 'The bus leaves' });
      table.ask('control', { type: 'advancePhase', reason: 'All is said' });
      table.ask('control', { type: 'endExercise', reason: 'Fire drill' });
      equal([readers(table, 'phaseExtended'), readers(table, 'phaseCutShort'), publicView(table.state).clockActs.map(({ type, data }) => `${type} ${String(data.reason)}`)], [['"all"'], ['"all"'], ['phaseExtended The bus leaves', 'phaseCutShort All is said', 'exerciseEnded Fire drill']]);
    } },
  { id: 'B.26', title: 'Phases of a course that have no date', ruling: 'They are over at once: whoever looks in once a day would wait for nothing. The review of the turn before stays to be read; that of the last turn stands until exercise control discloses everything.',
    check: () => {
      const table = course((state) => { state.phase = 'orders'; state.clock.deadline = START + DAY; });
      table.now! += DAY;
      const passed: string[] = [];
      while (table.state.clock.deadline === table.now || passed.length === 0) {
        table.ask('clock', { type: 'advancePhase' });
        passed.push(`${table.state.phase} ${table.state.turn}`);
      }
      const last = course((state) => { state.turn = 6; state.phase = 'resolution'; });
      last.ask('clock', { type: 'advancePhase' });
      equal([passed, stands(table)[2], stands(last)], [['resolution 2', 'review 2', 'briefing 3', 'negotiation 3'], 2 * DAY, ['running', 'review', null]]);
    } },
  { id: 'B.27', title: 'A phase of a course that begins too late for its date', ruling: 'The date gives way, so that half a day is left for it, or as much as was planned if that is less; later ones give way only as far as they must. Everybody is told.',
    check: () => {
      const table = course();
      table.now = START + 20 * HOUR;
      table.ask('control', { type: 'advancePhase' });
      equal([date(table, 2, 'orders'), date(table, 3, 'negotiation'), date(table, 3, 'orders'), table.of('deadlinesMoved').map(({ because }) => because), readers(table, 'deadlinesMoved')], [32, 48, 72, ['late'], ['"all"']]);
    } },
  { id: 'B.28', title: 'A date that passed while the server was away', ruling: 'It is put off by as long as nobody could work, and so is one that is due within that time; after five minutes or less nothing is. Everybody is told, and no turn is lost.',
    check: () => {
      const table = course();
      table.now = START + 3 * HOUR;
      table.ask('clock', { type: 'putOffDeadline', by: 5 * HOUR });
      equal([stands(table), date(table, 2, 'negotiation'), date(table, 2, 'orders'), table.of('deadlinesMoved').map(({ because, deadlines }) => [because, deadlines.length])], [['running', 'negotiation', 5 * HOUR], 5, 24, [['away', 1]]]);
    } },
  { id: 'B.29', title: 'A course that was paused beyond its date', ruling: 'When it goes on, as much is left as there was, or half a day; where the date still leaves that, it stands.',
    check: () => {
      const resumed = (hours: number) => {
        const table = course((state) => { state.clock.deadline = START + DAY; state.schedule = state.schedule.map((one) => ({ ...one, at: one.at + DAY })); });
        table.ask('control', { type: 'pause', reason: '' });
        table.now! += hours * HOUR;
        table.ask('control', { type: 'resume' });
        return [table.state.clock.deadline! - START, date(table, 2, 'negotiation') * HOUR].map((at) => at / HOUR);
      };
      equal([resumed(2), resumed(20), resumed(72)], [[24, 24], [32, 32], [84, 84]]);
    } },
  { id: 'B.30', title: 'A date of a course that exercise control moves', ruling: 'Any that is still to come, with those behind it if it says so; each stays after the one before. The one of this phase counts at once.',
    check: () => {
      const table = course();
      table.ask('control', { type: 'moveDeadlines', deadlines: [{ turn: 2, phase: 'negotiation', at: START + HOUR }, { turn: 2, phase: 'orders', at: START + 2 * DAY - HOUR }], reason: 'A holiday' });
      const refused = table.tries('control', { type: 'moveDeadlines', deadlines: [{ turn: 2, phase: 'orders', at: START + 3 * DAY }], reason: '' })?.code;
      equal([stands(table), date(table, 2, 'orders'), refused, table.state.schedule.map(({ moves }) => moves).join('')], [['running', 'negotiation', HOUR], 47, 'deadlinesUnordered', '001100000000']);
    } },
  { id: 'B.31', title: 'A record from before there were breaks and dates', ruling: 'It is read as it was: a class without a break, whose lock waits for orders as it is usual now.',
    check: () => {
      const { settings } = build();
      const { mode, grace, missingOrders, awaited } = publicView(build()).exercise;
      equal([Object.keys(settings).sort().join(), mode, grace, missingOrders, awaited, digest(build()) === digest(build())], ['advanceWhenReady,bots,namesShown,phases,seats,turns', 'class', 2 * MINUTE, 'pause', null, true]);
    } },
];
