// Effects that exercise control writes while the exercise runs: rows of a form, and the effects they make.
import { parse } from 'yaml';
import { SEAT_FIELDS, path } from '../../shared/model/fields.ts';
import { effect, type EffectDraft } from '../../shared/scenario/schema.ts';
import type { PublicView } from '../../shared/view/view.ts';

/** One line of the form. `written` is the text of one effect or of a list, as in a scenario file. */
export type Row =
  | { kind: 'add'; subject: string; number: string; by: number }
  | { kind: 'pressure'; crisis: string; value: number }
  | { kind: 'unlock'; actions: string[] }
  | { kind: 'report'; to: string[]; threat: string; claim: string; reliability: string; credibility: number; text: string }
  | { kind: 'message'; from: string; text: string }
  | { kind: 'written'; text: string };
export const ROW_KINDS = ['add', 'pressure', 'unlock', 'report', 'message', 'written'] as const satisfies readonly Row['kind'][];

/** Choice that means every open crisis. */
export const ALL = '*';

/** What a number can belong to: a country, or an open crisis. */
export function subjectsOf(view: PublicView): { id: string; name: string }[] {
  const countries = view.exercise.seats.map((id) => ({ id: `seat/${id}`, name: view.seats[id]?.name ?? id }));
  const crises = Object.values(view.crises).filter(({ open }) => open).map(({ id, name }) => ({ id: `crisis/${id}`, name }));
  return [...countries, ...crises];
}

/** Paths of the numbers of a subject that exercise control may move; of a country also what it thinks of the others. */
export function numbersOf(view: PublicView, subject: string): string[] {
  const [kind, id = ''] = subject.split('/');
  if (kind === 'crisis') return [path.severity(id), path.rung(id)];
  const others = view.exercise.seats.filter((seat) => seat !== id);
  return [...Object.keys(SEAT_FIELDS).map((field) => `seat/${id}/${field}`), ...others.map((seat) => path.trust(id, seat))];
}

export function rowOf(kind: Row['kind'], view: PublicView, proposer: string | null): Row {
  const seat = proposer ?? view.exercise.seats[0] ?? '';
  const threat = Object.keys(view.threats)[0] ?? '';
  switch (kind) {
    case 'add':
      return { kind, subject: `seat/${seat}`, number: `seat/${seat}/publicOpinion`, by: 3 };
    case 'pressure':
      return { kind, crisis: Object.values(view.crises).find(({ open }) => open)?.id ?? ALL, value: 2 };
    case 'unlock':
      return { kind, actions: [] };
    case 'report':
      return { kind, to: seat === '' ? [] : [seat], threat, claim: 'truth', reliability: 'B', credibility: 3, text: '' };
    case 'message':
      return { kind, from: '', text: '' };
    default:
      return { kind, text: '' };
  }
}

function written(text: string): unknown[] {
  const value: unknown = parse(text);
  return Array.isArray(value) ? value : value === null || value === undefined ? [] : [value];
}

function valuesOf(row: Row): unknown[] {
  switch (row.kind) {
    case 'add':
      return [{ add: { path: row.number, by: row.by } }];
    case 'pressure':
      return [{ pressure: row.crisis === ALL ? { value: row.value } : { value: row.value, crisis: row.crisis } }];
    case 'unlock':
      return [{ unlock: { actions: row.actions } }];
    case 'report': {
      const { kind, ...report } = row;
      return [{ [kind]: report }];
    }
    case 'message':
      return [{ message: { from: row.from, text: row.text } }];
    default:
      return written(row.text);
  }
}

/** The effects of all rows, or the first row that makes none and what is wrong with it, as its reader puts it. */
export function effectsOf(rows: readonly Row[]): { ok: true; effects: EffectDraft[] } | { ok: false; row: number; problem: string } {
  const effects: EffectDraft[] = [];
  for (const [row, each] of rows.entries()) {
    try {
      for (const value of valuesOf(each)) {
        const read = effect.safeParse(value);
        if (!read.success) {
          const issue = read.error.issues[0]!;
          return { ok: false, row, problem: [issue.path.join('/'), issue.message].filter((part) => part !== '').join(': ') };
        }
        effects.push(read.data);
      }
    } catch (error) {
      return { ok: false, row, problem: (error as Error).message.split('\n')[0]! };
    }
  }
  return { ok: true, effects };
}

/** The row from which the effect with this number came: a written one may hold several. */
export function rowAt(rows: readonly Row[], index: number): number {
  let before = 0;
  for (const [row, each] of rows.entries()) {
    before += valuesOf(each).length;
    if (index < before) return row;
  }
  return rows.length - 1;
}
