// How disputes and pledges change the state.
import type { Event, EventData, EventType } from '../../model/events.ts';
import type { State } from '../../model/state.ts';

type Handlers = { [T in EventType]?: (state: State, data: EventData[T], event: Event) => void };

export const applyDisputes: Handlers = {
  disputeFiled(state, { dispute }) {
    state.disputes[dispute.id] = { ...dispute };
  },
  remedyProposed(state, { dispute, by, remedy }) {
    const held = state.disputes[dispute];
    if (held) held.proposal = { by, remedy: { ...remedy }, answers: {} };
  },
  remedyAnswered(state, { dispute, seat, accept }) {
    const proposal = state.disputes[dispute]?.proposal;
    if (proposal) proposal.answers[seat] = accept ? 'accepted' : 'refused';
  },
  mediatorsAsked(state, { dispute, seats }) {
    const held = state.disputes[dispute];
    if (!held) return;
    held.asked = [...new Set([...held.asked, ...seats])].sort();
    held.seenBy = [...new Set([...held.seenBy, ...seats])].sort();
  },
  disputeAdvanced(state, { dispute, stage, turn }) {
    const held = state.disputes[dispute];
    // What a mediator proposed stays as a hint of where; what the sides said to each other does not bind the next stage.
    if (held) Object.assign(held, { stage, stageTurn: turn, proposal: stage === 'mediation' ? null : held.proposal });
  },
  disputeSettled(state, { dispute, remedy, dueTurn }) {
    const held = state.disputes[dispute];
    if (held) Object.assign(held, { status: 'settled', remedy: { ...remedy, dueTurn, fulfilled: null } });
  },
  disputeDismissed(state, { dispute }) {
    const held = state.disputes[dispute];
    if (held) held.status = 'dismissed';
  },
  disputeClosed(state, { dispute }) {
    const held = state.disputes[dispute];
    if (held) held.status = 'closed';
  },
  remedyJudged(state, { dispute, fulfilled }) {
    const remedy = state.disputes[dispute]?.remedy;
    if (remedy) remedy.fulfilled = fulfilled;
  },
  pledgeMade(state, { pledge }, event) {
    state.pledges[pledge.id] = { ...pledge, text: event.private?.texts.text ?? '' };
  },
  pledgeKept(state, { pledge }) {
    const held = state.pledges[pledge];
    if (held) held.status = 'kept';
  },
  pledgeMissed(state, { pledge }) {
    const held = state.pledges[pledge];
    if (held) held.status = 'missed';
  },
  pledgeReturned(state, { pledge }) {
    const held = state.pledges[pledge];
    if (held) held.status = 'returned';
  },
};
