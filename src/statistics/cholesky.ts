/**
 * The lower triangle L of a symmetric positive definite matrix A = L Lᵀ, row by row. In typed arrays,
 * since ml-matrix takes ten times as long for a matrix of some hundred columns.
 *
 * @param matrix row by row; only its lower triangle is read
 * @throws Error when it isn't positive definite
 */
export function cholesky(matrix: Float64Array, size: number): Float64Array {
  const lower = new Float64Array(size * size);
  for (let i = 0; i < size; i++) {
    for (let j = 0; j <= i; j++) {
      let rest = matrix[i * size + j] as number;
      for (let k = 0; k < j; k++) {
        rest -= (lower[i * size + k] as number) * (lower[j * size + k] as number);
      }
      lower[i * size + j] = i === j ? rootOf(rest) : rest / (lower[j * size + j] as number);
    }
  }
  return lower;
}

function rootOf(pivot: number): number {
  if (!(pivot > 0)) throw new Error("singular information matrix");
  return Math.sqrt(pivot);
}

/** x with A x = b, from the lower triangle of A: forward, then back substitution. */
export function solveCholesky(lower: Float64Array, right: Float64Array): Float64Array {
  const size = right.length;
  const solution = Float64Array.from(right);
  for (let i = 0; i < size; i++) {
    let rest = solution[i] as number;
    for (let k = 0; k < i; k++) rest -= (lower[i * size + k] as number) * (solution[k] as number);
    solution[i] = rest / (lower[i * size + i] as number);
  }
  for (let i = size - 1; i >= 0; i--) {
    let rest = solution[i] as number;
    for (let k = i + 1; k < size; k++) {
      rest -= (lower[k * size + i] as number) * (solution[k] as number);
    }
    solution[i] = rest / (lower[i * size + i] as number);
  }
  return solution;
}

/** The inverse of A, row by row. */
export function inverseCholesky(lower: Float64Array, size: number): number[][] {
  return Array.from({ length: size }, (_, row) => {
    const unit = new Float64Array(size);
    unit[row] = 1;
    return Array.from(solveCholesky(lower, unit));
  });
}
