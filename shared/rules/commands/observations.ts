// Observations of evaluators: a note is pinned to the moment, said anew, or taken away; none of it is ever erased.
import type { Command, Request } from '../../model/commands.ts';
import type { Observation, State } from '../../model/state.ts';
import { opaqueId } from '../random.ts';
import { accept, refuse } from '../refusals.ts';
import type { Result } from '../refusals.ts';
import type { Handlers } from './handler.ts';
import { commitment } from './handler.ts';

/** Observations of one evaluator in one exercise. */
const MOST = 300;

type Said = Extract<Command, { type: 'pinObservation' | 'changeObservation' }>;

const personOf = ({ actor }: Request): string => ('id' in actor ? actor.id : '');

/** The words as the record keeps them, or what is wrong with them. */
function wordsOf(state: State, { text, objective, seat, rating, ...flags }: Said): Result<Record<string, string>> {
  if (text.trim() === '') return refuse('emptyMessage', 'text');
  if (objective !== null && !state.scenario.learning.some(({ id }) => id === objective)) return refuse('objectiveUnknown', 'objective');
  if (seat !== null && !state.seatIds.includes(seat)) return refuse('seatUnknown', 'seat', { seat });
  if (flags.private && flags.disclosed) return refuse('parameterInvalid', 'disclosed');
  return accept({ text: text.trim(), ...(objective === null ? {} : { objective }), ...(seat === null ? {} : { seat }), ...(rating === null ? {} : { rating }) });
}

/** The observation that somebody wants to change. A notebook of somebody else does not exist for others, and an evaluator has a say in their own notes alone. */
function standing(state: State, id: string, request: Request): Result<Observation> {
  const held = state.observations[id];
  const own = held?.by === personOf(request);
  if (!held || (held.private && !own)) return refuse('observationUnknown', 'observation');
  if (request.actor.kind === 'evaluator' && !own) return refuse('observationNotYours', 'observation');
  return held.removed ? refuse('observationRemoved', 'observation') : accept(held);
}

function says(held: Observation, { private: own, disclosed }: Said, words: Record<string, string>): boolean {
  return held.private === own && held.disclosed === disclosed && (['text', 'objective', 'seat', 'rating'] as const).every((name) => (held[name] ?? undefined) === words[name]);
}

export const observationCommands: Handlers = {
  pinObservation: {
    afterwards: true,
    run(state, command, request) {
      if (state.status === 'lobby') return refuse('notRunning');
      const words = wordsOf(state, command);
      if (!words.ok) return words;
      const person = personOf(request);
      if (Object.values(state.observations).filter(({ by }) => by === person).length >= MOST) return refuse('tooManyObservations', null, { limit: MOST });
      const { private: own, disclosed } = command;
      return accept([{
        type: 'observationPinned', audience: 'control', private: { salt: request.nonce, texts: words.value },
        data: { observation: opaqueId(state.seed, state.turn, 'observation', person, request.id), private: own, disclosed, commitment: commitment(request.nonce, words.value) },
      }]);
    },
  },
  changeObservation: {
    afterwards: true,
    run(state, command, request) {
      const held = standing(state, command.observation, request);
      if (!held.ok) return held;
      const words = wordsOf(state, command);
      if (!words.ok) return words;
      const { observation, private: own, disclosed } = command;
      // What all of exercise control reads goes into nobody's notebook but its author's.
      if (own && held.value.by !== personOf(request)) return refuse('observationNotYours', 'private');
      if (says(held.value, command, words.value)) return refuse('nothingChanged', 'text');
      return accept([{
        type: 'observationChanged', audience: 'control', private: { salt: request.nonce, texts: words.value },
        data: { observation, private: own, disclosed, commitment: commitment(request.nonce, words.value) },
      }]);
    },
  },
  removeObservation: {
    afterwards: true,
    run(state, { observation }, request) {
      const held = standing(state, observation, request);
      if (!held.ok) return held;
      return accept([{ type: 'observationRemoved', audience: 'control', data: { observation, private: held.value.private } }]);
    },
  },
};
