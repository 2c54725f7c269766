// A view as a flat set of small JSON documents and back, so that a change sends only what it touched.
import type { ControlSlice, PublicView, SeatView } from '../view/view.ts';

/** Document key to JSON text. */
export type Documents = Record<string, string>;

/** Key of the document in the slice of exercise control that names the people behind the opaque ids of `presence`. */
export const ROSTER = 'roster';
export type Roster = Record<string, { name: string; role: 'participant' | 'observer' | 'control' }>;

/** Parts of a slice that are collections: each entry is a document of its own. */
const COLLECTIONS: Record<'public' | 'seat' | 'control', readonly string[]> = {
  public: ['seats', 'pairs', 'crises', 'threats', 'organisations', 'instruments', 'notices', 'templates', 'debrief'] satisfies (keyof PublicView)[],
  seat: ['relations', 'beliefs', 'reports', 'instruments', 'obligations', 'findings', 'invitations', 'messages', 'injects', 'warnings'] satisfies (keyof SeatView)[],
  control: ['truths', 'seating', 'msel', 'messages', 'strip'] satisfies (keyof ControlSlice)[],
};
export type SliceKind = keyof typeof COLLECTIONS;
type Slice = { public: PublicView; seat: SeatView; control: ControlSlice };

export function toDocuments<K extends SliceKind>(kind: K, slice: Slice[K]): Documents {
  const documents: Documents = {};
  for (const [part, value] of Object.entries(slice)) {
    if (!COLLECTIONS[kind].includes(part)) documents[part] = JSON.stringify(value);
    else for (const [key, entry] of Object.entries(value as Record<string, unknown>)) documents[`${part}/${key}`] = JSON.stringify(entry);
  }
  return documents;
}

/** Builds the slice anew; entries whose text is unchanged keep their identity through `cache`, so that screens can compare by reference. */
export function fromDocuments<K extends SliceKind>(kind: K, documents: Iterable<[string, string]>, cache: Map<string, { text: string; value: unknown }>): Slice[K] {
  const slice: Record<string, unknown> = Object.fromEntries(COLLECTIONS[kind].map((part) => [part, {}]));
  for (const [key, text] of documents) {
    let held = cache.get(key);
    if (!held || held.text !== text) cache.set(key, (held = { text, value: JSON.parse(text) }));
    const cut = key.indexOf('/');
    if (cut < 0) slice[key] = held.value;
    else (slice[key.slice(0, cut)] as Record<string, unknown>)[key.slice(cut + 1)] = held.value;
  }
  return slice as unknown as Slice[K];
}
