import { attainmentProbability } from "../quota/production.ts";
import type { PlannedRep } from "./planned.ts";

/** How many reps are expected to land within a span of attainment. */
export interface AttainmentBin {
  /** Attainment as a fraction of quota; the last bin is open above. */
  readonly from: number;
  readonly to: number;
  readonly reps: number;
}

const width = 0.1;
/** From there on attainment is one bin. */
const top = 2;

/** Expected counts of reps by attainment, in steps of a tenth of quota up to twice the quota. */
export function attainmentSpread(reps: readonly PlannedRep[]): AttainmentBin[] {
  const carriers = reps.filter(({ quota }) => quota > 0);
  const edges = Array.from({ length: Math.round(top / width) + 1 }, (_, k) => k * width);
  const atLeast = (attainment: number) =>
    carriers.reduce(
      (sum, { production, quota }) => sum + attainmentProbability(production, attainment * quota),
      0,
    );
  const counts = edges.map(atLeast);
  return edges.map((from, k) => ({
    from,
    to: from + width,
    reps: (counts[k] ?? 0) - (counts[k + 1] ?? 0),
  }));
}
