// Who runs this server: the link that is printed at each start, and the lasting tokens of browsers that came by it.
import { accept, refuse } from '../shared/rules/refusals.ts';
import type { Result } from '../shared/rules/refusals.ts';
import type { Clock } from './clock.ts';
import type { Store } from './store/store.ts';
import { hashOf, newId, newToken } from './tokens.ts';

export class Instructors {
  readonly #store: Store;
  readonly #clock: Clock;
  /** By the hash of their token. */
  readonly #known = new Map<string, string>();

  constructor(store: Store, clock: Clock) {
    this.#store = store;
    this.#clock = clock;
  }

  async open(): Promise<void> {
    for (const { tokenHash, id } of await this.#store.instructors()) this.#known.set(tokenHash, id);
  }

  /** A link; those of earlier starts are void. */
  async newLink(): Promise<string> {
    await this.#store.forgetLinks();
    return this.#add('link');
  }

  /** A lasting token for the browser that came by the link. */
  async exchange(link: string): Promise<Result<{ token: string }>> {
    return this.has(link) ? accept({ token: await this.#add('session') }) : refuse('notSignedIn');
  }

  has(token: string): boolean {
    return this.#known.has(hashOf(token));
  }

  async #add(kind: 'link' | 'session'): Promise<string> {
    const token = newToken();
    const instructor = { id: newId(), kind, tokenHash: hashOf(token), createdAt: this.#clock.now() };
    await this.#store.addInstructor(instructor);
    this.#known.set(instructor.tokenHash, instructor.id);
    return token;
  }
}
