// Moving entries of a ranked list.

/** The list with the entry at `from` moved to stand at `to`. */
export function moved<T>(list: readonly T[], from: number, to: number): T[] {
  const next = [...list];
  const target = Math.max(0, Math.min(list.length - 1, to));
  next.splice(target, 0, ...next.splice(from, 1));
  return next;
}
