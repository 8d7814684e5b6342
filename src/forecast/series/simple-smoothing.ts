/** Simple exponential smoothing fitted to a history: ETS(A,N,N). */
export interface SimpleSmoothing {
  readonly alpha: number;
  /** The level after the last value: the forecast of every step. */
  readonly level: number;
}

/** The bounds that R's `forecast::ets` puts on a smoothing parameter. */
const [smallest, largest] = [1e-4, 0.9999];

/**
 * Fits α and the first level by least squares of the one-step errors, as R's `ses`
 * (Hyndman, Koehler, Ord & Snyder 2008, Forecasting with Exponential Smoothing, ch. 5).
 * Given α the errors are linear in the first level, so the search is over α alone: the best of
 * a grid, refined by golden section between its neighbours.
 *
 * @param y at least one value
 */
export function fitSimpleSmoothing(y: readonly number[]): SimpleSmoothing {
  const cells = 20;
  const grid = Array.from(
    { length: cells + 1 },
    (_, k) => smallest + (k / cells) * (largest - smallest),
  );
  const losses = grid.map((alpha) => run(y, alpha).loss);
  const best = losses.indexOf(Math.min(...losses));
  const alpha = goldenSection(
    (candidate) => run(y, candidate).loss,
    grid[Math.max(0, best - 1)] ?? smallest,
    grid[Math.min(cells, best + 1)] ?? largest,
  );
  return { alpha, level: run(y, alpha).level };
}

/**
 * One pass with a first level of 0 gives errors u_t and, from the recursion
 * e_t = u_t − (1 − α)^t · l₀, the l₀ of least squares.
 */
function run(y: readonly number[], alpha: number): { loss: number; level: number } {
  let level = 0;
  let decay = 1;
  let [uu, uw, ww] = [0, 0, 0];
  for (const value of y) {
    const error = value - level;
    uu += error * error;
    uw += error * decay;
    ww += decay * decay;
    level += alpha * error;
    decay *= 1 - alpha;
  }
  const first = uw / ww;
  return { loss: uu - first * uw, level: level + decay * first };
}

/** The least point of a function of one valley between two bounds, to one part in 10⁷. */
function goldenSection(loss: (x: number) => number, from: number, to: number): number {
  const ratio = (Math.sqrt(5) - 1) / 2;
  let [low, high] = [from, to];
  let [left, right] = [high - ratio * (high - low), low + ratio * (high - low)];
  let [atLeft, atRight] = [loss(left), loss(right)];
  while (high - low > 1e-7) {
    if (atLeft <= atRight) {
      [high, right, atRight] = [right, left, atLeft];
      left = high - ratio * (high - low);
      atLeft = loss(left);
    } else {
      [low, left, atLeft] = [left, right, atRight];
      right = low + ratio * (high - low);
      atRight = loss(right);
    }
  }
  const middle = (low + high) / 2;
  return [from, middle, to].reduce((best, x) => (loss(x) < loss(best) ? x : best), middle);
}
