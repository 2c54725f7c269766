// What a seat may ask for: acts, invitations and answers, orders, readiness, messages, decisions.
import type { Actor, Request } from '../../model/commands.ts';
import type { NewEvent } from '../../model/events.ts';
import type { State } from '../../model/state.ts';
import type { SeatId } from '../../model/vocabulary.ts';
import { seatSight } from '../../view/view-for.ts';
import type { Sight } from '../../view/view.ts';
import type { ActContext, Action } from '../actions/action.ts';
import { ACTIONS } from '../actions/catalogue.ts';
import { advance, allReady } from '../course.ts';
import { dueTurn } from '../deadline.ts';
import { lateSeats } from '../late.ts';
import { legal, parsed } from '../legality.ts';
import { ordersSaved } from '../missing-orders.ts';
import { checkedOrders } from '../order-check.ts';
import { opaqueId } from '../random.ts';
import { accept, refuse } from '../refusals.ts';
import type { Result } from '../refusals.ts';
import { StepDesk } from '../steps/desk.ts';
import { approvable, marksOf, powersOf, teamOf } from '../team.ts';
import { Working, deskEvents } from '../working.ts';
import type { Handlers } from './handler.ts';
import { UNTIL_LOCK, askingSeat, commitment, inPhase, pointsLeft } from './handler.ts';

/** Phases in which immediate acts and invitations are possible. */
const NEGOTIATION = ['negotiation'];

/** A seat in the right phase with an action it may take, its parameters parsed. */
function prepared(state: State, seat: SeatId, code: string, params: Record<string, unknown>): Result<{ action: Action; params: Record<string, unknown>; see: Sight }> {
  const see = seatSight(state, seat);
  const ready = parsed(see, code, params);
  return ready.ok ? accept({ ...ready.value, see }) : ready;
}

