/** Members that share a row of the design: how many, what their values and the squares sum to. */
export interface CountedRow {
  /** Columns without the intercept, all of one length. */
  readonly x: readonly number[];
  /** Members; 1 where each has a row of its own. */
  readonly count: number;
  /** What multiplies the mean of each member, above 0. */
  readonly exposure: number;
  readonly sum: number;
  readonly squares: number;
}

/** A row of columns that aren't 0, the intercept's first: most of a design of names is 0. */
export interface PackedRow {
  readonly row: CountedRow;
  readonly columns: Int32Array;
  readonly values: Float64Array;
}

/** The row without what is 0. */
export function packed(row: CountedRow): PackedRow {
  const columns = [0];
  const values = [1];
  for (const [j, value] of row.x.entries()) {
    if (value === 0) continue;
    columns.push(j + 1);
    values.push(value);
  }
  return { row, columns: Int32Array.from(columns), values: Float64Array.from(values) };
}

/** The linear predictor of a row; coefficients with the intercept first. */
export function predictorAt({ columns, values }: PackedRow, beta: Float64Array): number {
  let predictor = 0;
  for (let k = 0; k < columns.length; k++)
    predictor += (beta[columns[k] as number] as number) * (values[k] as number);
  return predictor;
}
