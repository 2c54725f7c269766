// What a new turn wipes, ends and remembers. It goes through much of the state, so that it writes into copies by hand.
import { tableOf } from '../../model/table.ts';
import type { SeatId } from '../../model/vocabulary.ts';
import type { HandlersByHand } from './copies.ts';
import { union } from './course.ts';

export const applyTurnStart: HandlersByHand = {
  turnStarted(state, { turn }, copies) {
    const { own } = copies;
    state.turn = turn;
    for (const seat of Object.keys(state.seats)) Object.assign(own(own(state, 'seats'), seat)!, { pointsSpent: 0, actsThisTurn: tableOf() });
    for (const seat of Object.keys(state.sheets)) own(state, 'sheets')[seat] = { orders: [], outcomes: tableOf() };
    // Made anew: a record that entries are deleted from is slow to go through for the rest of the exercise.
    state.invitations = Object.fromEntries(Object.entries(state.invitations).filter(([, invitation]) => invitation.turn >= turn - 1));
    const bySeat = <T>(of: (seat: SeatId) => T) => Object.fromEntries(state.seatIds.map((seat) => [seat, of(seat)]));
    state.turnStart = {
      trust: state.trust,
      tally: state.tally,
      publicOpinion: bySeat((seat) => state.seats[seat]!.publicOpinion),
      held: bySeat((seat) => Object.values(state.reports[seat]!).map(({ event, threat, claim }) => ({ event, threat, claim }))),
    };
    // Trust and tally stand in two places now.
    copies.forget();
    for (const { id, levies, forum } of Object.values(state.organisations)) {
      if (levies.some(({ dueTurn }) => dueTurn < turn)) own(own(state, 'organisations'), id)!.levies = levies.filter(({ dueTurn }) => dueTurn >= turn);
      if (forum && forum.turn < turn) own(own(state, 'organisations'), id)!.forum = null;
    }
    if (state.hostGrants.some(({ until }) => until !== null && until < turn)) state.hostGrants = state.hostGrants.filter(({ until }) => until === null || until >= turn);
    state.incidents = state.incidents.filter((incident) => incident.turn >= turn - 1);
    // What was not cleared in the turn after it has raised the rung, and is over (ruling 33).
    for (const { id, incident } of Object.values(state.crises)) if (incident && incident.turn < turn - 1) own(own(state, 'crises'), id)!.incident = null;
    state.illicitShares = state.illicitShares.filter((share) => share.turn >= turn - 1);
    Object.assign(state, { ready: [], announced: {}, warnings: {}, deeds: [], shares: [], pressures: state.pressures.filter(({ name }) => name === 'inject'), lastChanges: [] });
    for (const step of state.scenario.unlock) {
      if (step.turn !== turn || !state.unlocked) continue;
      state.unlocked = { actions: union(state.unlocked.actions, step.actions), clauses: union(state.unlocked.clauses, step.clauses) };
    }
  },
};
