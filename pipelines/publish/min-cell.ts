/** Rows about few people, put together until nobody can be told from what is left. */
interface Folding<Row> {
  readonly minCell: number;
  readonly sizeOf: (row: Row) => number;
  /** How many people rows are about together: their sum where nobody is in two of them. */
  readonly together: (sizes: readonly number[]) => number;
  readonly merge: (rows: readonly Row[]) => Row;
}

/**
 * Rows of at least `minCell` people each: smaller ones are merged into one, with the next larger ones
 * as long as it is too small, too. Nothing is left where all together are too few.
 */
export function folded<Row>(
  rows: readonly Row[],
  { minCell, sizeOf, together, merge }: Folding<Row>,
): Row[] {
  const bySize = [...rows].sort((a, b) => sizeOf(a) - sizeOf(b));
  const isEnough = (some: readonly Row[]) => together(some.map(sizeOf)) >= minCell;
  let count = bySize.filter((row) => sizeOf(row) < minCell).length;
  if (count === 0) return [...rows];
  while (count < bySize.length && !isEnough(bySize.slice(0, count))) count += 1;
  const small = bySize.slice(0, count);
  if (!isEnough(small)) return [];
  return [
    ...rows.filter((row) => !small.includes(row)),
    small.length === 1 ? (small[0] as Row) : merge(small),
  ];
}
