// The links by which co-instructors, evaluators and observers come in: made, looked up by their token, and taken back.
import type { Sight, StaffRole } from '../shared/model/roles.ts';
import type { Clock } from './clock.ts';
import type { Store, StoredStaffLink } from './store/store.ts';
import { hashOf, newId, newToken } from './tokens.ts';

/** Links into one exercise at a time. */
export const MOST_LINKS = 40;

export class StaffLinks {
  readonly #store: Store;
  readonly #clock: Clock;
  readonly #links = new Map<string, StoredStaffLink>();
  readonly #byToken = new Map<string, StoredStaffLink>();

  constructor(store: Store, clock: Clock) {
    this.#store = store;
    this.#clock = clock;
  }

  async open(): Promise<void> {
    for (const link of await this.#store.staffLinks()) this.#keep(link);
  }

  /** A new link; its token is told once and not kept. */
  async make(exercise: string, role: StaffRole, sight: Sight | null, name: string): Promise<{ link: StoredStaffLink; token: string }> {
    const token = newToken();
    const link: StoredStaffLink = { id: newId(), exercise, role, sight, name, tokenHash: hashOf(token), createdAt: this.#clock.now() };
    await this.#store.addStaffLink(link);
    this.#keep(link);
    return { link, token };
  }

  get(id: string | null): StoredStaffLink | null {
    return id === null ? null : (this.#links.get(id) ?? null);
  }

  byToken(token: string): StoredStaffLink | null {
    return this.#byToken.get(hashOf(token)) ?? null;
  }

  all(): StoredStaffLink[] {
    return [...this.#links.values()];
  }

  /** From now on it opens nothing, and after a restart neither do the sessions of those who came by it. */
  async remove({ id, tokenHash }: StoredStaffLink): Promise<void> {
    this.#links.delete(id);
    this.#byToken.delete(tokenHash);
    await this.#store.removeStaffLink(id);
  }

  #keep(link: StoredStaffLink): void {
    this.#links.set(link.id, link);
    this.#byToken.set(link.tokenHash, link);
  }
}
