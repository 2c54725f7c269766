// K. Who sees what: whose eyes events, views, ledgers and refusals are for, before everything is disclosed.
import type { Command } from '../../shared/model/commands.ts';
import type { Clause, State } from '../../shared/model/state.ts';
import { decide } from '../../shared/rules/decide.ts';
import { eventFor } from '../../shared/view/event-for.ts';
import { seatView, viewFor } from '../../shared/view/view-for.ts';
import type { Viewer } from '../../shared/view/view.ts';
import { build, instrument, ownReport } from '../rules/build.ts';
import { Table } from '../rules/table.ts';
import type { Subject } from './ruling.ts';
import { equal } from './ruling.ts';

type Bend = (state: State) => void;
const at = (bend: Bend = () => {}) => new Table(build((state) => {
  for (const seat of state.seatIds) state.seats[seat]!.budget = 60;
  bend(state);
}));
const inOrders = (bend: Bend = () => {}) => at((state) => {
  state.phase = 'orders';
  bend(state);
});
const until = (table: Table, phase: State['phase']) => {
  while (table.state.phase !== phase) table.ask('control', { type: 'advancePhase' });
};
const seat = (code: string): Viewer => ({ kind: 'seat', seat: code });
const OBSERVER: Viewer = { kind: 'observer' };
/** All that somebody was told, as one text. */
const told = ({ state, events }: Table, viewer: Viewer) => JSON.stringify([viewFor(state, viewer), events.map((event) => eventFor(state, event, viewer))]);
/** The names of events that somebody heard of. */
const heard = ({ state, events }: Table, viewer: Viewer) => [...new Set(events.flatMap((event) => eventFor(state, event, viewer)?.type ?? []))];
const hears = (table: Table, type: string, ...viewers: Viewer[]) => viewers.map((viewer) => heard(table, viewer).includes(type as never));
/** Reasons that somebody reads for the moves of a number. */
const reasons = ({ state, events }: Table, viewer: Viewer, path: string) => events.flatMap((event) => eventFor(state, event, viewer)?.changes ?? []).filter((change) => change.path === path)
  .flatMap(({ factors }) => factors.map(({ name }) => name));
const act = (action: string, params: Record<string, unknown>): Command => ({ type: 'act', action, params });
const HOTLINE: Clause = { kind: 'HOTLINE', params: { within: 1 } };
const concluded = (classification: 'U' | 'R') => {
  const table = at();
  table.ask('ARD', act('TABLE', { title: 'a-word-of-the-text', kind: 'mou', parties: ['BEL'], classification, clauses: [HOTLINE] }));
  const before = told(table, seat('COR')).includes('a-word-of-the-text');
  for (const party of ['ARD', 'BEL']) table.ask(party, act('SIGN', { instrument: Object.keys(table.state.instruments)[0]!, version: 1 }));
  return [before, told(table, seat('COR')).includes('a-word-of-the-text')];
};
/** The same turn under seeds one after the other, until it comes out as wanted. */
const seeded = (make: () => Table, wanted: (table: Table) => boolean): Table => {
  for (let number = 0; number < 200; number += 1) {
    const table = make();
    Object.assign(table.state, { seed: `seed-${number}` });
    until(table, 'resolution');
    if (wanted(table)) return table;
  }
  throw new Error('no seed does it');
};

