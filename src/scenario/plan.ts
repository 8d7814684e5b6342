import { type FrontierPoint, frontier, totalForShare } from "../quota/frontier.ts";
import { type Buffers, type LevelTotals, levelTotals } from "../quota/levels.ts";
import { type Recommended, recommendQuotas } from "../quota/recommend.ts";
import { candidatesOf, type YearSeller } from "../quota/sales-year.ts";
import type { PlanBase } from "./base.ts";
import { type CapacityMonth, capacityOf } from "./capacity.ts";
import { type FairnessGroup, fairnessOf } from "./fairness.ts";
import { groupsOf } from "./groups.ts";
import { checkNames } from "./names.ts";
import { type ScenarioPart, unplaced } from "./part.ts";
import { type PlannedGroup, type PlannedRep, shareAtQuota } from "./planned.ts";
import type { ScenarioEntry } from "./schema.ts";
import { settledTeams } from "./team-quotas.ts";
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
  readonly fairness: readonly FairnessGroup[];
  readonly buffers: Buffers;
}

/**
 * The plan that a scenario makes of the base: the same code in batch and page.
 *
 * @param scenario with all that it extends
 * @param parts it and all that it extends, as they are written, to say where a mistake stands
 * @throws InputErrors for names that nobody bears; InputError where guardrails can't be met
 */
export function planOf(
  base: PlanBase,
  scenario: ScenarioEntry,
  parts: readonly ScenarioPart[] = [unplaced(scenario)],
): Plan {
  checkNames(base, parts);
  const year = yearOf(base, scenario);
  const guardrails = guardrailsOf(base, scenario);
  const buffers = buffersOf(base, scenario);
  const unit = unitOf(base, scenario);
  const { currencyDigits } = base;
  const teams = new Map(year.sellers.map(({ repId, teamId }) => [repId, teamId]));
  const candidates = settledTeams(candidatesOf(year), scenario, {
    teamOf: (repId) => teams.get(repId),
    guardrails,
    buffer: buffers.rep,
    unit,
    currencyDigits,
  });
  const carriers = candidates.map(({ carrier }) => carrier);
  const attrition = scenario.attrition ?? 0;
  const totals = levelTotals(
    chosenTarget(base, scenario, { carriers, guardrails, buffers }),
    buffers,
  );
  const { reps, odds } = recommendQuotas(candidates, {
    total: totals.rep,
    guardrails,
    unit,
    currencyDigits,
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
    fairness: fairnessOf(year.sellers, placed),
  };
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
