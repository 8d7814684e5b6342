/**
 * Spearman's rank correlation, ties by their mean rank (Spearman 1904).
 *
 * @returns null below two pairs, or where a side has one value alone
 */
export function rankCorrelation(a: readonly number[], b: readonly number[]): number | null {
  if (a.length < 2) return null;
  const [x, y] = [ranksOf(a), ranksOf(b)];
  const middle = (a.length + 1) / 2;
  const product = (one: readonly number[], other: readonly number[]) =>
    one.reduce((sum, rank, at) => sum + (rank - middle) * ((other[at] ?? middle) - middle), 0);
  const scale = Math.sqrt(product(x, x) * product(y, y));
  return scale > 0 ? product(x, y) / scale : null;
}

function ranksOf(values: readonly number[]): number[] {
  const order = values.map((value, at) => ({ value, at })).sort((p, q) => p.value - q.value);
  const ranks = Array<number>(values.length).fill(0);
  for (let first = 0; first < order.length; ) {
    let last = first;
    while (order[last + 1]?.value === order[first]?.value) last += 1;
    for (let k = first; k <= last; k++) ranks[order[k]?.at ?? 0] = (first + last) / 2 + 1;
    first = last + 1;
  }
  return ranks;
}
