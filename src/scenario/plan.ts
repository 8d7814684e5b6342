import { InputError } from "../errors.ts";
import { type FrontierPoint, frontier, totalForShare } from "../quota/frontier.ts";
import { type Buffers, type LevelTotals, levelTotals } from "../quota/levels.ts";
import { type Recommended, recommendQuotas } from "../quota/recommend.ts";
import { candidatesOf, type YearSeller } from "../quota/sales-year.ts";
import type { PlanBase } from "./base.ts";
import { type CapacityMonth, capacityOf } from "./capacity.ts";
import { groupsOf } from "./groups.ts";
import { type PlannedGroup, type PlannedRep, shareAtQuota } from "./planned.ts";
import type { ScenarioEntry } from "./schema.ts";
import { chosenTarget } from "./total.ts";
import { buffersOf, guardrailsOf, unitOf, yearOf } from "./year.ts";

/** A year planned: quotas of every level, and what they hold. */
export interface Plan {
  readonly label: string;
  readonly totals: LevelTotals;
  /** The odds of everyone whom no guardrail holds. */
  readonly odds: number;
  readonly shareAtQuota: number;
  readonly reps: readonly PlannedRep[];
  readonly groups: readonly PlannedGroup[];
  readonly frontier: readonly FrontierPoint[];
  /** The sum of quotas that meets the aim; null where guardrails keep it out of reach. */
  readonly aimed: number | null;
  readonly aim: number;
  readonly capacity: readonly CapacityMonth[];
  /** How far quotas lie from expected bookings, between reps: standard deviation of the ratio's logarithm. */
  readonly unevenness: number;
  readonly buffers: Buffers;
}

/**
 * The plan that a scenario makes of the base: the same code in batch and page.
 *
 * @throws InputError where guardrails can't be met, or a name is unknown
 */
export function planOf(base: PlanBase, scenario: ScenarioEntry): Plan {
  refuseOtherYear(base, scenario);
  const year = yearOf(base, scenario);
  const candidates = candidatesOf(year);
  const carriers = candidates.map(({ carrier }) => carrier);
  const guardrails = guardrailsOf(base, scenario);
  const buffers = buffersOf(base, scenario);
  const attrition = scenario.attrition ?? 0;
  const totals = levelTotals(
    chosenTarget(base, scenario, { carriers, guardrails, buffers }),
    buffers,
  );
  const { reps, odds } = recommendQuotas(candidates, {
    total: totals.rep,
    guardrails,
    unit: unitOf(base, scenario),
    currencyDigits: base.currencyDigits,
  });
  const placed = placedReps(base, year.sellers, reps);
  return {
    label: base.label,
    totals,
    odds,
    buffers,
    reps: placed,
    shareAtQuota: shareAtQuota(placed),
    groups: groupsOf(placed, { company: base.company, year, totals, attrition }),
    frontier: frontier(carriers, guardrails),
    aimed: totalForShare(carriers, guardrails, base.aim),
    aim: base.aim,
    capacity: capacityOf(year, placed, { target: totals.company, attrition }),
    unevenness: unevennessOf(placed),
  };
}

function refuseOtherYear({ label }: PlanBase, { year }: ScenarioEntry): void {
  if (year === undefined || year === label) return;
  throw new InputError(`scenario of another year: ${year}`, {
    remedy: `The planned year is ${label}: write a scenario for it, or rebuild as of a day before ${year}.`,
  });
}

function placedReps(
  base: PlanBase,
  sellers: readonly YearSeller[],
  reps: readonly Recommended[],
): PlannedRep[] {
  const places = new Map(sellers.map((seller) => [seller.repId, seller]));
  const known = new Set(base.year.sellers.map(({ repId }) => repId));
  return reps.map((rep) => ({
    ...rep,
    teamId: places.get(rep.repId)?.teamId ?? "unassigned",
    regionId: places.get(rep.repId)?.regionId ?? "unassigned",
    isHire: !known.has(rep.repId),
  }));
}

function unevennessOf(reps: readonly PlannedRep[]): number {
  const ratios = reps
    .filter(({ quota, production }) => quota > 0 && production.mean > 0)
    .map(({ quota, production }) => Math.log(quota / production.mean));
  const mean = sum(ratios) / Math.max(1, ratios.length);
  return Math.sqrt(sum(ratios.map((ratio) => (ratio - mean) ** 2)) / Math.max(1, ratios.length));
}

const sum = (values: readonly number[]) => values.reduce((a, b) => a + b, 0);
