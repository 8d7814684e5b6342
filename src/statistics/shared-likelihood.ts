import { type Likelihood, softplus } from "./likelihood.ts";
import { commonOdds, isEmpty, rowOdds, type SharedDesign } from "./shared-rows.ts";
import type { SharedColumns } from "./sparse-rows.ts";

/** The same as `likelihoodAt`, but what a group of rows shares is gone through once. */
export function sharedLikelihoodAt(
  design: SharedDesign,
  beta: Float64Array,
  precision: number,
): Likelihood {
  const { shared } = design;
  const gradient = beta.map((coefficient, k) => (k === 0 ? 0 : -precision * coefficient));
  let objective = 0;
  for (let k = 1; k < beta.length; k++) objective -= (precision * (beta[k] as number) ** 2) / 2;
  for (let group = 0; group + 1 < shared.firsts.length; group++) {
    if (isEmpty(design, group)) continue;
    const common = commonOdds(shared, group, beta);
    let residuals = 0;
    const last = shared.firsts[group + 1] as number;
    for (let row = shared.firsts[group] as number; row < last; row++) {
      const count = design.trials[row] as number;
      if (count === 0) continue;
      const succeeded = design.successes[row] as number;
      const odds = rowOdds(design, row, { common, beta });
      const residual = succeeded - count / (1 + Math.exp(-odds));
      objective += succeeded * odds - count * softplus(odds);
      residuals += residual;
      addTimes(design, row, { factor: residual, gradient });
    }
    gradient[0] = (gradient[0] as number) + residuals;
    addTimes(shared.rows, group, { factor: residuals, gradient });
  }
  return { objective, gradient };
}

/** Adds a row's columns, times what it leaves over, to the gradient. */
function addTimes(
  { starts, columns, values }: SharedColumns["rows"],
  row: number,
  { factor, gradient }: { factor: number; gradient: Float64Array },
): void {
  const end = starts[row + 1] as number;
  for (let k = starts[row] as number; k < end; k++) {
    const place = (columns[k] as number) + 1;
    gradient[place] = (gradient[place] as number) + factor * (values[k] as number);
  }
}
