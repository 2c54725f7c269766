// M. Over the rules: numbers that exercise control sets by hand, and headlines that it puts out.
import type { Command } from '../../shared/model/commands.ts';
import type { State } from '../../shared/model/state.ts';
import { eventFor } from '../../shared/view/event-for.ts';
import { controlView, publicView, seatView } from '../../shared/view/view-for.ts';
import type { Viewer } from '../../shared/view/view.ts';
import { build } from '../rules/build.ts';
import { Table } from '../rules/table.ts';
import type { Subject } from './ruling.ts';
import { equal } from './ruling.ts';

const at = (bend: (state: State) => void = () => {}) => new Table(build(bend));
const set = (path: string, to: number, reason = 'The room agreed.'): Command => ({ type: 'overrideNumber', path, to, reason });
const headline = (text = 'Fleet leaves port', outlet = 'The Herald'): Command => ({ type: 'publishHeadline', outlet, text });
const undo = (table: Table) => table.ask('control', { type: 'undoAct', act: controlView(table.state).undo!.id });
const heard = ({ state, events }: Table, viewer: Viewer) => events.flatMap((event) => eventFor(state, event, viewer) ?? []).map(({ type }) => type);
const seat = (code: string): Viewer => ({ kind: 'seat', seat: code });

export const overTheRules: Subject = {
  letter: 'M', name: 'Over the rules',
  rulings: [
    { id: 'M.1', title: 'Control sets a ministry’s budget', ruling: 'The ministry reads the new number, the reason, and in its ledger who set it; nobody else learns of it.',
      check: () => {
        const table = at();
        const before = table.state.seats.ARD!.budget;
        table.ask('control', set('seat/ARD/budget', before + 7));
        equal([seatView(table.state, 'ARD').ministry.budget, table.factors('seat/ARD/budget')], [before + 7, { override: 7000 }]);
        equal([heard(table, seat('ARD')), heard(table, seat('BEL')), heard(table, { kind: 'observer' })], [['numbersChanged', 'numberOverridden'], [], []]);
      } },
    { id: 'M.2', title: 'Control sets the severity of a crisis', ruling: 'Everybody sees it, so everybody is told why.',
      check: () => {
        const table = at();
        table.ask('control', set('crisis/C1/severity', 12));
        equal([publicView(table.state).crises.C1!.severity, heard(table, { kind: 'observer' })], [12, ['numbersChanged', 'numberOverridden']]);
        equal(eventFor(table.state, table.events.at(-1)!, seat('BEL'))!.data.reason, 'The room agreed.');
      } },
    { id: 'M.3', title: 'Control sets how far one ministry trusts another', ruling: 'The one that trusts is told; the other sees no more than it sees of any trust.',
      check: () => {
        const table = at();
        table.ask('control', set('trust/ARD/BEL', 20));
        equal([table.state.trust.ARD!.BEL, heard(table, seat('ARD')).length, heard(table, seat('BEL')).length], [20, 2, 0]);
      } },
    { id: 'M.4', title: 'Control takes an override back', ruling: 'A new event puts the number back as it was, with its own line in the ledger; the override stays on the list, struck out, with who took it back.',
      check: () => {
        const table = at();
        const before = table.state.seats.ARD!.readiness;
        table.ask('control', set('seat/ARD/readiness', 10));
        undo(table);
        equal([table.state.seats.ARD!.readiness, table.factors('seat/ARD/readiness')], [before, { override: (10 - before) * 1000, overrideUndone: (before - 10) * 1000 }]);
        equal(Object.values(controlView(table.state).overrides).map(({ after, undone }) => [after, undone?.by]), [[10, 'control:control']]);
        equal(controlView(table.state).undo, null);
      } },
    { id: 'M.5', title: 'The number has moved since control set it', ruling: 'What came after was built upon it: it can no longer be taken back, but set anew.',
      check: () => {
        const table = at();
        table.ask('control', set('seat/ARD/readiness', 90));
        table.ask('control', { type: 'writeInject', title: 'Strike', from: 'Press', text: 'A strike.', to: ['ARD'], effects: [{ add: { path: 'seat/ARD/readiness', by: -5 } }], at: null });
        equal(controlView(table.state).undo, null);
        equal(table.tries('control', set('seat/ARD/readiness', 90)), null);
      } },
    { id: 'M.6', title: 'Two overrides of one number, taken back one after the other', ruling: 'Each goes back to what stood before it.',
      check: () => {
        const table = at();
        const before = table.state.seats.ARD!.security;
        table.ask('control', set('seat/ARD/security', 30));
        table.ask('control', set('seat/ARD/security', 40));
        undo(table);
        equal(table.state.seats.ARD!.security, 30);
        undo(table);
        equal([table.state.seats.ARD!.security, Object.values(controlView(table.state).overrides).every(({ undone }) => undone !== null)], [before, true]);
      } },
    { id: 'M.7', title: 'Trust set above what a grievance allows', ruling: 'The rule of grievances holds for control too: what lies between two states is settled first.',
      check: () => equal(at((state) => { state.pairs['ARD-BEL']!.grievance = 40; }).tries('control', set('trust/ARD/BEL', 90))?.params, { min: 0, max: 80 }) },
    { id: 'M.8', title: 'Belief set by hand', ruling: 'Belief follows from reports. Control sends a report and the ministry weighs it.', code: 'numberUnknown',
      check: () => equal(at().tries('control', set('belief/ARD/cables/sab', 100))?.code, 'numberUnknown') },
    { id: 'M.9', title: 'A number set without a reason', ruling: 'Whoever sees the number move is owed one.', code: 'reasonMissing',
      check: () => equal(at().tries('control', set('crisis/C1/severity', 12, '  '))?.code, 'reasonMissing') },
    { id: 'M.10', title: 'A headline of exercise control', ruling: 'Everybody reads it, observers and the wall included; Undo takes it off the screens, and the record keeps that it was there.',
      check: () => {
        const table = at();
        const count = Object.keys(publicView(table.state).headlines).length;
        table.ask('control', headline());
        equal(Object.values(publicView(table.state).headlines).slice(count).map(({ outlet, text }) => `${outlet}: ${text}`), ['The Herald: Fleet leaves port']);
        undo(table);
        equal([Object.keys(publicView(table.state).headlines).length, table.events.map(({ type }) => type)], [count, ['headlinePublished', 'headlineWithdrawn', 'actUndone']]);
        equal(eventFor(table.state, table.events[0]!, seat('ARD'))!.data.texts, undefined);
      } },
    { id: 'M.11', title: 'News that went to everybody', ruling: 'It stands among the headlines too, under whoever sent it; news to some does not.',
      check: () => {
        const table = at();
        const write = (to: 'all' | string[], title: string): Command => ({ type: 'writeInject', title, from: 'Agency', text: 'Long text.', to, effects: [], at: null });
        table.ask('control', write('all', 'For all'));
        table.ask('control', write(['ARD'], 'For one'));
        const texts = Object.values(publicView(table.state).headlines).map(({ text }) => text);
        equal([texts.includes('For all'), texts.includes('For one')], [true, false]);
      } },
    { id: 'M.12', title: 'The headline after the last one there is room for', ruling: 'Two hundred in one exercise: nobody reads more.', code: 'tooManyHeadlines',
      check: () => {
        const table = at();
        for (let number = 0; number < 200; number += 1) table.ask('control', headline());
        equal(table.tries('control', headline())?.code, 'tooManyHeadlines');
      } },
    { id: 'M.13', title: 'A ministry sets a number or puts out a headline', ruling: 'Both belong to exercise control.',
      check: () => equal([set('seat/ARD/budget', 99), headline()].map((command) => at().tries('ARD', command)?.code), ['notControl', 'notControl']) },
    { id: 'M.14', title: 'Control sets a number of a crisis that has not opened yet', ruling: 'It cannot: whoever is told of an override would learn that there is such a crisis. It opens first.', code: 'numberUnknown',
      check: () => {
        const table = at((state) => { Object.assign(state.crises.C1!, { open: false, openedTurn: 0 }); });
        equal(['crisis/C1/severity', 'seat/ARD/exposure/C1'].map((path) => table.tries('control', set(path, 12))?.code), ['numberUnknown', 'numberUnknown']);
      } },
  ],
};
