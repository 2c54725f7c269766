// The desk of one resolution step: rules read the state as the step began, lay down factors and events, and the sum is taken once.
import type { Change, Factor } from '../../model/change.ts';
import type { NewEvent } from '../../model/events.ts';
import { ceiling, locate } from '../../model/fields.ts';
import type { State } from '../../model/state.ts';
import { draw, opaqueId } from '../random.ts';

/** A reason laid down for a number, in whole units unless `thousandths` is said. */
export type Reason = Omit<Factor, 'value' | 'sees'> & { sees?: Factor['sees'] };

/** A chance that always comes true. */
const CERTAIN = 10_000;

export class StepDesk {
  /** As it stood when the step began; never changed by the step. */
  readonly state: State;
  readonly events: NewEvent[] = [];
  /** Per number; factors of one name, cause and partner are one line. */
  readonly #factors = new Map<string, Factor[]>();

  constructor(state: State) {
    this.state = state;
  }

  /** Adds whole units to the number that `where` names. */
  add(where: string, value: number, reason: Reason): void {
    this.addThousandths(where, value * 1000, reason);
  }

  /** Adds thousandths of a unit, for formulas with fractions; the rounding becomes a factor of its own. */
  addThousandths(where: string, value: number, reason: Reason): void {
    if (value === 0) return;
    let factors = this.#factors.get(where);
    if (!factors) this.#factors.set(where, (factors = []));
    for (const line of factors) {
      if (line.name !== reason.name || line.cause !== reason.cause || line.with !== reason.with) continue;
      line.value += value;
      return;
    }
    factors.push({ ...reason, value, sees: reason.sees ?? 'all' });
  }

  /** What the number stands at with all that the step has laid down so far, before rounding and limits. */
  level(where: string): number {
    const place = locate(this.state, where);
    if (!place) throw new Error(`No number at ${where}`);
    return (this.#factors.get(where) ?? []).reduce((sum, { value }) => sum + value, place.holder[place.key]! * 1000) / 1000;
  }

  emit(event: NewEvent): void {
    this.events.push(event);
  }

  /** True in `chance` cases of 10,000; the name makes the draw independent of every other. */
  succeeds(name: string, chance: number): boolean {
    return chance >= CERTAIN || (chance > 0 && this.draw(name) < chance);
  }

  /** 0-9999, by the seed, the turn and the name alone. */
  draw(name: string): number {
    return draw(this.state.seed, this.state.turn, name);
  }

  id(...key: string[]): string {
    return opaqueId(this.state.seed, this.state.turn, ...key);
  }

  /** The sum of all factors per number: rounded half up once, clamped once, each correction a factor. */
  changes(): Change[] {
    const changes: Change[] = [];
    if (this.#factors.size === 0) return changes;
    for (const where of [...this.#factors.keys()].sort()) {
      const place = locate(this.state, where);
      if (!place) throw new Error(`No number at ${where}`);
      const before = place.holder[place.key]!;
      const factors = this.#factors.get(where)!.filter(({ value }) => value !== 0);
      const exact = factors.reduce((sum, factor) => sum + factor.value, before * 1000);
      const rounded = Math.floor((exact + 500) / 1000);
      if (rounded * 1000 !== exact) factors.push({ name: 'rounding', value: rounded * 1000 - exact, sees: 'all' });
      const top = ceiling(this.state, where, place.rule);
      const limited = Math.max(place.rule.min, top === null ? rounded : Math.min(Math.max(top, Math.min(before, rounded)), rounded));
      if (limited !== rounded) factors.push({ name: 'limit', value: (limited - rounded) * 1000, sees: 'all' });
      if (limited !== before || factors.length > 0) changes.push({ path: where, before, after: limited, factors });
    }
    return changes;
  }
}
