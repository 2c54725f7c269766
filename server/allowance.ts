// How often one address may ask for something within a span of time.
import type { Clock } from './clock.ts';

/** Addresses remembered at most; beyond it the oldest are forgotten. */
const MOST_ADDRESSES = 10_000;

export class Allowance {
  readonly #most: number;
  readonly #span: number;
  readonly #clock: Clock;
  readonly #used = new Map<string, { since: number; count: number }>();

  constructor(most: number, span: number, clock: Clock) {
    this.#most = most;
    this.#span = span;
    this.#clock = clock;
  }

  /** False when the address has used up its allowance. */
  take(address: string): boolean {
    const now = this.#clock.now();
    const used = this.#used.get(address);
    if (used && now - used.since < this.#span) return (used.count += 1) <= this.#most;
    this.#used.delete(address);
    this.#used.set(address, { since: now, count: 1 });
    if (this.#used.size > MOST_ADDRESSES) this.#used.delete(this.#used.keys().next().value!);
    return true;
  }
}
