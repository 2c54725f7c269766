// Ideas that no action covers: a seat proposes, others argue, exercise control judges (model guide, section 5). And what rivals announce (ruling 23).
import type { NewEvent } from '../../model/events.ts';
import { faultOf } from '../../scenario/check.ts';
import { NAMES } from '../../scenario/names.ts';
import { ACTIONS } from '../actions/catalogue.ts';
import { runEffects } from '../effects/catalogue.ts';
import { injectStep } from '../injects.ts';
import { opaqueId } from '../random.ts';
import { accept, refuse } from '../refusals.ts';
import { Working } from '../working.ts';
import type { Handlers } from './handler.ts';
import { UNTIL_LOCK, askingSeat, commitment, inPhase, pointsLeft } from './handler.ts';

/** Action points of an idea, and the name they are booked under. */
const POINTS = 1;
const BOOKED = 'MATRIX';

export const ideaCommands: Handlers = {
  proposeMatrix: {
    run(state, { act, effect, reasons }, { actor, id, nonce }) {
      const asking = askingSeat(state, actor);
      if (!asking.ok) return asking;
      const seat = asking.value;
      const late = inPhase(state, UNTIL_LOCK);
      if (late) return late;
      const texts = { act: act.trim(), effect: effect.trim(), ...Object.fromEntries(reasons.map((reason, index) => [`reason${index + 1}`, reason.trim()])) };
      const empty = Object.entries(texts).find(([, text]) => text === '');
      if (empty) return refuse('emptyMessage', empty[0]);
      if (Object.values(state.matrix).some((one) => one.seat === seat && one.status === 'open')) return refuse('matrixAlreadyOpen');
      const left = pointsLeft(state, seat);
      if (left < POINTS) return refuse('tooFewPoints', null, { needed: POINTS, left });
      const matrix = opaqueId(state.seed, state.turn, 'matrix', seat, id);
      return accept([
        { type: 'pointsSpent', data: { seat, points: POINTS, action: BOOKED }, audience: [seat] },
        { type: 'matrixProposed', data: { matrix, seat, commitment: commitment(nonce, texts) }, audience: 'all', private: { salt: nonce, texts } },
      ]);
    },
  },

  argueMatrix: {
    run(state, { matrix, side, text }, { actor, nonce }) {
      const asking = askingSeat(state, actor);
      if (!asking.ok) return asking;
      const seat = asking.value;
      const late = inPhase(state, UNTIL_LOCK);
      if (late) return late;
      const held = state.matrix[matrix];
      if (!held) return refuse('matrixUnknown', 'matrix');
      if (held.status !== 'open') return refuse('matrixClosed', 'matrix');
      if (held.seat === seat) return refuse('matrixOwn', 'matrix');
      if (held.arguments.some((one) => one.seat === seat && one.side === side)) return refuse('alreadyArgued', 'side');
      if (text.trim() === '') return refuse('emptyMessage', 'text');
      const texts = { text: text.trim() };
      return accept([{ type: 'matrixArgued', data: { matrix, seat, side, commitment: commitment(nonce, texts) }, audience: 'all', private: { salt: nonce, texts } }]);
    },
  },

  withdrawMatrix: {
    run(state, { matrix }, { actor }) {
      const asking = askingSeat(state, actor);
      if (!asking.ok) return asking;
      const late = inPhase(state, UNTIL_LOCK);
      if (late) return late;
      const held = state.matrix[matrix];
      if (held?.seat !== asking.value) return refuse('matrixUnknown', 'matrix');
      if (held.status !== 'open') return refuse('matrixClosed', 'matrix');
      return accept([{ type: 'matrixWithdrawn', data: { matrix, seat: held.seat }, audience: 'all' }]);
    },
  },

  removeMatrix: {
    afterwards: true,
    run(state, { matrix }) {
      const held = state.matrix[matrix];
      if (!held || held.status === 'removed') return refuse('matrixUnknown', 'matrix');
      return accept([{ type: 'matrixRemoved', data: { matrix, seat: held.seat }, audience: 'all' }]);
    },
  },

  judgeMatrix: {
    run(state, { matrix, odds, effects, outcome }, { at, nonce }) {
      const held = state.matrix[matrix];
      if (!held) return refuse('matrixUnknown', 'matrix');
      if (held.status !== 'open') return refuse('matrixClosed', 'matrix');
      const fault = faultOf(state.scenario, effects, NAMES);
      if (fault) return refuse('effectUnfit', `effects/${fault.place}`, { problem: fault.message });
      const work = new Working(state, at);
      const texts = { outcome: outcome.trim() };
      work.emit({ type: 'matrixRuled', data: { matrix, effects }, audience: 'control' });
      injectStep(work, 'matrix', (desk) => {
        const success = desk.succeeds(`matrix/${matrix}`, odds * 100);
        desk.emit({ type: 'matrixJudged', data: { matrix, seat: held.seat, odds, success, commitment: commitment(nonce, texts) }, audience: 'all', private: { salt: nonce, texts } });
        if (success) runEffects(desk, effects, { inject: matrix, recipients: [held.seat], audience: 'all', reason: 'matrix' });
      });
      return accept<NewEvent[]>(work.events);
    },
  },

  announceActs: {
    run(state, { actions }, { actor }) {
      const asking = askingSeat(state, actor);
      if (!asking.ok) return asking;
      const seat = asking.value;
      const late = inPhase(state, ['briefing']);
      if (late) return late;
      if (!state.scenario.seats[seat]!.signals || !state.bots[seat]) return refuse('notAnnouncing');
      if (state.announced[seat]) return refuse('alreadyAnnounced');
      const unknown = actions.find((code) => !Object.hasOwn(ACTIONS, code));
      if (unknown !== undefined) return refuse('unknownAction', 'actions', { action: unknown });
      return accept([{ type: 'actsAnnounced', data: { seat, actions: [...new Set(actions)] }, audience: 'all' }]);
    },
  },
};
