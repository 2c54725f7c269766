// What an order sheet costs and what of it can be paid, reckoned from the seat's own sight before it is submitted (ruling 14).
import type { Order } from '../model/state.ts';
import type { CrisisId } from '../model/vocabulary.ts';
import { perSightOf } from '../view/look.ts';
import type { Sight } from '../view/view.ts';
import type { Price } from './actions/action.ts';
import { ACTIONS } from './actions/catalogue.ts';
import { ownShareInSight } from './instruments/costs.ts';
import { carried, incomeOf } from './money.ts';
import { packagePriceInSight } from './package-price.ts';
import { count } from './packages.ts';
import { pointsOf } from './points.ts';

export interface Priced {
  order: string;
  price: Price;
  points: number;
  /** Would it be carried out, as far as this seat can tell? */
  affordable: boolean;
  /** What is short. */
  short: 'money' | 'capital' | null;
}

export interface Forecast {
  /** What is carried over from last turn. */
  budget: number;
  income: number;
  /** Common funds, standing deployments and liaison officers. */
  duties: { name: 'costShare' | 'levy' | 'standingDeployment' | 'liaison' | 'remedy'; amount: number }[];
  /** What orders may draw on. */
  available: number;
  orders: Priced[];
  spent: number;
  left: number;
  points: { total: number; spent: number; orders: number; left: number };
}

export function priceOf(see: Sight, order: Pick<Order, 'action' | 'params' | 'invitation'>): Price {
  const action = ACTIONS[order.action]!;
  const invitation = order.invitation ? see.own.invitations[order.invitation] : null;
  if (!invitation) return action.price(see, order.params, { role: 'host', parties: 1 });
  const parties = 1 + invitation.to.filter((seat) => invitation.answers[seat] !== 'refused').length;
  return action.price(see, order.params, { role: invitation.from === see.own.seat.id ? 'host' : 'guest', parties });
}

export function forecast(see: Sight, orders: readonly Order[] = see.own.sheet.orders): Forecast {
  const { income, publicOpinion, politicalCapital } = see.own.ministry;
  const { points, pointsSpent } = see.own.effort;
  const { turn, parameters } = see.public.exercise;
  const budget = carried(turn, see.own.ministry.budget, parameters.carryPercent);
  const earned = incomeOf(turn, income, publicOpinion);
  const duties = dutiesOf(see, orders);
  const available = budget + earned - total(duties);
  const priced: Priced[] = orders.map((order, rank) => ({ order: order.id, price: priceOf(see, order), points: pointsOf(see, order, ACTIONS[order.action]!, orders.slice(0, rank)), affordable: true, short: null }));
  // The same rule as at the lock: from the lowest rank up, whatever costs money (or capital) that is not there falls away.
  for (const [kind, limit] of [['money', available], ['capital', politicalCapital]] as const) {
    let asked = asking(priced, kind);
    for (let rank = priced.length - 1; rank >= 0 && asked > limit; rank -= 1) {
      const one = priced[rank]!;
      if (!one.affordable || one.price[kind] <= 0) continue;
      one.affordable = false;
      one.short = kind;
      asked -= one.price[kind];
    }
  }
  const spent = asking(priced, 'money');
  const ordered = priced.reduce((sum, one) => sum + one.points, 0);
  return { budget, income: earned, duties, available, orders: priced, spent, left: available - spent, points: { total: points, spent: pointsSpent, orders: ordered, left: points - pointsSpent - ordered } };
}

/** What all together ask for that are still affordable. */
function asking(priced: readonly Priced[], kind: keyof Price): number {
  return priced.reduce((sum, { affordable, price }) => (affordable ? sum + price[kind] : sum), 0);
}

/** What the orders of a sheet ask for together, agreed joint acts among them. */
export interface Demand {
  orders: readonly Order[];
  money: number;
  capital: number;
  points: number;
}

export const NO_DEMAND: Demand = { orders: [], money: 0, capital: 0, points: 0 };

/** The same with one order more, ranked below the others. */
export function withOrder(see: Sight, { orders, money, capital, points }: Demand, order: Order): Demand {
  const price = priceOf(see, order);
  return { orders: [...orders, order], money: money + price.money, capital: capital + price.capital, points: points + pointsOf(see, order, ACTIONS[order.action]!, orders) };
}

/** What these orders may draw on: the forecast's `available`. */
export function meansFor(see: Sight, orders: readonly Order[]): number {
  const { budget, income, publicOpinion } = see.own.ministry;
  const { turn, parameters } = see.public.exercise;
  return carried(turn, budget, parameters.carryPercent) + incomeOf(turn, income, publicOpinion) - total(dutiesOf(see, orders));
}

const total = (duties: Forecast['duties']) => duties.reduce((sum, { amount }) => sum + amount, 0);

function dutiesOf(see: Sight, orders: readonly Order[]): Forecast['duties'] {
  return dutiesBeside(see, orders.filter(({ action }) => action === 'DEPLOY').map(({ params }) => params.crisis as CrisisId).sort().join());
}

/** Duties beside orders that deploy to these crises. */
const dutiesBeside = perSightOf((see, deployedTo): Forecast['duties'] => {
  const self = see.own.seat.id;
  const touched = deployedTo.split(',');
  const standing = Object.values(see.public.crises).reduce((sum, { id, open, deployments }) => {
    const there = open && !touched.includes(id) ? count(deployments[self] ?? []) : 0;
    return there === 0 ? sum : sum + there * packagePriceInSight(see, id);
  }, 0);
  const liaison = Object.values(see.own.relations).filter(({ channels }) => channels.includes('liaison')).length;
  const { turn } = see.public.exercise;
  const owed = Object.values(see.own.disputes).reduce((sum, { respondent, remedy }) => sum + (respondent === self && remedy?.kind === 'pay' && remedy.fulfilled === null && remedy.dueTurn === turn ? remedy.amount : 0), 0);
  const duties = [
    { name: 'costShare' as const, amount: ownShareInSight(see) },
    { name: 'levy' as const, amount: Object.values(see.own.levies).filter(({ dueTurn }) => dueTurn === turn).reduce((sum, { amount }) => sum + amount, 0) },
    { name: 'standingDeployment' as const, amount: standing },
    { name: 'liaison' as const, amount: liaison },
    { name: 'remedy' as const, amount: owed },
  ];
  return duties.filter(({ amount }) => amount > 0);
});
