import { quotasAt } from "./equal-odds.ts";
import { type Bounds, boundsOf, type Carrier, type Guardrails } from "./guardrails.ts";
import { attainmentProbability } from "./production.ts";

/** What a total of quotas costs in reps who attain theirs. */
export interface FrontierPoint {
  /** Sum of the quotas, minor units. */
  readonly total: number;
  /** Expected share of reps at quota, 0 to 1. */
  readonly share: number;
}

const steps = 40;
/** From nearly everyone at quota to nearly nobody, as standard normal values. */
const reach = 2;
const halvings = 60;

/** Total against expected share at quota, from the lowest total to the highest. */
export function frontier(carriers: readonly Carrier[], guardrails: Guardrails): FrontierPoint[] {
  const bounds = carriers.map((carrier) => boundsOf(carrier, guardrails));
  return Array.from({ length: steps + 1 }, (_, k) =>
    pointAt(carriers, bounds, reach * ((2 * k) / steps - 1)),
  );
}

/** The highest total at which the aim is met; null where guardrails keep it out of reach. */
export function totalForShare(
  carriers: readonly Carrier[],
  guardrails: Guardrails,
  aim: number,
): number | null {
  const bounds = carriers.map((carrier) => boundsOf(carrier, guardrails));
  let [low, high] = [-8, 8];
  if (pointAt(carriers, bounds, low).share < aim) return null;
  for (let halving = 0; halving < halvings; halving++) {
    const middle = (low + high) / 2;
    if (pointAt(carriers, bounds, middle).share < aim) high = middle;
    else low = middle;
  }
  return Math.floor(pointAt(carriers, bounds, low).total);
}

function pointAt(
  carriers: readonly Carrier[],
  bounds: readonly Bounds[],
  z: number,
): FrontierPoint {
  const quotas = quotasAt(carriers, bounds, z);
  let [total, attained] = [0, 0];
  for (const [at, quota] of quotas.entries()) {
    total += quota;
    attained += attainmentProbability((carriers[at] as Carrier).production, quota);
  }
  return { total, share: carriers.length === 0 ? 0 : attained / carriers.length };
}
