/**
 * Brings cells to zero or above and keeps their sum: what falls below is cut off, and what is
 * left is scaled to the sum before. A plain stand-in for non-negative least squares (Wickramasuriya,
 * Turlach & Hyndman 2020). A sum at or below zero leaves nothing.
 *
 * @param isFree cells that may be negative, since their history was
 */
export function nonNegative(
  cells: Float64Array,
  isFree: (cell: number) => boolean = () => false,
): Float64Array {
  const total = sum(cells);
  const cut = cells.map((value, k) => (isFree(k) ? value : Math.max(0, value)));
  const kept = cut.reduce((all, value) => all + Math.max(0, value), 0);
  const excess = sum(cut) - total;
  if (kept <= 0 || excess <= 0) return cut;
  const factor = Math.max(0, 1 - excess / kept);
  return cut.map((value) => (value > 0 ? value * factor : value));
}

/**
 * Rounds cells so that they sum to their rounded sum: largest remainder (Hamilton), ties to the
 * earlier cell.
 */
export function wholeCents(cells: Float64Array): Float64Array {
  // 0 added, so that none is −0
  const whole = cells.map((value) => Math.floor(value) + 0);
  const remainders = cells.map((value, k) => value - (whole[k] ?? Number.NaN));
  const missing = Math.round(sum(cells)) - sum(whole);
  const order = Array.from(cells.keys()).sort(
    (a, b) => (remainders[b] ?? Number.NaN) - (remainders[a] ?? Number.NaN) || a - b,
  );
  for (const k of order.slice(0, missing)) whole[k] = (whole[k] ?? Number.NaN) + 1;
  return whole;
}

function sum(values: Float64Array): number {
  let total = 0;
  for (const value of values) total += value;
  return total;
}
