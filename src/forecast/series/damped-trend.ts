import { minimise } from "./pattern-search.ts";

/** Smoothing parameters: level α, trend β* and season γ* as shares of α and 1 − α, damping φ. */
type Parameters = readonly [alpha: number, beta: number, gamma: number, phi: number];

/** As R's `forecast::ets` bounds them; φ below 0.8 or above 0.98 is no damped trend any more. */
const lowest: Parameters = [0.01, 0.001, 0.001, 0.8];
const highest: Parameters = [0.99, 0.9, 0.9, 0.98];

const starts: readonly Parameters[] = [0.1, 0.5, 0.8].flatMap((alpha) =>
  [0.05, 0.3].flatMap((beta) => [0.05, 0.3].map((gamma): Parameters => [alpha, beta, gamma, 0.95])),
);

interface State {
  readonly level: number;
  readonly trend: number;
  readonly season: readonly number[];
}

/**
 * Holt–Winters smoothing with a damped additive trend and additive season, ETS(A,Ad,A), or
 * ETS(A,Ad,N) where there is no season or the history holds less than two
 * (Gardner & McKenzie 1985; Hyndman et al. 2008, Forecasting with Exponential Smoothing). The
 * first states are those of the first two seasons, the parameters those of least squared
 * one-step error. On a log scale it is the multiplicative method.
 *
 * @param y at least three values
 */
export function dampedTrend(y: readonly number[], season: number, h: number): number[] {
  const m = y.length > 2 * season ? season : 1;
  const first = firstState(y, m);
  const loss = (parameters: Parameters) => smooth(y, first, parameters).loss;
  const best = minimise(loss, { starts, lowest, highest });
  const { level, trend, season: places } = smooth(y, first, best);
  const phi = best[3];
  let [reach, step] = [0, 1];
  return Array.from({ length: h }, (_, k) => {
    step *= phi;
    reach += step;
    return level + reach * trend + (places[(y.length + k) % m] ?? 0);
  });
}

/** From two seasons: their means give level and trend, deviations from the line the season. */
function firstState(y: readonly number[], m: number): State {
  const mean = (from: number) => sum(y.slice(from, from + m)) / m;
  const trend = (mean(m) - mean(0)) / m;
  const middle = (m - 1) / 2;
  const off = (t: number) => (y[t] ?? 0) - (mean(0) + trend * (t - middle));
  const season = Array.from({ length: m }, (_, j) => (m > 1 ? (off(j) + off(j + m)) / 2 : 0));
  return { level: mean(0) - trend * (middle + 1), trend, season };
}

function smooth(y: readonly number[], first: State, [alpha, beta, gamma, phi]: Parameters) {
  const season = [...first.season];
  const m = season.length;
  let { level, trend } = first;
  let loss = 0;
  for (const [t, value] of y.entries()) {
    const place = t % m;
    const usual = season[place] ?? 0;
    const carried = phi * trend;
    const error = value - level - carried - usual;
    loss += error * error;
    level += carried + alpha * error;
    trend = carried + alpha * beta * error;
    if (m > 1) season[place] = usual + gamma * (1 - alpha) * error;
  }
  return { loss, level, trend, season };
}

const sum = (values: readonly number[]) => values.reduce((a, b) => a + b, 0);
