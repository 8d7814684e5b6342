import type { Outcomes, SharedColumns, SparseRows } from "./sparse-rows.ts";

/** A design of which neighbouring rows share columns. */
export type SharedDesign = SparseRows & Outcomes & { readonly shared: SharedColumns };

/** Whether no row of a group has trials, as those that are held out. */
export function isEmpty({ shared, trials }: SharedDesign, group: number): boolean {
  const last = shared.firsts[group + 1] as number;
  let row = shared.firsts[group] as number;
  while (row < last && trials[row] === 0) row += 1;
  return row === last;
}

/** The intercept and what a group's columns add to the log-odds of its rows. */
export function commonOdds({ rows }: SharedColumns, group: number, beta: Float64Array): number {
  const end = rows.starts[group + 1] as number;
  let odds = beta[0] as number;
  for (let k = rows.starts[group] as number; k < end; k++) {
    odds += (beta[(rows.columns[k] as number) + 1] as number) * (rows.values[k] as number);
  }
  return odds;
}

/** A row's log-odds, given what its group adds. */
export function rowOdds(
  { starts, columns, values, offsets }: SharedDesign,
  row: number,
  { common, beta }: { common: number; beta: Float64Array },
): number {
  const end = starts[row + 1] as number;
  let odds = common + (offsets ? (offsets[row] as number) : 0);
  for (let k = starts[row] as number; k < end; k++) {
    odds += (beta[(columns[k] as number) + 1] as number) * (values[k] as number);
  }
  return odds;
}
