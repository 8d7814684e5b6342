import jstat from "jstat";

const { studentt } = jstat.jStat;

/** Student-t quantile: the x with P(T ≤ x) = `probability`; `degreesOfFreedom` > 0, may be fractional. */
export function studentQuantile(probability: number, degreesOfFreedom: number): number {
  return studentt.inv(probability, degreesOfFreedom);
}

/** P(T ≤ x) of Student's t; x may be infinite. */
export function studentProbability(x: number, degreesOfFreedom: number): number {
  if (!Number.isFinite(x)) return x > 0 ? 1 : 0;
  return studentt.cdf(x, degreesOfFreedom);
}
