import { quantileSorted } from "simple-statistics";
import { drawCount } from "../../quota/draws.ts";
import { grouped } from "../../statistics/grouped.ts";
import type { PlanBase } from "../base.ts";
import { type ScenarioPart, unplaced } from "../part.ts";
import type { Plan } from "../plan.ts";
import type { PlannedGroup } from "../planned.ts";
import type { ScenarioEntry } from "../schema.ts";
import { yearOf } from "../year.ts";
import type { PayBase } from "./base.ts";
import { type Earner, earnersOf } from "./earner.ts";
import { drawnPay } from "./price.ts";
import { plannedTerms } from "./terms.ts";

/** What variable pay comes to in the planned year: its mean, and the range of 80 %. Minor units. */
export interface PaySpread {
  readonly expected: number;
  readonly lower: number;
  readonly upper: number;
}

/** Pay of the company, a region, a team or a person. */
export interface PayOf extends PaySpread {
  readonly level: PlannedGroup["level"] | "rep";
  readonly id: string;
  readonly people: number;
}

/**
 * The cost of variable pay in a plan: everybody's year at ten equally likely levels, priced by the
 * engine that settles pay, and summed over the same drawn years as the odds. Deals are credited as
 * those of the last twelve months were; whatever is held back is counted when it is earned.
 *
 * @param plan what the scenario makes of the base
 * @throws InputErrors for what the scenario says of plans that can't be, InputError for what a plan
 *   needs and nothing gives
 */
export function payCostOf(
  { base, pay }: { readonly base: PlanBase; readonly pay: PayBase },
  scenario: ScenarioEntry,
  plan: Plan,
  parts: readonly ScenarioPart[] = [unplaced(scenario)],
): PayOf[] {
  const growth = pay.companyQuota ? plan.totals.company / pay.companyQuota : 1;
  const terms = plannedTerms(pay, { scenario, parts, yearStart: base.yearStart, growth });
  const { sellers } = yearOf(base, scenario);
  const earners = earnersOf({ base, pay, reps: plan.reps, groups: plan.groups, sellers });
  const drawn = new Map<string, Float64Array>();
  for (const [name, own] of grouped(earners, (earner) => earner.plan)) {
    const [planTerms, paid] = [terms.get(name), pay.plans.find((one) => one.name === name)];
    if (!planTerms || !paid) continue;
    for (const [repId, years] of drawnPay(planTerms, paid, own, base.yearStart))
      drawn.set(repId, years);
  }
  return levelsOfPay(earners, base.company).map(({ level, id, members }) => ({
    level,
    id,
    people: members.length,
    ...spreadOf(members.flatMap(({ repId }) => drawn.get(repId) ?? [])),
  }));
}

/** The company, its regions and teams, and everybody, each with whose pay it is. */
function levelsOfPay(earners: readonly Earner[], company: string) {
  const by = (level: PayOf["level"], idOf: (earner: Earner) => string) =>
    [...grouped(earners, idOf)].map(([id, members]) => ({ level, id, members }));
  return [
    { level: "company" as const, id: company, members: earners },
    ...by("region", ({ regionId }) => regionId),
    ...by("team", ({ teamId }) => teamId),
    ...by("rep", ({ repId }) => repId),
  ];
}

/** Of the sum of several people's drawn years. */
export function spreadOf(drawn: readonly Float64Array[]): PaySpread {
  const sums = Array.from({ length: drawCount }, (_, draw) =>
    drawn.reduce((sum, years) => sum + (years[draw] as number), 0),
  ).sort((a, b) => a - b);
  const at = (share: number) => Math.round(quantileSorted(sums, share));
  const mean = sums.reduce((a, b) => a + b, 0) / drawCount;
  return { expected: Math.round(mean), lower: at(0.1), upper: at(0.9) };
}
