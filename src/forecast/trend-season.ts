import {
  type Decomposition,
  decompose,
  type LinearFit,
  predict,
  solve,
} from "../statistics/ridge.ts";
import { rollingOrigins } from "../statistics/rolling-origin.ts";
import type { MonthPath } from "./path.ts";

/** Two whole years: the fewest months from which a season can be told from a trend. */
export const seasonMinimum = 24;

/** Candidates of the leave-future-out search; the penalty counts observations per coefficient. */
const penalties = [0.3, 1, 3, 10, 30, 100];
/** How much of the trend's monthly step survives each further month (Gardner & McKenzie 1985). */
const dampings = [1, 0.95, 0.85, 0];

interface Choice {
  readonly penalty: number;
  readonly damping: number;
}

export interface TrendSeasonOptions {
  /** Fiscal month of the year, 0 to 11, of the history's first month. */
  readonly season: number;
  /** Months to forecast, the first being the one after the history. */
  readonly length: number;
}

interface Fitted {
  readonly parts: Decomposition;
  readonly rows: readonly (readonly number[])[];
  readonly y: readonly number[];
  readonly isLog: boolean;
  readonly season: number;
  /** The largest month by size. */
  readonly largest: number;
}

/**
 * Ridge regression of monthly bookings on trend, place in the quarter and month of the fiscal
 * year. On the log scale where every month is positive, else on the level; both keep their form
 * when all money is multiplied. Penalty and damping of the trend are those with the least squared
 * error of quarter sums over the last four quarters, each forecast from the months before it.
 *
 * @param history at least 24 complete months in minor units
 */
export function trendSeason(
  history: readonly number[],
  { season, length }: TrendSeasonOptions,
): MonthPath {
  const fitted = prepare(history, season);
  const choice = choose(history, season);
  const fit = solve(fitted.parts, choice.penalty);
  const residuals = fitted.y.map((value, t) => value - predict(fit, fitted.rows[t] ?? []));
  const mean = extend(fitted, fit, choice.damping, length);
  const freedom = Math.max(1, history.length - fit.effectiveParameters);
  const sigma = Math.sqrt(residuals.reduce((total, r) => total + r * r, 0) / freedom);
  const level = meanSize(history);
  return {
    model: "ridge_trend_season",
    mean,
    // never below a hundredth of the usual month: a history without scatter proves little
    deviation: mean.map((m) => Math.max(sigma * (fitted.isLog ? m : 1), 0.01 * level)),
    months: history.length,
  };
}

function prepare(history: readonly number[], season: number): Fitted {
  const isLog = history.every((value) => value > 0);
  const y = isLog ? history.map(Math.log) : [...history];
  const rows = history.map((_, t) => designRow(t, season + t));
  const largest = Math.max(...history.map(Math.abs));
  return { parts: decompose(rows, y), rows, y, isLog, season, largest };
}

/** Trend; first and last month of the quarter; the twelve months of the fiscal year. */
function designRow(trend: number, fiscalMonth: number): number[] {
  const month = fiscalMonth % 12;
  const place = month % 3;
  const months = Array.from({ length: 12 }, (_, index) => (index === month ? 1 : 0));
  return [trend, place === 0 ? 1 : 0, place === 2 ? 1 : 0, ...months];
}

/**
 * The fitted regression beyond the history, back on the level scale, and within three times the
 * largest month ever: two years of a trend seen in two years can run anywhere.
 */
function extend(fitted: Fitted, fit: LinearFit, damping: number, length: number): number[] {
  const n = fitted.y.length;
  const isNonNegative = fitted.isLog || fitted.y.every((value) => value >= 0);
  const smearing = fitted.isLog ? smear(fitted, fit) : 1;
  const limit = 3 * fitted.largest;
  const season = Array.from({ length: 12 }, (_, month) => predict(fit, designRow(0, month)));
  const step = fit.coefficients[0] ?? 0;
  let trend = n - 1;
  return Array.from({ length }, (_, j) => {
    trend += damping ** (j + 1);
    const value = (season[(fitted.season + n + j) % 12] ?? Number.NaN) + step * trend;
    if (fitted.isLog) return Math.min(limit, Math.exp(value) * smearing);
    return Math.min(limit, Math.max(isNonNegative ? 0 : -limit, value));
  });
}

/** Mean of exp(residual): turns the median that exp gives into a mean (Duan 1983). */
function smear({ rows, y }: Fitted, fit: LinearFit): number {
  const factors = y.map((value, t) => Math.exp(value - predict(fit, rows[t] ?? [])));
  return factors.reduce((a, b) => a + b, 0) / factors.length;
}

function choose(history: readonly number[], season: number): Choice {
  const cuts = rollingOrigins(history.length, { minimum: 12, step: 3, limit: 4 });
  const fits = cuts.map((cut) => ({ cut, fitted: prepare(history.slice(0, cut), season) }));
  const losses = penalties.flatMap((penalty) => {
    const solved = fits.map(({ cut, fitted }) => ({
      cut,
      fitted,
      fit: solve(fitted.parts, penalty),
    }));
    return dampings.map((damping) => {
      const loss = solved.reduce((total, { cut, fitted, fit }) => {
        const path = extend(fitted, fit, damping, history.length - cut);
        return total + quarterLoss(path, history.slice(cut));
      }, 0);
      return { penalty, damping, loss };
    });
  });
  return losses.reduce((best, candidate) => (candidate.loss < best.loss ? candidate : best));
}

/** Squared error of sums of three months. */
function quarterLoss(path: readonly number[], actual: readonly number[]): number {
  let loss = 0;
  for (let t = 0; t + 3 <= actual.length; t += 3) {
    const error = sum(path.slice(t, t + 3)) - sum(actual.slice(t, t + 3));
    loss += error * error;
  }
  return loss;
}

const sum = (values: readonly number[]) => values.reduce((a, b) => a + b, 0);
const meanSize = (values: readonly number[]) => sum(values.map(Math.abs)) / values.length;
