// E. Money: common funds, prices, pots, what cannot be paid.
import { ACTIONS } from '../../shared/rules/actions/catalogue.ts';
import { costShares } from '../../shared/rules/instruments/costs.ts';
import { incomeOf } from '../../shared/rules/money.ts';
import { forecast } from '../../shared/rules/pricing.ts';
import { seatSight } from '../../shared/view/view-for.ts';
import { build, instrument } from '../rules/build.ts';
import { Table } from '../rules/table.ts';
import type { Subject } from './ruling.ts';
import { equal } from './ruling.ts';

const fund = (key: string, amount = 2) => build((state) => { state.instruments.m = instrument('m', [{ kind: 'COST_SHARE', params: { key, amount } }]); });
const price = (action: string, params: Record<string, unknown>, parties: number, role: 'host' | 'guest' = 'host') => ACTIONS[action]!.price(seatSight(build(), 'ARD'), params, { role, parties }).money;
const lock = (table: Table) => {
  while (table.state.phase !== 'resolution') table.ask('control', { type: 'advancePhase' });
};

export const money: Subject = {
  letter: 'E', name: 'Money',
  rulings: [
    { id: 'E.1', title: 'A common fund when nobody deploys', ruling: 'Everybody gets back what it paid: a fund is for those who act.',
      check: () => equal(costShares(fund('equal'), {}).payouts.map(({ to, amount }) => [to, amount]), [['ARD', 2], ['BEL', 2], ['COR', 2]]) },
    { id: 'E.2', title: 'A fund of 6 and packages of 2, 1 and 1', ruling: 'By packages, half up, the remainder to the first by code: 3, 2 and 1, never more than was paid in.',
      check: () => equal(costShares(fund('equal'), { ARD: 2, BEL: 1, COR: 1 }).payouts.map(({ amount }) => amount).reduce((a, b) => a + b), 6) },
    { id: 'E.3', title: 'A share by income', ruling: 'Twice the income, twice the share, so that together they pay what the text says per party.',
      check: () => equal(costShares(fund('income', 5), {}).payments.map(({ amount }) => amount), [6, 5, 4]) },
    { id: 'E.4', title: 'Income in a year of low opinion', ruling: 'Between 90 and 110 percent of the income: opinion moves budgets, it does not make them.',
      check: () => equal([incomeOf(2, 20, 0), incomeOf(2, 20, 50), incomeOf(2, 20, 100), incomeOf(1, 20, 100)], [18, 20, 22, 0]) },
    { id: 'E.5', title: 'An exercise alone and with one, two and three partners', ruling: '8 alone; 5, 4 and 4 each together: the price falls with every partner, and so does what one can do without them.',
      check: () => equal([1, 2, 3, 4].map((parties) => price('EXERCISE', { partners: [], domain: 'SEA', region: 'ard', observers: [] }, parties)), [8, 5, 4, 4]) },
    { id: 'E.6', title: 'Five ministries buy the same equipment', ruling: '10 percent less for each partner, at most 30: the maker has a bottom line too.',
      check: () => equal([1, 2, 4, 5].map((parties) => price('INVEST', { domain: 'SEA', partners: [] }, parties)), [6, 5, 4, 4]) },
    { id: 'E.7', title: 'A course given and taken', ruling: 'The giver pays 1 and the taker 3, whoever of the two invited.',
      check: () => equal([price('EXCHANGE', { role: 'give' }, 2), price('EXCHANGE', { role: 'give' }, 2, 'guest'), price('EXCHANGE', { role: 'take' }, 2), price('EXCHANGE', { role: 'take' }, 2, 'guest')], [1, 3, 3, 1]) },
    { id: 'E.8', title: 'Orders for more than there is', ruling: 'The lowest-ranked order that costs money falls away until the rest can be paid; free orders stay.',
      check: () => {
        const table = new Table(build((state) => { state.phase = 'orders'; Object.assign(state.seats.COR!, { budget: 0, income: 7 }); }));
        table.order('COR', ['TRAIN', {}], ['HARDEN', {}], ['DECONFLICT', { crisis: 'C1' }]);
        lock(table);
        equal(table.of('orderCancelled').map(({ action, reason }) => [action, reason]), [['HARDEN', 'tooLittleMoney']]);
      } },
    { id: 'E.9', title: 'What the sheet says an order costs, and what is taken', ruling: 'The same sum, reckoned from the seat’s own sight before and from the state after.',
      check: () => {
        const table = new Table(build((state) => { state.phase = 'orders'; state.seats.ARD!.budget = 40; }));
        table.order('ARD', ['TRAIN', {}], ['HARDEN', {}], ['COLLECT', { threat: 'cables', source: 'A1', shareWith: [] }]);
        const told = forecast(seatSight(table.state, 'ARD')).spent;
        lock(table);
        equal(table.factors('seat/ARD/budget').order, -told * 1000);
      } },
    { id: 'E.10', title: 'The two pots', ruling: 'They are labels of an expense, not accounts: moving money from national security to international commitments needs no form, only a choice.',
      check: () => equal(['DEPLOY', 'EXERCISE', 'VISIT', 'FUSE', 'STANDARDISE', 'AID', 'TRAIN', 'HARDEN', 'COLLECT', 'INVEST'].map((code) => ACTIONS[code]!.pot[0]), ['i', 'i', 'i', 'i', 'i', 'i', 'n', 'n', 'n', 'n']) },
  ],
};
