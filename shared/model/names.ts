// Names that may stand for something: not those that every JavaScript object answers to, which would find what nobody wrote.

const RESERVED: ReadonlySet<string> = new Set(Object.getOwnPropertyNames(Object.prototype));

export function isReserved(name: string): boolean {
  return RESERVED.has(name);
}
