// Exact arithmetic of the model guide: rounding half up, linear scales, and fractions that are rounded once at the end.

/** The model's half-up rounding of n/d, also for negatives: floor((2n + d) / 2d). */
export function round(n: number, d: number): number {
  return Math.floor((2 * n + d) / (2 * d));
}

export function ceil(n: number, d: number): number {
  return Math.ceil(n / d);
}

export function clamp(value: number, low: number, high: number): number {
  return Math.max(low, Math.min(high, value));
}

/** 0 at `floor`, 10,000 at `target`, linear between; a target below the floor runs downwards (rulings, section I). */
export function linear(value: number, floor: number, target: number): number {
  if (floor === target) return value >= target ? 10_000 : 0;
  const [n, d] = target > floor ? [value - floor, target - floor] : [floor - value, floor - target];
  return clamp(round(10_000 * n, d), 0, 10_000);
}

/** A non-negative or negative rational number. */
export interface Fraction {
  n: bigint;
  d: bigint;
}

export function fraction(n: number | bigint, d: number | bigint = 1n): Fraction {
  return { n: BigInt(n), d: BigInt(d) };
}

export const plus = (a: Fraction, b: Fraction): Fraction => (a.d === b.d ? { n: a.n + b.n, d: a.d } : { n: a.n * b.d + b.n * a.d, d: a.d * b.d });
export const times = (a: Fraction, b: Fraction): Fraction => ({ n: a.n * b.n, d: a.d * b.d });
export const divided = (a: Fraction, b: Fraction): Fraction => ({ n: a.n * b.d, d: a.d * b.n });
export const less = (a: Fraction, b: Fraction): boolean => a.n * b.d < b.n * a.d;
export const smaller = (a: Fraction, b: Fraction): Fraction => (less(a, b) ? a : b);
export const larger = (a: Fraction, b: Fraction): Fraction => (less(a, b) ? b : a);

/** Half up, scaled: `scaled(f, 1000)` is the fraction in thousandths. */
export function scaled(f: Fraction, unit: number): number {
  const n = 2n * f.n * BigInt(unit) + f.d;
  const d = 2n * f.d;
  const quotient = n / d;
  return Number(n < 0n && quotient * d !== n ? quotient - 1n : quotient);
}
