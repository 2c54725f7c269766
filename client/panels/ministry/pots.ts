// The budget in its two pots: what the sheet and the duties take from each, and what stays free.
import type { Order } from '../../../shared/model/state.ts';
import type { Domain, Pot } from '../../../shared/model/vocabulary.ts';
import { ACTIONS } from '../../../shared/rules/actions/catalogue.ts';
import { incomeOf } from '../../../shared/rules/money.ts';
import { forecast, type Forecast } from '../../../shared/rules/pricing.ts';
import type { Sight } from '../../../shared/view/view.ts';

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

/** Levies that are yet to be paid, and packages that stand ready for an organisation's missions. */
export function committedOf({ public: view, own }: Sight): { levies: { id: string; name: string; amount: number; dueTurn: number }[]; forces: { id: string; name: string; count: number; domain: Domain }[] } {
  const nameOf = (id: string) => view.organisations[id]?.name ?? id;
  return {
    levies: Object.entries(own.levies).map(([id, { organisation, amount, dueTurn }]) => ({ id, name: nameOf(organisation), amount, dueTurn })).sort((a, b) => a.dueTurn - b.dueTurn),
    forces: Object.values(view.organisations).flatMap(({ id, name, members, standingForce }) => (standingForce && members.includes(own.seat.id) ? [{ id, name, count: standingForce.packages, domain: standingForce.domain }] : [])),
  };
}
