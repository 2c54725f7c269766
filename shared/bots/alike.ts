// Things made anew with the same content are handed back as one and the same, so that what was found out about one is known of all.

/** What was read so far of a thing, and how it may go on: mostly in one way. */
class Place {
  readonly step: unknown;
  first: Place | null = null;
  others: Map<unknown, Place> | null = null;
  /** The first thing that ended here. */
  held: object | null = null;

  constructor(step: unknown) {
    this.step = step;
  }
}

/** Marks in what is read of a thing: where a list or a record within it begins, and where either ends. */
const LIST = Symbol('list');
const RECORD = Symbol('record');
const END = Symbol('end');

/** Places until everything is forgotten: ids are new in every exercise. */
const MOST_PLACES = 10_000;

/** Things of one sort that were handed in, found by walking through their content: that takes no text of it. */
export class Alike<T extends object> {
  #start = new Place(null);
  #places = 0;

  /** The first thing of this name with the same content, its names in the same order; nobody may change it. */
  one(name: string, thing: T): T {
    if (this.#places > MOST_PLACES) {
      this.#start = new Place(null);
      this.#places = 0;
    }
    const place = this.#fields(this.#on(this.#start, name), thing);
    return (place.held ??= thing) as T;
  }

  #fields(place: Place, record: object): Place {
    for (const name in record) place = this.#past(this.#on(place, name), (record as Record<string, unknown>)[name]);
    return place;
  }

  #past(place: Place, value: unknown): Place {
    if (typeof value !== 'object' || value === null) return this.#on(place, value);
    if (!Array.isArray(value)) return this.#on(this.#fields(this.#on(place, RECORD), value), END);
    place = this.#on(place, LIST);
    for (const one of value) place = this.#past(place, one);
    return this.#on(place, END);
  }

  #on(place: Place, step: unknown): Place {
    const { first } = place;
    if (first === null) return (place.first = this.#new(step));
    if (first.step === step) return first;
    const others = (place.others ??= new Map<unknown, Place>());
    let found = others.get(step);
    if (!found) others.set(step, (found = this.#new(step)));
    return found;
  }

  #new(step: unknown): Place {
    this.#places += 1;
    return new Place(step);
  }
}