export const seatCommands: Handlers = {
  act: {
    run(state, { action: code, params: raw }, request) {
      const asking = askingSeat(state, request.actor);
      if (!asking.ok) return asking;
      const seat = asking.value;
      const late = inPhase(state, ACTIONS[code]?.untilLock ? UNTIL_LOCK : NEGOTIATION);
      if (late) return late;
      const ready = prepared(state, seat, code, raw);
      if (!ready.ok) return ready;
      const { action, params, see } = ready.value;
      if (!immediate(action, params, seat)) return refuse('notImmediate', null, { action: code });
      const refused = legal(see, action, params);
      if (refused) return { ok: false, refusal: refused };
      const desk = new StepDesk(state);
      const happened = action.perform!(state, seat, params, see, contextOf(desk, seat, request));
      const spent: NewEvent = { type: 'pointsSpent', data: { seat, points: action.points, action: code }, audience: [seat] };
      return accept([spent, ...happened, ...deskEvents(desk, `act.${code}`)]);
    },
  },

  invite: {
    run(state, { action: code, params: raw }, { actor, id }) {
      const asking = askingSeat(state, actor);
      if (!asking.ok) return asking;
      const seat = asking.value;
      const late = inPhase(state, NEGOTIATION);
      if (late) return late;
      const ready = prepared(state, seat, code, raw);
      if (!ready.ok) return ready;
      const { action, params, see } = ready.value;
      if (action.timing !== 'joint') return refuse('notInvited', null, { action: code });
      const to = [...new Set(action.partners(params, seat))].sort();
      if (to.length === 0) return refuse('parameterMissing', 'partners', { parameter: 'partners' });
      const refused = legal(see, action, params);
      if (refused) return { ok: false, refusal: refused };
      const same = Object.values(state.invitations).find((open) => open.status === 'open' && open.from === seat && open.action === code && JSON.stringify(open.params) === JSON.stringify(params));
      if (same) return refuse('alreadyOpen', null, { action: code });
      const invitation = {
        id: opaqueId(state.seed, state.turn, 'invitation', seat, id), action: code, params, from: seat, to, answers: {}, status: 'open' as const,
        turn: state.turn, points: action.points, partial: action.partial, ...(action.consented ? { atOnce: true as const } : {}),
      };
      return accept([
        { type: 'invitationSent', data: { invitation }, audience: [seat, ...to] },
        { type: 'pointsSpent', data: { seat, points: action.points, action: code }, audience: [seat] },
      ]);
    },
  },

  answerInvitation: {
    run(state, { invitation: id, accept: yes }, request) {
      const asking = askingSeat(state, request.actor);
      if (!asking.ok) return asking;
      const seat = asking.value;
      const late = inPhase(state, UNTIL_LOCK);
      if (late) return late;
      const invitation = state.invitations[id];
      if (!invitation || !(invitation.to.includes(seat) || invitation.from === seat)) return refuse('invitationUnknown', 'invitation');
      if (!invitation.to.includes(seat)) return refuse('notYourInvitation', 'invitation');
      if (invitation.status !== 'open') return refuse('invitationClosed', 'invitation');
      const before = invitation.answers[seat];
      if (before === (yes ? 'accepted' : 'refused')) return refuse('alreadyAnswered', 'invitation');
      // Accepting spends the guest's points; taking it back before the lock returns them.
      const guestPoints = guestPointsOf(invitation.action);
      if (yes && guestPoints > pointsLeft(state, seat)) return refuse('tooFewPoints', null, { needed: guestPoints, left: pointsLeft(state, seat) });
      const stands = yes ? ACTIONS[invitation.action]?.acceptable?.(seatSight(state, seat), invitation.params) : null;
      if (stands) return { ok: false, refusal: stands };
      const events: NewEvent[] = [{ type: 'invitationAnswered', data: { invitation: id, seat, accept: yes }, audience: [invitation.from, ...invitation.to] }];
      const moved = yes ? guestPoints : before === 'accepted' ? -guestPoints : 0;
      if (moved !== 0) events.push({ type: 'pointsSpent', data: { seat, points: moved, action: invitation.action }, audience: [seat] });
      // Once it can no longer go ahead, the inviter's points are free again.
      const answers = { ...invitation.answers, [seat]: yes ? 'accepted' : 'refused' };
      const refusals = invitation.to.filter((guest) => answers[guest] === 'refused').length;
      if (refusals === invitation.to.length || (refusals > 0 && !invitation.partial)) {
        events.push(
          { type: 'invitationClosed', data: { invitation: id, status: 'refused', by: seat }, audience: [invitation.from, ...invitation.to] },
          { type: 'pointsSpent', data: { seat: invitation.from, points: -invitation.points, action: invitation.action }, audience: [invitation.from] },
        );
      }
      const action = ACTIONS[invitation.action];
      if (action?.consented && invitation.to.every((guest) => answers[guest] === 'accepted')) {
        const desk = new StepDesk(state);
        const happened = action.consented(state, invitation, contextOf(desk, invitation.from, request));
        events.push({ type: 'invitationClosed', data: { invitation: id, status: 'accepted', by: seat }, audience: [invitation.from, ...invitation.to] }, ...happened, ...deskEvents(desk, `act.${action.code}`));
      }
      return accept(events);
    },
  },

  withdrawInvitation: {
    run(state, { invitation: id }, { actor }) {
      const asking = askingSeat(state, actor);
      if (!asking.ok) return asking;
      const late = inPhase(state, UNTIL_LOCK);
      if (late) return late;
      const invitation = state.invitations[id];
      if (!invitation || invitation.from !== asking.value) return refuse('notYourInvitation', 'invitation');
      if (invitation.status !== 'open') return refuse('invitationClosed', 'invitation');
      const back = invitation.to.filter((guest) => invitation.answers[guest] === 'accepted').map((guest): NewEvent =>
        ({ type: 'pointsSpent', data: { seat: guest, points: -guestPointsOf(invitation.action), action: invitation.action }, audience: [guest] }));
      return accept([
        { type: 'invitationClosed', data: { invitation: id, status: 'withdrawn', by: invitation.from }, audience: [invitation.from, ...invitation.to] },
        { type: 'pointsSpent', data: { seat: invitation.from, points: -invitation.points, action: invitation.action }, audience: [invitation.from] },
        ...back,
      ]);
    },
  },

  saveOrders: {
    run(state, { orders }, { actor, nonce }) {
      const asking = askingSeat(state, actor);
      if (!asking.ok) return asking;
      const seat = asking.value;
      const late = inPhase(state, UNTIL_LOCK);
      if (late) return late;
      const saved = checkedOrders(state, seat, orders);
      if (!saved.ok) return saved;
      if (!state.settings.teams || actor.kind !== 'participant') return accept([ordersSaved(seat, saved.value, nonce)]);
      const team = teamOf(state, seat);
      const events = [ordersSaved(seat, saved.value, nonce, marksOf(team, actor.id, state.sheets[seat]!, saved.value))];
      // The minister said ready to another sheet than this.
      if (state.ready.includes(seat) && !powersOf(team, actor.id).hand) events.push({ type: 'seatReady', data: { seat, ready: false }, audience: 'all' });
      return accept(events);
    },
  },

  markStanding: {
    run(state, { standing }, { actor }) {
      const asking = askingSeat(state, actor);
      if (!asking.ok) return asking;
      const late = inPhase(state, UNTIL_LOCK);
      if (late) return late;
      if (standing && state.sheets[asking.value]!.orders.length === 0) return refuse('nothingToStand');
      return accept([{ type: 'standingMarked', data: { seat: asking.value, standing }, audience: [asking.value] }]);
    },
  },

  standIn: {
    run(state, { orders }, { actor, nonce }) {
      const asking = askingSeat(state, actor);
      if (!asking.ok) return asking;
      const seat = asking.value;
      if (!lateSeats(state).includes(seat)) return refuse('notLate');
      const saved = checkedOrders(state, seat, orders);
      if (!saved.ok) return saved;
      return accept([ordersSaved(seat, saved.value, nonce), { type: 'ordersStoodIn', data: { seat, by: 'bot', orders: saved.value.length, dropped: 0 }, audience: [seat] }]);
    },
  },

  setReady: {
    run(state, { ready }, { actor, at }) {
      const asking = askingSeat(state, actor);
      if (!asking.ok) return asking;
      if (state.status !== 'running') return refuse('notRunning', null, { status: state.status });
      const said: NewEvent[] = [...(ready ? standingBehind(state, asking.value, actor) : []), { type: 'seatReady', data: { seat: asking.value, ready }, audience: 'all' }];
      const awaited = state.clock.awaited?.every((seat) => seat === asking.value || state.ready.includes(seat)) ?? false;
      // The lock waits for nobody else, or everybody has done.
      if (!ready || !(awaited || (state.settings.advanceWhenReady && allReady(state, asking.value)))) return accept(said);
      const work = new Working(state, at);
      work.emit(...said);
      advance(work, at);
      return accept(work.events);
    },
  },

  sendMessage: {
    afterwards: true,
    run(state, { to, text }, { actor, at, id, nonce }) {
      const asking = askingSeat(state, actor);
      if (!asking.ok) return asking;
      const seat = asking.value;
      if (text.trim() === '') return refuse('emptyMessage', 'text');
      const unknown = to.find((other) => other !== 'control' && !state.seatIds.includes(other));
      if (unknown) return refuse('seatUnknown', 'to', { seat: unknown });
      // Within a team it is said who writes; to others a ministry speaks with one voice.
      const within = state.settings.teams && actor.kind === 'participant' && to.every((other) => other === seat);
      if (to.includes(seat) && !within) return refuse('partnerIsSelf', 'to');
      const texts = { text: text.trim() };
      const members = [...new Set([...to.filter((other) => other !== 'control'), seat])].sort();
      return accept([{
        type: 'messageSent', audience: members, private: { salt: nonce, texts },
        data: { message: { id: opaqueId(state.seed, state.turn, 'message', seat, id), turn: state.turn, phase: state.phase, at, from: seat, persona: null, to: [...new Set(to)].sort(), hidden: false, ...(within ? { by: actor.id } : {}) }, commitment: commitment(nonce, texts) },
      }]);
    },
  },

  decideInject: {
    run(state, { inject, option }, { actor }) {
      const asking = askingSeat(state, actor);
      if (!asking.ok) return asking;
      const seat = asking.value;
      const late = inPhase(state, ['briefing', ...UNTIL_LOCK]);
      if (late) return late;
      const fired = state.injects.findLast(({ id, to }) => id === inject && (to === 'all' || (to !== 'control' && to.includes(seat))));
      const draft = state.scenario.injects.find(({ id }) => id === inject);
      if (!fired || !draft?.decide || dueTurn(state, fired, draft.decide.within) < state.turn) return refuse('injectUnknown', 'inject');
      if (state.decisions.some((decision) => decision.inject === inject && decision.seat === seat)) return refuse('alreadyDecided', 'inject');
      if (!draft.decide.options.some(({ id }) => id === option)) return refuse('optionUnknown', 'option');
      return accept([{ type: 'decisionTaken', data: { inject, seat, option, byDefault: false }, audience: [seat] }]);
    },
  },
};

/** Done at once: an immediate act, or a joint one that this time asks nobody. */
function immediate(action: Action, params: Record<string, unknown>, seat: SeatId): boolean {
  return action.timing === 'immediate' || (action.perform !== undefined && action.partners(params, seat).length === 0);
}

/** With the ministry's ready go the words that its orders still wait for, as far as whoever says it can give them. */
function standingBehind(state: State, seat: SeatId, actor: Actor): NewEvent[] {
  if (!state.settings.teams || state.phase !== 'orders' || actor.kind !== 'participant') return [];
  const orders = approvable(teamOf(state, seat), actor.id, state.sheets[seat]!);
  return orders.length > 0 ? [{ type: 'orderApproved', data: { seat, orders, approver: actor.id }, audience: [seat] }] : [];
}

function contextOf(desk: StepDesk, seat: SeatId, { id, nonce }: Request): ActContext {
  const { seed, turn } = desk.state;
  return {
    desk,
    newId: (kind) => opaqueId(seed, turn, kind, seat, id),
    sealed: (texts) => ({ commitment: commitment(nonce, texts), private: { salt: nonce, texts } }),
  };
}

function guestPointsOf(code: string): number {
  return ACTIONS[code]?.guestPoints ?? 0;
}
