import { addsUp, type Goal } from "./goal.ts";
import { rateOver, type Series, stepsEnd, sumOver } from "./series.ts";
import { type Grid, type Now, spanOf } from "./step.ts";
import { windowOf } from "./value.ts";
import { yearShares } from "./year-shares.ts";

/** The steps still to come that a goal's value at its due date will hold, as steps from now. */
export interface Ahead {
  readonly first: number;
  readonly last: number;
  /** The share of the step at 0 that is still to come. */
  readonly rest: number;
}

/** Undefined when nothing of the value is still to come. */
export function aheadOf(goal: Goal, now: Now, grid: Grid): Ahead | undefined {
  const span = spanOf(goal, grid);
  const begin = addsUp(goal) ? span.first : span.last - windowOf(goal, grid) + 1;
  const [first, last] = [Math.max(0, begin - now.step), span.last - now.step];
  return last < first ? undefined : { first, last, rest: 1 - now.part };
}

/** How far the level of the last year, rather than that of all years, is expected to last. */
const memories = [0, 0.5, 1] as const;

/** A forecast of the steps ahead, and how such forecasts were off before. */
export interface Backtest {
  /** What the steps ahead are expected to bring: a sum, or a rate. */
  readonly expected: number;
  /** Of each earlier forecast: the log of actual over forecast, or their relative difference. */
  readonly errors: readonly number[];
  readonly isLog: boolean;
  /** How many stretches as long as the one ahead those forecasts cover without overlap. */
  readonly stretches: number;
}

/**
 * Forecasts the steps ahead from the level of the last twelve months and that of all months, a sum
 * with its season, and replays that at every earlier step (rolling origin, Tashman 2000). Of three
 * weights of the two levels the one that was off least is taken. Null without a year of history.
 */
export function backtest(
  goal: Goal,
  series: Series,
  ahead: Ahead,
  now: Now,
  grid: Grid,
): Backtest | null {
  const origins: number[] = [];
  const earliest = series.first + 12 / grid.months;
  for (let step = earliest; step + ahead.last < now.step; step++) origins.push(step);
  const runs = memories.map((memory) => {
    const forecast = (step: number) => forecastAt(goal, series, ahead, step, memory, grid);
    const pairs = origins.flatMap((step) => {
      const [actual, expected] = [actualOf(goal, series, ahead, step), forecast(step)];
      return actual === null || expected === null || !(expected > 0) ? [] : [{ actual, expected }];
    });
    const isLog = pairs.every(({ actual }) => actual > 0);
    const errors = pairs.map(({ actual, expected }) =>
      isLog ? Math.log(actual / expected) : actual / expected - 1,
    );
    return { expected: forecast(now.step), errors, isLog, stretches: stretchesOf(pairs, ahead) };
  });
  const best = runs.reduce((a, b) => (meanSquare(b.errors) < meanSquare(a.errors) ? b : a));
  const { expected } = best;
  return expected === null || !(expected > 0) ? null : { ...best, expected };
}

const stretchesOf = (pairs: readonly unknown[], { last }: Ahead) =>
  pairs.length === 0 ? 0 : (pairs.length + last) / (last + 1);

/** What the steps ahead of an earlier step then brought. */
function actualOf(goal: Goal, series: Series, ahead: Ahead, from: number): number | null {
  if (ahead.first > 0 || ahead.rest === 1) {
    const [first, last] = [from + ahead.first, from + ahead.last];
    return addsUp(goal) ? sumOver(series, first, last) : rateOver(series, first, last);
  }
  const scaled = withRest(series, from, ahead.rest);
  const last = from + ahead.last;
  return addsUp(goal) ? sumOver(scaled, from, last) : rateOver(scaled, from, last);
}

/** The series with only the rest of one step, taken as spread evenly over its days. */
function withRest(series: Series, step: number, rest: number): Series {
  const scale = (values: readonly (number | null)[]) =>
    values.map((value, index) =>
      value !== null && index === step - series.first ? value * rest : value,
    );
  return {
    ...series,
    numerator: scale(series.numerator),
    denominator: scale(series.denominator),
  };
}

function forecastAt(
  goal: Goal,
  series: Series,
  ahead: Ahead,
  step: number,
  memory: number,
  grid: Grid,
): number | null {
  const year = 12 / grid.months;
  const blend = (recent: number | null, long: number | null) =>
    recent === null || long === null ? null : memory * recent + (1 - memory) * long;
  const last = Math.min(step, stepsEnd(series)) - 1;
  if (!addsUp(goal)) {
    return blend(rateOver(series, step - year, last), rateOver(series, series.first, last));
  }
  const all = sumOver(series, series.first, last);
  const long = all === null ? null : (all * year) / (step - series.first);
  const level = blend(sumOver(series, step - year, last), long);
  if (level === null) return null;
  const shares = yearShares(series, step, grid);
  let share = 0;
  for (let offset = ahead.first; offset <= ahead.last; offset++) {
    share += (shares[offset % year] ?? Number.NaN) * (offset === 0 ? ahead.rest : 1);
  }
  return level * share;
}

const meanSquare = (errors: readonly number[]) =>
  errors.length === 0
    ? Number.POSITIVE_INFINITY
    : errors.reduce((total, error) => total + error * error, 0) / errors.length;
