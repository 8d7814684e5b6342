import { formatCount, formatMultiple, formatPlural, formatRate } from "../format.ts";
import type { Figure } from "./answer.ts";

/** How far open pipeline covers the quota that is left of the quarter. */
export interface CoverageFacts {
  /** The as-of date is the quarter's last day. */
  readonly is_over: boolean;
  readonly coverage: number | null;
  /** Open deals that coverage counts, dated from today to the quarter's end. */
  readonly open_deals: number | null;
  /** Open deals whose close date has passed. */
  readonly overdue_deals: number;
  /** Won over decided amount of the last four complete quarters; null when unknown. */
  readonly win_rate_value: number | null;
}

/** How many times open pipeline covers what is left of quota, and which deals that counts. */
export function coverageFigure(facts: CoverageFacts): Figure {
  const { coverage, is_over } = facts;
  const label = "Pipeline coverage";
  if (is_over) return { label, value: "–", note: "the quarter is over" };
  if (coverage === null) return { label, value: "–", note: "no quota left to cover" };
  return { label, value: formatMultiple(coverage), note: countedDeals(facts) };
}

function countedDeals({ open_deals, overdue_deals }: CoverageFacts): string {
  const counted =
    open_deals === null
      ? "of quota left"
      : `of quota left: ${formatPlural(open_deals, "open deal")}`;
  if (overdue_deals === 0) return counted;
  return `${counted}, ${formatCount(overdue_deals)} overdue not counted`;
}

/** The coverage that textbooks ask for. */
export function needFigure({ win_rate_value }: CoverageFacts): Figure {
  const label = "Textbook need";
  if (win_rate_value === null || win_rate_value <= 0) {
    return { label, value: "–", note: "no win rate by value of four complete quarters" };
  }
  const note = `1 ÷ win rate by value, ${formatRate(win_rate_value)} over four quarters`;
  return { label, value: formatMultiple(1 / win_rate_value), note };
}

/** What the textbook need takes and what it leaves out. */
export function coverageMethod({ win_rate_value }: CoverageFacts): string[] {
  const forecast =
    "How the forecast and its range are made stands on the forecast page, under the same heading.";
  if (win_rate_value === null) return [forecast];
  return [
    "The textbook need is 1 ÷ the amount won over the amount won or lost in the last four complete quarters. It reckons as if every open deal were decided within the quarter and no other deal were won in it, so it is a yardstick and not an estimate.",
    forecast,
  ];
}
