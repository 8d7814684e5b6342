import Fraction from "fraction.js";

export const zero = new Fraction(0);
export const one = new Fraction(1);

/** The decimal that somebody wrote, exactly: 0.1 is a tenth, not the binary number next to it. */
export function exact(written: number): Fraction {
  const [digits = "0", exponent] = String(written).split("e");
  const mantissa = new Fraction(digits);
  return exponent === undefined ? mantissa : mantissa.mul(new Fraction(10).pow(Number(exponent)));
}

/** A whole number, half away from zero. */
export function roundHalfAway({ s, n, d }: Fraction): number {
  return Number(s * ((2n * n + d) / (2n * d)));
}

/**
 * Splits whole units in proportion to weights that don't sum to zero: each part rounded down, what is
 * left one by one to the largest remainders, ties to the earlier weight. What is negative is split as
 * its opposite is. Exact, where `allocate` of money is as good as binary numbers are.
 */
export function shareOut(total: number, weights: readonly Fraction[]): number[] {
  if (total < 0) return shareOut(-total, weights).map((part) => (part === 0 ? 0 : -part));
  const sum = weights.reduce((a, b) => a.add(b), zero);
  const parts = weights.map((weight) => weight.mul(total).div(sum));
  const floors = parts.map((part) => part.floor());
  const whole = floors.map((floor) => Number(floor.s * floor.n));
  const missing = total - whole.reduce((a, b) => a + b, 0);
  const remainders = parts.map((part, index) => part.sub(floors[index] ?? zero));
  const byRemainder = [...remainders.keys()].sort(
    (a, b) => (remainders[b] ?? zero).compare(remainders[a] ?? zero) || a - b,
  );
  for (const index of byRemainder.slice(0, missing)) whole[index] = (whole[index] ?? 0) + 1;
  return whole;
}

export const isZero = ({ n }: Fraction): boolean => n === 0n;

export const least = (a: Fraction, b: Fraction): Fraction => (a.compare(b) <= 0 ? a : b);

export const most = (a: Fraction, b: Fraction): Fraction => (a.compare(b) >= 0 ? a : b);
