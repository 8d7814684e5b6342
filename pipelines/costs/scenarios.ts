import type { PlanBase } from "../../src/scenario/base.ts";
import type { Scenario } from "../../src/scenario/parse.ts";
import type { PayBase } from "../../src/scenario/pay/base.ts";
import { type PayOf, payCostOf } from "../../src/scenario/pay/cost.ts";
import { chainOf } from "../../src/scenario/resolve.ts";
import { baseName, type NamedPlan, plansOf, toldMistakes } from "../scenario/write.ts";

interface Bases {
  readonly base: PlanBase;
  readonly pay: PayBase;
}

/** Rows of `scenario_pay` of the plan and of each scenario, and why others have none. */
export function pricedPlans(bases: Bases, scenarios: readonly Scenario[]) {
  const { plans } = plansOf(bases.base, scenarios);
  const priced = [...plans.values()].map((named) => {
    try {
      return { rows: payRows(named.name, payOfPlan(bases, named, scenarios)), issues: [] };
    } catch (error) {
      return { rows: [], issues: toldMistakes(named.name, error) };
    }
  });
  return {
    rows: priced.flatMap(({ rows }) => rows),
    issues: priced.flatMap(({ issues }) => issues),
  };
}

/** The cost of pay in a scenario's plan. */
export const payOfPlan = (
  bases: Bases,
  { name, entry, plan }: NamedPlan,
  scenarios: readonly Scenario[],
): PayOf[] =>
  name === baseName && Object.keys(entry).length === 0
    ? payCostOf(bases, entry, plan)
    : payCostOf(bases, entry, plan, chainOf(name, scenarios));

/** Rows of `scenario_pay`. */
export const payRows = (scenario: string, pay: readonly PayOf[]) =>
  pay.map(({ level, id, people, expected, lower, upper }) => ({
    scenario,
    level,
    entity_id: id,
    count_people: people,
    expected_cents: expected,
    lower_80_cents: lower,
    upper_80_cents: upper,
  }));
