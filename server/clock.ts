// Time at the edge: what the hour is, and being called when a phase is over. Tests bring a clock of their own.
import type { State } from '../shared/model/state.ts';

export interface Clock {
  /** Milliseconds since the epoch. */
  now(): number;
  /** Calls back once after so many milliseconds, unless cancelled. */
  after(milliseconds: number, callback: () => void): () => void;
}

/** Longest wait that a timer can express, in milliseconds. */
const LONGEST = 2 ** 31 - 1;

export const systemClock: Clock = {
  now: () => Date.now(),
  after(milliseconds, callback) {
    const timer = setTimeout(callback, Math.min(Math.max(0, milliseconds), LONGEST));
    return () => clearTimeout(timer);
  },
};

/** Watches the deadline of the running phase, or the end of a break, and calls `timeUp` when it has passed; at most one timer at a time. */
export class PhaseTimer {
  readonly #clock: Clock;
  readonly #timeUp: () => void;
  #deadline: number | null = null;
  #cancel: (() => void) | null = null;

  constructor(clock: Clock, timeUp: () => void) {
    this.#clock = clock;
    this.#timeUp = timeUp;
  }

  /** To be called with the state after every change of it. */
  follow({ status, clock }: Pick<State, 'status' | 'clock'>): void {
    const deadline = status === 'running' ? clock.deadline : status === 'paused' ? clock.until : null;
    if (deadline === this.#deadline) return;
    this.stop();
    this.#deadline = deadline;
    if (deadline !== null) this.#wait(deadline);
  }

  stop(): void {
    this.#cancel?.();
    this.#cancel = null;
    this.#deadline = null;
  }

  #wait(deadline: number): void {
    this.#cancel = this.#clock.after(deadline - this.#clock.now(), () => {
      this.#cancel = null;
      if (this.#deadline !== deadline) return;
      // A timer may come early, and a long wait comes in parts.
      if (this.#clock.now() < deadline) return this.#wait(deadline);
      this.#deadline = null;
      this.#timeUp();
    });
  }
}
