// Who is expected in each cohort: kept beside the records, and asked by name when somebody comes in.
import type { Expected } from '../shared/model/roster.ts';
import { nameKey } from '../shared/model/roster.ts';
import type { Store, StoredRoster } from './store/store.ts';

const NONE: Omit<StoredRoster, 'cohort'> = { version: 0, entries: [] };

export class Rosters {
  readonly #store: Store;
  readonly #rosters = new Map<string, StoredRoster>();

  constructor(store: Store) {
    this.#store = store;
  }

  async open(): Promise<void> {
    for (const roster of await this.#store.rosters()) this.#rosters.set(roster.cohort, roster);
  }

  of(cohort: string): StoredRoster {
    return this.#rosters.get(cohort) ?? { cohort, ...NONE };
  }

  /** False when somebody else has changed it since that version. */
  async change(cohort: string, version: number, entries: Expected[]): Promise<boolean> {
    if (version !== this.of(cohort).version) return false;
    const roster = { cohort, version: version + 1, entries };
    this.#rosters.set(cohort, roster);
    await this.#store.setRoster(roster);
    return true;
  }

  /** Whoever is expected under this name. */
  find(cohort: string, name: string): Expected | null {
    const key = nameKey(name);
    return this.of(cohort).entries.find((one) => nameKey(one.name) === key) ?? null;
  }
}
