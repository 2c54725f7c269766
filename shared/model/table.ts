// Tables: records that grow by ever new keys and of which single entries are asked for. Without a prototype they are kept as hash tables, quick to add to and to copy;
// a record that is gone through again and again is better off as it is.

export function tableOf<T>(entries: Readonly<Record<string, T>> = {}): Record<string, T> {
  const table = Object.create(null) as Record<string, T>;
  for (const key of Object.keys(entries)) table[key] = entries[key]!;
  return table;
}

export function isTable(thing: object): thing is Record<string, unknown> {
  return Object.getPrototypeOf(thing) === null;
}
