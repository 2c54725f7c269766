// Record files on disk, gzipped or not.
import { existsSync, readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import type { RecordFile, RecordProblem } from '../shared/record/record.ts';
import { readRecord } from '../shared/record/record.ts';

export type Opened = { record: RecordFile; problem: null } | { record: null; problem: RecordProblem };

/** Null if there is no such file. */
export function openRecord(path: string): Opened | null {
  if (!existsSync(path)) return null;
  const bytes = readFileSync(path);
  const zipped = bytes[0] === 0x1f && bytes[1] === 0x8b;
  try {
    return readRecord((zipped ? gunzipSync(bytes) : bytes).toString('utf8'));
  } catch {
    return { record: null, problem: { code: 'unreadable', line: 1, seq: null } };
  }
}
