import { dampedTrend } from "./damped-trend.ts";
import { onLogScale } from "./log-scale.ts";
import { regression } from "./regression.ts";
import { seasonalGrowth } from "./seasonal-growth.ts";
import { seasonalNaive } from "./seasonal-naive.ts";
import { theta } from "./theta.ts";

/** A history without gaps and what is asked of it. */
export interface Task {
  readonly y: readonly number[];
  /** Steps in a season; 1 where there is none. */
  readonly season: number;
  readonly h: number;
  /** Known regressors, one row a step from the first of the history to the last of the horizon. */
  readonly regressors?: readonly (readonly number[])[] | undefined;
}

/** One way to forecast: the mean path of the next h steps. */
export interface Member {
  readonly name: string;
  /** The shortest history that it can be fitted to; infinite where none is. */
  readonly minimum: (season: number) => number;
  readonly path: (task: Task) => number[];
}

/**
 * Decomposes by STL and smooths the rest exponentially; the season goes on as it last was. NaN
 * where no smoothing model can be fitted.
 */
export type Mstl = (y: readonly number[], season: number, h: number) => readonly number[];

/**
 * The members of the combination. Over the M3 and tourism quarterly series each lowered the mean
 * error of back-tests inside the training parts, but for the regression, which gained on M3 what
 * it lost on tourism: it is there because it alone can carry known regressors.
 *
 * @param mstl needs a season, and two of them and two values (Cleveland et al. 1990, STL)
 */
export function membersWith(mstl: Mstl): readonly Member[] {
  return [
    {
      name: "seasonal_naive",
      minimum: (season) => season,
      path: ({ y, season, h }) => seasonalNaive(y, season, h),
    },
    {
      name: "theta",
      minimum: () => 3,
      path: ({ y, season, h }) => theta(y, season, h),
    },
    {
      name: "log_mstl",
      minimum: (season) => (season > 1 ? 2 * season + 2 : Number.POSITIVE_INFINITY),
      path: onLogScale(({ y, season, h }) => [...mstl(y, season, h)]),
    },
    {
      name: "damped_trend",
      minimum: () => 3,
      path: onLogScale(({ y, season, h }) => dampedTrend(y, season, h)),
    },
    {
      name: "seasonal_growth",
      minimum: (season) => season + 2,
      path: onLogScale(({ y, season, h }) => seasonalGrowth(y, season, h)),
    },
    {
      name: "regression",
      minimum: (season) => season + 2,
      path: onLogScale(regression),
    },
  ];
}
