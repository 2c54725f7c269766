// Reads a pasted list or a CSV file of names, says what is wrong with each line, and writes the roster as one again.
import Papa from 'papaparse';
import type { Expected } from '../../../shared/model/roster.ts';
import { LONGEST_LIST, LONGEST_NAME, LONGEST_NOTE, MOST_EXPECTED, nameKey } from '../../../shared/model/roster.ts';
import type { SeatId, TeamRole } from '../../../shared/model/vocabulary.ts';
import { TEAM_ROLES } from '../../../shared/model/vocabulary.ts';
import { letterOf } from '../../cohort/worlds.ts';
import { newId } from '../../ids.ts';

/** Where the people of a list may sit. */
export interface Room {
  seats: readonly { id: SeatId; name: string }[];
  worlds: number;
}

const COLUMNS = ['name', 'seat', 'world', 'role', 'note'] as const;
type Column = (typeof COLUMNS)[number];

/** Words that a heading may have, as `nameKey` compares them. */
const HEADINGS: Record<Column, readonly string[]> = {
  name: ['name', 'names', 'person', 'participant', 'participants', 'student', 'fullname', 'player'],
  seat: ['seat', 'ministry', 'country', 'delegation', 'place'],
  world: ['world', 'group', 'room', 'table', 'game'],
  role: ['role', 'teamrole', 'function', 'position'],
  note: ['note', 'notes', 'remark', 'remarks', 'comment', 'comments'],
};
const WATCHING: readonly string[] = ['observer', 'observes', 'watches', 'watcher', 'observing'];

export type Problem = 'nameMissing' | 'nameTooLong' | 'nameTwice' | 'nameListed' | 'seatUnknown' | 'worldUnknown' | 'roleUnknown' | 'noteTooLong';

export interface Line {
  /** As in the text, counted from 1. */
  number: number;
  entry: Expected;
  problems: { column: Column; problem: Problem; given: string }[];
}

export type ListRead = { lines: Line[]; fault: null } | { lines: []; fault: 'tooLong' | 'tooMany' };

/** `listed`: names that are on the roster already. */
export function readList(text: string, room: Room, listed: readonly string[] = []): ListRead {
  if (text.length > LONGEST_LIST) return { lines: [], fault: 'tooLong' };
  const { data } = Papa.parse<string[]>(text, { delimiter: delimiterOf(text) });
  const rows = data.map((cells, index) => ({ number: index + 1, cells: cells.map((cell) => cell.trim()) })).filter(({ cells }) => cells.some((cell) => cell !== ''));
  const heading = headingOf(rows[0]?.cells ?? []);
  const body = heading ? rows.slice(1) : rows;
  if (body.length + listed.length > MOST_EXPECTED) return { lines: [], fault: 'tooMany' };
  const order = heading ?? [...COLUMNS];
  const before = new Set(listed.map(nameKey));
  const seen = new Set<string>();
  const lines = body.map(({ number, cells }) => {
    const given = (column: Column) => cells[order.indexOf(column)] ?? '';
    const line = lineOf(number, given, room);
    const key = nameKey(line.entry.name);
    if (key !== '' && (seen.has(key) || before.has(key))) line.problems.push({ column: 'name', problem: seen.has(key) ? 'nameTwice' : 'nameListed', given: line.entry.name });
    seen.add(key);
    return line;
  });
  return { lines, fault: null };
}

/** The first of these that stands anywhere outside of quotation marks: lists have lines of different lengths, so that counting columns tells nothing. */
function delimiterOf(text: string): string {
  const bare = text.replace(/"[^"]*"/g, '');
  return ['\t', ';'].find((sign) => bare.includes(sign)) ?? ',';
}

/** The columns in their order, where the first line names them. */
function headingOf(cells: readonly string[]): (Column | null)[] | null {
  const named = cells.map((cell) => COLUMNS.find((column) => HEADINGS[column].includes(nameKey(cell))) ?? null);
  return named.includes('name') && new Set(named.filter((one) => one !== null)).size === named.filter((one) => one !== null).length ? named : null;
}

/** `B`, `2`, `World B` and `group 2` are the second; -1 where there is none of that name. */
function worldOf(given: string, worlds: number): number {
  const last = given.split(/\s+/).at(-1)!.toUpperCase();
  return Array.from({ length: worlds }, (_, world) => [letterOf(world), String(world + 1)]).findIndex((names) => names.includes(last));
}

function lineOf(number: number, given: (column: Column) => string, room: Room): Line {
  const problems: Line['problems'] = [];
  const wrong = (column: Column, problem: Problem) => void problems.push({ column, problem, given: given(column) });
  const name = given('name');
  if (name === '') wrong('name', 'nameMissing');
  if (name.length > LONGEST_NAME) wrong('name', 'nameTooLong');
  const seat = given('seat') === '' ? null : (room.seats.find((one) => nameKey(one.id) === nameKey(given('seat')) || nameKey(one.name) === nameKey(given('seat')))?.id ?? undefined);
  if (seat === undefined) wrong('seat', 'seatUnknown');
  const world = given('world') === '' ? null : worldOf(given('world'), room.worlds);
  if (world === -1) wrong('world', 'worldUnknown');
  const watches = WATCHING.includes(nameKey(given('role')));
  const role = watches || given('role') === '' ? null : (TEAM_ROLES.find((one) => nameKey(one) === nameKey(given('role'))) ?? undefined);
  if (role === undefined) wrong('role', 'roleUnknown');
  if (given('note').length > LONGEST_NOTE) wrong('note', 'noteTooLong');
  return { number, problems, entry: { id: newId().slice(0, 16), name, world, seat: watches ? null : (seat ?? null), role: role ?? null, watches, note: given('note') } };
}

/** The same columns that are read; nothing in it is a formula to a spreadsheet. */
export function asCsv(entries: readonly Expected[], room: Room): string {
  const seatName = (id: SeatId | null) => room.seats.find((seat) => seat.id === id)?.name ?? '';
  const role = (one: Expected): TeamRole | 'observer' | '' => (one.watches ? 'observer' : (one.role ?? ''));
  return Papa.unparse(
    { fields: ['Name', 'Ministry', 'World', 'Role', 'Note'], data: entries.map((one) => [one.name, seatName(one.seat), one.world === null ? '' : letterOf(one.world), role(one), one.note]) },
    { escapeFormulae: true },
  );
}
