// J. Injects and matrix orders: when news arrives, what decisions become, and how ideas that no action covers are judged.
import type { Command } from '../../shared/model/commands.ts';
import type { State } from '../../shared/model/state.ts';
import type { EffectDraft, InjectDraft } from '../../shared/scenario/schema.ts';
import { decide } from '../../shared/rules/decide.ts';
import { draw } from '../../shared/rules/random.ts';
import { eventFor } from '../../shared/view/event-for.ts';
import { seatView, viewFor } from '../../shared/view/view-for.ts';
import { build } from '../rules/build.ts';
import { Table } from '../rules/table.ts';
import type { Subject } from './ruling.ts';
import { equal } from './ruling.ts';

const news = (id: string, more: Partial<InjectDraft>): InjectDraft =>
  ({ id, title: 'News', manual: false, delay: 0, prob: 100, once: true, to: 'all', type: 'inject', from: 'Staff', text: 'News.', effects: [], ...more });
/** Briefing of turn 3 or later, with these injects in the scenario. */
const briefing = { turn: 3, phase: 'briefing' as const };
const at = (injects: InjectDraft[], bend: (state: State) => void = () => {}) => new Table(build((state) => {
  state.scenario.injects.push(...injects);
  bend(state);
}));
const until = (table: Table, turn: number, phase: State['phase'] = 'briefing') => {
  while (table.state.turn !== turn || table.state.phase !== phase) table.ask('control', { type: 'advancePhase' });
};
const fired = (table: Table) => table.state.injects.map(({ id, turn }) => `${id}@${turn}`);
/** The effects run when turn 3 begins. */
const run = (...effects: EffectDraft[]) => {
  const table = at([news('it', { at: briefing, effects })]);
  until(table, 3);
  return table;
};
const question = (within: number): Partial<InjectDraft> => ({
  at: briefing, to: ['ARD', 'BEL'],
  decide: {
    question: 'Speak?', default: 'wait', within,
    options: [{ id: 'speak', label: 'Speak', effects: [{ add: { path: 'seat/*/politicalCapital', by: 5 } }] }, { id: 'wait', label: 'Wait', effects: [{ add: { path: 'seat/*/politicalCapital', by: -5 } }] }],
  },
});
const decided = (table: Table) => ['ARD', 'BEL'].map((seat) => table.factors(`seat/${seat}/politicalCapital`).inject ?? 0);
const idea: Command = { type: 'proposeMatrix', act: 'Send divers.', effect: 'The cable is repaired.', reasons: ['They are here.', 'The sea is calm.', 'It is cheap.'] };
const proposed = () => {
  const table = at([]);
  table.ask('ARD', idea);
  return { table, id: Object.keys(table.state.matrix)[0]! };
};
const EASED: EffectDraft[] = [{ add: { path: 'crisis/C1/severity', by: -7 } }];
const judge = (matrix: string, odds: 20 | 35 | 50 | 65 | 80, effects = EASED): Command => ({ type: 'judgeMatrix', matrix, odds, effects, outcome: 'So it went.' });

