import type { Dimension } from "./column.ts";

/** What a product (1) or a quotient (−1) of two figures is measured in. */
export const combined = (left: Dimension, right: Dimension, sign: 1 | -1): Dimension => ({
  money: left.money + sign * right.money,
  days: left.days + sign * right.days,
});

export const isSame = (a: Dimension, b: Dimension): boolean =>
  a.money === b.money && a.days === b.days;

/** A unit in words, for messages. */
export function wordsOf({ money, days }: Dimension): string {
  const parts = [power("money", money), power("days", days)].filter((part) => part !== null);
  return parts.length === 0 ? "a plain number" : parts.join(" × ");
}

function power(name: string, times: number): string | null {
  if (times === 0) return null;
  return times === 1 ? name : `${name} to the power of ${times}`;
}
