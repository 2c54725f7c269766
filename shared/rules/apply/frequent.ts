// The events that an exercise is mostly made of: they write into copies by hand, where a draft would cost more than the change itself.
import type { EventData } from '../../model/events.ts';
import { locate } from '../../model/fields.ts';
import type { Factor } from '../../model/change.ts';
import type { State } from '../../model/state.ts';
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
    own(state, 'sheets')[seat] = { orders: orders.map((order) => ({ ...order, intent: intents[order.id] ?? order.intent })), outcomes: {}, ...(marked ? { standing: true as const } : {}), ...(marks ? { marks: { ...marks } } : {}) };
  },
  orderDone(state, { seat, order }, { own }) {
    own(own(own(state, 'sheets'), seat)!, 'outcomes')[order] = { done: true, reason: null };
  },
  invitationAnswered(state, { invitation, seat, accept }, { own }) {
    const held = own(own(state, 'invitations'), invitation);
    if (held) own(held, 'answers')[seat] = accept ? 'accepted' : 'refused';
  },
  obligationFound(state, { finding }, { own }) {
    own(state, 'findings').push({ ...finding, injured: [...finding.injured] });
  },
  reportCollected: holdReport,
  reportDelivered: holdReport,
  reportSanitised: holdReport,
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
