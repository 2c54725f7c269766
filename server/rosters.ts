// Who is expected in each cohort: kept beside the records, changed by those who run it, and asked by name when somebody comes in.
import type { Role } from '../shared/model/roles.ts';
import type { Expected } from '../shared/model/roster.ts';
import { nameKey } from '../shared/model/roster.ts';
import { accept, refuse } from '../shared/rules/refusals.ts';
import type { Result } from '../shared/rules/refusals.ts';
import type { RosterAnswer, RosterRequest } from '../shared/wire/messages.ts';
import type { Entry, Shelf } from './shelf.ts';
import type { Store, StoredParticipant, StoredRoster } from './store/store.ts';

const NONE: Omit<StoredRoster, 'cohort'> = { version: 0, entries: [] };

export class Rosters {
  readonly #store: Store;
  readonly #shelf: Shelf;
  readonly #rosters = new Map<string, StoredRoster>();

  constructor(store: Store, shelf: Shelf) {
    this.#store = store;
    this.#shelf = shelf;
  }

  async open(): Promise<void> {
    for (const roster of await this.#store.rosters()) this.#rosters.set(roster.cohort, roster);
  }

  /** Whoever is expected under this name. */
  find(cohort: string, name: string): Expected | null {
    const key = nameKey(name);
    return this.#of(cohort).entries.find((one) => nameKey(one.name) === key) ?? null;
  }

  /** Whether somebody of this name is in one of these worlds already, as what they would be there: whoever played may come anew to watch. */
  hasCome(worlds: readonly Entry[], name: string, role: Role): boolean {
    const key = nameKey(name);
    return worlds.some(({ people }) => [...people.values()].some((person) => person.role === role && mayBeExpected(person) && nameKey(person.name) === key));
  }

  /** Who is expected in the cohort of an exercise, and who of them has come. */
  expected(exercise: string): Result<RosterAnswer> {
    const entry = this.#shelf.get(exercise);
    if (!entry || entry.stored.cohort === null) return refuse('exerciseUnknown');
    const worlds = this.#shelf.worldsBeside(entry);
    const { version, entries } = this.#of(entry.stored.cohort);
    const ids = new Map(entries.map((one) => [nameKey(one.name), one.id]));
    const here: RosterAnswer['here'] = {};
    for (const { stored, people } of worlds) {
      for (const person of people.values()) {
        const expected = mayBeExpected(person) ? ids.get(nameKey(person.name)) : undefined;
        if (expected !== undefined) (here[expected] ??= []).push({ exercise: stored.id, world: stored.world, participant: person.id });
      }
    }
    return accept({ version, worlds: worlds.length, world: entry.stored.world, entries, here });
  }

  /** The roster anew. Each name is there once, and each place is one of the cohort. */
  async expect(exercise: string, { version, entries }: RosterRequest): Promise<Result<RosterAnswer>> {
    const entry = this.#shelf.get(exercise);
    if (!entry || entry.stored.cohort === null) return refuse('exerciseUnknown');
    const { seatIds } = (await this.#shelf.load(exercise))!.state;
    const worlds = this.#shelf.worldsBeside(entry).length;
    for (const [index, { seat, world }] of entries.entries()) {
      if (seat !== null && !seatIds.includes(seat)) return refuse('seatUnknown', `entries.${index}.seat`, { seat });
      if (world !== null && world >= worlds) return refuse('worldUnknown', `entries.${index}.world`);
    }
    const twice = entries.findIndex(({ name, id: own }, index) => entries.slice(0, index).some((other) => nameKey(other.name) === nameKey(name) || other.id === own));
    if (twice >= 0) return refuse('nameTwice', `entries.${twice}.name`);
    if (!(await this.#change(entry.stored.cohort, version, entries))) return refuse('rosterChanged');
    return this.expected(exercise);
  }

  #of(cohort: string): StoredRoster {
    return this.#rosters.get(cohort) ?? { cohort, ...NONE };
  }

  /** False when somebody else has changed it since that version. */
  async #change(cohort: string, version: number, entries: Expected[]): Promise<boolean> {
    if (version !== this.#of(cohort).version) return false;
    const roster = { cohort, version: version + 1, entries };
    this.#rosters.set(cohort, roster);
    await this.#store.setRoster(roster);
    return true;
  }
}

/** Staff come by links of their own, whatever their name. */
const mayBeExpected = ({ role, link }: StoredParticipant): boolean => role !== 'control' && link === null;
