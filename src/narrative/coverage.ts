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
  /** What earlier quarters needed from the same day on; null when it isn't known. */
  readonly coverage_needed: number | null;
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

/** The coverage that earlier quarters needed from this day on; without them, the textbook's. */
export function needFigure(facts: CoverageFacts): Figure {
  const { coverage_needed, win_rate_value, is_over } = facts;
  if (is_over || coverage_needed === null) return textbookFigure(facts);
  const before = "at this day of earlier quarters";
  const textbook = textbookNeed(win_rate_value);
  const note =
    textbook === null ? before : `${before}; 1 ÷ win rate by value is ${formatMultiple(textbook)}`;
  return { label: "Coverage needed", value: formatMultiple(coverage_needed), note };
}

const textbookNeed = (rate: number | null) => (rate === null || rate <= 0 ? null : 1 / rate);

function textbookFigure({ win_rate_value }: CoverageFacts): Figure {
  const label = "Textbook need";
  if (win_rate_value === null || win_rate_value <= 0) {
    return { label, value: "–", note: "no win rate by value of four complete quarters" };
  }
  const note = `1 ÷ win rate by value, ${formatRate(win_rate_value)} over four quarters`;
  return { label, value: formatMultiple(1 / win_rate_value), note };
}

/** What the need takes and what it leaves out. */
export function coverageMethod({ coverage_needed, win_rate_value }: CoverageFacts): string[] {
  const needed =
    "The coverage needed is 1 ÷ the yield of the complete quarters of the last two years: what was won in the rest of each, deals created later included, over the pipeline that was open for it on the same day of the quarter. It supposes that this quarter’s pipeline is as good as theirs was.";
  const textbook =
    "The textbook need is 1 ÷ the amount won over the amount won or lost in the last four complete quarters. It reckons as if every open deal were decided within the quarter and no other deal were won in it, so it is a yardstick and not an estimate.";
  const forecast =
    "How the forecast and its range are made stands on the forecast page, under the same heading.";
  return [
    ...(coverage_needed === null ? [] : [needed]),
    ...(win_rate_value === null ? [] : [textbook]),
    forecast,
  ];
}
