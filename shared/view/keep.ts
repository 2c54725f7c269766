// Views by parts: a part is made when somebody looks at it and kept until something it was made from is replaced.
// What a part is made from is not declared but noted as it is read, so that a new rule cannot be forgotten here.
import type { State } from '../model/state.ts';
import type { Memory } from './look.ts';
import { STATE } from './visibility.ts';

/** Each part of a view on its own: from the state, for one viewer (a seat; '' where it is the same for all). */
export type Makers<V> = { readonly [K in keyof V]: Make<V[K]> };
export type Make<R> = (state: State, about: string) => R;

/** What a maker looked at: places of the state with what was there, and what it used of what is kept on its own, with what that came to. */
interface Looked {
  readonly places: number[];
  readonly held: unknown[];
  readonly uses: Kept[];
  readonly used: unknown[];
}

const APART = new WeakSet<Make<unknown>>();

/** A maker that, asked again, comes to something else all but always: nobody compares it with what was there before. */
export function apart<R>(make: Make<R>): Make<R> {
  APART.add(make);
  return make;
}

/** What one maker came to for one viewer. */
export class Kept {
  readonly make: Make<unknown>;
  readonly about: string;
  value: unknown = undefined;
  /** Null: not made yet. */
  looked: Looked | null = null;
  /** The moment for which it was last found to stand. */
  moment = 0;
  readonly apart: boolean;

  constructor(make: Make<unknown>, about: string) {
    this.make = make;
    this.about = about;
    this.apart = APART.has(make);
  }
}

type Entries = Record<string, unknown>;

const PARTS = Object.keys(STATE) as (keyof State)[];

/** Never replaced while an exercise runs. */
const FIXED: ReadonlySet<PropertyKey> = new Set<keyof State>(['scenario', 'settings', 'seatIds', 'id', 'seed']);

/** Records by seat, of which makers take single entries: only those that they took count. Everything else is gone through, and counts as a whole. */
const BY_SEAT: ReadonlySet<PropertyKey> = new Set<keyof State>(['seats', 'trust', 'beliefs', 'reports', 'sheets']);

/** What makers are shown in the place of the state: it has a part under each name that the state has one, and what they look at is noted. */
class Shown {
  readonly keeper: Keeper;

  constructor(keeper: Keeper) {
    this.keeper = keeper;
  }

  static {
    for (const [place, part] of PARTS.entries()) {
      const get = FIXED.has(part) ? function get(this: Shown) { return this.keeper.now[part]; }
        : BY_SEAT.has(part) ? function get(this: Shown) { return this.keeper.lookInto(place); }
        : function get(this: Shown) { return this.keeper.look(place); };
      Object.defineProperty(Shown.prototype, part, { get });
    }
  }
}

