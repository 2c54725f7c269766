// What exercise control may do with the master scenario events list: fire, hold, change and skip injects, and write new ones.
import type { Moment } from '../../model/entities.ts';
import type { State } from '../../model/state.ts';
import type { InjectDraft } from '../../scenario/schema.ts';
import { faultOf } from '../../scenario/check.ts';
import { NAMES } from '../../scenario/names.ts';
import { MOST_WRITTEN, injectOf, isPast, plannedInject, timeOf } from '../inject-list.ts';
import { fireManually, injectStep } from '../injects.ts';
import { opaqueId } from '../random.ts';
import type { Result } from '../refusals.ts';
import { accept, refuse } from '../refusals.ts';
import { Working } from '../working.ts';
import type { Handlers } from './handler.ts';
import { commitment } from './handler.ts';

export const injectCommands: Handlers = {
  holdInject: {
    run(state, { inject, held }) {
      if (!plannedInject(state, inject)) return refuse('injectUnknown', 'inject');
      if (state.heldInjects.includes(inject) === held) return refuse('nothingChanged', 'inject');
      return accept([{ type: 'injectHeld', data: { inject, held }, audience: 'control' }]);
    },
  },
  fireInject: {
    run(state, { inject }, { at }) {
      if (state.status === 'lobby') return refuse('notRunning');
      const draft = unfired(state, inject);
      if (!draft.ok) return draft;
      if (state.injectChanges[inject]?.dropped) return refuse('injectDropped', 'inject');
      const work = new Working(state, at);
      injectStep(work, 'injects.control', (desk) => fireManually(desk, work.state, inject));
      return work.events.length > 0 ? accept(work.events) : refuse('notAddressed', 'inject');
    },
  },
  changeInject: {
    run(state, { inject, title, text, to, at, expect, objective }, { nonce }) {
      const found = unfired(state, inject);
      if (!found.ok) return found;
      const unfit = badWords({ title, text }) ?? badRecipients(state, to) ?? badMoment(state, at ?? null) ?? badObjective(state, objective);
      if (unfit) return unfit;
      const now = found.value;
      const change = state.injectChanges[inject] ?? {};
      const words = { title: title?.trim() ?? now.title, text: text?.trim() ?? now.text };
      const reworded = words.title !== now.title || words.text !== now.text;
      // Whoever has read it would find other words in its place.
      if (reworded && state.injects.some(({ id }) => id === inject)) return refuse('injectFired', 'text');
      const planned = plannedInject(state, inject)!;
      const address = same(sorted(to), sorted(planned.to)) ? null : sorted(to);
      const readdressed = to !== undefined && !same(address, change.to ?? null);
      const expects = expect !== undefined && expect.trim() !== (now.expect ?? '');
      const serves = objective !== undefined && objective !== (now.objective ?? null);
      const moved = at !== undefined && (at?.turn !== change.at?.turn || at?.phase !== change.at?.phase);
      if (!reworded && !readdressed && !moved && !expects && !serves) return refuse('nothingChanged', 'inject');
      // Planned again for a time that is over, it would never come.
      if (moved && at === null && planned.at && isPast(state, planned.at)) return refuse('momentPast', 'at');
      const texts = { ...(reworded && words), ...(expects && { expect: expect.trim() }) };
      const told = reworded || expects;
      return accept([{
        type: 'injectChanged', audience: 'control', ...(told && { private: { salt: nonce, texts } }),
        data: { inject, ...(readdressed && { to: address }), ...(moved && { at }), ...(serves && { objective }), ...(told && { commitment: commitment(nonce, texts) }) },
      }]);
    },
  },
  dropInject: {
    run(state, { inject, dropped }) {
      const found = unfired(state, inject);
      if (!found.ok) return found;
      const change = state.injectChanges[inject];
      if ((change?.dropped === true) === dropped) return refuse('nothingChanged', 'inject');
      const time = timeOf(found.value, change);
      if (!dropped && time && isPast(state, time)) return refuse('momentPast', 'inject');
      return accept([{ type: 'injectDropped', data: { inject, dropped }, audience: 'control' }]);
    },
  },
  writeInject: {
    run(state, { title, from, text, to, effects, at, expect = '', objective = null }, request) {
      if (at === null && state.status === 'lobby') return refuse('notRunning');
      const unfit = badWords({ title, from, text }) ?? badRecipients(state, to) ?? badMoment(state, at) ?? badObjective(state, objective);
      if (unfit) return unfit;
      if (state.writtenInjects.length >= MOST_WRITTEN) return refuse('tooManyInjects', null, { limit: MOST_WRITTEN });
      const fault = faultOf(state.scenario, effects, NAMES);
      if (fault) return refuse('effectUnfit', `effects/${fault.place}`, { problem: fault.message });
      const words = { title: title.trim(), text: text.trim(), ...(expect.trim() !== '' && { expect: expect.trim() }) };
      const inject = opaqueId(state.seed, state.turn, 'inject', request.id);
      const work = new Working(state, request.at);
      work.emit({
        type: 'injectWritten', audience: 'control', private: { salt: request.nonce, texts: words },
        data: { inject, from: from.trim(), to: sorted(to) ?? 'all', effects, at, ...(objective !== null && { objective }), commitment: commitment(request.nonce, words) },
      });
      if (at === null) injectStep(work, 'injects.control', (desk) => fireManually(desk, work.state, inject));
      // A copy of the list: who wrote it is in the state as long as it can be taken back, and the working copy does not know who asks.
      return accept([...work.events]);
    },
  },
};

/** An inject that can still come, as it is now. */
function unfired(state: State, id: string): Result<InjectDraft> {
  const inject = injectOf(state, id);
  if (!inject) return refuse('injectUnknown', 'inject');
  return inject.once && state.injects.some((one) => one.id === id) ? refuse('injectFired', 'inject') : accept(inject);
}

function badWords(words: Record<string, string | undefined>): Result<never> | null {
  const empty = Object.keys(words).find((name) => words[name]?.trim() === '');
  return empty === undefined ? null : refuse('emptyInject', empty);
}

function badRecipients(state: State, to: 'all' | readonly string[] | null | undefined): Result<never> | null {
  const unknown = Array.isArray(to) ? to.find((seat) => !state.seatIds.includes(seat)) : undefined;
  return unknown === undefined ? null : refuse('seatUnknown', 'to', { seat: unknown });
}

function badObjective({ scenario }: State, objective: string | null | undefined): Result<never> | null {
  return typeof objective === 'string' && !scenario.learning.some(({ id }) => id === objective) ? refuse('objectiveUnknown', 'objective') : null;
}

function badMoment(state: State, at: Moment | null): Result<never> | null {
  if (at === null) return null;
  if (at.turn > state.settings.turns) return refuse('parameterInvalid', 'at', { min: Math.max(1, state.turn), max: state.settings.turns });
  return isPast(state, at) ? refuse('momentPast', 'at') : null;
}

type Named = 'all' | 'concerned' | readonly string[] | null;

/** Seats in their order and once each; no more than one word stays as it is. */
function sorted<T extends Named>(to: T | undefined): Exclude<T, readonly string[]> | string[] | null {
  return Array.isArray(to) ? [...new Set(to as readonly string[])].sort() : ((to ?? null) as Exclude<T, readonly string[]> | null);
}

const same = (one: Named, other: Named) => JSON.stringify(one) === JSON.stringify(other);
