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

export const isZero = ({ n }: Fraction): boolean => n === 0n;

export const least = (a: Fraction, b: Fraction): Fraction => (a.compare(b) <= 0 ? a : b);

export const most = (a: Fraction, b: Fraction): Fraction => (a.compare(b) >= 0 ? a : b);
