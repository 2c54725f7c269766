// Putting a motion before an organisation: when it closes, and what its author has said already (ruling 59).
import type { NewEvent } from '../model/events.ts';
import type { Motion, State } from '../model/state.ts';
import { deadline } from './deadline.ts';
import { audienceOfMotion, votersOf } from './steps/organisations.ts';

/** Tabled before Orders it is decided at the lock of the turn, in Orders or behind the lock at the next one. Where votes are counted its author has given a first one. */
export function motionTabled(state: State, { id, organisation, kind, params, by }: Pick<Motion, 'id' | 'organisation' | 'kind' | 'params' | 'by'>): NewEvent[] {
  const { turn, phase } = state;
  const motion: Motion = { id, organisation, kind, params, by, turn, closesTurn: deadline(turn, phase) + (phase === 'orders' ? 1 : 0), votes: {}, brokenBy: [], status: 'open', decidedTurn: null };
  const tabled: NewEvent = { type: 'motionTabled', data: { motion }, audience: audienceOfMotion(state, motion) };
  const counted = by !== 'control' && state.scenario.organisations[organisation]!.rule !== 'consensus' && votersOf(state, motion).includes(by);
  return counted ? [tabled, { type: 'voteCast', data: { motion: id, seat: by, vote: 'yes' }, audience: [by] }] : [tabled];
}
