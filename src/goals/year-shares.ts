import { type Series, sumOver } from "./series.ts";
import type { Grid } from "./step.ts";

/** Years that an even spread weighs as much as. */
const evenYears = 1;

/**
 * How a year's sum falls on the steps that follow a step, by all whole years before it, drawn
 * towards an even spread by a year's weight. Sums to 1; index 0 is the step itself's.
 */
export function yearShares(series: Series, step: number, grid: Grid): number[] {
  const year = 12 / grid.months;
  const years: (readonly number[])[] = [];
  for (let first = step - year; first >= series.first; first -= year) {
    const total = sumOver(series, first, first + year - 1);
    if (total === null || total <= 0) continue;
    years.push(
      Array.from({ length: year }, (_, index) => {
        const value = sumOver(series, first + index, first + index);
        return value === null ? 1 / year : value / total;
      }),
    );
  }
  return Array.from({ length: year }, (_, index) => {
    const seen = years.reduce((total, shares) => total + (shares[index] ?? 1 / year), 0);
    return (seen + evenYears / year) / (years.length + evenYears);
  });
}
