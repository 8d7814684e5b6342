/** No chance is scored as nearer to 0 or 1, so that one sure and wrong call isn't infinite. */
const surest = 1e-15;

/** Brier's score: the mean squared difference of chance and outcome (Brier 1950); lower is better. */
export const brierScore = (
  chances: ArrayLike<number>,
  outcomes: ArrayLike<number>,
  weights?: ArrayLike<number>,
): number => meanLoss(chances, outcomes, weights, (chance, outcome) => (chance - outcome) ** 2);

/** Mean logarithmic loss, −log of the chance given to what happened (Good 1952); lower is better. */
export const logLoss = (
  chances: ArrayLike<number>,
  outcomes: ArrayLike<number>,
  weights?: ArrayLike<number>,
): number =>
  meanLoss(chances, outcomes, weights, (chance, outcome) => {
    const told = outcome === 1 ? chance : 1 - chance;
    return -Math.log(Math.max(surest, told));
  });

function meanLoss(
  chances: ArrayLike<number>,
  outcomes: ArrayLike<number>,
  weights: ArrayLike<number> | undefined,
  lossOf: (chance: number, outcome: number) => number,
): number {
  let [total, weighed] = [0, 0];
  for (let index = 0; index < chances.length; index++) {
    const weight = weights?.[index] ?? 1;
    if (weight === 0) continue;
    total += weight * lossOf(chances[index] ?? Number.NaN, outcomes[index] ?? Number.NaN);
    weighed += weight;
  }
  return total / weighed;
}
