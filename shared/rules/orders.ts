// From order sheets to deeds: joint acts are put together, and what cannot be paid is cancelled from the lowest rank up (rulings 14, 24-26).
import type { NewEvent } from '../model/events.ts';
import type { Order, State } from '../model/state.ts';
import type { SeatId } from '../model/vocabulary.ts';
import { seatSights } from '../view/view-for.ts';
import type { Sight } from '../view/view.ts';
import type { Action, Deed } from './actions/action.ts';
import { ACTIONS } from './actions/catalogue.ts';
import { sheetWithConsents } from './consent.ts';
import { cashFlows } from './money.ts';
import { pointsOf } from './points.ts';
import { afterRecall, nextRecall } from './recall.ts';
import type { Recall } from './recall.ts';
import { staysBack } from './team.ts';

export interface Docket {
  deeds: Deed[];
  /** Orders that will not be carried out, with the reason's code. */
  cancelled: { seat: SeatId; order: Order; reason: string }[];
  /** Packages of standing deployments that have to come home. */
  recalls: Recall[];
}

interface Entry {
  seat: SeatId;
  order: Order;
  action: Action;
}

export function docket(state: State): Docket {
  const sights = seatSights(state);
  const cancelled: Docket['cancelled'] = [];
  let entries: Entry[] = [];
  for (const seat of state.seatIds) {
    // Acts and joint acts agreed to since the sheet was saved have taken their points already (ruling 11).
    let points = state.parameters.ap - state.seats[seat]!.pointsSpent;
    const taken: Order[] = [];
    for (const order of sheetWithConsents(state, seat)) {
      const action = ACTIONS[order.action]!;
      if (staysBack(order, state.sheets[seat]!.marks)) {
        cancelled.push({ seat, order, reason: 'notApproved' });
        continue;
      }
      const refusal = order.invitation ? null : action.refuse(sights.get(seat)!, order.params);
      const needed = pointsOf(sights.get(seat)!, order, action, taken);
      const short = needed > points;
      if (refusal || short) cancelled.push({ seat, order, reason: refusal?.code ?? 'tooFewPoints' });
      else {
        points -= needed;
        taken.push(order);
        entries.push({ seat, order, action });
      }
    }
  }
  // Dropping a party reprices a joint act for the others, so the round is repeated until nobody is over budget.
  const recalls: Recall[] = [];
  let standing = state;
  for (;;) {
    const deeds = deedsOf(state, entries);
    const own = (seat: SeatId) => entries.filter((entry) => entry.seat === seat);
    const flowOf = cashFlows(standing, deeds);
    const available = new Map(state.seatIds.map((seat) => [seat, flowOf(seat).available]));
    const over = state.seatIds.flatMap((seat) => unaffordable(sights.get(seat)!, available.get(seat)!, own(seat), deeds) ?? []);
    if (over.length === 0) {
      // Orders have gone where money was short; what is still missing is saved on deployments.
      const recalled = state.seatIds.flatMap((seat) => (available.get(seat)! < 0 ? nextRecall(standing, seat, deeds) ?? [] : []));
      if (recalled.length === 0) return { deeds, cancelled, recalls };
      recalls.push(...recalled);
      standing = recalled.reduce(afterRecall, standing);
      continue;
    }
    for (const { entry, reason } of over) cancelled.push({ seat: entry.seat, order: entry.order, reason });
    entries = entries.filter((entry) => !over.some((one) => one.entry === entry));
    entries = entries.filter((entry) => keepsItsPartners(state, entry, entries, cancelled));
  }
}

/** A joint act that may not go ahead in part falls away for all when one party cannot pay. */
function keepsItsPartners(state: State, entry: Entry, entries: Entry[], cancelled: Docket['cancelled']): boolean {
  const invitation = entry.order.invitation ? state.invitations[entry.order.invitation] : null;
  if (!invitation) return true;
  const there = new Set(entries.filter((one) => one.order.invitation === invitation.id).map((one) => one.seat));
  const guests = invitation.to.filter((guest) => there.has(guest));
  const stands = there.has(invitation.from) && (entry.action.partial ? guests.length > 0 || entry.seat === invitation.from : guests.length === invitation.to.length);
  if (!stands) cancelled.push({ seat: entry.seat, order: entry.order, reason: 'partnerMissing' });
  return stands;
}

function deedsOf(state: State, entries: Entry[]): Deed[] {
  const deeds = new Map<string, Deed>();
  for (const { seat, order } of entries) {
    const invitation = order.invitation ? state.invitations[order.invitation] : null;
    // Order ids are the seat's own choice: two seats may hit upon the same.
    const key = invitation ? invitation.id : `${seat}/${order.id}`;
    const deed = deeds.get(key) ?? {
      action: order.action, host: invitation?.from ?? seat, parties: [], params: order.params, orders: {},
      declined: invitation ? invitation.to.filter((guest) => invitation.answers[guest] !== 'accepted') : [],
    };
    deed.parties = [...deed.parties, seat].sort();
    deed.orders[seat] = order.id;
    deeds.set(key, deed);
  }
  return [...deeds.values()].sort((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1));
}

function keyOf(deed: Deed): string {
  return `${deed.host}|${deed.action}|${deed.orders[deed.host] ?? ''}`;
}

/** The lowest-ranked order that costs money (or capital) the seat does not have; null when all can be paid. */
function unaffordable(sight: Sight, available: number, entries: Entry[], deeds: Deed[]): { entry: Entry; reason: string }[] | null {
  const seat = sight.own.seat.id;
  const priced = entries.map((entry) => {
    const deed = deeds.find(({ orders }) => orders[seat] === entry.order.id)!;
    return { entry, price: entry.action.price(sight, entry.order.params, { role: deed.host === seat ? 'host' : 'guest', parties: deed.parties.length }) };
  });
  const money = priced.reduce((sum, { price }) => sum + price.money, 0);
  const capital = priced.reduce((sum, { price }) => sum + price.capital, 0);
  if (money > available) {
    const lowest = priced.findLast(({ price }) => price.money > 0);
    return lowest ? [{ entry: lowest.entry, reason: 'tooLittleMoney' }] : null;
  }
  if (capital > sight.own.ministry.politicalCapital) {
    const lowest = priced.findLast(({ price }) => price.capital > 0);
    return lowest ? [{ entry: lowest.entry, reason: 'tooLittleCapital' }] : null;
  }
  return null;
}

export function cancellationEvents({ cancelled }: Pick<Docket, 'cancelled'>): NewEvent[] {
  return cancelled.map(({ seat, order, reason }) => ({ type: 'orderCancelled', data: { seat, order: order.id, action: order.action, reason }, audience: [seat] }));
}
