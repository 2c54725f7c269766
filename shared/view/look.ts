// Views whose parts are made when somebody looks at them, and what is reckoned of a sight: kept until a part that was looked at for it is replaced.
// What a reckoning rests on is not declared but noted as it is looked at, so that a new rule cannot be forgotten here.
import type { State } from '../model/state.ts';
import type { Kept, Keeper, Make, Makers } from './keep.ts';
import type { Sight } from './view.ts';

/** Which half of a sight a view is. */
type Half = 0 | 1;
export const SHARED: Half = 0;
export const OWN: Half = 1;

/** Parts that were looked at: a bit for each, of either half. */
type Looked = [number, number];
/** As many parts as a view may have, for there are no more bits. */
const MOST_PARTS = 31;

/** What is being reckoned just now notes here what it looks at. */
let noting: Looked | null = null;
let moments = 0;

/** What was reckoned, and of what; nothing so far where no moment is noted. */
class Reckoned {
  result: unknown = undefined;
  looked: Looked = [0, 0];
  /** The parts looked at, in the order of their bits, shared ones first. */
  parts: unknown[] = [];
  /** The view of a moment at which all of them were there. */
  moment = 0;
}

/** What stays of the views that one viewer has of one kind, moment for moment. */
export interface Memory {
  /** By the places of parts. */
  readonly parts: Kept[];
  /** By reckoning: of the whole, or by what it was about; things are not held for its sake. */
  readonly reckoned: (Reckoned | Map<About, Reckoned> | WeakMap<object, Reckoned> | undefined)[];
}

/** Half of a sight; its parts are made when they are looked at. */
class View {
  readonly keeper: Keeper;
  readonly viewer: string;
  /** The state at that moment, which does not change any more. */
  readonly now: State;
  readonly made: unknown[] = [];
  /** What is kept of each part; a view with other parts laid over it reads it too. */
  readonly kept: Memory['parts'];
  readonly moment = (moments += 1);
  readonly #memory: Memory;

  constructor(keeper: Keeper, memory: Memory, viewer: string, now: State) {
    this.keeper = keeper;
    this.viewer = viewer;
    this.now = now;
    this.kept = memory.parts;
    this.#memory = memory;
  }

  /** What is made by this maker, as it is at that moment. */
  make(place: number, maker: Make<unknown>): unknown {
    const { keeper, now } = this;
    if (keeper.now !== now) keeper.enter(now);
    return (this.made[place] = keeper.valueOf((this.kept[place] ??= keeper.kept(maker, this.viewer))));
  }

  /** A part without a note of it. */
  at(_place: number): unknown {
    return undefined;
  }

  /** The view itself: not one with other parts laid over it, nor one that was made all at once. */
  static of(view: object): View | null {
    return #memory in view ? view : null;
  }

