/** A sum of cells that is forecast on its own, too. */
export interface Aggregate {
  /** Places of its cells. */
  readonly cells: readonly number[];
  /** Of its own forecast's errors, above 0. */
  readonly variance: number;
}

/** Steps of the conjugate gradient at most, and the share of the residual at which it is done. */
const [mostSteps, tolerance] = [200, 1e-8];

/** How forecasts of cells err. */
export interface CellErrors {
  /** Of each cell on its own; a cell of 0 moves with all others alone. */
  readonly variances: readonly number[];
  /** The deviation of an error that all cells share, as a share of their forecasts. */
  readonly common: number;
}

/**
 * Reconciles forecasts of cells and of their sums by weighted least squares: the cells that are
 * closest to all forecasts in squares over the variances of their errors (Hyndman, Lee & Wang
 * 2016, Fast computation of reconciled forecasts for hierarchical and grouped time series,
 * Computational Statistics & Data Analysis 97; "variance scaling"). Groups may cross. Errors of
 * cells may share a part, since a thousand reps who are all forecast a tenth too low aren't made
 * right by their number: a covariance of one factor in place of the sample's (cf. Wickramasuriya,
 * Athanasopoulos & Hyndman 2019).
 *
 * With moves b − b̂ = Az, A = [V½, common · b̂], it is (I + A′S′W⁻¹SA)z = A′S′W⁻¹(ŷ − Sb̂), solved by
 * conjugate gradients over the sums' own members, without a matrix (Hyndman et al., sec. 4).
 *
 * @returns the cells reconciled, from the cells' forecasts and those of the sums
 */
export function reconciler(
  { variances, common }: CellErrors,
  aggregates: readonly Aggregate[],
): (cells: Float64Array, sums: ArrayLike<number>) => Float64Array {
  const deviations = Float64Array.from(variances, Math.sqrt);
  const n = deviations.length;
  return (cells, sums) => {
    const shared = cells.map((value) => common * value);
    const moves = (z: Float64Array) => {
      const moved = times(deviations, z);
      add(moved, shared, z[n] ?? Number.NaN);
      return moved;
    };
    const pulls = (gaps: Float64Array) => {
      const pull = spreadOver(aggregates, gaps, n);
      const image = new Float64Array(n + 1);
      image.set(times(deviations, pull));
      image[n] = dot(shared, pull);
      return image;
    };
    const apply = (z: Float64Array) => {
      const image = pulls(sumsOver(aggregates, moves(z)));
      add(image, z, 1);
      return image;
    };
    const gaps = sumsOver(aggregates, cells).map((sum, i) => (sums[i] ?? Number.NaN) - sum);
    const result = moves(conjugateGradient(apply, pulls(gaps)));
    add(result, cells, 1);
    return result;
  };
}

function sumsOver(aggregates: readonly Aggregate[], cells: ArrayLike<number>): Float64Array {
  const sums = new Float64Array(aggregates.length);
  for (let i = 0; i < sums.length; i++) {
    let total = 0;
    for (const cell of aggregates[i]?.cells ?? []) total += cells[cell] ?? Number.NaN;
    sums[i] = total;
  }
  return sums;
}

/** Each cell's total of its sums' values, over their variances. */
function spreadOver(aggregates: readonly Aggregate[], values: Float64Array, n: number) {
  const cells = new Float64Array(n);
  for (let i = 0; i < values.length; i++) {
    const { cells: members, variance } = aggregates[i] ?? { cells: [], variance: 1 };
    const pull = (values[i] ?? Number.NaN) / variance;
    for (const cell of members) cells[cell] = (cells[cell] ?? Number.NaN) + pull;
  }
  return cells;
}

/** Solves Ax = b for symmetric positive definite A (Hestenes & Stiefel 1952). */
function conjugateGradient(
  apply: (x: Float64Array) => Float64Array,
  b: Float64Array,
): Float64Array {
  const x = new Float64Array(b.length);
  const residual = Float64Array.from(b);
  const direction = Float64Array.from(b);
  let squares = dot(residual, residual);
  const enough = squares * tolerance * tolerance;
  for (let step = 0; step < mostSteps && squares > enough; step++) {
    const image = apply(direction);
    const length = squares / dot(direction, image);
    add(x, direction, length);
    add(residual, image, -length);
    const next = dot(residual, residual);
    const keep = next / squares;
    for (let k = 0; k < x.length; k++) {
      direction[k] = (residual[k] ?? Number.NaN) + keep * (direction[k] ?? Number.NaN);
    }
    squares = next;
  }
  return x;
}

function add(to: Float64Array, part: ArrayLike<number>, factor: number): void {
  for (let k = 0; k < to.length; k++) {
    to[k] = (to[k] ?? Number.NaN) + factor * (part[k] ?? Number.NaN);
  }
}

function dot(a: Float64Array, b: Float64Array): number {
  let total = 0;
  for (let k = 0; k < a.length; k++) total += (a[k] ?? Number.NaN) * (b[k] ?? Number.NaN);
  return total;
}

function times(a: Float64Array, b: Float64Array): Float64Array {
  const product = new Float64Array(a.length);
  for (let k = 0; k < a.length; k++) product[k] = (a[k] ?? Number.NaN) * (b[k] ?? Number.NaN);
  return product;
}
