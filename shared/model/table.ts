// Tables: records that grow by ever new keys and are asked for single entries. Without a prototype they are kept as hash tables, which are quick to add to and to copy;
// going through all of one is slower than through another record.

export function tableOf<T>(entries: Readonly<Record<string, T>> = {}): Record<string, T> {
  const table = Object.create(null) as Record<string, T>;
  for (const key of Object.keys(entries)) table[key] = entries[key]!;
  return table;
}

export function isTable(thing: object): thing is Record<string, unknown> {
  return Object.getPrototypeOf(thing) === null;
}
