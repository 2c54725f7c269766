// Small statistics with two fixed decimals, the same wherever they are computed.

export interface Distribution {
  mean: number;
  sd: number;
  min: number;
  p5: number;
  p25: number;
  median: number;
  p75: number;
  p95: number;
  max: number;
}

export const fixed = (value: number): number => Math.round(value * 100) / 100 + 0;

export function mean(values: readonly number[]): number {
  return values.length === 0 ? 0 : values.reduce((sum, one) => sum + one, 0) / values.length;
}

function sumOfSquares(values: readonly number[], around: number): number {
  return values.reduce((sum, one) => sum + (one - around) ** 2, 0);
}

export function distribution(values: readonly number[]): Distribution {
  const sorted = [...values].sort((a, b) => a - b);
  // Nearest rank: a value that was really seen.
  const at = (percent: number) => sorted[Math.max(0, Math.ceil((percent * sorted.length) / 100) - 1)] ?? 0;
  const middle = mean(values);
  const sd = values.length < 2 ? 0 : Math.sqrt(sumOfSquares(values, middle) / (values.length - 1));
  return {
    mean: fixed(middle), sd: fixed(sd), min: fixed(at(0)), p5: fixed(at(5)), p25: fixed(at(25)), median: fixed(at(50)), p75: fixed(at(75)), p95: fixed(at(95)), max: fixed(at(100)),
  };
}

/** Shares of the variance of a full table that go with its rows, its columns, and neither, in percent. */
export function varianceSplit(table: readonly (readonly number[])[]): { rows: number; columns: number; rest: number } | null {
  const cells = table.flat();
  const grand = mean(cells);
  const total = sumOfSquares(cells, grand);
  const width = table[0]?.length ?? 0;
  if (total === 0 || table.length < 2 || width < 2) return null;
  const rows = width * sumOfSquares(table.map(mean), grand);
  const columns = table.length * sumOfSquares(Array.from({ length: width }, (_nothing, column) => mean(table.map((row) => row[column]!))), grand);
  const percent = (part: number) => (100 * part) / total;
  return { rows: percent(rows), columns: percent(columns), rest: percent(total - rows - columns) };
}
