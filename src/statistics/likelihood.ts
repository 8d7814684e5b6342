import type { Outcomes, SparseRows } from "./sparse-rows.ts";

/** The penalised log-likelihood at coefficients, with its gradient. */
export interface Likelihood {
  readonly objective: number;
  readonly gradient: Float64Array;
}

/** log(1 + eˣ) without overflow. */
export const softplus = (x: number) => Math.max(x, 0) + Math.log1p(Math.exp(-Math.abs(x)));

/**
 * Log-likelihood of a logistic regression, less `precision` / 2 times the squared coefficients, and
 * its gradient. Index 0 is the intercept's, which isn't penalised. Loops over typed arrays, since
 * this and the information are all that a fit spends its time on.
 *
 * @param beta the intercept, then as many coefficients as the design is wide
 */
export function likelihoodAt(
  { starts, columns, values, offsets, successes, trials }: SparseRows & Outcomes,
  beta: Float64Array,
  precision: number,
): Likelihood {
  const gradient = beta.map((coefficient, k) => (k === 0 ? 0 : -precision * coefficient));
  let objective = 0;
  for (let k = 1; k < beta.length; k++) objective -= (precision * (beta[k] as number) ** 2) / 2;
  for (let row = 0; row + 1 < starts.length; row++) {
    const count = trials[row] as number;
    if (count === 0) continue;
    const start = starts[row] as number;
    const end = starts[row + 1] as number;
    let odds = (beta[0] as number) + (offsets?.[row] ?? 0);
    for (let k = start; k < end; k++) {
      odds += (beta[(columns[k] as number) + 1] as number) * (values[k] as number);
    }
    const residual = (successes[row] as number) - count / (1 + Math.exp(-odds));
    objective += (successes[row] as number) * odds - count * softplus(odds);
    gradient[0] = (gradient[0] as number) + residual;
    for (let k = start; k < end; k++) {
      const place = (columns[k] as number) + 1;
      gradient[place] = (gradient[place] as number) + residual * (values[k] as number);
    }
  }
  return { objective, gradient };
}

/**
 * The information Xᵀ W X + precision, W = trials · chance · (1 − chance), row by row; only its
 * lower triangle is filled in.
 */
export function informationAt(
  { starts, columns, values, offsets, trials }: SparseRows & Outcomes,
  beta: Float64Array,
  precision: number,
): Float64Array {
  const size = beta.length;
  const products = new Float64Array(size * size);
  for (let row = 0; row + 1 < starts.length; row++) {
    const count = trials[row] as number;
    if (count === 0) continue;
    const start = starts[row] as number;
    const end = starts[row + 1] as number;
    let odds = (beta[0] as number) + (offsets?.[row] ?? 0);
    for (let k = start; k < end; k++) {
      odds += (beta[(columns[k] as number) + 1] as number) * (values[k] as number);
    }
    const chance = 1 / (1 + Math.exp(-odds));
    const weight = count * chance * (1 - chance);
    products[0] = (products[0] as number) + weight;
    for (let i = start; i < end; i++) {
      const place = (columns[i] as number) + 1;
      const weighted = weight * (values[i] as number);
      products[place * size] = (products[place * size] as number) + weighted;
      const base = place * size + 1;
      for (let j = start; j <= i; j++) {
        const at = base + (columns[j] as number);
        products[at] = (products[at] as number) + weighted * (values[j] as number);
      }
    }
  }
  return lowerTriangle(products, size, precision);
}

/** Folds each pair of columns, summed on whichever side of the diagonal, into the lower triangle. */
export function lowerTriangle(
  products: Float64Array,
  size: number,
  precision: number,
): Float64Array {
  for (let i = 1; i < size; i++) {
    products[i * size + i] = (products[i * size + i] as number) + precision;
    for (let j = 0; j < i; j++) {
      const both = (products[i * size + j] as number) + (products[j * size + i] as number);
      products[i * size + j] = both;
      products[j * size + i] = 0;
    }
  }
  return products;
}
