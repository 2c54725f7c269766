// What exercise control decides over the heads of the rules: a number set by hand with its reason, and news for everybody.
import { audienceOf, ceiling, isUnheardOf, locate } from '../../model/fields.ts';
import type { Place } from '../../model/fields.ts';
import type { State } from '../../model/state.ts';
import { opaqueId } from '../random.ts';
import { accept, refuse } from '../refusals.ts';
import { Working } from '../working.ts';
import type { Handlers } from './handler.ts';
import { commitment } from './handler.ts';

/** Headlines of one exercise. */
const MOST_HEADLINES = 200;
/** Levels of belief follow from reports and from nothing else. */
const NEVER: readonly string[] = ['belief'];

/** The number that a path names, if exercise control may set it. */
function overridable(state: State, path: string): Place | null {
  return NEVER.includes(path.split('/')[0]!) || isUnheardOf(state, path) ? null : locate(state, path);
}

export const overrideCommands: Handlers = {
  overrideNumber: {
    run(state, { path, to, reason }, { at, id }) {
      if (state.status === 'lobby') return refuse('notRunning');
      if (reason.trim() === '') return refuse('reasonMissing', 'reason');
      const place = overridable(state, path);
      if (!place) return refuse('numberUnknown', 'path');
      const { min, sees } = place.rule;
      const max = ceiling(state, path, place.rule);
      if (to < min || (max !== null && to > max)) return refuse('parameterInvalid', 'to', { min, ...(max === null ? {} : { max }) });
      const before = place.holder[place.key]!;
      if (to === before) return refuse('nothingChanged', 'to');
      const audience = audienceOf(path, sees, sees === 'own' ? place.seats.slice(0, 1) : place.seats);
      const work = new Working(state, at);
      work.step('override', (desk) => {
        desk.add(path, to - before, { name: 'override', sees: audience });
        desk.emit({ type: 'numberOverridden', data: { override: desk.id('override', id), path, before, after: to, reason: reason.trim() }, audience });
      });
      // A copy of the list: who set it is in the state, and the working copy does not know who asks.
      return accept([...work.events]);
    },
  },
  publishHeadline: {
    run(state, { outlet, text }, { id, nonce }) {
      const words = { outlet: outlet.trim(), text: text.trim() };
      if (words.outlet === '') return refuse('emptyMessage', 'outlet');
      if (words.text === '') return refuse('emptyMessage', 'text');
      if (Object.keys(state.headlines).length >= MOST_HEADLINES) return refuse('tooManyHeadlines', null, { limit: MOST_HEADLINES });
      return accept([{
        type: 'headlinePublished', audience: 'all', private: { salt: nonce, texts: words },
        data: { headline: opaqueId(state.seed, state.turn, 'headline', id), commitment: commitment(nonce, words) },
      }]);
    },
  },
};
