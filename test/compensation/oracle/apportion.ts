import { compare, type Figure, floor, minus, quotient, times, total } from "./ratio.ts";

/** A whole number split by weights: the largest remainders get one more, ties to the earlier. */
export function apportion(whole: number, weights: readonly Figure[]): number[] {
  if (whole < 0) return apportion(-whole, weights).map((part) => 0 - part);
  const sum = total(weights);
  const exact = weights.map((weight) => quotient(times(whole, weight), sum));
  const parts = exact.map((part) => Number(floor(part)));
  const remainder = (at: number) => minus(exact[at] ?? 0, parts[at] ?? 0);
  const left = whole - parts.reduce((a, b) => a + b, 0);
  const next = parts
    .map((_, at) => at)
    .sort((a, b) => compare(remainder(b), remainder(a)) || a - b);
  const lucky = new Set(next.slice(0, left));
  return parts.map((part, at) => part + (lucky.has(at) ? 1 : 0));
}
