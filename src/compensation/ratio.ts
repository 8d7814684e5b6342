import type Fraction from "fraction.js";

/** A fraction that isn't reduced: its parts may be thousands of digits long, which reducing is slow on. */
export interface Ratio {
  readonly numerator: bigint;
  /** Above zero. */
  readonly denominator: bigint;
}

/**
 * The sum of many fractions, exact. Those of one denominator are added first, the rest two by two, so
 * that only the last additions are of long numbers.
 */
export function sumExactly(fractions: readonly Fraction[]): Ratio {
  const byDenominator = new Map<bigint, bigint>();
  for (const { s, n, d } of fractions) {
    byDenominator.set(d, (byDenominator.get(d) ?? 0n) + s * n);
  }
  let ratios = [...byDenominator].map(([denominator, numerator]) => ({ numerator, denominator }));
  while (ratios.length > 1) {
    ratios = ratios.flatMap((one, at) => {
      if (at % 2 === 1) return [];
      const next = ratios[at + 1];
      return [next === undefined ? one : added(one, next)];
    });
  }
  return ratios[0] ?? { numerator: 0n, denominator: 1n };
}

const added = (a: Ratio, b: Ratio): Ratio => ({
  numerator: a.numerator * b.denominator + b.numerator * a.denominator,
  denominator: a.denominator * b.denominator,
});

/** A ratio times `by` over `over` as a whole number, half away from zero. */
export function roundedTimes({ numerator, denominator }: Ratio, by: number, over: number): number {
  const sign = over < 0 ? -1n : 1n;
  const n = sign * numerator * BigInt(by);
  const d = sign * denominator * BigInt(over);
  const size = n < 0n ? -n : n;
  const rounded = (2n * size + d) / (2n * d);
  return Number(n < 0n ? -rounded : rounded);
}
