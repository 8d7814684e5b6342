import { attainmentProbability } from "../quota/production.ts";
import { candidatesOf, expectedMonths, productionOf } from "../quota/sales-year.ts";
import type { Newcomer, PlanBase } from "./base.ts";

/** How many hires of a role, all in one month, make the target as likely as asked for. */
export interface HiresNeeded {
  readonly role: string;
  /** Month of the year in which they begin, 0 to 11. */
  readonly from: number;
  readonly probability: number;
  /** Null where even the most that are tried don't. */
  readonly hires: number | null;
  /** What one of them is expected to book in the year, minor units. */
  readonly each: number;
}

const hireProbabilities = [0.5, 0.65, 0.8, 0.9] as const;
/** Who begins later adds to next year more than to this one. */
const hireMonths = [0, 3, 6] as const;
const mostHires = 200;

/** By role, month and probability of the company's target; minor units. */
export function hiresNeeded(base: PlanBase, target: number): HiresNeeded[] {
  return base.newcomers.flatMap((newcomer) =>
    hireMonths.flatMap((from) =>
      hireProbabilities.map((probability) =>
        neededOf(base, { newcomer, from, probability, target }),
      ),
    ),
  );
}

function neededOf(
  base: PlanBase,
  {
    newcomer,
    from,
    probability,
    target,
  }: {
    readonly newcomer: Newcomer;
    readonly from: number;
    readonly probability: number;
    readonly target: number;
  },
): HiresNeeded {
  const { uncertainty } = base.year;
  const there = together(base);
  const each = yearOf(base, newcomer, from);
  const own = productionOf(each, newcomer.ratioVariance, { ...uncertainty, common: 0 }).variance;
  const odds = (hires: number) => {
    const mean = there.mean + hires * each;
    const variance = there.own + hires * own + (uncertainty.common * mean) ** 2;
    return attainmentProbability({ mean, variance }, target);
  };
  const counts = Array.from({ length: mostHires + 1 }, (_, hires) => hires);
  const hires = counts.find((count) => odds(count) >= probability) ?? null;
  return { role: newcomer.role, from, probability, hires, each: Math.round(each) };
}

/** What reps of today are expected to book, and the variance of their own luck. */
function together({ year }: PlanBase) {
  const { common } = year.uncertainty;
  const productions = candidatesOf(year).map(({ carrier }) => carrier.production);
  return {
    mean: productions.reduce((sum, { mean }) => sum + mean, 0),
    own: productions.reduce((sum, { mean, variance }) => sum + variance - (common * mean) ** 2, 0),
  };
}

function yearOf({ year }: PlanBase, { role, full }: Newcomer, from: number): number {
  const ramp = year.ramps.find((one) => one.role === role);
  return expectedMonths({ full, service: -from, from, to: 12 }, ramp).reduce((a, b) => a + b, 0);
}