  /** What is kept of one reckoning of the whole. */
  remembered(which: number): Reckoned {
    return (this.#memory.reckoned[which] ??= new Reckoned()) as Reckoned;
  }

  /** What is kept of one reckoning about this. */
  rememberedOf(which: number, about: About): Reckoned {
    const held = (this.#memory.reckoned[which] ??= typeof about === 'string' ? new Map<About, Reckoned>() : new WeakMap<object, Reckoned>()) as Map<About, Reckoned>;
    let known = held.get(about);
    if (!known) held.set(about, (known = new Reckoned()));
    return known;
  }
}

/** The kind of view that these makers make, as that half of a sight. */
export function lazily<V>(makers: Makers<V>, half: Half): (keeper: Keeper, viewer: string, now: State) => V {
  const names = Object.keys(makers) as (keyof V)[];
  if (names.length > MOST_PARTS) throw new Error('A view has more parts than can be noted');
  class Made extends View {
    override at(place: number): unknown {
      const made = this.made[place];
      return made === undefined ? this.make(place, makers[names[place]!]) : made;
    }
  }
  for (const [place, name] of names.entries()) {
    const bit = 1 << place;
    Object.defineProperty(Made.prototype, name, {
      enumerable: true,
      get(this: View) {
        if (noting !== null) noting[half] |= bit;
        const made = this.made[place];
        return made === undefined ? this.at(place) : made;
      },
    });
  }
  return (keeper, viewer, now) => new Made(keeper, keeper.memory(makers, viewer), viewer, now) as unknown as V;
}

/** Place of the first of these bits. */
const firstOf = (bits: number) => 31 - Math.clz32(bits & -bits);

/** The parts that were looked at, as they are in this sight. */
function partsOf([shared, own]: Looked, sharedView: View, ownView: View): unknown[] {
  const parts: unknown[] = [];
  for (let rest = shared; rest !== 0; rest &= rest - 1) parts.push(sharedView.at(firstOf(rest)));
  for (let rest = own; rest !== 0; rest &= rest - 1) parts.push(ownView.at(firstOf(rest)));
  return parts;
}

/** Are they all still what they were? Own ones are looked at first: they change more often. */
function stand(known: Reckoned, sharedView: View, ownView: View): boolean {
  if (known.moment === ownView.moment) return true;
  if (known.moment === 0) return false;
  const { looked: [shared, own], parts } = known;
  let place = parts.length;
  for (let rest = own; rest !== 0;) {
    const last = 31 - Math.clz32(rest);
    place -= 1;
    if (ownView.at(last) !== parts[place]) return false;
    rest &= ~(1 << last);
  }
  for (let rest = shared; rest !== 0;) {
    const last = 31 - Math.clz32(rest);
    place -= 1;
    if (sharedView.at(last) !== parts[place]) return false;
    rest &= ~(1 << last);
  }
  known.moment = ownView.moment;
  return true;
}

let reckonings = 0;

/** What a reckoning is about, beside the sight: a code, or a thing by its identity. */
type About = string | object;

/**
 * Reckons something of a sight. It may look at the sight and at nothing else: what it comes to is kept while the parts that were looked at
 * stand, and no longer than the sight where others were laid over them. What is handed on besides must follow from the rest, as the draws
 * of a bot do.
 */
export function perSight<R, M = void>(reckon: (see: Sight, more: M) => R): (see: Sight, more: M) => R {
  const which = reckonings;
  reckonings += 1;
  const single = new WeakMap<Sight, { result: R }>();
  return (see, more) => {
    const own = View.of(see.own);
    const shared = View.of(see.public);
    if (own && shared) {
      const known = own.remembered(which);
      return stand(known, shared, own) ? recalled<R>(known) : anew(known, shared, own, () => reckon(see, more));
    }
    let known = single.get(see);
    if (!known) single.set(see, (known = { result: reckon(see, more) }));
    return known.result;
  };
}

/** The same about one seat or thing. */
export function perSightOf<R, A extends About = string>(reckon: (see: Sight, about: A) => R): (see: Sight, about: A) => R {
  const which = reckonings;
  reckonings += 1;
  const single = new WeakMap<Sight, Map<About, R>>();
  return (see, about) => {
    const own = View.of(see.own);
    const shared = View.of(see.public);
    if (own && shared) {
      const known = own.rememberedOf(which, about);
      return stand(known, shared, own) ? recalled<R>(known) : anew(known, shared, own, () => reckon(see, about));
    }
    let held = single.get(see);
    if (!held) single.set(see, (held = new Map()));
    if (!held.has(about)) held.set(about, reckon(see, about));
    return held.get(about)!;
  };
}

function recalled<R>(known: Reckoned): R {
  note(known.looked);
  return known.result as R;
}

function anew<R>(known: Reckoned, shared: View, own: View, reckon: () => R): R {
  const outer = noting;
  const looked: Looked = [0, 0];
  noting = looked;
  try {
    const result = reckon();
    known.result = result;
    known.looked = looked;
    known.parts = partsOf(looked, shared, own);
    known.moment = own.moment;
    return result;
  } finally {
    noting = outer;
    note(looked);
  }
}

/** Whoever uses what was reckoned has looked at what it was reckoned of. */
function note([shared, own]: Looked): void {
  if (noting === null) return;
  noting[SHARED] |= shared;
  noting[OWN] |= own;
}
