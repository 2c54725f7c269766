// Views by parts: a part is made when somebody looks at it and kept until something it was made from is replaced.
// What a part is made from is not declared but noted as it is read, so that a new rule cannot be forgotten here.
import type { State } from '../model/state.ts';
import type { Memory } from './look.ts';
import { STATE } from './visibility.ts';

/** Each part of a view on its own: from the state, for one viewer (a seat; '' where it is the same for all). */
export type Makers<V> = { readonly [K in keyof V]: Make<V[K]> };
type Make<R> = (state: State, about: string) => R;

/** What was read of one part of the state: the whole of it, or some of its entries. */
interface Reading {
  part: keyof State;
  whole: unknown;
  entries: Map<string, unknown> | null;
}

/** What was used of what is kept on its own. */
interface Use {
  make: Make<unknown>;
  about: string;
  value: unknown;
}

interface Kept {
  readings: Reading[];
  uses: Use[];
  value: unknown;
}

type Entries = Record<string, unknown>;

/** Never replaced while an exercise runs. */
const FIXED: ReadonlySet<PropertyKey> = new Set<keyof State>(['scenario', 'settings', 'seatIds', 'id', 'seed']);

/** Records by seat, of which makers take single entries: only those that they took count. Everything else is gone through, and counts as a whole. */
const BY_SEAT: ReadonlySet<PropertyKey> = new Set<keyof State>(['seats', 'trust', 'beliefs', 'reports', 'sheets']);

/** Shows a state and notes what is looked at: it has a part under each name that the state has one. */
class Watcher {
  readonly readings: Reading[] = [];
  readonly uses: Use[] = [];
  readonly state: State;
  readonly keeper: Keeper;
  /** By the places of the parts: what is seen of those that were looked at. */
  readonly #seen: unknown[] = [];

  constructor(state: State, keeper: Keeper) {
    this.state = state;
    this.keeper = keeper;
  }

  use<R>(make: Make<R>, about: string): R {
    const value = this.keeper.kept(make, about, this.state);
    this.uses.push({ make, about, value });
    return value;
  }

  look(part: keyof State, place: number): unknown {
    const value: unknown = this.state[part];
    const reading: Reading = { part, whole: value, entries: BY_SEAT.has(part) ? new Map<string, unknown>() : null };
    this.readings.push(reading);
    return (this.#seen[place] = reading.entries ? new Proxy(reading as object, WATCHED_PART) : value);
  }

  static {
    for (const [place, part] of (Object.keys(STATE) as (keyof State)[]).entries()) {
      const get = FIXED.has(part) ? function get(this: Watcher) { return this.state[part]; } : function get(this: Watcher) { return this.#seen[place] ?? this.look(part, place); };
      Object.defineProperty(Watcher.prototype, part, { get });
    }
  }
}

const entriesOf = (reading: object) => (reading as Reading).whole as Entries;

const WATCHED_PART: ProxyHandler<object> = {
  get(reading, key) {
    const value = entriesOf(reading)[key as string];
    (reading as Reading).entries?.set(key as string, value);
    return value;
  },
  has(reading, key) {
    (reading as Reading).entries?.set(key as string, entriesOf(reading)[key as string]);
    return key in entriesOf(reading);
  },
  ownKeys(reading) {
    // Which entries there are is a matter of the whole.
    (reading as Reading).entries = null;
    return Reflect.ownKeys(entriesOf(reading));
  },
  getOwnPropertyDescriptor: (reading, key) => (Object.hasOwn(entriesOf(reading), key) ? { value: entriesOf(reading)[key as string], writable: true, enumerable: true, configurable: true } : undefined),
};

/** Is everything that was read still there, and does what was used come to the same? */
function stands({ readings, uses }: Kept, state: State, keeper: Keeper): boolean {
  for (const reading of readings) {
    const now = state[reading.part];
    if (now === reading.whole) continue;
    if (!reading.entries || typeof now !== 'object' || now === null) return false;
    for (const [key, value] of reading.entries) if ((now as unknown as Entries)[key] !== value) return false;
    reading.whole = now;
  }
  for (const { make, about, value } of uses) if (keeper.kept(make, about, state) !== value) return false;
  return true;
}

/** Do two values of the same part read the same, the order of names included? */
function same(a: unknown, b: unknown): boolean {
  if (a === b) return true;
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null || Array.isArray(a) !== Array.isArray(b)) return false;
  const names = Object.keys(a);
  const others = Object.keys(b);
  if (names.length !== others.length) return false;
  for (let place = 0; place < names.length; place += 1) {
    const name = names[place]!;
    if (name !== others[place] || !same((a as Entries)[name], (b as Entries)[name])) return false;
  }
  return true;
}

/** Parts of views of one exercise, at whatever moments are looked at. */
export class Keeper {
  readonly #kept = new Map<Make<unknown>, Map<string, Kept>>();
  readonly #memories = new Map<string, Memory>();
  #last: { state: State; seq: number; made: unknown } | null = null;

