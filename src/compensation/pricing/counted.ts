import { type Credit, dealOf } from "../credit/credit.ts";
import { isLevel } from "../credit/measure.ts";
import type { ComponentTerms } from "../plan/terms.ts";
import type { Run } from "./run.ts";

/** Whether a credit is of one of so many deals that count first; all credits of a deal are. */
export function isAmongFirst(
  { deals }: Pick<Run, "deals">,
  credit: Credit,
  count: number,
): boolean {
  const deal = dealOf(credit);
  if (deals.has(deal)) return true;
  if (deals.size >= count) return false;
  deals.add(deal);
  return true;
}

/**
 * A change of a level counts for the component that it is of, and for that nothing else does; what
 * others are paid isn't what was sold.
 */
export function isMeasuredBy({ levelOf, isCommission }: Credit, { name, measure }: ComponentTerms) {
  if (isLevel(measure)) return levelOf === name;
  if (levelOf !== undefined) return false;
  return isCommission === undefined || isCommission === (measure === "commission");
}
