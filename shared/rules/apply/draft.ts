// What handlers of events change: a draft that writes into copies, so that whatever is not changed keeps its identity.
// Views, working copies and the durable state share parts with the state they came from and tell what is new by identity alone.

import type { State } from '../../model/state.ts';
import { Copies } from './copies.ts';

type Plain = Record<PropertyKey, unknown>;

const NODE = Symbol('node');

/** Parts that no handler changes: they are read as they are. */
const FIXED: ReadonlySet<PropertyKey> = new Set<keyof State>(['scenario', 'settings', 'seatIds']);

/** One object of the state as a handler sees it. It is copied on the first change, and its place in the copy above it is taken by the copy. */
class Node {
  readonly above: Node | null;
  readonly key: PropertyKey;
  readonly copies: Copies;
  readonly seen: Plain;
  /** The object as it is now: the one of the state until something in it changes. */
  now: Plain;
  #below: Map<PropertyKey, Node> | null = null;

  constructor(above: Node | null, key: PropertyKey, before: Plain, copies: Copies) {
    this.above = above;
    this.key = key;
    this.copies = copies;
    this.now = before;
    // The traps find the node in its target; a list must be seen to be one.
    this.seen = Array.isArray(before) ? new Proxy([this] as unknown as Plain, OF_LISTS) : new Proxy(this as unknown as Plain, OF_OBJECTS);
  }

  get(key: PropertyKey): unknown {
    if (key === NODE) return this;
    const value = this.now[key];
    if (typeof value !== 'object' || value === null || (this.above === null && FIXED.has(key))) return value;
    let below = this.#below?.get(key);
    if (below?.now !== value) (this.#below ??= new Map()).set(key, (below = new Node(this, key, value as Plain, this.copies)));
    return below.seen;
  }

  set(key: PropertyKey, value: unknown): true {
    this.own()[key] = bare(value, this.copies);
    return true;
  }

  delete(key: PropertyKey): true {
    delete this.own()[key];
    return true;
  }

  /** The object, to be changed. */
  own(): Plain {
    if (this.above === null || this.copies.has(this.now)) return this.now;
    const place = this.above.own();
    if (place[this.key] !== this.now) throw new Error(`What was at ${String(this.key)} has moved: take it from the state again before changing it`);
    this.now = this.copies.of(this.now);
    place[this.key] = this.now;
    return this.now;
  }

  describe(key: PropertyKey): PropertyDescriptor | undefined {
    const described = Reflect.getOwnPropertyDescriptor(this.now, key);
    if (!described) return undefined;
    const ofList = Array.isArray(this.now) && key === 'length';
    return { value: this.get(key), writable: true, enumerable: described.enumerable!, configurable: !ofList };
  }
}

/** What a handler puts into the state, without drafts in it. */
function bare(value: unknown, copies: Copies): unknown {
  if (typeof value !== 'object' || value === null) return value;
  const node = (value as Plain)[NODE] as Node | undefined;
  if (node) {
    copies.forget();
    return node.now;
  }
  const holder = value as Plain;
  for (const key of Object.keys(holder)) {
    const one = holder[key];
    if (typeof one !== 'object' || one === null) continue;
    const plain = bare(one, copies);
    if (plain !== one) holder[key] = plain;
  }
  return value;
}

const traps = (nodeOf: (target: Plain) => Node): ProxyHandler<Plain> => ({
  get: (target, key) => nodeOf(target).get(key),
  set: (target, key, value) => nodeOf(target).set(key, value),
  deleteProperty: (target, key) => nodeOf(target).delete(key),
  has: (target, key) => key in nodeOf(target).now,
  ownKeys: (target) => Reflect.ownKeys(nodeOf(target).now),
  getOwnPropertyDescriptor: (target, key) => nodeOf(target).describe(key),
  getPrototypeOf: (target) => Object.getPrototypeOf(nodeOf(target).now) as object,
});
const OF_OBJECTS = traps((target) => target as unknown as Node);
const OF_LISTS = traps((target) => (target as unknown as [Node])[0]);

/** The object as something to be changed: the object itself takes the changes, everything in it that changes is replaced. */
export function draftOf<T extends object>(whole: T, copies = new Copies()): T {
  return new Node(null, '', whole as unknown as Plain, copies).seen as unknown as T;
}
