// How trust moves: gains shrink as trust nears its ceiling, losses do not (model guide, section 2).
import { round } from '../model/arithmetic.ts';
import { path } from '../model/fields.ts';
import type { State } from '../model/state.ts';
import type { SeatId } from '../model/vocabulary.ts';
import { pairOf } from '../model/vocabulary.ts';
import type { Reason, StepDesk } from './steps/desk.ts';

/** gain(from → towards, k): ⌊k·max(0, 100 − G/2 − T)/100⌉, on trust at the start of the sub-step (ruling 8). */
export function gainOf(state: State, from: SeatId, towards: SeatId, k: number): number {
  const grievance = state.pairs[pairOf(from, towards)]?.grievance ?? 0;
  const room = 200 - grievance - 2 * state.trust[from]![towards]!;
  return room <= 0 ? 0 : round(k * room, 200);
}

export function gain(desk: StepDesk, from: SeatId, towards: SeatId, k: number, reason: Reason): void {
  desk.add(path.trust(from, towards), gainOf(desk.state, from, towards, k), { sees: [from, towards], ...reason });
}

export function loss(desk: StepDesk, from: SeatId, towards: SeatId, k: number, reason: Reason): void {
  desk.add(path.trust(from, towards), -k, { sees: [from, towards], ...reason });
}

/** Both ways. */
export function mutualGain(desk: StepDesk, a: SeatId, b: SeatId, k: number, reason: Reason): void {
  gain(desk, a, b, k, reason);
  gain(desk, b, a, k, reason);
}

/** Grievance at which two seats count as antagonists (ruling 29). */
export const ANTAGONISTS = 50;

export function grievance(state: State, a: SeatId, b: SeatId): number {
  return state.pairs[pairOf(a, b)]?.grievance ?? 0;
}