export const injects: Subject = {
  letter: 'J', name: 'Injects and matrix orders',
  rulings: [
    { id: 'J.1', title: 'Two injects that come due at the same moment', ruling: 'They arrive in the order of their numbers, so that the second may build upon the first.',
      check: () => {
        const table = at([news('b-2', { at: briefing }), news('a-1', { at: briefing })]);
        until(table, 3);
        equal(fired(table), ['a-1@3', 'b-2@3']);
      } },
    { id: 'J.2', title: 'A condition that holds for three turns', ruling: 'News is told once, unless the scenario says that it comes again: then once a turn.',
      check: () => {
        const table = at([news('a-1', { when: 'turn >= 3' }), news('b-2', { when: 'turn >= 3', once: false })]);
        until(table, 5);
        equal(fired(table), ['a-1@3', 'b-2@3', 'b-2@4', 'b-2@5']);
      } },
    { id: 'J.3', title: 'An inject with a turn and a condition', ruling: 'Both must hold at that moment. A chance that has passed does not come back.',
      check: () => {
        const table = at([news('a-1', { at: briefing, when: 'crises.C1.rung >= 9' }), news('b-2', { at: briefing, when: 'crises.C1.rung < 9' })]);
        until(table, 5);
        equal(fired(table), ['b-2@3']);
      } },
    { id: 'J.4', title: 'A decision that one ministry takes and another forgets', ruling: 'At the lock each gets what it chose, and the forgetful one the default: not to decide is to decide.',
      check: () => {
        const table = at([news('ask', question(0))]);
        until(table, 3, 'negotiation');
        table.ask('ARD', { type: 'decideInject', inject: 'ask', option: 'speak' });
        const before = decided(table);
        until(table, 3, 'resolution');
        equal([before, decided(table)], [[0, 0], [5000, -5000]]);
      } },
    { id: 'J.5', title: 'A decision with a turn to think it over', ruling: 'The deadline is the lock of the later turn; where that lies behind the end, the last lock.',
      check: () => {
        const taken = (within: number) => {
          const table = at([news('ask', question(within))]);
          until(table, 3, 'review');
          const early = decided(table);
          until(table, within > 3 ? 6 : 4, 'resolution');
          return [early, decided(table)];
        };
        equal([taken(1), taken(9)], [[[0, 0], [-5000, -5000]], [[0, 0], [-5000, -5000]]]);
      } },
    { id: 'J.6', title: 'News for those whom an event concerns', ruling: 'Only the seats that the event was about get it, and nobody else learns that it exists.',
      check: () => {
        const table = at([news('it', { after: 'exerciseHeld', to: 'concerned' })], (state) => { state.seats.ARD!.budget = 40; });
        table.order('ARD', ['EXERCISE', { partners: [], domain: 'SEA', region: 'ard', observers: [] }]);
        until(table, 3);
        equal([fired(table), ['ARD', 'BEL'].map((seat) => Object.keys(seatView(table.state, seat).injects))], [['it@2'], [['it'], []]]);
      } },
    { id: 'J.7', title: 'An inject with a chance of 40 percent', ruling: 'One draw with the name of the inject as its key decides for good. What chance held back is known to exercise control alone.',
      check: () => {
        const names = Array.from({ length: 20 }, (_, index) => `n-${index}`);
        const table = at(names.map((id) => news(id, { at: briefing, prob: 40 })));
        until(table, 4);
        equal(fired(table).sort(), names.filter((id) => draw(table.state.seed, 3, `inject/${id}`) < 4000).map((id) => `${id}@3`).sort());
        equal(table.events.filter(({ type }) => type === 'injectSkipped').every(({ audience }) => audience === 'control'), true);
      } },
    { id: 'J.8', title: 'Exercise control holds an inject back, and fires it later by hand', ruling: 'Held, it never fires by itself. By hand it fires whatever its time, its condition and its chance: control knows the room.',
      check: () => {
        const table = at([news('it', { at: briefing, when: 'turn > 9', prob: 1 })]);
        table.ask('control', { type: 'holdInject', inject: 'it', held: true });
        until(table, 4, 'negotiation');
        const before = fired(table);
        table.ask('control', { type: 'fireInject', inject: 'it' });
        equal([before, fired(table)], [[], ['it@4']]);
      } },
    { id: 'J.9', title: 'Two effects of one inject on the same number', ruling: 'They are summed before the scale ends: 8 and 8 more rungs are 9, whatever the order.',
      check: () => equal(run({ add: { path: 'crisis/C1/rung', by: 8 } }, { add: { path: 'crisis/C1/rung', by: 8 } }).state.crises.C1!.rung, 9) },
    { id: 'J.10', title: 'A witness who tells one ministry the truth', ruling: 'Its belief goes to the top, by a report it holds and may pass on; no other belief moves, and nobody is told that somebody knows.',
      check: () => {
        const table = run({ reveal: { threat: 'cables', to: ['BEL'], text: 'The pilot has spoken.' } });
        const seen = table.events.map((event) => eventFor(table.state, event, { kind: 'seat', seat: 'COR' }));
        equal([seatView(table.state, 'BEL').beliefs.cables!.shares.sab, seatView(table.state, 'COR').beliefs.cables!.shares.sab, JSON.stringify(seen).includes('pilot')], [100, 33, false]);
      } },
    { id: 'J.11', title: 'A package that an inject takes away while it is deployed', ruling: 'It comes home at once from where it stands: one does not keep abroad what one no longer has.',
      check: () => {
        const table = at([news('it', { at: briefing, effects: [{ remove: { seat: 'ARD', package: 'SEA', count: 1 } }] })], (state) => {
          state.seats.ARD!.budget = 60;
          state.crises.C1!.deployments.ARD = [{ domain: 'SEA', count: 2 }];
        });
        until(table, 3);
        equal(table.state.crises.C1!.deployments.ARD, [{ domain: 'SEA', count: 1 }]);
      } },
    { id: 'J.12', title: 'Whether participants did what was expected', ruling: 'It is judged when their time is up and noted, met or not, for the evaluation. Before the debrief no participant sees that anything was expected.',
      check: () => {
        const table = at([news('it', { at: briefing, expect: 'They talk.', expected: { when: 'turn > 9', within: 0 } })]);
        until(table, 4);
        equal([table.state.evidence.map(({ inject, met }) => [inject, met]), /"met"|They talk/.test(JSON.stringify(viewFor(table.state, { kind: 'seat', seat: 'ARD' })))], [[['it', false]], false]);
      } },
    { id: 'J.13', title: 'An idea that is withdrawn', ruling: 'Its action point is spent all the same: everybody has read it, and the staff has worked on it.',
      check: () => {
        const { table, id } = proposed();
        table.ask('ARD', { type: 'withdrawMatrix', matrix: id });
        equal([table.state.matrix[id]!.status, table.state.seats.ARD!.pointsSpent], ['withdrawn', 1]);
      } },
    { id: 'J.14', title: 'An idea judged at 65 percent', ruling: 'One draw keyed by the idea decides; its effects follow on success alone, and their lines in the ledger say that it was an idea.',
      check: () => {
        for (const odds of [20, 35, 50, 65, 80] as const) {
          const { table, id } = proposed();
          const success = draw(table.state.seed, table.state.turn, `matrix/${id}`) < odds * 100;
          table.ask('control', judge(id, odds));
          equal([table.state.matrix[id]!.success, table.factors('crisis/C1/severity')], [success, success ? { matrix: -7000 } : {}]);
        }
      } },
    { id: 'J.15', title: 'What would have followed from an idea that failed', ruling: 'Only control knows what was laid down for success: the others see odds, outcome and words.',
      check: () => {
        const { table, id } = proposed();
        table.ask('control', judge(id, 20, [{ message: { from: 'Press', text: 'a-word-of-the-future' } }]));
        const seen = table.events.filter(({ type }) => type === 'matrixRuled').map((event) => eventFor(table.state, event, { kind: 'seat', seat: 'ARD' }));
        equal([table.state.matrix[id]!.success, seen, JSON.stringify(viewFor(table.state, { kind: 'seat', seat: 'ARD' })).includes('a-word-of-the-future')], [false, [null], false]);
      } },
    { id: 'J.16', title: 'An idea that nobody has judged when the turn ends', ruling: 'It stays open until control finds the time; the seat may propose no second one meanwhile.',
      check: () => {
        const { table, id } = proposed();
        until(table, 3, 'negotiation');
        equal([table.state.matrix[id]!.status, table.tries('ARD', idea)?.code], ['open', 'matrixAlreadyOpen']);
      } },
    { id: 'J.17', title: 'A rival announces a training, and a person takes its seat', ruling: 'The program is bound by what it announced; a person is not, and takes over a seat, not its words.',
      check: () => {
        const free = (person: boolean) => {
          const state = build((bent) => {
            bent.phase = 'orders';
            bent.scenario.seats.DRA!.signals = true;
            bent.announced.DRA = ['TRAIN'];
            bent.bots = person ? {} : { DRA: 'hawk' };
          });
          const actor = person ? { kind: 'participant' as const, id: 'p', seat: 'DRA' } : { kind: 'bot' as const, seat: 'DRA' };
          const asked = decide(state, { actor, command: { type: 'saveOrders', orders: [{ id: 'o', action: 'HARDEN', params: {}, intent: '', invitation: null }] }, id: 'c', at: 0, nonce: '' });
          return asked.ok ? null : asked.refusal.code;
        };
        equal([free(false), free(true)], ['notAnnounced', null]);
      } },
  ],
};
