// The door of each cohort, open or closed to newcomers: kept beside the records, worked by those who run it, and asked when somebody comes by the code.
import { accept, refuse } from '../shared/rules/refusals.ts';
import type { Result } from '../shared/rules/refusals.ts';
import type { DoorAnswer } from '../shared/wire/messages.ts';
import type { Shelf } from './shelf.ts';
import type { Store, StoredCohort } from './store/store.ts';

export class Doors {
  readonly #store: Store;
  readonly #shelf: Shelf;
  readonly #moved: (exercise: string) => void;

  /** `moved`: told of every world whose door has moved. */
  constructor(store: Store, shelf: Shelf, moved: (exercise: string) => void) {
    this.#store = store;
    this.#shelf = shelf;
    this.#moved = moved;
  }

  /** A practice has no door: nobody comes into it. */
  isClosed(exercise: string): boolean {
    return this.#cohortOf(exercise)?.closed === true;
  }

  /** Shown, and in force, once it is kept. */
  async set(exercise: string, closed: boolean): Promise<Result<DoorAnswer>> {
    const cohort = this.#cohortOf(exercise);
    if (!cohort) return refuse('exerciseUnknown');
    await this.#store.setDoor(cohort.id, closed);
    cohort.closed = closed;
    for (const world of this.#shelf.idsOf(cohort.id)) this.#moved(world);
    return accept({ closed });
  }

  #cohortOf(exercise: string): StoredCohort | null {
    return this.#shelf.cohort(this.#shelf.get(exercise)?.stored.cohort ?? '');
  }
}
