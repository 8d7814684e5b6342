import { formatPeriod } from "../src/format.js";
import type { Option } from "./choice.js";
import type { Person } from "./people.js";
import type { ScoredCell, ScorePeriod } from "./scorecard.js";

const headings: Readonly<Record<string, string>> = {
  month: "Months",
  quarter: "Quarters",
  year: "Years",
};

/** How many periods of a grain can be chosen; those before them are there to compare with. */
const mostChosen: Readonly<Record<string, number>> = { month: 13, quarter: 9, year: 9 };

/** Periods to choose from, latest first; one that isn't over says so. */
export function periodOptions(periods: readonly ScorePeriod[]): Option[] {
  return ["quarter", "month", "year"].flatMap((grain) =>
    periods
      .filter(({ period }) => period === grain)
      .slice(-(mostChosen[grain] ?? 9))
      .reverse()
      .map(({ period, period_start, label, is_complete }) => ({
        value: `${period} ${period_start}`,
        label: `${formatPeriod(label)}${is_complete ? "" : " (so far)"}`,
        group: headings[period] ?? period,
      })),
  );
}

/** The latest quarters, which medians of peers are kept for, the one in progress first. */
export const latestQuarters = (periods: readonly ScorePeriod[]): Option[] =>
  periods
    .filter(({ period }) => period === "quarter")
    .slice(-5)
    .reverse()
    .map(({ period_start, label, is_complete }) => ({
      value: period_start,
      label: `${formatPeriod(label)}${is_complete ? "" : " (so far)"}`,
    }));

/** The latest quarters of a rep: of one who has left, those up to then that have figures of theirs. */
export function quartersOf(
  periods: readonly ScorePeriod[],
  { left_on }: Person,
  cells: readonly ScoredCell[],
): Option[] {
  if (left_on === null) return latestQuarters(periods);
  const known = new Set(
    cells
      .filter(({ period, value }) => period === "quarter" && value !== null && value !== 0)
      .map(({ period_start }) => period_start),
  );
  return latestQuarters(
    periods.filter(({ period_start }) => period_start <= left_on && known.has(period_start)),
  );
}
