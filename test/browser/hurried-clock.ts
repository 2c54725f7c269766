// A server's clock that goes as all clocks do and can be put on: hours pass while browsers look on.
import type { Clock } from '../../server/clock.ts';

/** How often it looks whether something is due, in milliseconds. */
const LOOKS = 20;

export class HurriedClock implements Clock {
  #ahead = 0;
  #waiting: { at: number; callback: () => void }[] = [];
  readonly #looking = setInterval(() => this.#look(), LOOKS);

  now = () => Date.now() + this.#ahead;

  after(milliseconds: number, callback: () => void): () => void {
    const one = { at: this.now() + Math.max(0, milliseconds), callback };
    this.#waiting.push(one);
    return () => {
      this.#waiting = this.#waiting.filter((other) => other !== one);
    };
  }

  putOn(milliseconds: number): void {
    this.#ahead += milliseconds;
  }

  stop(): void {
    clearInterval(this.#looking);
  }

  #look(): void {
    const due = this.#waiting.filter(({ at }) => at <= this.now());
    this.#waiting = this.#waiting.filter((one) => !due.includes(one));
    for (const { callback } of due) callback();
  }
}
