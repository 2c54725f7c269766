// Step 13: what the turn leaves for the debrief, and red lines crossed by it (ruling 81).
import { shares } from '../../model/belief.ts';
import type { Snapshot, State } from '../../model/state.ts';
import { holds } from '../conditions.ts';
import type { EventName } from '../occurrences.ts';
import type { Working } from '../working.ts';

export function snapshot(work: Working): void {
  const { state } = work;
  for (const seat of state.seatIds) {
    for (const { id, broken } of state.scenario.seats[seat]!.redLines) {
      if (!state.redLines[seat]!.includes(id) && holds(state, broken)) work.emit({ type: 'redLineBroken', data: { seat, redLine: id }, audience: [seat] });
    }
  }
  const bySeat = <T>(of: (seat: string) => T) => Object.fromEntries(state.seatIds.map((seat) => [seat, of(seat)]));
  const taken: Snapshot = {
    turn: state.turn,
    publicOpinion: bySeat((seat) => state.seats[seat]!.publicOpinion),
    budget: bySeat((seat) => state.seats[seat]!.budget),
    beliefInTruth: Object.fromEntries(Object.values(state.threats).map(({ id, truth }) => [id, bySeat((seat) => shares(state.beliefs[seat]![id]!)[truth]!)])),
    redLinesBroken: bySeat((seat) => [...state.redLines[seat]!]),
    ...standingOf(state),
  };
  work.emit({ type: 'snapshotTaken', data: { snapshot: taken }, audience: 'control' });
}

const LEAK: EventName = 'leakOccurred';

/** Agreements in force, suspended ones left out, and leaks so far. */
export function standingOf({ instruments, tally }: Pick<State, 'instruments' | 'tally'>): { inForce: number; leaks: number } {
  return { inForce: Object.values(instruments).filter(({ status }) => status === 'inForce').length, leaks: tally[LEAK] ?? 0 };
}
