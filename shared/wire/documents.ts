// A view as a flat set of small JSON documents and back, so that a change sends only what it touched.
import type { Role } from '../model/roles.ts';
import type { InjectId, SeatId } from '../model/vocabulary.ts';
import type { ControlSlice, NotebookView, PublicView, SeatView } from '../view/view.ts';
import type { WorldSummary } from '../view/world-summary.ts';

/** Document key to JSON text. */
export type Documents = Record<string, string>;

/** Key of the document in the slice of exercise control that names the people behind the opaque ids of `presence`. */
export const ROSTER = 'roster';
export type Roster = Record<string, { name: string; role: Role }>;

/** Who is in one world, for exercise control: names in no seat and in each seat, with whether they are connected. */
export interface WorldPeople {
  joined: number;
  connected: number;
  seats: Record<string, { name: string; connected: boolean }[]>;
  unseated: { name: string; connected: boolean }[];
}

/** What exercise control sees of the parallel worlds of a cohort: of each, by the id of its exercise. */
export interface CohortSlice {
  worlds: Record<string, WorldSummary>;
  people: Record<string, WorldPeople>;
}

/** Key of the document in that slice that tells which injects somebody of each seat has opened. */
export const OPENED = 'openedInjects';
export type Opened = Record<SeatId, InjectId[]>;

/** Key of the document in that slice that tells whether the door is closed to newcomers. */
export const DOOR = 'door';

/** Parts of a slice that are collections: each entry is a document of its own. */
const COLLECTIONS: Record<'public' | 'seat' | 'control' | 'notebook' | 'cohort', readonly string[]> = {
  public: ['seats', 'pairs', 'crises', 'threats', 'organisations', 'instruments', 'notices', 'hostGrants', 'pledges', 'matrix', 'templates', 'headlines', 'debrief'] satisfies (keyof PublicView)[],
  seat: ['relations', 'beliefs', 'reports', 'instruments', 'accessions', 'obligations', 'disputes', 'pledges', 'findings', 'inspections', 'loans', 'invitations', 'motions', 'levies', 'messages', 'injects', 'warnings', 'drafts'] satisfies (keyof SeatView)[],
  control: ['truths', 'seating', 'briefsRead', 'msel', 'evidence', 'observations', 'overrides', 'messages'] satisfies (keyof ControlSlice)[],
  notebook: ['notebook'] satisfies (keyof NotebookView)[],
  cohort: ['worlds', 'people'] satisfies (keyof CohortSlice)[],
};
export type SliceKind = keyof typeof COLLECTIONS;
export type Slice = { public: PublicView; seat: SeatView; control: ControlSlice; notebook: NotebookView; cohort: CohortSlice };

/** Between the key of a document and the name of a part of it that travels by itself. */
const PART = '\u001f';
/** Length of JSON text from which a part travels by itself: a brief or a history need not go again because a flag changed. */
const LONG = 120;

export function toDocuments<K extends SliceKind>(kind: K, slice: Slice[K]): Documents {
  const documents: Documents = {};
  for (const [part, value] of Object.entries(slice)) {
    for (const [key, entry] of entriesOf(kind, part, value)) write(documents, key, entry);
  }
  return documents;
}

/** What differs between two moments of a slice: texts to be set, and keys of documents that are gone. What is the same object is not looked into. */
export function changedDocuments<K extends SliceKind>(kind: K, before: Slice[K] | null, after: Slice[K]): { texts: Documents; gone: string[] } {
  const [was, texts]: [Documents, Documents] = [{}, {}];
  for (const [part, value] of Object.entries(after)) {
    const earlier = (before as Record<string, unknown> | null)?.[part];
    if (earlier === value) continue;
    const held = earlier === undefined ? new Map<string, unknown>() : new Map(entriesOf(kind, part, earlier));
    for (const [key, entry] of entriesOf(kind, part, value)) {
      const one = held.get(key);
      held.delete(key);
      if (one === entry) continue;
      if (one !== undefined) write(was, key, one);
      write(texts, key, entry);
    }
    for (const [key, entry] of held) write(was, key, entry);
  }
  const gone = Object.keys(was).filter((key) => !(key in texts));
  for (const key of Object.keys(texts)) if (was[key] === texts[key]) delete texts[key];
  return { texts, gone };
}

/** The documents a part of a slice is made of: one for each entry of a collection, one for anything else. */
function entriesOf(kind: SliceKind, part: string, value: unknown): [key: string, value: unknown][] {
  if (!COLLECTIONS[kind].includes(part)) return [[part, value]];
  return Object.entries(value as Record<string, unknown>).map(([key, entry]) => [`${part}/${key}`, entry]);
}

function write(documents: Documents, key: string, value: unknown): void {
  if (value === null || typeof value !== 'object' || Array.isArray(value)) {
    documents[key] = JSON.stringify(value);
    return;
  }
  const short: Record<string, unknown> = {};
  for (const [name, one] of Object.entries(value)) {
    const text = JSON.stringify(one);
    if (text !== undefined && text.length >= LONG) documents[`${key}${PART}${name}`] = text;
    else short[name] = one;
  }
  documents[key] = JSON.stringify(short);
}

/** Builds the slice anew; entries whose text is unchanged keep their identity through `cache`, so that screens can compare by reference. */
export function fromDocuments<K extends SliceKind>(kind: K, documents: Iterable<[string, string]>, cache: Map<string, { text: string; value: unknown }>): Slice[K] {
  const slice: Record<string, unknown> = Object.fromEntries(COLLECTIONS[kind].map((part) => [part, {}]));
  for (const [key, parts] of gathered(documents)) {
    const text = parts.map(([name, one]) => `${name}${PART}${one}`).join(PART);
    let held = cache.get(key);
    if (!held || held.text !== text) cache.set(key, (held = { text, value: read(parts, cache, key) }));
    const cut = key.indexOf('/');
    if (cut < 0) slice[key] = held.value;
    else (slice[key.slice(0, cut)] as Record<string, unknown>)[key.slice(cut + 1)] = held.value;
  }
  return slice as unknown as Slice[K];
}

/** Documents with their parts; the document itself has the empty name. A part alone is no document. */
function gathered(documents: Iterable<[string, string]>): Map<string, [name: string, text: string][]> {
  const found = new Map<string, [string, string][]>();
  const whole = new Set<string>();
  for (const [key, text] of documents) {
    const cut = key.indexOf(PART);
    const base = cut < 0 ? key : key.slice(0, cut);
    if (cut < 0) whole.add(key);
    const parts = found.get(base);
    const part: [string, string] = [cut < 0 ? '' : key.slice(cut + 1), text];
    if (parts) parts.push(part);
    else found.set(base, [part]);
  }
  for (const key of found.keys()) if (!whole.has(key)) found.delete(key);
  return found;
}

/** Parts whose text is unchanged keep their identity too. */
function read(parts: [name: string, text: string][], cache: Map<string, { text: string; value: unknown }>, key: string): unknown {
  const values = parts.map(([name, text]): [string, unknown] => {
    const id = `${key}${PART}${name}`;
    let held = cache.get(id);
    if (!held || held.text !== text) cache.set(id, (held = { text, value: JSON.parse(text) }));
    return [name, held.value];
  });
  const whole = values.find(([name]) => name === '')![1];
  const rest = values.filter(([name]) => name !== '');
  return rest.length === 0 ? whole : { ...(whole as object), ...Object.fromEntries(rest) };
}
