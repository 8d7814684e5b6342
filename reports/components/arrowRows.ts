/** The part of an Arrow table that is used here. */
export interface ColumnTable {
  readonly numRows: number;
  getChild(name: string): { get(index: number): unknown } | null;
}

/** Rows of an Arrow table that have these values, with the named columns. */
export function rowsWhere<Row extends object>(
  table: ColumnTable,
  names: readonly (keyof Row & string)[],
  where: Partial<Row>,
): Row[] {
  const wanted = Object.entries(where).map(([name, value]) => ({
    column: table.getChild(name),
    value,
  }));
  const read = names.map((name) => [name, table.getChild(name)] as const);
  const rows: Row[] = [];
  for (let index = 0; index < table.numRows; index++) {
    if (!wanted.every(({ column, value }) => column?.get(index) === value)) continue;
    const cells = read.map(([name, column]) => [name, column?.get(index) ?? null]);
    rows.push(Object.fromEntries(cells) as Row);
  }
  return rows;
}

/** Two tables of the same rows, each with columns of its own, as one. */
export const beside = (first: ColumnTable, second: ColumnTable): ColumnTable => ({
  numRows: first.numRows,
  getChild: (name) => first.getChild(name) ?? second.getChild(name),
});
