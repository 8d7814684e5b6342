/** One series as it is given: null where a value is missing. */
export interface NumericSeries {
  readonly seriesId: string;
  readonly y: readonly (number | null)[];
  /**
   * Known regressors, one row a step from the first of `y` to the last of the horizon, all of one
   * width: working days, headcount, campaign spend, pipeline created earlier, market indicators.
   */
  readonly regressors?: readonly (readonly number[])[];
}

/** A history without gaps, from the first known value to the last. */
export interface History {
  readonly y: readonly number[];
  readonly regressors?: readonly (readonly number[])[] | undefined;
  /** Steps between the last known value and the first one asked for. */
  readonly missing: number;
  /** Steps before that which were missing and are filled. */
  readonly filled: number;
}

/**
 * Drops missing values before the first known one and after the last, and fills those between on
 * the straight line between their neighbours.
 */
export function historyOf({ y, regressors }: NumericSeries): History {
  const first = y.findIndex((value) => value !== null);
  const last = y.findLastIndex((value) => value !== null);
  if (first < 0) return { y: [], missing: 0, filled: 0 };
  const known = y.slice(first, last + 1);
  return {
    y: withoutGaps(known),
    regressors: regressors?.slice(first),
    missing: y.length - 1 - last,
    filled: known.filter((value) => value === null).length,
  };
}

function withoutGaps(y: readonly (number | null)[]): number[] {
  const result: number[] = [];
  let missing = 0;
  for (const value of y) {
    if (value === null) {
      missing++;
      continue;
    }
    const before = result.at(-1) ?? value;
    for (let k = 1; k <= missing; k++) {
      result.push(before + ((value - before) * k) / (missing + 1));
    }
    result.push(value);
    missing = 0;
  }
  return result;
}
