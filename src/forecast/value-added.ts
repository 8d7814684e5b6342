import { clusterBootstrap } from "../statistics/bootstrap.ts";

/** Errors of two ways of forecasting, summed without sign over the same forecasts of one period. */
export interface PeriodErrors {
  readonly n: number;
  /** Whole minor units, as the other sums. */
  readonly before: number;
  readonly after: number;
  readonly actual: number;
}

/** By how much the second way came closer than the first, over all periods. */
export interface ValueAdded extends PeriodErrors {
  readonly periods: number;
  /** (before − after) ÷ actual: above zero where it came closer; null where nothing came. */
  readonly rate: number | null;
  /** 95 % interval of the rate; null with too few periods to draw from. */
  readonly lower: number | null;
  readonly upper: number | null;
}

/** With fewer, drawing them again says next to nothing of how another year would come out. */
const fewestPeriods = 5;

/**
 * Forecast value added (Gilliland 2002, Is forecasting a waste of time?): the difference of summed
 * absolute errors over what was booked. Its interval draws whole periods again, since forecasts of
 * one period share its luck.
 *
 * @param periods one element a period, in a fixed order
 */
export function valueAdded(periods: readonly PeriodErrors[]): ValueAdded {
  const total = summed(periods, () => 1);
  const clusters = { clusters: periods.map((_, index) => index), count: periods.length };
  const isTold = periods.length >= fewestPeriods && total.actual > 0;
  const [interval] = isTold
    ? clusterBootstrap(
        clusters,
        (weights) => [rateOf(summed(periods, (index) => weights[index] ?? Number.NaN))],
        { resamples: 500 },
      )
    : [];
  return {
    ...total,
    periods: periods.length,
    rate: total.actual > 0 ? rateOf(total) : null,
    lower: interval?.lower ?? null,
    upper: interval?.upper ?? null,
  };
}

const rateOf = ({ before, after, actual }: PeriodErrors) => (before - after) / actual;

function summed(
  periods: readonly PeriodErrors[],
  weightOf: (index: number) => number,
): PeriodErrors {
  const sum = { n: 0, before: 0, after: 0, actual: 0 };
  for (const [index, one] of periods.entries()) {
    const weight = weightOf(index);
    sum.n += weight * one.n;
    sum.before += weight * one.before;
    sum.after += weight * one.after;
    sum.actual += weight * one.actual;
  }
  return sum;
}
