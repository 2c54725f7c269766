// The commands a bot is about to ask for, kept within what its seat may do and can pay, so that none of them is refused.
import type { SeatCommand } from '../model/commands.ts';
import type { Order } from '../model/state.ts';
import type { InvitationId } from '../model/vocabulary.ts';
import { ACTIONS } from '../rules/actions/catalogue.ts';
import type { Action } from '../rules/actions/action.ts';
import { capOf, isAnnounced, legal, lockedUntil, parsed } from '../rules/legality.ts';
import { NO_DEMAND, forecast, meansFor, priceOf, withOrder } from '../rules/pricing.ts';
import type { Demand } from '../rules/pricing.ts';
import type { InvitationView, Sight } from '../view/view.ts';

/** An act a bot would like: carried out at once, proposed to others or put on the order sheet, as its catalogue entry says. */
export interface Wish {
  action: string;
  params: Record<string, unknown>;
}

/** What is kept back from one purpose for another. */
export interface Reserve {
  points: number;
  money: number;
}

/** Parameters that bots have wished for, by action and text; forgotten now and then. */
const WISHED = new Map<string, Record<string, unknown>>();
const MOST_WISHED = 2000;
const SETTLED = new WeakMap<object, { code: string; params: Record<string, unknown> }>();

/** Bots wish for the same again and again: the same parameters are the same object, which is checked once. */
function settled(code: string, params: Record<string, unknown>): Record<string, unknown> {
  const known = SETTLED.get(params);
  if (known?.code === code) return known.params;
  const key = `${code} ${JSON.stringify(params)}`;
  let held = WISHED.get(key);
  if (!held) {
    if (WISHED.size >= MOST_WISHED) WISHED.clear();
    WISHED.set(key, (held = params));
  }
  SETTLED.set(params, { code, params: held });
  return held;
}

/** Joint acts that may go ahead with this seat in them. */
const jointOrders = (see: Sight): Order[] => Object.values(see.own.invitations).filter((invitation) => standing(see, invitation)).map(jointOrder);

export class Agenda {
  readonly see: Sight;
  readonly commands: SeatCommand[] = [];
  /** Joint acts that may go ahead with this seat in them: paid for before anything else. */
  readonly #joint: Order[];
  readonly #acts = new Map<string, number>();
  #points: number;
  #capital: number;
  /** Money promised or spent since the sight was taken. */
  #money = 0;
  /** What is left once duties and joint acts are paid, and what the latter ask for; null until somebody asks. */
  #left: number | null = null;
  #demand: Demand | null = null;

  constructor(see: Sight) {
    this.see = see;
    this.#points = see.own.effort.points - see.own.effort.pointsSpent;
    this.#capital = see.own.ministry.politicalCapital;
    this.#joint = jointOrders(see);
  }

