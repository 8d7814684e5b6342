/** How much a week counts less than the one after it: half after a quarter of a year. */
const decay = 0.5 ** (1 / 13);

/**
 * Deals created a week, at an even pace over the quarter: recent weeks count more, and each for what
 * its place in the quarter lets expect.
 *
 * @param created deals of each week before the cutoff, the last one first
 * @param paces the usual pace of the same weeks, 1 on average
 * @returns deals a week; 0 where none was ever created
 */
export function arrivalRate(created: readonly number[], paces: readonly number[]): number {
  let [deals, expected, weight] = [0, 0, 1];
  for (const [week, count] of created.entries()) {
    deals += weight * count;
    expected += weight * (paces[week] ?? Number.NaN);
    weight *= decay;
  }
  return expected > 0 ? deals / expected : 0;
}
