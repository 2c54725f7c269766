// One figure of the performance table: what was measured, what it should be, and against what it was compared.

export interface Figure {
  name: string;
  value: number;
  unit: string;
  /** The value should not exceed this; for a ratio, the ratio should not. */
  goal: number;
  met: boolean;
  /** The same work done in the plainest way, in the same run. */
  peer?: number;
  /** value / peer */
  ratio?: number;
}

const rounded = (value: number) => Number(value.toPrecision(4));

/** A figure with a limit of its own. */
export function figure(name: string, value: number, unit: string, goal: number): Figure {
  return { name, value: rounded(value), unit, goal, met: value <= goal };
}

/** A figure that is judged by its ratio to a peer measured in the same run: the machine cancels out. */
export function compared(name: string, value: number, unit: string, peer: number, goal: number): Figure {
  return { name, value: rounded(value), unit, goal, met: value / peer <= goal, peer: rounded(peer), ratio: rounded(value / peer) };
}

/** The value below which this share of the samples lies. */
export function quantile(samples: readonly number[], share: number): number {
  const sorted = [...samples].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))]!;
}

