// The events that an exercise is mostly made of, and others that go through much of the state: they write into copies by hand, where a draft would cost more than the change itself.
import type { EventData } from '../../model/events.ts';
import { locate } from '../../model/fields.ts';
import type { Factor } from '../../model/change.ts';
import type { Order, State } from '../../model/state.ts';
import { tableOf } from '../../model/table.ts';
import { versionsKey } from '../instruments/binding.ts';
import { staysBack } from '../team.ts';
import type { Copies, HandlersByHand, Own } from './copies.ts';

export const applyFrequent: HandlersByHand = {
  numbersChanged(state, { step, changes }, { own }) {
    for (const { path, after } of changes) {
      const place = locate(state, path, own);
      if (place) place.holder[place.key] = after;
    }
    if (state.phase === 'resolution') own(state, 'lastChanges').push(...changes);
    if (step === 'crisis.harm') for (const change of changes) noteHarm(state, change.path, change.factors, own);
  },
  pointsSpent(state, { seat, points, action }, { own }) {
    const ministry = own(own(state, 'seats'), seat)!;
    ministry.pointsSpent += points;
    // Points given back undo the act they were spent on.
    const acts = own(ministry, 'actsThisTurn');
    acts[action] = (acts[action] ?? 0) + (points < 0 ? -1 : 1);
  },
  ordersSaved(state, { seat, orders, marks }, { own }, event) {
    const intents = event.private?.texts ?? {};
    const marked = state.sheets[seat]?.standing && orders.length > 0;
    own(state, 'sheets')[seat] = { orders: orders.map((order) => ({ ...order, intent: intents[order.id] ?? order.intent })), outcomes: tableOf(), ...(marked ? { standing: true as const } : {}), ...(marks ? { marks: { ...marks } } : {}) };
  },
  orderDone(state, { seat, order }, { own }) {
    own(own(own(state, 'sheets'), seat)!, 'outcomes')[order] = { done: true, reason: null };
  },
  ordersLocked(state, _data, { own }) {
    for (const seat of state.seatIds) {
      const sheet = state.sheets[seat]!;
      // A joint act is of the turn in which it was agreed to; what nobody stood behind now stands for no later turn.
      const orders = sheet.orders.filter((order) => order.invitation === null && !staysBack(order, sheet.marks));
      if (orders.length > 0 && (sheet.standing || !state.standing[seat]?.marked)) own(state, 'standing')[seat] = { orders, turn: state.turn, marked: sheet.standing === true };
    }
  },
  invitationSent(state, { invitation }, { own }) {
    own(state, 'invitations')[invitation.id] = { ...invitation, answers: { ...invitation.answers } };
  },
  invitationAnswered(state, { invitation, seat, accept }, { own }) {
    const held = own(own(state, 'invitations'), invitation);
    if (held) own(held, 'answers')[seat] = accept ? 'accepted' : 'refused';
  },
  invitationClosed(state, { invitation, status }, { own }) {
    const held = own(own(state, 'invitations'), invitation);
    if (!held) return;
    held.status = status;
    if (status === 'accepted') return;
    const ofIt = (order: Order) => order.invitation === invitation;
    for (const seat of Object.keys(state.sheets)) if (state.sheets[seat]!.orders.some(ofIt)) own(own(state, 'sheets'), seat)!.orders = state.sheets[seat]!.orders.filter((order) => !ofIt(order));
  },
  instrumentTabled(state, { instrument, by, parties, kind, title, classification, clauses, minParties }, { own }) {
    own(state, 'instruments')[instrument] = {
      id: instrument, parties: [...parties].sort(), tabledBy: by, classification, status: 'tabled',
      versions: [{ version: 1, by, turn: state.turn, title, kind, clauses }],
      signatures: {}, ratifications: {}, binding: null, inForceSince: null, entersTurn: null, tabledTurn: state.turn,
      suspendedBy: null, minParties: minParties ?? parties.length, invited: [], acceding: {}, active: {}, grounds: [], withdrawals: {}, endedTurn: null,
    };
    own(state, 'counters')[versionsKey(instrument)] = 1;
  },
  obligationFound(state, { finding }, { own }) {
    own(state, 'findings').push({ ...finding, injured: [...finding.injured] });
  },
  reportCollected: holdReport,
  reportDelivered: holdReport,
  reportSanitised: holdReport,
  reportShared(state, { from, to, report, event, originator }, { own }) {
    if (state.reports[from]?.[report]) {
      const held = own(own(own(state, 'reports'), from)!, report)!;
      held.sharedWith = [...new Set([...held.sharedWith, ...to])];
    }
    own(state, 'shares').push({ from, to, event, originator });
  },
  releaseGranted(state, { holder, event, to }, { own }) {
    for (const report of Object.values(state.reports[holder]!)) {
      if (report.event === event) own(own(own(state, 'reports'), holder)!, report.id)!.cleared = [...new Set([...report.cleared, ...to])].sort();
    }
  },
};

function holdReport(state: State, { seat, report, truth }: EventData['reportCollected' | 'reportDelivered' | 'reportSanitised'], { own }: Copies): void {
  own(own(state, 'reports'), seat)![report.id] = { ...report, sharedWith: [...report.sharedWith] };
  if (truth) own(state, 'reportTruths')[report.event] = truth;
}

/** Harm of crises to public opinion is summed for the SAFE objective (rulings, section I). */
function noteHarm(state: State, path: string, factors: readonly Factor[], own: Own): void {
  const [kind, seat, field] = path.split('/');
  if (kind !== 'seat' || field !== 'publicOpinion') return;
  const harm = own(state, 'harm');
  for (const factor of factors) if (factor.name === 'harm') harm[seat!] = (harm[seat!] ?? 0) - factor.value / 1000;
}
