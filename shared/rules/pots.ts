// The budget in its two pots: what the sheet and the duties take from each, and what stays free.
import type { Order } from '../model/state.ts';
import type { Pot } from '../model/vocabulary.ts';
import { PHASES } from '../model/vocabulary.ts';
import { ACTIONS } from './actions/catalogue.ts';
import { incomeOf } from './money.ts';
import { forecast } from './pricing.ts';
import type { Forecast } from './pricing.ts';
import type { ExerciseView, Sight } from '../view/view.ts';

export interface Expense {
  id: string;
  pot: Pot;
  /** Action code, or the name of a duty. */
  name: string;
  kind: 'order' | 'duty';
  amount: number;
  /** It would be cancelled at the lock. */
  cancelled: boolean;
}

export interface Pots {
  reckoned: Forecast;
  expenses: Expense[];
  national: number;
  international: number;
  duties: number;
  /** Everything wanted, cancelled orders included, beyond what there is. */
  overcommitted: number;
  incomeNextTurn: number;
}

/** Are the orders of this turn locked and paid? Then the budget is what is left, and the sheet asks for nothing more. */
export function isPaid({ status, phase }: Pick<ExerciseView, 'status' | 'phase'>): boolean {
  return status === 'debrief' || PHASES.indexOf(phase) > PHASES.indexOf('orders');
}

/** Before the lock; afterwards nothing of it holds any more. */
export function potsOf(see: Sight, orders: readonly Order[]): Pots {
  const reckoned = forecast(see, orders);
  const ordered: Expense[] = orders.map((order) => {
    const priced = reckoned.orders.find((one) => one.order === order.id);
    return { id: order.id, pot: ACTIONS[order.action]?.pot ?? 'national', name: order.action, kind: 'order', amount: priced?.price.money ?? 0, cancelled: priced ? !priced.affordable : false };
  });
  // Duties, levies and whatever stands abroad are international (ruling 43).
  const duties: Expense[] = reckoned.duties.map(({ name, amount }) => ({ id: name, pot: 'international', name, kind: 'duty', amount, cancelled: false }));
  const expenses = [...duties, ...ordered.filter(({ amount }) => amount > 0)];
  const sum = (test: (expense: Expense) => boolean) => expenses.filter(test).reduce((total, { amount }) => total + amount, 0);
  const { income, publicOpinion } = see.own.ministry;
  const { turn } = see.public.exercise;
  return {
    reckoned,
    expenses,
    national: sum(({ pot, kind, cancelled }) => pot === 'national' && kind === 'order' && !cancelled),
    international: sum(({ pot, kind, cancelled }) => pot === 'international' && kind === 'order' && !cancelled),
    duties: sum(({ kind }) => kind === 'duty'),
    overcommitted: Math.max(0, sum(() => true) - reckoned.budget - reckoned.income),
    incomeNextTurn: incomeOf(turn + 1, income, publicOpinion),
  };
}
