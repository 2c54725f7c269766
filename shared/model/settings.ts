// What an exercise is set up with, and how its clock stands.
import type { BotCharacter, BySeat, MissingOrders, Phase, SeatId } from './vocabulary.ts';

/** What exercise control chose when creating the exercise. */
export interface Settings {
  /** Turns to play; at most what the scenario has. */
  turns: number;
  /** Length of each phase in seconds; 0: until everyone is ready or exercise control goes on. */
  phases: Record<Phase, number>;
  /** Seats in play, in order of code. */
  seats: SeatId[];
  /** Who plays a seat nobody sits in. */
  bots: BySeat<BotCharacter>;
  /** Start the next phase as soon as every seated participant is ready. */
  advanceWhenReady: boolean;
  /** Show participants' names to each other. */
  namesShown: boolean;
  /** People who share a seat have roles: one signs, others prepare. Left out, as in older records: they do not. */
  teams?: boolean;
  /** `course`: phases end at the dates of `schedule`, not after their length. Left out, as in older records: `class`. */
  mode?: 'class' | 'course';
  /** Time zone in which a course's dates were meant, by its name in the zone database. */
  zone?: string;
  /** Of a course: when phases end, earliest first. */
  schedule?: Deadline[];
  /** Left out: `pause`. */
  missingOrders?: MissingOrders;
  /** How long the lock waits for missing orders, in seconds. Left out: what is usual in the mode. */
  grace?: number;
}

/** When a phase of a course ends, in milliseconds since the epoch. */
export interface Deadline {
  turn: number;
  phase: Phase;
  at: number;
}

/** What was done to the clock, for the line that everybody reads: type and data of the event. */
export interface ClockAct {
  at: number;
  turn: number;
  phase: Phase;
  type: string;
  data: Record<string, unknown>;
}
