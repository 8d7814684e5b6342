import { linesTotal, recurringTotal } from "./lines.ts";
import type { Story } from "./story.ts";

/** Recurring cents a year of an opportunity of some amount; undefined while that is blank. */
export function recurringOf({ deal, quote }: Story, amount: number | undefined) {
  if (amount === undefined) return undefined;
  for (const lines of [quote.settled, quote.lines]) {
    if (linesTotal(lines) === amount) return recurringTotal(lines, deal.termMonths);
  }
  return Math.round((amount * 12) / deal.termMonths / 100) * 100;
}
