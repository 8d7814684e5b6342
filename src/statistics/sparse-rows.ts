/** Trials that share a row of the design, of which only the columns that aren't zero are named. */
export interface Trials {
  /** Each at most once. */
  readonly columns: readonly number[];
  /** As many as columns; all 1 when not given. */
  readonly values?: readonly number[];
  readonly successes: number;
  readonly trials: number;
}

/**
 * The rows of a design without their zeros (compressed sparse rows): row r has the columns and
 * values from `starts[r]` up to `starts[r + 1]`, no column twice. Dense rows name every column.
 */
export interface SparseRows {
  /** How many columns the design has. */
  readonly width: number;
  /** One longer than there are rows. */
  readonly starts: Uint32Array;
  readonly columns: Uint32Array;
  readonly values: Float64Array;
  /** What is added to the log-odds of each row besides, such as the log of its time at risk; 0 unless given. */
  readonly offsets?: Float64Array;
  readonly shared?: SharedColumns;
}

/**
 * What neighbouring rows share, such as the weeks of a deal: group g has the rows from `firsts[g]` up
 * to `firsts[g + 1]`, and its columns, which none of its rows names, are row g of `rows`.
 */
export interface SharedColumns {
  readonly firsts: Uint32Array;
  readonly rows: Pick<SparseRows, "starts" | "columns" | "values">;
}

/** How the trials of each row ended; rows without trials are left out of a fit. */
export interface Outcomes {
  readonly successes: ArrayLike<number>;
  readonly trials: ArrayLike<number>;
}

/** Rows of named columns as a design with its outcomes. */
export function sparseRows(rows: readonly Trials[], width: number): SparseRows & Outcomes {
  const entries = rows.reduce((total, { columns }) => total + columns.length, 0);
  const starts = new Uint32Array(rows.length + 1);
  const columns = new Uint32Array(entries);
  const values = new Float64Array(entries).fill(1);
  for (const [index, row] of rows.entries()) {
    const start = starts[index] ?? 0;
    columns.set(row.columns, start);
    if (row.values) values.set(row.values, start);
    starts[index + 1] = start + row.columns.length;
  }
  const successes = Float64Array.from(rows, (row) => row.successes);
  const trials = Float64Array.from(rows, (row) => row.trials);
  return { width, starts, columns, values, successes, trials };
}

/** Intercept, offset and coefficients times the values of each row. */
export function linearPredictor(
  design: SparseRows,
  { intercept, coefficients }: { intercept: number; coefficients: ArrayLike<number> },
): Float64Array {
  const { starts, offsets, shared } = design;
  const predicted = new Float64Array(starts.length - 1).fill(intercept);
  const add = (row: number, value: number) => {
    predicted[row] = (predicted[row] as number) + value;
  };
  for (let row = 0; row < predicted.length; row++) add(row, sumOf(design, row, coefficients));
  for (const [row, offset] of (offsets ?? []).entries()) add(row, offset);
  for (let group = 0; shared && group + 1 < shared.firsts.length; group++) {
    const common = sumOf(shared.rows, group, coefficients);
    const end = shared.firsts[group + 1] as number;
    for (let row = shared.firsts[group] as number; row < end; row++) add(row, common);
  }
  return predicted;
}

function sumOf(
  { starts, columns, values }: Pick<SparseRows, "starts" | "columns" | "values">,
  row: number,
  coefficients: ArrayLike<number>,
): number {
  const end = starts[row + 1] as number;
  let total = 0;
  for (let k = starts[row] as number; k < end; k++) {
    total += (coefficients[columns[k] as number] as number) * (values[k] as number);
  }
  return total;
}
