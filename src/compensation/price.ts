import { earnPlan, type PricingInput } from "./earn.ts";
import type { PayLine } from "./line.ts";
import type { Standing } from "./pay/standing.ts";
import { type SettledPlan, settlePlan } from "./settle/in-turn.ts";

export interface Priced extends SettledPlan {
  /** Of closed pay periods too, before caps over all components, draws and balances. */
  readonly earned: readonly PayLine[];
  /** Of the pools of teams, before they are shared among their members. */
  readonly poolLines: readonly PayLine[];
  readonly standings: readonly Standing[];
}

/**
 * Prices credits on a plan and settles the pay periods that they fall in, one after the other.
 *
 * @throws InputError where a credit is of nobody known, a quota or a figure that the plan needs is
 *   missing, or more is taken back than was credited
 */
export function pricePlan(input: PricingInput): Priced {
  const plan = earnPlan(input);
  const { earned, poolLines, standings } = plan;
  return { ...settlePlan(plan), earned, poolLines, standings };
}