export const eyes: Subject = {
  letter: 'K', name: 'Who sees what',
  rulings: [
    { id: 'K.1', title: 'Orders before the lock', ruling: 'Nobody else sees a sheet, not even how long it is: that somebody plans much would be a reason to plan too.',
      check: () => {
        const seen = (...orders: [string, Record<string, unknown>][]) => {
          const table = inOrders();
          table.order('ARD', ...orders);
          return [told(table, seat('BEL')), told(table, OBSERVER)];
        };
        equal(seen(['TRAIN', {}]), seen(['TRAIN', {}], ['HARDEN', {}], ['CI_SWEEP', {}]));
      } },
    { id: 'K.2', title: 'How far another ministry trusts one', ruling: 'One’s own trust is exact, the other’s shows in fifths of the scale: one senses where one stands and does not read it off.',
      check: () => {
        const trusted = (trust: number) => seatView(build((state) => { state.trust.BEL!.ARD = trust; }), 'ARD').relations.BEL!.trusted;
        equal([trusted(61), trusted(78), trusted(80), seatView(build(), 'ARD').relations.BEL!.trust], [3, 3, 4, 60]);
      } },
    { id: 'K.3', title: 'Money, readiness and capability of a neighbour', ruling: 'Theirs alone. Income, opinion and grievances stand in newspapers and are everybody’s.',
      check: () => {
        const seen = (bend: Bend) => JSON.stringify(viewFor(build(bend), seat('BEL')));
        const plain = seen(() => {});
        equal([
          seen((state) => { Object.assign(state.seats.ARD!, { budget: 99, readiness: 9, politicalCapital: 1, security: 3, capability: { ...state.seats.ARD!.capability, SEA: 1 } }); }) === plain,
          seen((state) => { state.seats.ARD!.publicOpinion += 1; }) === plain,
        ], [true, false]);
      } },
    { id: 'K.4', title: 'What a service has just found out', ruling: 'Its ministry reads the report and its grade, and not whether it is right; nobody else learns that there is one.',
      check: () => {
        const table = inOrders();
        table.order('ARD', ['COLLECT', { threat: 'cables', source: 'A1', shareWith: [] }]);
        until(table, 'resolution');
        equal([hears(table, 'reportCollected', seat('ARD'), seat('BEL'), OBSERVER), /"genuine"|"truth"/.test(told(table, seat('ARD')))], [[true, false, false], false]);
      } },
    { id: 'K.5', title: 'A report that was sanitised and passed on', ruling: 'The receiver sees its sender as the originator and a number that leads nowhere; the source, and that there was another text before, stay hidden.',
      check: () => {
        const table = at((state) => { state.reports.ARD!.r = ownReport('A1', 'ARD', { id: 'r', event: 'A1@1' }); });
        table.ask('ARD', act('SANITISE', { report: 'r' }));
        table.ask('ARD', act('SHARE', { report: Object.keys(table.state.reports.ARD!).find((id) => id !== 'r')!, to: ['BEL'] }));
        const [received] = Object.values(seatView(table.state, 'BEL').reports);
        equal([received!.originator, received!.sanitised, told(table, seat('BEL')).includes('A1')], ['ARD', true, false]);
      } },
    { id: 'K.6', title: 'A report passed on against the rules', ruling: 'Its originator learns nothing until it is found out: the breach is an event for control alone, and the receiver’s copy looks like any other.',
      check: () => {
        const table = at((state) => { state.reports.BEL!.r = ownReport('A1', 'ARD', { id: 'r', event: 'A1@1', from: 'ARD', originatorControlled: true }); });
        const before = JSON.stringify(viewFor(table.state, seat('ARD')));
        table.ask('BEL', act('SHARE', { report: 'r', to: ['COR'] }));
        equal([JSON.stringify(viewFor(table.state, seat('ARD'))) === before, hears(table, 'illicitShareMade', seat('ARD'), seat('BEL'), seat('COR'), { kind: 'control' })], [true, [false, false, false, true]]);
      } },
    { id: 'K.7', title: 'A counterfeit that is believed', ruling: 'To its target it is a sanitised report like any other, in the view and in the events; that it is none is known to its maker and to control.',
      check: () => {
        const table = seeded(() => {
          const play = inOrders();
          play.order('ARD', ['DECEIVE', { threat: 'cables', claim: 'crim', to: ['BEL'], reliability: 'B', credibility: 3 }]);
          return play;
        }, ({ state }) => Object.values(state.reports.BEL!).some(({ fabricated }) => !fabricated));
        equal([Object.values(seatView(table.state, 'BEL').reports).map(({ fabricated, sanitised }) => [fabricated, sanitised]), hears(table, 'deceptionPlanted', seat('ARD'), seat('BEL'), OBSERVER), hears(table, 'reportShared', seat('BEL'), seat('COR'))],
          [[[false, true]], [true, false, false], [true, false]]);
      } },
    { id: 'K.8', title: 'A report in the newspapers', ruling: 'Everybody reads it and nobody reads who gave it away, unless the leak is traced: then its originator knows, and still nobody else.',
      check: () => {
        const leaked = (traced: boolean) => seeded(() => {
          const play = inOrders((state) => { state.reports.BEL!.r = ownReport('A1', 'ARD', { id: 'r', event: 'A1@1', from: 'ARD' }); });
          play.order('BEL', ['LEAK', { report: 'r' }]);
          return play;
        }, (table) => table.of('leakOccurred').some((leak) => leak.deliberate && leak.traced === traced));
        const know = (table: Table) => [hears(table, 'reportPublished', seat('ARD'), seat('COR')), hears(table, 'leakOccurred', seat('ARD'), seat('BEL'), seat('COR'), OBSERVER)];
        equal([know(leaked(false)), know(leaked(true))], [[[true, true], [false, true, false, false]], [[true, true], [true, true, false, false]]]);
      } },
    { id: 'K.9', title: 'A cyber operation', ruling: 'It is its author’s secret, and whether it worked is too. Exposed, it is everybody’s that it was done, and still not whether it worked.',
      check: () => {
        const struck = (exposed: boolean) => seeded(() => {
          const play = inOrders();
          play.order('ARD', ['CYBER_OP', { threat: 'cables', mode: 'disrupt' }]);
          return play;
        }, (table) => table.of('cyberOperationExposed').length > 0 === exposed);
        const know = (table: Table) => [hears(table, 'cyberOpDone', seat('ARD'), seat('BEL')), hears(table, 'cyberOperationExposed', seat('BEL'), OBSERVER)];
        equal([know(struck(false)), know(struck(true))], [[[true, false], [false, false]], [[true, false], [true, true]]]);
      } },
    { id: 'K.10', title: 'A treaty between two, for a third', ruling: 'A text under negotiation is its parties’ own business. From entry into force everybody may read it if it is unclassified; otherwise nobody learns that there is one.',
      check: () => equal([concluded('U'), concluded('R')], [[false, true], [false, false]]) },
    { id: 'K.11', title: 'What ratification cost one’s partner', ruling: 'That it has ratified is said; the price is not, for it would tell how the partner stands at home.',
      check: () => {
        const table = at((state) => {
          state.instruments.m = instrument('m', [HOTLINE, { kind: 'TERM', params: { duration: 3, renewal: 'auto', notice: 1 } }], { kind: 'treaty', status: 'signed', binding: null, inForceSince: null, tabledTurn: 2 });
        });
        table.ask('BEL', act('RATIFY', { instrument: 'm' }));
        const event = table.events.find(({ type }) => type === 'instrumentRatified')!;
        const seen = (viewer: Viewer) => Object.keys(eventFor(table.state, event, viewer)?.data ?? {}).sort();
        equal([seen(seat('ARD')), seen({ kind: 'control' }), seen(seat('DRA'))], [['instrument', 'seat'], ['instrument', 'price', 'seat'], []]);
      } },
    { id: 'K.12', title: 'A public protest over a secret text', ruling: 'Everybody hears the protest. Which text it is about is between the two: to name it would betray that there is one.',
      check: () => {
        const table = at((state) => { state.instruments.m = instrument('m', [HOTLINE]); });
        table.ask('ARD', act('DEMARCHE', { partner: 'COR', public: true, instrument: 'm' }));
        const event = table.events.find(({ type }) => type === 'demarcheMade')!;
        equal([hears(table, 'demarcheMade', seat('DRA'), OBSERVER), JSON.stringify(eventFor(table.state, event, seat('DRA'))).includes('"m"'), hears(table, 'groundGiven', seat('ARD'), seat('COR'), seat('BEL'), seat('DRA'))], [[true, true], false, [true, true, false, false]]);
      } },
    { id: 'K.13', title: 'A public number that a secret act moves', ruling: 'Everybody sees how far opinion moved, for it is public. The reason is one line “other causes” to those who may not know it, and the lines still add up.',
      check: () => {
        const table = inOrders();
        table.order('ARD', ['ATTRIBUTE', { threat: 'cables', claim: 'acc', accused: null, public: false, to: ['BEL'] }]);
        until(table, 'resolution');
        const path = 'seat/ARD/publicOpinion';
        const names = (viewer: Viewer) => ['wrongAttribution', 'otherCauses'].map((name) => reasons(table, viewer, path).includes(name));
        equal([names(seat('ARD')), names(seat('BEL')), names(seat('COR')), names(OBSERVER)], [[true, false], [true, false], [false, true], [false, true]]);
      } },
    { id: 'K.14', title: 'A reconciliation turned down, and a visit turned down', ruling: 'A visit that does not happen is in every newspaper. An apology that was not accepted is between the two, or nobody would dare to offer one.',
      check: () => {
        const refused = (action: string, type: string) => {
          const table = at((state) => { state.pairs['ARD-BEL']!.grievance = 40; });
          table.ask('ARD', { type: 'invite', action, params: { partner: 'BEL' } });
          until(table, 'resolution');
          return hears(table, type, seat('BEL'), seat('COR'), OBSERVER);
        };
        equal([refused('VISIT', 'visitRefused'), refused('RECONCILE', 'reconciliationRefused')], [[true, true, true], [true, false, false]]);
      } },
    { id: 'K.15', title: 'A refusal about something hidden, and about something that does not exist', ruling: 'Word for word the same. Otherwise asking at random would tell what there is.',
      check: () => {
        const table = at((state) => {
          state.instruments.m = instrument('m', [HOTLINE], { parties: ['BEL', 'COR'] });
          state.reports.BEL!.r = ownReport('B1', 'BEL', { id: 'r' });
          state.scenario.injects.push({ id: 'ask', title: 'A question', manual: true, delay: 0, prob: 100, once: true, to: ['BEL'], type: 'inject', from: 'Staff', text: 'Speak?', effects: [], decide: { question: 'Speak?', options: [{ id: 'yes', label: 'Yes', effects: [] }, { id: 'no', label: 'No', effects: [] }], default: 'no', within: 0 } });
        });
        table.ask('control', { type: 'fireInject', inject: 'ask' });
        table.ask('BEL', { type: 'invite', action: 'VISIT', params: { partner: 'COR' } });
        const pairs: [Command, Command][] = [
          [act('SIGN', { instrument: 'm', version: 1 }), act('SIGN', { instrument: 'none', version: 1 })],
          [act('SHARE', { report: 'r', to: ['COR'] }), act('SHARE', { report: 'none', to: ['COR'] })],
          [{ type: 'decideInject', inject: 'ask', option: 'yes' }, { type: 'decideInject', inject: 'none', option: 'yes' }],
          [{ type: 'answerInvitation', invitation: Object.keys(table.state.invitations)[0]!, accept: true }, { type: 'answerInvitation', invitation: 'none', accept: true }],
        ];
        for (const [hidden, missing] of pairs) equal(table.tries('ARD', hidden), table.tries('ARD', missing));
      } },
    { id: 'K.16', title: 'The number of a draft, after a busy and after a quiet morning of the others', ruling: 'The same. Names of things are drawn, not counted: a count would tell how much the others do in secret.',
      check: () => {
        const named = (busy: boolean) => {
          const table = at();
          if (busy) for (const title of ['One', 'Two']) table.ask('COR', act('TABLE', { title, kind: 'mou', parties: ['DRA'], classification: 'R', clauses: [HOTLINE] }));
          const request = { actor: { kind: 'participant' as const, id: 'ARD', seat: 'ARD' }, command: act('TABLE', { title: 'Three', kind: 'mou', parties: ['BEL'], classification: 'R', clauses: [HOTLINE] }), id: 'same', at: 0, nonce: '' };
          const tabled = decide(table.state, request);
          return tabled.ok && tabled.value.flatMap((event) => (event.type === 'instrumentTabled' ? [event.data.instrument] : []));
        };
        equal(named(true), named(false));
      } },
    { id: 'K.17', title: 'An early warning', ruling: 'It is for the ministry that is sure enough of the true cause; that it was warned is not told, for it would tell the others that its belief is right.',
      check: () => {
        const table = at((state) => {
          state.beliefs.ARD!.cables!.sab = 200;
          Object.assign(state.scenario.threats.cables!, { events: [{ id: 'second', turn: 4, crisis: 'C1', type: 'A second cable', severity: 8 }] });
        });
        while (table.state.turn === 2) table.ask('control', { type: 'advancePhase' });
        equal([Object.keys(seatView(table.state, 'ARD').warnings), Object.keys(seatView(table.state, 'BEL').warnings), hears(table, 'warningGiven', seat('ARD'), seat('BEL'), OBSERVER)], [['cables'], [], [true, false, false]]);
      } },
    { id: 'K.18', title: 'An order that could not be carried out', ruling: 'Its own ministry learns which and why; the others see only what happens, and nothing happened.',
      check: () => {
        const table = inOrders((state) => { Object.assign(state.seats.COR!, { budget: 0, income: 0 }); });
        table.order('COR', ['TRAIN', {}]);
        until(table, 'resolution');
        equal(hears(table, 'orderCancelled', seat('COR'), seat('ARD'), OBSERVER), [true, false, false]);
      } },
    { id: 'K.19', title: 'Everything, once the exercise is over', ruling: 'With the debrief every eye sees every event and every reason. Until then an observer sees what everybody sees and not a line more.',
      check: () => {
        const table = inOrders();
        table.order('ARD', ['COLLECT', { threat: 'cables', source: 'A1', shareWith: [] }]);
        until(table, 'resolution');
        const before = hears(table, 'reportCollected', seat('BEL'), OBSERVER);
        table.ask('control', { type: 'endExercise' });
        equal([before, hears(table, 'reportCollected', seat('BEL'), OBSERVER)], [[false, false], [true, true]]);
      } },
    { id: 'K.20', title: 'What an evaluator writes about a ministry', ruling: 'All of exercise control reads it, a notebook its author alone. Nobody else learns that there is a note; in the debrief they read the latest words of what was disclosed.',
      check: () => {
        const [table, pin] = [at(), { type: 'pinObservation' as const, objective: null, seat: 'ARD', rating: 'M' as const, private: false, disclosed: false }];
        const [before, events] = [JSON.stringify(viewFor(table.state, seat('ARD'))), heard(table, seat('ARD'))];
        for (const note of [{ text: 'shared-note' }, { text: 'own-note', private: true }, { text: 'harsh-note' }]) table.ask('control', { ...pin, ...note });
        const readers: Viewer[] = [{ kind: 'control', person: 'control' }, { kind: 'control', person: 'colleague' }, seat('ARD'), OBSERVER];
        const read = (word: string) => readers.map((viewer) => told(table, viewer).includes(word));
        equal([read('shared-note'), read('own-note'), JSON.stringify(viewFor(table.state, seat('ARD'))) === before, heard(table, seat('ARD'))], [[true, true, false, false], [true, false, false, false], true, events]);
        table.ask('control', { ...pin, type: 'changeObservation', observation: Object.keys(table.state.observations)[2]!, text: 'mild-note', disclosed: true });
        equal(read('mild-note'), [true, true, false, false]);
        table.ask('control', { type: 'endExercise' });
        equal([read('mild-note'), read('harsh-note'), read('shared-note'), read('own-note')], [[true, true, true, true], [true, true, false, false], [true, true, false, false], [true, false, false, false]]);
      } },
    { id: 'K.21', title: 'An inject moves the severity of a crisis that has not opened yet', ruling: 'Nobody but control learns of it, not even that there is such a crisis.',
      check: () => {
        const table = at((state) => { Object.assign(state.crises.C1!, { open: false, openedTurn: 0 }); });
        const before = heard(table, OBSERVER);
        table.ask('control', { type: 'writeInject', title: 'News', from: 'Press', text: 'Words.', to: ['ARD'], effects: [{ add: { path: 'crisis/C1/severity', by: 4 } }], at: null });
        equal([heard(table, OBSERVER), told(table, seat('ARD')).includes('crisis/C1'), told(table, { kind: 'control' }).includes('crisis/C1')], [before, false, true]);
      } },
    { id: 'K.22', title: 'The name of a text that an event speaks of by its id', ruling: 'Exercise control reads it with the event, and so does everybody in the debrief. Until then a ministry finds it in its own view or nowhere.',
      check: () => {
        const table = at();
        table.ask('ARD', act('TABLE', { title: 'a-word-of-the-text', kind: 'mou', parties: ['BEL'], classification: 'R', clauses: [HOTLINE] }));
        table.ask('BEL', act('SIGN', { instrument: Object.keys(table.state.instruments).at(-1)!, version: 1 }));
        const names = (...viewers: Viewer[]) => viewers.map((viewer) => table.events.flatMap((event) => (event.type === 'instrumentSigned' ? [eventFor(table.state, event, viewer)?.named?.instrument ?? null] : [])));
        equal(names({ kind: 'control' }, seat('BEL'), seat('COR'), OBSERVER), [['a-word-of-the-text'], [null], [null], [null]]);
        table.ask('control', { type: 'endExercise' });
        equal(names(seat('COR'), OBSERVER), [['a-word-of-the-text'], ['a-word-of-the-text']]);
      } },
  ],
};
