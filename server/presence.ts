// Who is connected to which exercise, for those who look from outside its room.

const NOBODY: ReadonlySet<string> = new Set();

export class Presence {
  readonly #connected = new Map<string, ReadonlySet<string>>();
  readonly #listeners = new Set<(exercise: string) => void>();

  /** Opaque ids of the people who are connected. */
  of(exercise: string): ReadonlySet<string> {
    return this.#connected.get(exercise) ?? NOBODY;
  }

  set(exercise: string, connected: ReadonlySet<string>): void {
    const before = this.of(exercise);
    if (before.size === connected.size && [...connected].every((id) => before.has(id))) return;
    this.#connected.set(exercise, connected);
    for (const listener of this.#listeners) listener(exercise);
  }

  listen(listener: (exercise: string) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }
}