  /** Makes something of the state as it is now, which will not change with it; once as long as no event comes. */
  moment<T>(state: State, make: (now: State) => T): T {
    if (this.#last?.state !== state || this.#last.seq !== state.seq) this.#last = { state, seq: state.seq, made: make({ ...state }) };
    return this.#last.made as T;
  }

  /** What was reckoned of the sights of a viewer. */
  memory(viewer: string): Memory {
    let held = this.#memories.get(viewer);
    if (!held) this.#memories.set(viewer, (held = []));
    return held;
  }

  part<V, K extends keyof V>(makers: Makers<V>, viewer: string, name: K, state: State): V[K] {
    return this.kept(makers[name], viewer, state);
  }

  kept<R>(make: Make<R>, about: string, state: State): R {
    let held = this.#kept.get(make);
    if (!held) this.#kept.set(make, (held = new Map()));
    const kept = held.get(about);
    if (kept && stands(kept, state, this)) return kept.value as R;
    const watcher = new Watcher(state, this);
    const outer = making;
    making = true;
    try {
      const made = make(watcher as unknown as State, about);
      // Made anew and the same as before, it keeps its identity: whatever was reckoned of it stands.
      const value = kept && same(kept.value, made) ? (kept.value as R) : made;
      held.set(about, { readings: watcher.readings, uses: watcher.uses, value });
      return value;
    } finally {
      making = outer;
    }
  }
}

/** Is a part being made that will be kept? Then what it is made from does not change in place. */
let making = false;

/** What parts are made of and keep on its own: a part for which it was made stands as long as it comes to the same, whatever was replaced beside it. */
export function ingredient<R>(make: Make<R>): Make<R> {
  return (state, about) => (state instanceof Watcher ? state.use(make, about) : make(state, about));
}

/** Makes something of a thing in the state alone, once as long as the thing is not replaced. */
export function perThing<T extends object, R>(make: (thing: T) => R): (thing: T) => R {
  const made = new WeakMap<T, { result: R }>();
  return (thing) => {
    if (!making) return make(thing);
    let known = made.get(thing);
    if (!known) made.set(thing, (known = { result: make(thing) }));
    return known.result;
  };
}

const keepers = new WeakMap<State, Keeper>();

/**
 * From now on the parts of views of this state are kept. Only events may change it: whoever changes a part in place
 * would go on seeing what was there before.
 */
export function keepViews(state: State): void {
  if (!keepers.has(state)) keepers.set(state, new Keeper());
}

/** A copy is of the same exercise: what is kept serves both. */
export function keepViewsTogether(copy: State, state: State): void {
  const keeper = keepers.get(state);
  if (keeper) keepers.set(copy, keeper);
}

export function keeperOf(state: State): Keeper | undefined {
  return keepers.get(state);
}

/** The whole view at once. */
export function whole<V>(makers: Makers<V>, viewer: string, state: State): V {
  const keeper = keepers.get(state);
  const view: Partial<V> = {};
  for (const name of Object.keys(makers) as (keyof V)[]) view[name] = keeper ? keeper.part(makers, viewer, name, state) : makers[name](state, viewer);
  return view as V;
}

/** A record of views by id. */
export function byId<T extends { readonly id: string }, R>(things: Iterable<T>, view: (thing: T) => R | null): Record<string, R> {
  const record: Record<string, R> = {};
  for (const thing of things) {
    const one = view(thing);
    if (one !== null) record[thing.id] = one;
  }
  return record;
}
