import { daysBetween } from "../calendar.ts";
import { type Series, sumOver } from "./series.ts";
import { type Grid, stepStart } from "./step.ts";

/** Earlier spans that a season is taken from: the latest ones, and the fewest that make one. */
const mostSpans = 3;
const fewestSpans = 2;

/**
 * How a sum falls on the steps of a span, as shares that sum to 1: the mean of the shares of the
 * same months in up to three spans of earlier years; by days where fewer than two are on file.
 *
 * @param last the span's last step, included
 */
export function seasonOf(
  series: Series,
  { first, last }: { readonly first: number; readonly last: number },
  grid: Grid,
): { shares: number[]; spans: number } {
  const steps = Array.from({ length: last - first + 1 }, (_, index) => first + index);
  const year = 12 / grid.months;
  const back = year * Math.ceil(steps.length / year);
  const spans = Array.from({ length: mostSpans }, (_, index) => (index + 1) * back)
    .map((shift) => steps.map((step) => shareable(series, step - shift)))
    .flatMap((values) => {
      if (values.some((value) => value === null)) return [];
      const shares = values.map((value) => value ?? Number.NaN);
      const total = sum(shares);
      return total > 0 ? [shares.map((value) => value / total)] : [];
    });
  if (spans.length < fewestSpans) return { shares: byDays(steps, grid), spans: 0 };
  const shares = steps.map((_, index) => sum(spans.map((span) => span[index] ?? Number.NaN)));
  return { shares: shares.map((share) => share / spans.length), spans: spans.length };
}

/** A month of more credits than bookings draws no share. */
function shareable(series: Series, step: number): number | null {
  const value = sumOver(series, step, step);
  return value === null ? null : Math.max(0, value);
}

function byDays(steps: readonly number[], grid: Grid): number[] {
  const days = steps.map((step) => daysBetween(stepStart(step, grid), stepStart(step + 1, grid)));
  return days.map((count) => count / sum(days));
}

const sum = (values: readonly number[]) => values.reduce((a, b) => a + b, 0);
