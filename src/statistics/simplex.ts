/** Sweeps over all pairs; a convex problem of a handful of weights settles in a few. */
const sweeps = 50;

/**
 * The non-negative weights w of sum 1 that minimise w′Aw, by moving weight between one pair
 * after another to that pair's exact optimum. With A = Σ e·e′ over forecast errors e of several
 * methods it is the combination of least squared error (Bates & Granger 1969; Granger &
 * Ramanathan 1984, restricted).
 *
 * @param matrix symmetric, positive semidefinite, k × k with k ≥ 1
 */
export function simplexWeights(matrix: readonly (readonly number[])[]): number[] {
  const k = matrix.length;
  const weights = Array<number>(k).fill(1 / k);
  const slope = (i: number) => weights.reduce((total, w, j) => total + entry(matrix, i, j) * w, 0);
  for (let sweep = 0; sweep < sweeps; sweep++) {
    for (let i = 1; i < k; i++) {
      for (let j = 0; j < i; j++) {
        const curve = entry(matrix, i, i) - 2 * entry(matrix, i, j) + entry(matrix, j, j);
        if (curve <= 0) continue;
        const [to, from] = [weights[i] ?? 0, weights[j] ?? 0];
        const moved = Math.max(-to, Math.min(from, (slope(j) - slope(i)) / curve));
        weights[i] = to + moved;
        weights[j] = from - moved;
      }
    }
  }
  return weights;
}

const entry = (matrix: readonly (readonly number[])[], i: number, j: number) =>
  matrix[i]?.[j] ?? Number.NaN;
