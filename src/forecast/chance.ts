import type { Outlook } from "./outlook.ts";

/**
 * The chance that an outlook's period reaches an amount, by the ranges that are published of it: of
 * what falls outside a range of some level, half falls above it. So an amount at the upper end of the
 * 80 % range has a chance of 10 %, one at its lower end 90 %. What can't be fallen below is certain.
 *
 * @param amount minor units
 * @param levelOf the level of the range that reaches so many deviations to either side
 * @returns 0 to 1, never rising with the amount
 */
export function chanceToReach(
  { mean, spread, floor }: Pick<Outlook, "mean" | "spread" | "floor">,
  amount: number,
  levelOf: (deviations: number) => number,
): number {
  if (amount <= floor) return 1;
  const isBelow = amount <= mean;
  const unit = isBelow ? spread.below : spread.above;
  // nothing is left open
  if (!(unit > 0)) return isBelow ? 1 : 0;
  const beyond = (1 - levelOf(Math.abs(amount - mean) / unit)) / 2;
  return isBelow ? 1 - beyond : beyond;
}