  /** Carries out an immediate act, if it is possible. */
  act(wish: Wish): boolean {
    const possible = this.#possible(wish);
    if (!possible) return false;
    const { action, params } = possible;
    if (!action.perform || needsOthers(action, params, this.see)) return false;
    const price = action.price(this.see, params, { role: 'host', parties: 1 });
    if (price.capital > this.#capital || price.money > this.see.own.ministry.budget - this.#money) return false;
    this.#spend(action, price.money, price.capital);
    this.commands.push({ type: 'act', action: action.code, params });
    return true;
  }

  /** Proposes a joint act, if it can be paid without touching the reserve; once, though two texts may promise it. */
  invite(wish: Wish, reserve: Reserve): boolean {
    if ((ACTIONS[wish.action]?.points ?? 0) > Math.max(0, this.#points - reserve.points) || !this.spares(reserve)) return false;
    const possible = this.#possible(wish);
    if (!possible) return false;
    const { action, params } = possible;
    if (!needsOthers(action, params, this.see) || this.#proposes(action, params)) return false;
    const price = action.price(this.see, params, { role: 'host', parties: 1 + action.partners(params, this.see.own.seat.id).length });
    if (price.capital > this.#capital || price.money > this.money() - reserve.money) return false;
    this.#spend(action, price.money, price.capital);
    this.commands.push({ type: 'invite', action: action.code, params });
    return true;
  }

  /** Answers an invitation: yes only if it can be paid without touching the reserve. */
  answer(invitation: InvitationView, willing: boolean, reserve: Reserve): void {
    const { guestPoints } = ACTIONS[invitation.action]!;
    const order = jointOrder(invitation);
    const price = priceOf(this.see, order);
    const accept = willing && guestPoints <= Math.max(0, this.#points - reserve.points) && price.money <= this.money() - reserve.money && price.capital <= this.#capital;
    this.commands.push({ type: 'answerInvitation', invitation: invitation.id, accept });
    if (!accept) return;
    this.#points -= guestPoints;
    this.#joint.push(order);
    this.#left = null;
    this.#demand = null;
  }

  /** Saves an order sheet of what fits without touching what is kept back, best first; nothing if that is the sheet already. */
  save(wishes: readonly Wish[], keptBack = 0): void {
    let sheet = this.#agreed();
    for (const wish of wishes) sheet = this.#ordered(sheet, wish, keptBack) ?? sheet;
    const orders = sheet.orders.filter(isOwn);
    const saved = this.see.own.sheet.orders.filter(isOwn);
    if (JSON.stringify(saved.map(plain)) !== JSON.stringify(orders.map(plain))) this.commands.push({ type: 'saveOrders', orders });
  }

  /** Is it worth looking for such an act: is it available and, for a rival, announced, and are points and its number of times a turn not used up? */
  could(code: string): boolean {
    const action = ACTIONS[code];
    if (!action || action.points > this.#points || lockedUntil(this.see, 'actions', code) !== null || !isAnnounced(this.see, code)) return false;
    const cap = capOf(this.see, action);
    return cap === null || (this.see.own.effort.actsThisTurn[code] ?? 0) + (this.#acts.get(code) ?? 0) < cap;
  }

  add(command: SeatCommand): void {
    this.commands.push(command);
  }

  /** What is left for orders and proposals once duties and joint acts are paid. */
  money(): number {
    this.#left ??= forecast(this.see, this.#joint).left;
    return this.#left - this.#money;
  }

  /** Is so much money left to keep back? Otherwise not even what is free can be proposed. */
  spares({ money }: Reserve): boolean {
    return this.money() >= money;
  }

  /** Could this order stand beside the joint acts, and leave so much? */
  affords(wish: Wish, leave: number): boolean {
    return this.#ordered(this.#agreed(), wish, leave) !== null;
  }

  /** The action and its parameters, if nothing stands against it. */
  #possible({ action: code, params: raw }: Wish): { action: Action; params: Record<string, unknown> } | null {
    if (!this.could(code)) return null;
    const params = settled(code, raw);
    const ready = parsed(this.see, code, params);
    if (!ready.ok) return null;
    const { action } = ready.value;
    return legal(this.see, action, ready.value.params, this.#acts.get(code) ?? 0) ? null : { action, params };
  }

  #proposes({ code }: Action, params: Record<string, unknown>): boolean {
    return this.commands.some((command) => command.type === 'invite' && command.action === code && JSON.stringify(command.params) === JSON.stringify(params));
  }

  #spend(action: Action, money: number, capital: number): void {
    this.#acts.set(action.code, (this.#acts.get(action.code) ?? 0) + 1);
    this.#points -= action.points;
    this.#money += money;
    this.#capital -= capital;
  }

  /** What the joint acts ask for. */
  #agreed(): Demand {
    return (this.#demand ??= this.#joint.reduce((sheet, order) => withOrder(this.see, sheet, order), NO_DEMAND));
  }

  /** The sheet with this order on it, if that is legal beside the others, leaves so much and can be paid as a whole. */
  #ordered(sheet: Demand, { action: code, params: raw }: Wish, leave: number): Demand | null {
    const ready = parsed(this.see, code, settled(code, raw));
    if (!ready.ok) return null;
    const { action, params } = ready.value;
    if (action.perform || needsOthers(action, params, this.see)) return null;
    const already = sheet.orders.filter((order) => order.action === code && isOwn(order)).length;
    const longer = withOrder(this.see, sheet, { id: `${code.toLowerCase()}-${already + 1}`, action: code, params, intent: '', invitation: null });
    if (longer.points > this.#points || longer.capital > this.see.own.ministry.politicalCapital || longer.money + this.#money + leave > meansFor(this.see, longer.orders)) return null;
    return legal(this.see, action, params, already) ? null : longer;
  }
}

const isOwn = ({ invitation }: Order) => invitation === null;

/** Must somebody else consent to it first? */
function needsOthers(action: Action, params: Record<string, unknown>, see: Sight): boolean {
  return action.timing === 'joint' && action.partners(params, see.own.seat.id).length > 0;
}

/** Does a joint act of this turn still stand with this seat in it? */
function standing(see: Sight, { from, to, answers, status, turn }: InvitationView): boolean {
  if (turn !== see.public.exercise.turn || (status !== 'open' && status !== 'accepted')) return false;
  const self = see.own.seat.id;
  return from === self ? to.some((seat) => answers[seat] !== 'refused') : answers[self] === 'accepted';
}

function jointOrder({ id, action, params }: InvitationView): Order {
  return { id: id as InvitationId, action, params, intent: '', invitation: id };
}

const plain = ({ id, action, params }: Order) => ({ id, action, params });
