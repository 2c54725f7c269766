// The record of an exercise: a header and a chain of events, each bound to the one before by its hash, so that any edit is found.
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import type { Event } from '../model/events.ts';
import type { Settings } from '../model/state.ts';
import { commitment } from '../rules/commands/handler.ts';
import type { Scenario } from '../scenario/schema.ts';

/** Format of the file; raised when a reader of the old one could misread the new one. */
export const FORMAT = 1;
/** Version of the rules that wrote the events. */
export const ENGINE = '0.1.0';

export interface Header {
  format: number;
  engine: string;
  exercise: string;
  title: string;
  seed: string;
  settings: Settings;
  createdAt: number;
  scenario: Scenario;
  /** SHA-256 of the scenario's canonical JSON. */
  scenarioHash: string;
}

/** An event in the chain: `prev` is the hash of the line before it (of the header for the first), private text left out. */
export type SealedEvent = Event & { prev: string };

/** JSON with sorted keys: the same text for the same value, whoever wrote it. */
export function canonical(value: unknown): string {
  if (value === null || typeof value !== 'object') return JSON.stringify(value) ?? 'null';
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
  const entries = Object.entries(value).filter(([, one]) => one !== undefined).sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0));
  return `{${entries.map(([key, one]) => `${JSON.stringify(key)}:${canonical(one)}`).join(',')}}`;
}

export function hash(value: unknown): string {
  return bytesToHex(sha256(utf8ToBytes(canonical(value))));
}

export function headerOf(parts: Omit<Header, 'format' | 'engine' | 'scenarioHash'>): Header {
  return { format: FORMAT, engine: ENGINE, ...parts, scenarioHash: hash(parts.scenario) };
}

/** Hash of one event of the chain. Private text is not part of it: it may be deleted, its commitment stays. */
export function hashOf({ private: _private, hash: _hash, ...event }: RecordFile['events'][number]): string {
  return hash(event);
}

/** Gives each event its place in the chain. */
export function seal(events: readonly Event[], prev: string): { sealed: SealedEvent[]; prev: string } {
  const sealed: SealedEvent[] = [];
  let last = prev;
  for (const event of events) {
    const one = { ...event, prev: last } as SealedEvent;
    sealed.push(one);
    last = hashOf(one);
  }
  return { sealed, prev: last };
}

export interface RecordFile {
  header: Header;
  events: (SealedEvent & {
    /** Its own hash, as a file says it: an edit of the last event is found too. */
    hash?: string;
  })[];
}

/** Line 1 the header, then one event a line with its hash. */
export function writeRecord({ header, events }: RecordFile): string {
  return `${[header, ...events.map((event) => ({ ...event, hash: hashOf(event) }))].map((line) => JSON.stringify(line)).join('\n')}\n`;
}

export type RecordProblem = { code: 'unreadable' | 'formatUnknown' | 'scenarioChanged' | 'eventMissing' | 'eventChanged' | 'textChanged'; line: number; seq: number | null };

/** Reads a record file; a line that is not JSON is named. */
export function readRecord(text: string): { record: RecordFile; problem: null } | { record: null; problem: RecordProblem } {
  const lines = text.split('\n').filter((line) => line.trim() !== '');
  const parsed: unknown[] = [];
  for (const [index, line] of lines.entries()) {
    try {
      parsed.push(JSON.parse(line));
    } catch {
      return { record: null, problem: { code: 'unreadable', line: index + 1, seq: null } };
    }
  }
  const [header, ...events] = parsed as [Header, ...RecordFile['events']];
  if (!header || typeof header !== 'object' || header.format !== FORMAT) return { record: null, problem: { code: 'formatUnknown', line: 1, seq: null } };
  return { record: { header, events }, problem: null };
}

/** Walks the chain: the first line that does not fit, or null when every event is as it was written. */
export function verifyRecord({ header, events }: RecordFile): RecordProblem | null {
  if (hash(header.scenario) !== header.scenarioHash) return { code: 'scenarioChanged', line: 1, seq: null };
  let prev = hash(header);
  for (const [index, event] of events.entries()) {
    const line = index + 2;
    if (event.seq !== index + 1) return { code: 'eventMissing', line, seq: index + 1 };
    // A chain that does not fit here means that the line before it (or this link) was edited.
    if (event.prev !== prev) return index === 0 ? { code: 'scenarioChanged', line: 1, seq: null } : { code: 'eventChanged', line: line - 1, seq: index };
    if (event.private && bound(event) !== commitment(event.private.salt, event.private.texts)) return { code: 'textChanged', line, seq: event.seq };
    prev = hashOf(event);
    if (event.hash !== undefined && event.hash !== prev) return { code: 'eventChanged', line, seq: event.seq };
  }
  return null;
}

function bound(event: SealedEvent): string | undefined {
  return (event.data as { commitment?: string }).commitment;
}
