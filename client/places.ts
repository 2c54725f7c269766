// Names of the map's lands and waters, learnt when a map is loaded.

const names = new Map<string, string>();

export function learnPlaces(places: readonly { id: string; name: string }[]): void {
  for (const { id, name } of places) names.set(id, name);
}

export function nameOfPlace(id: string): string | null {
  return names.get(id) ?? null;
}