/** Do two values of the same part read the same, the order of names included? */
function same(a: unknown, b: unknown): boolean {
  if (a === b) return true;
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false;
  if (Array.isArray(a)) {
    if (!Array.isArray(b) || a.length !== b.length) return false;
    for (let place = 0; place < a.length; place += 1) if (!same(a[place], b[place])) return false;
    return true;
  }
  if (Array.isArray(b)) return false;
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
  /** The state at the moment that is looked at; nothing is loaded from it before somebody looks. */
  now: State;
  #moment = 0;
  /** By places: what is there, and for which moment that was loaded. Parts come first, in the order of their names, and then the entries of records by seat. */
  readonly #there: unknown[] = PARTS.map(() => undefined);
  readonly #loaded = PARTS.map(() => 0);
  readonly #entries: { part: keyof State; key: string }[] = [];
  readonly #shown = new Shown(this) as unknown as State;
  readonly #shownEntries: object[] = [];
  /** Of what is being made just now. */
  #looked: Looked | null = null;
  /** By places: by whom it was noted last. */
  readonly #noted: (Looked | null)[] = PARTS.map(() => null);
  readonly #kept = new Map<Make<unknown>, Map<string, Kept>>();
  readonly #memories = new Map<object, Map<string, Memory>>();
  #last: { state: State; seq: number; made: unknown } | null = null;

  constructor(state: State) {
    this.now = state;
  }

  /** Makes something of the state as it is now, which will not change with it; once as long as no event comes. */
  moment<T>(state: State, make: (now: State) => T): T {
    if (this.#last?.state !== state || this.#last.seq !== state.seq) this.#last = { state, seq: state.seq, made: make({ ...state }) };
    return this.#last.made as T;
  }

  /** From now on this state is looked at, as it is now. */
  enter(state: State): void {
    this.now = state;
    this.#moment += 1;
  }

  /** What stays of the views of a viewer that are made by these. */
  memory(makers: object, viewer: string): Memory {
    let held = this.#memories.get(makers);
    if (!held) this.#memories.set(makers, (held = new Map()));
    let memory = held.get(viewer);
    if (!memory) held.set(viewer, (memory = { parts: [], reckoned: [] }));
    return memory;
  }

  kept(make: Make<unknown>, about: string): Kept {
    let held = this.#kept.get(make);
    if (!held) this.#kept.set(make, (held = new Map()));
    let kept = held.get(about);
    if (!kept) held.set(about, (kept = new Kept(make, about)));
    return kept;
  }

  /** What it comes to at the moment that is looked at. */
  valueOf(kept: Kept): unknown {
    if (kept.moment !== this.#moment) {
      if (!kept.looked || !this.#stands(kept.looked)) this.#renew(kept);
      kept.moment = this.#moment;
    }
    return kept.value;
  }

  /** For a maker: what another comes to. */
  use(make: Make<unknown>, about: string): unknown {
    const kept = this.kept(make, about);
    const value = this.valueOf(kept);
    this.#looked!.uses.push(kept);
    this.#looked!.used.push(value);
    return value;
  }

  /** For a maker: what is at that place. */
  look(place: number): unknown {
    const value = this.#at(place);
    const looked = this.#looked!;
    if (this.#noted[place] !== looked) {
      this.#noted[place] = looked;
      looked.places.push(place);
      looked.held.push(value);
    }
    return value;
  }

  /** For a maker: a record by seat, in which each entry has a place of its own. Seats neither come nor go. */
  lookInto(part: number): object {
    return (this.#shownEntries[part] ??= this.#entriesOf(PARTS[part]!));
  }

  #entriesOf(part: keyof State): object {
    const entries = {};
    for (const key of Object.keys(this.now[part] as object)) {
      this.#entries.push({ part, key });
      this.#loaded.push(0);
      this.#noted.push(null);
      const place = this.#there.push(undefined) - 1;
      Object.defineProperty(entries, key, { enumerable: true, get: () => this.look(place) });
    }
    return entries;
  }

  #at(place: number): unknown {
    if (this.#loaded[place] === this.#moment) return this.#there[place];
    this.#loaded[place] = this.#moment;
    if (place < PARTS.length) return (this.#there[place] = this.now[PARTS[place]!]);
    const { part, key } = this.#entries[place - PARTS.length]!;
    return (this.#there[place] = (this.now[part] as unknown as Entries)[key]);
  }

  /** Is everything that was looked at still there, and does what was used come to the same? */
  #stands({ places, held, uses, used }: Looked): boolean {
    for (let index = 0; index < places.length; index += 1) if (this.#at(places[index]!) !== held[index]) return false;
    for (let index = 0; index < uses.length; index += 1) if (this.valueOf(uses[index]!) !== used[index]) return false;
    return true;
  }

  #renew(kept: Kept): void {
    const outer = { looked: this.#looked, making };
    const looked: Looked = { places: [], held: [], uses: [], used: [] };
    this.#looked = looked;
    making = true;
    try {
      const made = kept.make(this.#shown, kept.about);
      // Made anew and the same as before, it keeps its identity: whatever was reckoned of it stands.
      if (!kept.looked || kept.apart || !same(kept.value, made)) kept.value = made;
      kept.looked = looked;
    } finally {
      this.#looked = outer.looked;
      making = outer.making;
    }
  }
}

/** Is a part being made that will be kept? Then what it is made from does not change in place. */
let making = false;

/** What parts are made of and keep on its own: a part for which it was made stands as long as it comes to the same, whatever was replaced beside it. */
export function ingredient<R>(make: Make<R>): Make<R> {
  return (state, about) => (state instanceof Shown ? (state.keeper.use(make, about) as R) : make(state, about));
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

const list = perThing((record: Entries) => Object.values(record));

/** Everything in a record of the state: gone through once for all makers, as long as it is not replaced. */
export function listed<T>(record: Record<string, T>): T[] {
  return list(record) as T[];
}

const keepers = new WeakMap<State, Keeper>();

/**
 * From now on the parts of views of this state are kept. Only events may change it: whoever changes a part in place
 * would go on seeing what was there before.
 */
export function keepViews(state: State): void {
  if (!keepers.has(state)) keepers.set(state, new Keeper(state));
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
  keeper?.enter(state);
  for (const name of Object.keys(makers) as (keyof V)[]) view[name] = keeper ? (keeper.valueOf(keeper.kept(makers[name], viewer)) as V[typeof name]) : makers[name](state, viewer);
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
