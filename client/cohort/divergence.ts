// Where parallel worlds part: what each turn left behind in each of them, and which of it differs.
import type { WorldDecision, WorldSummary } from '../../shared/view/world-summary.ts';

/** What stands in a cell. `none`: the crisis has not opened there, or nobody has decided. */
export type Content =
  | { kind: 'none' }
  | { kind: 'crisis'; severity: number; rung: number }
  | { kind: 'count'; count: number }
  | { kind: 'decision'; chosen: WorldDecision['chosen'] };

export interface Row {
  about: 'crisis' | 'inForce' | 'leaks' | 'missed' | 'decision';
  /** Of the crisis or the inject. */
  id: string;
  name: string;
  /** One for each world. `content` null: the turn is not over there, or its record does not say. */
  cells: { content: Content | null; apart: boolean }[];
  differs: boolean;
}

export interface Turn {
  turn: number;
  rows: Row[];
  differs: boolean;
}

export interface Divergence {
  /** Turns that are over in one world at least. */
  turns: Turn[];
  /** The first in which two worlds that have both played it differ. */
  first: number | null;
}

export function divergence(worlds: readonly WorldSummary[]): Divergence {
  const last = Math.max(0, ...worlds.flatMap(({ turns }) => turns.map(({ turn }) => turn)));
  const turns = Array.from({ length: last }, (_, index) => turnOf(worlds, index + 1));
  return { turns, first: turns.find(({ differs }) => differs)?.turn ?? null };
}

function turnOf(worlds: readonly WorldSummary[], turn: number): Turn {
  const row = (about: Row['about'], id: string, name: string, content: (world: WorldSummary) => Content | null): Row =>
    compared(about, id, name, worlds.map((world) => (isOver(world, turn) ? content(world) : null)));
  const count = (about: 'inForce' | 'leaks' | 'missed', of: (ended: WorldSummary['turns'][number]) => number | null) => row(about, about, '', (world) => {
    const counted = of(world.turns.find((one) => one.turn === turn)!);
    return counted === null ? null : { kind: 'count', count: counted };
  });
  const rows = [
    ...named(worlds, ({ crises }) => crises.filter(({ history }) => history.some((one) => one.turn === turn))).map(({ id, name }) => row('crisis', id, name, ({ crises }) => {
      const after = crises.find((crisis) => crisis.id === id)?.history.find((one) => one.turn === turn);
      return after ? { kind: 'crisis', severity: after.severity, rung: after.rung } : { kind: 'none' };
    })),
    count('inForce', ({ inForce }) => inForce),
    count('leaks', ({ leaks }) => leaks),
    count('missed', ({ duties }) => duties.missed),
    ...named(worlds, ({ decisions }) => decisions.flatMap((one) => (one.turn === turn ? [{ id: one.inject, name: one.title }] : []))).map(({ id, name }) => row('decision', id, name, ({ decisions }) => {
      const chosen = decisions.find(({ inject }) => inject === id)?.chosen ?? [];
      return chosen.length > 0 ? { kind: 'decision', chosen } : { kind: 'none' };
    })),
  ];
  return { turn, rows, differs: rows.some(({ differs }) => differs) };
}

const isOver = ({ turns }: WorldSummary, turn: number): boolean => turns.some((one) => one.turn === turn);

/** What any of the worlds has, once each, in the order in which it is met. */
function named(worlds: readonly WorldSummary[], of: (world: WorldSummary) => { id: string; name: string }[]): { id: string; name: string }[] {
  return [...new Map(worlds.flatMap(of).map(({ id, name }) => [id, { id, name }])).values()];
}

/** Whoever is not with the majority stands apart; without a majority all do. */
function compared(about: Row['about'], id: string, name: string, contents: (Content | null)[]): Row {
  const keys = contents.map((content) => (content === null ? null : keyOf(content)));
  const counts = new Map<string, number>();
  for (const key of keys) if (key !== null) counts.set(key, (counts.get(key) ?? 0) + 1);
  const most = Math.max(0, ...counts.values());
  const leading = [...counts].filter(([, count]) => count === most).map(([key]) => key);
  const differs = counts.size > 1;
  return {
    about, id, name, differs,
    cells: contents.map((content, index) => ({ content, apart: differs && keys[index] !== null && (leading.length > 1 || keys[index] !== leading[0]) })),
  };
}

/** Equal for equal contents. Choices are compared by what was chosen, whatever it is called. */
function keyOf(content: Content): string {
  return JSON.stringify(content.kind === 'decision' ? content.chosen.map(({ seat, option }) => [seat, option]) : content);
}
