// Putting a motion before an organisation: when it closes, and what its author has said already (ruling 59).
import type { NewEvent } from '../model/events.ts';
import type { Motion, State } from '../model/state.ts';
import { deadline } from './deadline.ts';
import { subjectsOf } from './motions/catalogue.ts';
import { audienceOfMotion } from './steps/organisations.ts';

/** Tabled before Orders it is decided at the lock of the turn, in Orders or behind the lock at the next one. Whoever moves something is for it. */
export function motionTabled(state: State, { id, organisation, kind, params, by }: Pick<Motion, 'id' | 'organisation' | 'kind' | 'params' | 'by'>): NewEvent {
  const { turn, phase } = state;
  const counts = state.scenario.organisations[organisation]!.rule !== 'consensus' && state.organisations[organisation]!.members.some((seat) => seat === by) && !subjectsOf({ kind, params }).some((seat) => seat === by);
  const motion: Motion = {
    id, organisation, kind, params, by, turn, closesTurn: deadline(turn, phase, phase === 'orders' ? 1 : 0),
    votes: counts ? { [by]: 'yes' } : {}, brokenBy: [], status: 'open', decidedTurn: null,
  };
  return { type: 'motionTabled', data: { motion }, audience: audienceOfMotion(state, motion) };
}
