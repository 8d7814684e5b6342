/**
 * p values corrected for how many were looked at (Holm 1979, A simple sequentially rejective
 * multiple test procedure; R: p.adjust(method = "holm")): calling those below α a difference makes
 * one or more false statements with probability α at most, whatever depends on what.
 *
 * @returns as many as given, in their order
 */
export function holm(probabilities: readonly number[]): number[] {
  const order = probabilities
    .map((probability, index) => ({ probability, index }))
    .sort((a, b) => a.probability - b.probability || a.index - b.index);
  const adjusted = Array<number>(probabilities.length).fill(1);
  let largest = 0;
  for (const [rank, { probability, index }] of order.entries()) {
    largest = Math.max(largest, Math.min(1, probability * (order.length - rank)));
    adjusted[index] = largest;
  }
  return adjusted;
}
