// B. Phases and points: what may be done when, and what it takes.
import { build, instrument } from '../rules/build.ts';
import { Table } from '../rules/table.ts';
import type { Subject } from './ruling.ts';
import { clock } from './clock.ts';
import { equal } from './ruling.ts';

const rich = (bend: Parameters<typeof build>[0] = () => {}) => new Table(build((state) => {
  for (const seat of state.seatIds) state.seats[seat]!.budget = 60;
  bend!(state);
}));
const lock = (table: Table) => {
  while (table.state.phase !== 'resolution') table.ask('control', { type: 'advancePhase' });
};

export const phases: Subject = {
  letter: 'B', name: 'Phases and points',
  rulings: [
    { id: 'B.1', title: 'An act in Negotiation and orders of the same turn', ruling: 'One pool of action points from Briefing to the lock. What an invitation takes is not there for orders.',
      check: () => {
        const table = rich();
        table.ask('ARD', { type: 'invite', action: 'VISIT', params: { partner: 'BEL' } });
        equal(table.tries('ARD', { type: 'saveOrders', orders: ['TRAIN', 'HARDEN', 'CI_SWEEP', 'CIVMIL'].map((action) => ({ id: action, action, params: {}, intent: '', invitation: null })) })?.code, 'tooFewPoints');
      } },
    { id: 'B.2', title: 'An invitation that is refused', ruling: 'Its point comes back: one does not pay for a door that was closed.',
      check: () => {
        const table = rich();
        table.ask('ARD', { type: 'invite', action: 'VISIT', params: { partner: 'BEL' } });
        table.ask('BEL', { type: 'answerInvitation', invitation: Object.keys(table.state.invitations)[0]!, accept: false });
        equal(table.state.seats.ARD!.pointsSpent, 0);
      } },
    { id: 'B.3', title: 'Packages of three domains to one crisis', ruling: 'One order and one point: a deployment is a decision about a crisis, not about each ship.',
      check: () => {
        const table = rich((state) => { state.phase = 'orders'; });
        table.order('ARD', ['DEPLOY', { crisis: 'C1', packages: [{ domain: 'SEA', count: 2 }, { domain: 'ISR', count: 1 }, { domain: 'CYB', count: 1 }] }], ['TRAIN', {}], ['HARDEN', {}], ['CI_SWEEP', {}]);
        lock(table);
        equal([table.of('orderCancelled'), table.of('packagesDeployed')[0]!.packages.length], [[], 3]);
      } },
    { id: 'B.4', title: 'A seat that sent packages last turn and orders nothing now', ruling: 'They stay and cost their upkeep. Only an order changes or recalls them.',
      check: () => {
        const table = rich((state) => { state.phase = 'orders'; state.crises.C1!.deployments.ARD = [{ domain: 'SEA', count: 2 }]; });
        lock(table);
        equal([table.state.crises.C1!.deployments.ARD, table.factors('seat/ARD/budget').standingDeployment], [[{ domain: 'SEA', count: 2 }], -8000]);
      } },
    { id: 'B.5', title: 'Upkeep that cannot be paid', ruling: 'The weakest capability comes home first, one package at a time; ties in the order of the domains.',
      check: () => {
        const table = new Table(build((state) => {
          Object.assign(state.seats.BEL!, { budget: 0, income: 4 });
          state.phase = 'orders';
          state.crises.C1!.deployments.BEL = [{ domain: 'SEA', count: 1 }, { domain: 'CYB', count: 1 }];
        }));
        lock(table);
        equal(table.state.crises.C1!.deployments.BEL, [{ domain: 'CYB', count: 1 }]);
      } },
    { id: 'B.6', title: 'Income on turn 1', ruling: 'None: the first budget is turn 1’s money. Otherwise everybody would begin with twice what the scenario says.',
      check: () => {
        const table = rich((state) => { state.turn = 1; state.phase = 'orders'; });
        lock(table);
        equal(table.factors('seat/ARD/budget').income, undefined);
      } },
    { id: 'B.7', title: 'A memorandum signed by the last party during Negotiation', ruling: 'In force at once, so that its duties bind this very turn.',
      check: () => {
        const table = rich();
        table.ask('ARD', { type: 'act', action: 'TABLE', params: { title: 'Line', kind: 'mou', parties: ['BEL'], classification: 'R', clauses: [{ kind: 'HOTLINE', params: { within: 1 } }] } });
        const id = Object.keys(table.state.instruments)[0]!;
        for (const seat of ['ARD', 'BEL']) table.ask(seat, { type: 'act', action: 'SIGN', params: { instrument: id, version: 1 } });
        equal([table.state.instruments[id]!.status, table.state.instruments[id]!.inForceSince], ['inForce', 2]);
      } },
    { id: 'B.8', title: 'A treaty ratified by all', ruling: 'In force at the next Briefing: parliaments do not act between two telephone calls.',
      check: () => {
        const table = rich((state) => { for (const seat of state.seatIds) Object.assign(state.seats[seat]!, { politicalCapital: 90, publicOpinion: 90 }); });
        table.ask('ARD', { type: 'act', action: 'TABLE', params: { title: 'Pact', kind: 'treaty', parties: ['BEL'], classification: 'R', clauses: [{ kind: 'HOTLINE', params: { within: 1 } }, { kind: 'TERM', params: { duration: 4, renewal: 'auto', notice: 1 } }] } });
        const id = Object.keys(table.state.instruments)[0]!;
        for (const seat of ['ARD', 'BEL']) table.ask(seat, { type: 'act', action: 'SIGN', params: { instrument: id, version: 1 } });
        for (const seat of ['ARD', 'BEL']) table.ask(seat, { type: 'act', action: 'RATIFY', params: { instrument: id } });
        const before = table.state.instruments[id]!.status;
        while (table.state.turn === 2) table.ask('control', { type: 'advancePhase' });
        equal([before, table.state.instruments[id]!.status, table.state.instruments[id]!.inForceSince], ['signed', 'inForce', 3]);
      } },
    { id: 'B.9', title: 'A report that is to be collected only this turn, and shared', ruling: 'It is promised in advance with the order to collect, and handed over at resolution.',
      check: () => {
        const table = rich((state) => { state.phase = 'orders'; });
        table.order('ARD', ['COLLECT', { threat: 'cables', source: 'A1', shareWith: ['BEL'] }]);
        lock(table);
        equal(table.of('reportShared').map(({ from, to }) => [from, to]), [['ARD', ['BEL']]]);
      } },
    { id: 'B.10', title: 'Opinion of 49 that falls in the crisis of the same turn', ruling: 'The recovery of 1 looks at the start of the turn and is added where the crisis is reckoned.',
      check: () => {
        const table = rich((state) => { state.phase = 'orders'; state.seats.COR!.publicOpinion = 49; state.turnStart.publicOpinion.COR = 49; });
        lock(table);
        equal(table.factors('seat/COR/publicOpinion').recovery, 1000);
      } },
    { id: 'B.11', title: 'An act after the lock', ruling: 'Refused: what is written in the sheet counts.',
      check: () => equal(rich((state) => { state.phase = 'resolution'; }).tries('ARD', { type: 'act', action: 'DEMARCHE', params: { partner: 'BEL', public: false } })?.code, 'wrongPhase') },
    { id: 'B.12', title: 'A report in hand, shared while orders are written', ruling: 'Allowed until the lock: intelligence does not wait for a phase to end.',
      check: () => {
        const table = rich((state) => { state.phase = 'orders'; });
        equal(table.tries('ARD', { type: 'act', action: 'SHARE', params: { report: 'none', to: ['BEL'] } })?.code, 'reportUnknown');
      } },
    { id: 'B.13', title: 'A duty that a text in force asks for on the turn it is suspended', ruling: 'Nothing is due under a suspended text; the other parties are free as well.',
      check: () => {
        const table = rich((state) => { state.phase = 'orders'; state.instruments.m = instrument('m', [{ kind: 'INTEL_SHARE', params: { threats: [], minimum: 1, ceiling: 'C' } }], { status: 'suspended', suspendedBy: 'ARD' }); });
        lock(table);
        equal(table.of('obligationFound'), []);
      } },
    ...clock,
  ],
};
