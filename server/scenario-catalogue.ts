// The scenarios this server offers.
import type { Scenario } from '../shared/scenario/schema.ts';
import type { ScenarioCard } from '../shared/wire/messages.ts';

export class ScenarioCatalogue {
  readonly #byId: ReadonlyMap<string, Scenario>;

  constructor(scenarios: readonly Scenario[]) {
    this.#byId = new Map(scenarios.map((scenario) => [scenario.id, scenario]));
  }

  get(id: string): Scenario | null {
    return this.#byId.get(id) ?? null;
  }

  /** The smallest first: what one picks without looking is the tutorial. */
  cards(): ScenarioCard[] {
    return [...this.#byId.values()].map(({ id, title, summary, learning, turns, phases, seats, variants }) => ({
      id, title, summary, learning: learning.map(({ text }) => text), turns, phases,
      seats: Object.entries(seats).map(([seat, { name, optional, character }]) => ({ id: seat, name, optional, character: character ?? null })),
      variants,
    })).sort((a, b) => a.seats.length - b.seats.length);
  }
}
