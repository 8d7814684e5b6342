import { studentProbability, studentQuantile } from "../statistics/student.ts";
import { type Ahead, aheadOf, type Backtest, backtest } from "./backtest.ts";
import { addsUp, type Goal } from "./goal.ts";
import { type Parts, partsOver, type Series, sumOver } from "./series.ts";
import { type Grid, type Now, spanOf } from "./step.ts";
import { windowOf } from "./value.ts";

/** The chance of reaching a goal and where its value is expected at the due date. */
export interface Outlook {
  /** 0 to 1. */
  readonly chance: number;
  readonly expected: number;
  /** The range that holds the value with a probability of 80 %. */
  readonly lower: number;
  readonly upper: number;
  /** Earlier forecasts whose errors the chance is taken from; null for the forecast of bookings. */
  readonly n: number | null;
}

/** Fewer earlier forecasts, or fewer stretches without overlap, and no chance is stated. */
export const minimumForecasts = 8;
export const minimumStretches = 3;
const level = 0.8;

/**
 * The chance of reaching a target by the KPI's own history: what is known already, and the
 * predictive Student-t of the errors of the same forecast made at earlier steps, with a degree of
 * freedom for each stretch without overlap but one (Geisser 1993, Predictive inference). Null where
 * the history is too short, and for a level, which has none.
 */
export function outlookOf(goal: Goal, series: Series, now: Now, grid: Grid): Outlook | null {
  const ahead = goal.measure === "level" ? undefined : aheadOf(goal, now, grid);
  const tested = ahead && backtest(goal, series, ahead, now, grid);
  if (!ahead || !tested) return null;
  if (tested.errors.length < minimumForecasts || tested.stretches < minimumStretches) return null;
  const value = composedOf(goal, series, now, grid, ahead);
  if (value === null) return null;
  const spread = spreadOf(tested);
  const sought = value.needed(goal.target);
  const below = studentProbability(spread.scoreOf(sought), spread.freedom);
  // what was never negative won't be
  const floor = series.numerator.every((part) => (part ?? 0) >= 0) ? 0 : Number.NEGATIVE_INFINITY;
  const quantile = (p: number) =>
    value.of(
      Math.max(floor, spread.factorAt(studentQuantile(p, spread.freedom)) * tested.expected),
    );
  return {
    chance: goal.better === "up" ? 1 - below : below,
    expected: quantile(0.5),
    lower: quantile((1 - level) / 2),
    upper: quantile((1 + level) / 2),
    n: tested.errors.length,
  };
}

/** The predictive distribution of actual over forecast. */
function spreadOf({ errors, isLog, stretches, expected }: Backtest) {
  const n = errors.length;
  const mean = errors.reduce((a, b) => a + b, 0) / n;
  const squares = errors.reduce((total, error) => total + (error - mean) ** 2, 0);
  // errors of overlapping stretches scatter less about their own mean than about the true one
  const variance = (squares / n) * (stretches / (stretches - 1));
  const scale = Math.sqrt(variance * (1 + 1 / stretches));
  const shiftOf = (ratio: number) =>
    isLog ? (ratio > 0 ? Math.log(ratio) : Number.NEGATIVE_INFINITY) : ratio - 1;
  return {
    freedom: stretches - 1,
    factorAt: (score: number) =>
      isLog ? Math.exp(mean + scale * score) : 1 + mean + scale * score,
    scoreOf: (sought: number) => {
      const gap = shiftOf(sought / expected) - mean;
      return scale > 0
        ? gap / scale
        : gap >= 0
          ? Number.POSITIVE_INFINITY
          : Number.NEGATIVE_INFINITY;
    },
  };
}

/** How a value at the due date follows from what the steps ahead bring, and the other way. */
interface Composed {
  of(ahead: number): number;
  needed(target: number): number;
}

function composedOf(
  goal: Goal,
  series: Series,
  now: Now,
  grid: Grid,
  { first: from, last: to, rest }: Ahead,
): Composed | null {
  const span = spanOf(goal, grid);
  const last = now.part > 0 ? now.step : now.step - 1;
  if (addsUp(goal)) {
    const known = sumOver(series, span.first, last);
    if (known === null) return null;
    return { of: (ahead) => known + ahead, needed: (target) => target - known };
  }
  const known = partsOver(series, span.last - windowOf(goal, grid) + 1, last);
  const year = partsOver(series, now.step - 12 / grid.months, now.step - 1);
  if (year === null) return null;
  const steps = to + 1 - from - (from === 0 ? 1 - rest : 0);
  const coming = (year.denominator * grid.months * steps) / 12;
  return rateWith(known ?? { numerator: 0, denominator: 0 }, coming);
}

/** A rate of which a part is known and the other comes with as large a base as the last year's. */
function rateWith({ numerator, denominator }: Parts, coming: number): Composed {
  const base = denominator + coming;
  return {
    of: (ahead) => (numerator + ahead * coming) / base,
    needed: (target) => (target * base - numerator) / coming,
  };
}
