import { type Decomposition, decompose, predict, solve } from "../../statistics/ridge.ts";
import type { Task } from "./member.ts";

/** Ridge penalties to choose from, in observations. */
const penalties = [0.1, 0.3, 1, 3, 10, 30, 100];

/**
 * How much of an error carries over to the next step. Learned from one series it comes out too
 * small (Marriott & Pope 1954) and the forecast falls back to a straight line through the whole
 * history: grids of 0.3 to 0.99 did worse in back-tests than this.
 */
const carry = 0.95;

/** How much of the trend goes on from one step to the next (Gardner & McKenzie 1985). */
const damping = 0.9;

/**
 * Ridge regression on trend, place in the season and known regressors with first-order
 * autoregressive errors: fitted to quasi-differences y_t − 0.95·y_{t−1} (Cochrane & Orcutt 1949),
 * so that the forecast starts at the last level and goes over into the regression. The penalty is
 * that of least generalised cross-validation (Golub, Heath & Wahba 1979).
 *
 * Calendar terms (quarter-end, working days, holidays), headcount, campaign spend, pipeline
 * created earlier and market indicators are known regressors.
 *
 * @param task.y at least three values
 */
export function regression({ y, season, h, regressors = [] }: Task): number[] {
  const n = y.length;
  const places = Array.from({ length: n + h }, (_, t) => [
    ...placeRow(t, season),
    ...(regressors[t] ?? []),
  ]);
  const rows = places.map((place, t) => [trendAt(t, n), ...place]);
  const fit = fitRidge(quasiRows(rows.slice(0, n)), quasiValues(y));
  // the intercept of quasi-differences is (1 − carry) times that of the values
  const whole = { ...fit, intercept: fit.intercept / (1 - carry) };
  const error = (y[n - 1] ?? Number.NaN) - predict(whole, rows[n - 1] ?? []);
  return rows.slice(n).map((row, k) => predict(whole, row) + error * carry ** (k + 1));
}

/** Time, which slows down beyond the history. */
const trendAt = (t: number, n: number) =>
  t < n ? t : n - 1 + (damping * (1 - damping ** (t - n + 1))) / (1 - damping);

const placeRow = (t: number, season: number) =>
  season > 1 ? Array.from({ length: season }, (_, j) => (j === t % season ? 1 : 0)) : [];

function fitRidge(rows: readonly (readonly number[])[], y: readonly number[]) {
  const parts = decompose(rows, y);
  const squares = y.reduce((total, value) => total + (value - parts.meanOfY) ** 2, 0);
  const losses = penalties.map((penalty) => crossValidation(parts, penalty, squares, y.length));
  return solve(parts, penalties[losses.indexOf(Math.min(...losses))] ?? 1);
}

/** Residual squares / (n − trace of the hat matrix)², from the singular values alone. */
function crossValidation(parts: Decomposition, penalty: number, squares: number, n: number) {
  let [explained, trace] = [0, 1];
  for (const [k, d] of parts.singular.entries()) {
    const shrink = (d * d) / (d * d + penalty);
    explained += (parts.rotatedY[k] ?? 0) ** 2 * shrink * (2 - shrink);
    trace += shrink;
  }
  return (squares - explained) / (n - trace) ** 2;
}

const quasiValues = (y: readonly number[]) =>
  y.slice(1).map((value, t) => value - carry * (y[t] ?? 0));

const quasiRows = (rows: readonly (readonly number[])[]) =>
  rows.slice(1).map((row, t) => row.map((x, j) => x - carry * (rows[t]?.[j] ?? 0)));
